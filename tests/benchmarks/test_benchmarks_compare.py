# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which figures stand beside which collectivité, in what order, and which are shown."""

import random

import pytest

from autodiag.benchmarks.compare import said_once_per_theme, sources
from autodiag.benchmarks.library import Library, figure_id
from autodiag.benchmarks.placing import year_of
from autodiag.model.assessment import Answer, Answered, NotConcerned, Unknown
from autodiag.model.authority import LocalAuthority
from autodiag.model.benchmark import Comparison
from autodiag.model.condition import KindIs
from autodiag.model.questionnaire import Question, Questionnaire, Theme, Wording
from tests.benchmarks.cases import (
    BOTH,
    CITY,
    EPCI,
    EVERYBODY,
    HAMLET,
    MAIN,
    METROPOLIS,
    OTHERS,
    TOWN,
    UNCOUNTED,
    VILLAGE,
    answers_to,
    beside,
    one,
)

# Section 3 of the notes, for a commune of 600: theme or field → usable, only elsewhere, nothing.
# cyb-8 is not in that table: its only figure is of large cities.
# What « Perception » asks twice: of the élu, and of the agent.
_OPINIONS = " ".join(
    f"{key} {key}-agent"
    for key in (
        *("note", "moyenne", "marches", "securite", "transport", "participation", "benefices"),
        *("obstacles", "libre", "libre-pourquoi", "donnee", "reseau"),
    )
)
TABLE = {
    "str": ("1 2 6 8", "", "3 4 5 7"),
    "usa": ("7 6 3", "5", "1 2 4"),
    "edu": ("", "1 6", "2 3 4 5 7"),
    "ter": ("", "5 7", "2 3 4 6"),
    "adm": ("", "", "1 2 3 4 5 6 7 8"),
    "don": ("1 4", "6", "2 3 5"),
    "ame": ("", "", "1 2 3 4 5 6 7"),
    "eco": ("", "", "1 2 3 4 6"),
    "cyb": ("1 2 4 5", "6 8", "3 7"),
    "inc": ("1 3 4", "", "2"),
    "cyb-": ("a b c", "", ""),
    "com": ("1 2 3 5", "", ""),
    "out": ("5", "", ""),
    "dat": ("1", "5", ""),
    "sta": ("2 5", "", ""),
    "per": (_OPINIONS, "", "admin eadmin admin-agent eadmin-agent"),
    "axe": (
        "inclusion openinno bigdata thd demat protec civic",
        "opendata startup",
        "educ cloud energie appmob plan",
    ),
    "pol": (
        "evaluation",
        "",
        "domaine budget canaux defi-habitants defi-loi defi-attractivite defi-agents",
    ),
}


def same_size(comparison: Comparison) -> set[str]:
    return {c.question for c in comparison.comparators if c.same_size}


def elsewhere(comparison: Comparison) -> set[str]:
    return {c.question for c in comparison.comparators} - same_size(comparison)


@pytest.mark.parametrize("prefix", TABLE)
def test_B4_the_table_of_the_notes_for_a_village(library: Library, prefix: str) -> None:
    comparisons = [beside(library, questionnaire, {}) for questionnaire in BOTH]
    usable, only_elsewhere, nothing = (
        {f"{prefix.rstrip('-')}-{end}" for end in ends.split()} for ends in TABLE[prefix]
    )
    named = usable | only_elsewhere | nothing
    assert set[str]().union(*map(same_size, comparisons)) & named == usable
    assert set[str]().union(*map(elsewhere, comparisons)) & named == only_elsewhere


def test_B4_the_table_speaks_of_every_question_that_has_a_figure(library: Library) -> None:
    named = {
        f"{p.rstrip('-')}-{e}" for p, row in TABLE.items() for ends in row for e in ends.split()
    }
    assert named == set(MAIN.questions) | set(OTHERS.questions)
    assert {b.question for b in library.comparators()} <= named


@pytest.mark.parametrize(
    ("authority", "questions", "comparators"),
    [(HAMLET, 13, 20), (VILLAGE, 13, 20), (TOWN, 13, 19), (CITY, 10, 14), (EPCI, 6, 10)],
    ids=lambda value: value.name if isinstance(value, LocalAuthority) else None,
)
def test_B4_how_many_of_the_62_questions_have_a_figure(
    library: Library, authority: LocalAuthority, questions: int, comparators: int
) -> None:
    comparison = beside(library, MAIN, {}, authority)
    assert len(MAIN.questions) == 62
    assert len(same_size(comparison)) == questions
    assert sum(c.same_size for c in comparison.comparators) == comparators
    assert set(comparison.without) == set(MAIN.questions) - same_size(comparison)


def test_B4_no_figure_for_your_size_is_said_once_per_theme(library: Library) -> None:
    comparison = beside(library, MAIN, {})
    said = said_once_per_theme(library, MAIN, comparison)
    assert [one.theme for one in said] == [theme.id for theme in MAIN.themes]
    assert {one.sentence for one in said} == {"Pas de repère pour votre taille."}
    whole = {one.theme for one in said if one.whole}
    assert whole == {"education", "territoire", "administration", "amenagement", "economie"}
    assert tuple(q for one in said for q in one.questions) == comparison.without


# --- Order


def ids(comparison: Comparison, question: str) -> list[str]:
    return [c.benchmark.id for c in comparison.comparators if c.question == question]


def test_B2_size_then_dinum_then_communes_then_everyone_then_elsewhere(library: Library) -> None:
    comparison = beside(library, MAIN, {})
    assert ids(comparison, "str-1") == [
        "cybermalveillance-2021-sans-responsable",
        "jvs-2017-referent",
        "ey2019-004",
    ]
    assert ids(comparison, "usa-7") == ["dinum2025-023.2", "cnam2017-029.2"]
    assert ids(comparison, "don-1") == ["dpo-2025-communes", "dpo-2022-moins-3500"]
    ranks = {c.benchmark.id: c.rank for c in comparison.comparators}
    assert ranks["jvs-2017-referent"] == 1
    assert ranks["dpo-2025-communes"] == 1
    assert ranks["dinum2025-023.2"] == 2
    assert ranks["marsouin-2021-aucun-service"] == 3
    assert ranks["cnam2017-029.2"] == 4
    assert ranks["ey2019-004"] == 5


def test_B2_at_equal_rank_the_latest_the_undated_last_then_the_closest(library: Library) -> None:
    order = {"identique": 0, "proche": 1, "indicative": 2}
    for authority in EVERYBODY:
        for questionnaire in BOTH:
            comparison = beside(library, questionnaire, {}, authority)
            for question in questionnaire.questions:
                keys = [
                    (c.rank, -year_of(c.benchmark.study), order[c.benchmark.closeness or ""])
                    for c in comparison.comparators
                    if c.question == question
                ]
                assert keys == sorted(keys)
                assert all(c.same_size == (c.rank < 5) for c in comparison.comparators)


def test_a_commune_of_4200_sees_its_own_bounds(library: Library) -> None:
    comparison = beside(library, MAIN, {}, TOWN)
    assert not one(comparison, "dpo-2022-moins-3500").same_size
    assert not one(comparison, "cybermalveillance-2021-sans-responsable").same_size
    assert one(comparison, "jvs-2017-referent").same_size
    assert one(comparison, "opendata-2024-part").rank == 4


@pytest.mark.parametrize(("population", "inside"), [(3_499, True), (3_500, False), (24_999, False)])
def test_bounds_are_included(library: Library, population: int, inside: bool) -> None:
    comparison = beside(library, MAIN, {}, LocalAuthority("X", population=population))
    assert one(comparison, "dpo-2022-moins-3500").same_size is inside
    assert one(comparison, "cybermalveillance-2023-sauvegarde").same_size
    assert one(comparison, "opendata-2024-part").same_size is not inside


def test_an_epci_is_never_set_beside_communes(library: Library) -> None:
    for questionnaire in BOTH:
        comparison = beside(library, questionnaire, {}, EPCI)
        strata = {c.benchmark.stratum for c in comparison.comparators if c.same_size}
        assert not strata & {"commune", "grande_ville"}
    assert one(beside(library, OTHERS, {}, EPCI), "cnam2017-001").rank == 1


def test_an_unknown_population_is_never_taken_for_a_size(library: Library) -> None:
    comparison = beside(library, MAIN, {}, UNCOUNTED)
    found = one(comparison, "cybermalveillance-2023-sauvegarde")
    assert not found.same_size
    assert "Votre population n’est pas connue" in found.sentence
    assert one(comparison, "dpo-2025-communes").same_size


# --- What is compared


def test_a_question_that_does_not_apply_has_no_figure_and_is_not_missed(library: Library) -> None:
    wordings = {"": Wording("", "")}
    only_epci = Question("str-2", "t", "niveaux", wordings, applicable=KindIs(("epci",)))
    questionnaire = Questionnaire("q", 1, "", "", (), (Theme("t", "", "", (only_epci,)),))
    village = beside(library, questionnaire, {"str-2": Answered(3)})
    assert village.comparators == ()
    assert village.without == ()
    assert beside(library, questionnaire, {"str-2": Answered(3)}, EPCI).comparators


def test_each_state_of_an_answer_has_its_stance(library: Library) -> None:
    states: dict[str, Answer | None] = {
        "dans": Answered(3),
        "hors": Answered(2),
        "a_verifier": Unknown(),
        "non_compare": NotConcerned("motif"),
    }
    for wanted, answer in states.items():
        comparison = beside(library, MAIN, {"str-2": answer} if answer else {})
        assert one(comparison, "dinum-2025-10-feuille-route.2").stance == wanted
        assert one(comparison, "ey2019-005").stance == "non_compare"
    nothing = beside(library, MAIN, {})
    assert {c.stance for c in nothing.comparators} == {"non_compare"}


def test_an_axis_left_to_another_collectivite_is_not_compared(library: Library) -> None:
    axes = [q for q in OTHERS.questions.values() if q.theme == "axes"]
    left = {axis.id: Answered("ailleurs") for axis in axes}
    assert len(left) == 14
    assert {q.choices[-1].text for q in axes} == {"Ne relève pas de notre collectivité"}
    stances = {c.stance for c in beside(library, OTHERS, left).comparators if c.question in left}
    assert stances == {"non_compare"}


def test_a_figure_used_twice_is_one_source(library: Library) -> None:
    both = Questionnaire("deux", 1, "", "", (), MAIN.themes + OTHERS.themes)
    comparison = beside(library, both, {})
    found = [figure_id(benchmark.id) for benchmark in sources(comparison)]
    assert len(found) == len(set(found))
    assert len(comparison.comparators) == 120
    assert len(found) == len({figure_id(b.id) for b in library.comparators()}) == 82


def random_answer(chance: random.Random, question: Question) -> Answer | None:
    offered: list[Answer | None] = [*answers_to(question), Unknown(), NotConcerned("x"), None]
    return chance.choice(offered)


def test_300_random_answer_files_give_whole_sentences_and_no_failure(library: Library) -> None:
    chance = random.Random(20261121)
    values = {library_value(b.value) for b in library.comparators()}
    for _ in range(300):
        questionnaire = chance.choice(BOTH)
        drawn = {key: random_answer(chance, q) for key, q in questionnaire.questions.items()}
        answers = {key: answer for key, answer in drawn.items() if answer is not None}
        comparison = beside(library, questionnaire, answers, chance.choice(EVERYBODY))
        for comparator in comparison.comparators:
            assert "None" not in comparator.sentence
            assert comparator.sentence.endswith(".")
            assert comparator.sentence[0].isupper() or comparator.sentence[0].isdigit()
            assert library_value(comparator.benchmark.value) in values
        silent = {c.question for c in comparison.comparators if c.stance in ("dans", "hors")}
        assert silent <= {key for key, answer in answers.items() if isinstance(answer, Answered)}


def library_value(value: float | None) -> str:
    assert value is not None
    return f"{value:g}"


def test_a_metropolis_is_not_told_that_a_panel_of_large_cities_is_not_its_size(
    library: Library,
) -> None:
    said = one(beside(library, MAIN, {}, METROPOLIS), "ey2019-004").sentence
    assert "Ce n’est pas votre taille" not in said
    assert "ce n’est pas forcément votre cas" in said
