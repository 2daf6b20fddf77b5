# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""In what order figures are listed, and the word said of an answer beside each."""

from dataclasses import replace
from itertools import pairwise

import pytest

from autodiag.benchmarks.citing import CitingWords, months, source_line
from autodiag.benchmarks.compare import at_odds, compare
from autodiag.benchmarks.interval import wilson
from autodiag.benchmarks.library import Library, figure_id
from autodiag.benchmarks.sentences import to_avoid
from autodiag.benchmarks.standing import interval, strongest_first, verdict
from autodiag.catalogue.load import load_questionnaire
from autodiag.model.assessment import Answered
from autodiag.model.benchmark import Comparator, Stance
from tests.sources import ROOT
from tests.support.builders import Short, assess, town
from tests.support.shipped import shipped_questionnaire

WORDS = CitingWords({"commune": "communes"}, "{n}", "publié en {annee}", "année non publiée")


def beside(library: Library, answers: dict[str, Short]) -> dict[str, Comparator]:
    compared = compare(library, shipped_questionnaire(), assess(answers), town(612), {})
    return {one.benchmark.id: one for one in compared.comparators}


@pytest.mark.parametrize(
    ("figure", "level", "said"),
    [
        ("dpo-2025", 3, "oui"),
        ("dpo-2025", 0, "pas_encore"),
        ("cybermalveillance-2021-sans-responsable", 0, "pas_encore"),
        ("cybermalveillance-2021-sans-responsable", 2, "engage"),
        ("dinum-2025-10-sans-sensibilisation", 1, "engage"),
        ("dinum-2025-10-sans-sensibilisation", 3, "oui"),
        ("dinum2025-020.2", 3, "oui"),
        ("cybermalveillance-2024-sensibilisee", 1, "engage"),  # « évoqué quand une alerte circule »
        ("cybermalveillance-2023-sauvegarde", 1, "engage"),  # « à la main ou de temps en temps »
        ("cybermalveillance-2023-sauvegarde", 2, "engage"),
        ("cybermalveillance-2023-sauvegarde", 3, "oui"),
        ("cybermalveillance-2024-procedure", 2, "engage"),
        ("cybermalveillance-2023-mots-de-passe", 2, "oui"),  # a written rule is the published fact
    ],
)
def test_B2_a_share_of_those_who_do_not_is_never_told_as_if_they_did(
    library: Library, figure: str, level: int, said: str
) -> None:
    answers: dict[str, Short] = dict.fromkeys(shipped_questionnaire().questions, level)
    found = [c for key, c in beside(library, answers).items() if key.startswith(figure)]
    assert {verdict(one) for one in found} == {said}


@pytest.mark.parametrize("stance", ["a_verifier", "non_compare"])
def test_B2_without_a_level_nothing_is_compared(library: Library, stance: Stance) -> None:
    for one in beside(library, {}).values():
        assert verdict(replace(one, stance=stance)) == stance


def test_B2_where_nothing_is_better_only_likeness_is_said_of_an_opinion_or_of_a_fact(
    library: Library,
) -> None:
    neutral = next(b for b in library.comparators() if b.direction == "neutre")
    one = Comparator("q", neutral, 4, True, "dans", "", None)
    assert not to_avoid(neutral)
    other = replace(one, stance="hors")
    assert [verdict(x, opinion=True) for x in (one, other)] == ["meme_avis", "autre_avis"]
    assert [verdict(x) for x in (one, other)] == ["meme_cas", "autre_cas"]


def test_B2_not_to_be_satisfied_is_another_opinion_and_nothing_that_is_yet_to_come(
    library: Library,
) -> None:
    pleased = next(b for b in library.comparators() if b.id == "gazette2018-004")
    assert pleased.direction == "plus_est_mieux"
    out = Comparator("q", pleased, 4, True, "hors", "", None)
    assert verdict(out, opinion=True) == "autre_avis"


def test_B2_answers_that_stand_come_first_then_the_rank_of_figures(library: Library) -> None:
    ordered = strongest_first(beside(library, {"cyb-2": 2, "don-1": "nsp"}).values())
    assert [one.question for one in ordered[:3]] == ["cyb-2", "don-1", "don-1"]
    rest = [
        one.rank
        for before, one in pairwise(ordered[2:])
        if not at_odds(before.benchmark, one.benchmark)  # those stand together
    ]
    assert rest == sorted(rest)
    assert rest[-1] == 5


def test_B3_bounds_are_given_only_where_a_margin_is_and_the_panel_is_not_small(
    library: Library,
) -> None:
    found = beside(library, {})
    rules = found["cybermalveillance-2023-mots-de-passe"]
    assert rules.benchmark.value is not None
    assert interval(rules) == wilson(rules.benchmark.value, rules.benchmark.n_base or 0)
    assert interval(found["dpo-2025-communes"]) is None  # a count of everyone
    small = [c for c in found.values() if c.margin and (c.benchmark.n_base or 0) < 100]
    assert small
    assert not any(interval(one) for one in small)


def test_B1_a_source_line_always_has_its_study_and_its_year(library: Library) -> None:
    for benchmark in library.comparators():
        line = source_line(benchmark, WORDS)
        assert line.startswith(f"{benchmark.study.publisher}, ")
        assert any(character.isdigit() for character in line) or "année non publiée" in line


def test_B2_what_the_question_does_not_ask_is_not_told_as_done(library: Library) -> None:
    saved = beside(library, {"cyb-1": 1})["cybermalveillance-2023-sauvegarde"].sentence
    assert "l’antivirus n’est pas demandé" in saved


@pytest.mark.parametrize(
    ("figure", "whom"),
    [
        ("datapublica-2025-ia", "toutes de plus de 3 500 habitants"),
        ("opendata-2018-part", "toutes de 3 500 habitants et plus"),
        ("cybermalveillance-2023-sauvegarde", "communes de moins de 25 000 habitants"),
        ("dinum-2025-10-ia", "toutes"),
    ],
)
def test_B1_a_source_line_says_the_size_of_those_that_the_figure_is_about(
    library: Library, figure: str, whom: str
) -> None:
    one = next(benchmark for benchmark in library.benchmarks if benchmark.id == figure)
    said = source_line(one, WORDS).replace("\u202f", " ").replace("\u00a0", " ")
    assert said.split(" · ")[1] == whom


def test_B1_a_size_between_two_bounds_is_said_whole(library: Library) -> None:
    known = library.benchmarks[0]
    between = replace(known, stratum="commune", population_min=20_000, population_max=80_000)
    assert "communes de 20\u202f000 à 80\u202f000\u00a0habitants" in source_line(between, WORDS)


def test_B1_a_figure_is_dated_with_the_edition_that_it_is_of(library: Library) -> None:
    label = [one for one in library.benchmarks if one.id.startswith("villes-internet-")]
    assert len(label) == 2
    for one in label:
        assert source_line(one, WORDS).partition(" · ")[0].endswith(one.id[-4:])


@pytest.mark.parametrize(
    ("question", "choice", "said"),
    [
        ("cyb-b", "mutualise", "oui"),  # « Vous en avez un. »
        ("cyb-c", "seul", "oui"),
        ("cyb-b", "non", "pas_encore"),
        ("sta-5", "envisage", "engage"),
        ("sta-5", "place", "oui"),
    ],
)
def test_B2_what_a_choice_says_is_done_is_no_more_told_as_begun(
    library: Library, question: str, choice: str, said: str
) -> None:
    asked = load_questionnaire(ROOT / "questionnaires" / "numerique-et-collectivites")
    answers = replace(assess({}), answers={question: Answered(choice)})
    compared = compare(library, asked, answers, town(612), {})
    lacks = [c for c in compared.comparators if c.question == question and to_avoid(c.benchmark)]
    assert {verdict(one) for one in lacks} == {said}


def test_B5_figures_that_disagree_stand_together_and_are_not_dated_alike(library: Library) -> None:
    compared = compare(library, shipped_questionnaire(), assess({}), town(38_000), {})
    ordered = [one for one in strongest_first(compared.comparators) if one.shown]
    pair = [rank for rank, one in enumerate(ordered) if one.question == "cyb-5"]
    assert len(pair) == 2
    assert pair[1] == pair[0] + 1
    words = replace(WORDS, dates=months(library.phrases))
    lines = [source_line(ordered[rank].benchmark, words) for rank in pair]
    assert ["début 2025" in line for line in lines].count(True) == 1
    assert ["octobre 2025" in line for line in lines].count(True) == 1


def test_B5_figures_shown_together_quote_a_third_once(library: Library) -> None:
    asked = load_questionnaire(ROOT / "questionnaires" / "politique-numerique")
    of = replace(town(38_000), kind="epci")
    every = compare(library, asked, assess({}), of, {}).comparators
    said = [
        (one.question, note) for one in every if one.shown and one.same_size for note in one.notes
    ]
    assert said
    assert len(said) == len(set(said))


def test_B2_one_figure_beside_two_questions_is_read_once_through(library: Library) -> None:
    asked = load_questionnaire(ROOT / "questionnaires" / "perception")
    compared = compare(library, asked, assess({}), town(612), {})
    keys = [figure_id(one.benchmark.id) for one in strongest_first(compared.comparators)]
    runs = [key for rank, key in enumerate(keys) if rank == 0 or keys[rank - 1] != key]
    assert len(runs) == len(set(runs)) < len(keys)
