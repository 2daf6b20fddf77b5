# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is felt beside what is measured: the same scale, kind words, nothing invented."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from autodiag.benchmarks.library import load_benchmarks
from autodiag.catalogue.load import load_questionnaire
from autodiag.model.assessment import Answer, Answered, Assessment, Unknown
from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import AssessmentBrief, Filled, Snapshot
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.result import Range
from autodiag.scoring import felt_words as words_of
from autodiag.scoring.felt import Felt, asked, felt
from autodiag.scoring.score import score
from autodiag.text.sentences import read_sentences
from tests.sources import ROOT
from tests.support.plain import plain
from tests.support.shipped import shipped_questionnaire

VILLAGE = LocalAuthority("Montbrelle", "commune", insee="42999", population=612)
DAY, YEAR_BEFORE = date(2026, 11, 22), date(2025, 11, 22)
NONE: frozenset[str] = frozenset()
SENTENCES = read_sentences(ROOT / "resources")
WORDS, WHERE = SENTENCES["ressenti"], asked(SENTENCES["ressenti"], SENTENCES["ressenti_domaines"])
ASKS = load_questionnaire(ROOT / "questionnaires" / "perception")
TWO: dict[str, Answer] = {
    "per-note": Answered(8),
    "per-note-agent": Answered(5),
    "per-marches": Answered("satisfait"),
    "per-marches-agent": Answered("satisfait"),
    "per-admin": Answered("satisfait"),
    "per-admin-agent": Answered("mitige"),
    "per-securite": Answered("insatisfait"),
    "per-transport": Unknown(),
}


def filled(number: int, questionnaire: Questionnaire, answers: dict[str, Answer]) -> Filled:
    return Filled(number, questionnaire, Assessment(questionnaire.id, DAY, answers))


def levels(level: int) -> dict[str, Answer]:
    return {name: Answered(level) for name in shipped_questionnaire().questions}


def snapshot(
    main: dict[str, Answer], said: dict[str, Answer], mark: float | None = 7, *, apart: bool = False
) -> Snapshot:
    """Of both questionnaires, the one or the other shown."""
    diagnosis, opinions = filled(1, shipped_questionnaire(), main), filled(2, ASKS, said)
    here, there = (opinions, diagnosis) if apart else (diagnosis, opinions)
    briefs = tuple(
        AssessmentBrief(
            one.id, one.questionnaire.id, DAY, NONE, NONE, mark if one is diagnosis else None
        )
        for one in (diagnosis, opinions)
    )
    return Snapshot(
        VILLAGE,
        {},
        here.questionnaire,
        here.assessment,
        decisions={},
        notes={},
        opening_mark=None if apart else mark,
        assessments=briefs,
        assessment_id=here.id,
        main_id=shipped_questionnaire().id,
        others={there.questionnaire.id: there},
    )


def read(it: Snapshot) -> Felt | None:
    result = score(it.questionnaire, it.assessment, it.authority, it.facts)
    return felt(it, result, WHERE, load_benchmarks(ROOT / "resources" / "benchmarks").benchmarks)


@pytest.mark.parametrize("apart", [False, True])
def test_the_same_is_said_from_either_questionnaire(apart: bool) -> None:
    one = read(snapshot(levels(2), TWO, apart=apart))
    assert one is not None
    assert [(mark.voice, mark.value) for mark in one.marks] == [
        ("depart", 7),
        ("elu", 8),
        ("agent", 5),
    ]
    assert one.measured is not None
    assert (one.measured.low, one.measured.high) == (5, 5)
    assert [figure.id for figure in one.figures] == ["gazette2018-001", "gazette2018-002"]
    assert {figure.study.n for figure in one.figures} == {302}


def test_the_opinions_that_differ_come_first() -> None:
    one = read(snapshot({}, TWO))
    assert one is not None
    assert [words_of.opinion_row(two, WORDS) for two in one.opinions] == [
        ("Travail courant", "Satisfait", "Mitigé", "À discuter"),
        ("Achats et marchés publics", "Satisfait", "Satisfait", "Même avis"),
        ("Sécurité", "Insatisfait", "Pas d’avis donné", "Un seul avis"),
    ]


def test_S6_nothing_is_measured_before_the_diagnosis_is_classable() -> None:
    one = read(snapshot({"str-1": Answered(2)}, TWO))
    assert one is not None
    assert one.measured is None
    assert words_of.gaps(one, WORDS)[0].endswith("pour placer une mesure à côté.")
    assert words_of.measure(one, WORDS) == ""
    assert all(line.kind != "reponses" for line in words_of.lines(one, WORDS))


def test_nothing_is_said_where_nothing_was_given() -> None:
    assert read(snapshot(levels(2), {}, None)) is None


@pytest.mark.parametrize(
    ("mark", "low", "high", "key"),
    [
        (5, "4.4", "5", "C’est dans la fourchette"),
        (5, "5", "5", "C’est ce que donnent"),
        (5.4, "5", "5", "C’est tout près"),
        (5.4, "1", "5", "C’est environ 0,4 à 4,4\u00a0points de plus"),
        (7, "4.4", "5", "C’est environ 2 à 2,6\u00a0points de plus"),
        (2, "4.4", "5", "C’est environ 2,4 à 3\u00a0points de moins"),
        (5.6, "4.4", "5", "C’est environ 0,6 à 1,2\u00a0point de plus"),
        (8, "2.75", "3.7", "C’est environ 4,3 à 5,3\u00a0points de plus"),
        (7, "1", "6", "C’est environ 1 à 6\u00a0points de plus"),
        (7.5, "5", "5", "C’est environ 2,5\u00a0points de plus"),
    ],
)
def test_a_gap_is_said_both_ways_alike(mark: float, low: str, high: str, key: str) -> None:
    found = read(snapshot(levels(2), {}, mark))
    assert found is not None
    one = replace(found, measured=Range(Fraction(low), Fraction(high)))
    assert words_of.brief(one, WORDS).startswith(key)


def test_the_few_words_say_all_that_the_scale_shows() -> None:
    for mark in (7, None):
        found = read(snapshot(levels(2), TWO, mark))
        assert found is not None
        one = replace(found, measured=Range(Fraction("4.4"), Fraction(5)))
        said = f"{words_of.title(one, WORDS)} {words_of.brief(one, WORDS)}"
        assert "entre 4,4 et 5,0 sur\u00a010" in said
        for line in words_of.lines(one, WORDS)[1:]:
            assert f"{line.value} sur 10" in said.replace("\u00a0", " ")


def test_S9_a_threshold_that_is_not_reached_is_not_shown() -> None:
    found = read(snapshot(levels(2), {}, 7))
    assert found is not None
    assert Fraction(5) in found.thresholds, "2 out of 4"
    just_under = Range(Fraction("4.996"), Fraction("4.996"))
    (line, _) = words_of.lines(replace(found, measured=just_under), WORDS)
    assert line.value == "4,9"


def test_each_year_has_its_mark() -> None:
    it = snapshot(levels(2), {}, 7)
    before = AssessmentBrief(9, shipped_questionnaire().id, YEAR_BEFORE, NONE, NONE, 6.5)
    one = read(replace(it, assessments=(before, *it.assessments)))
    assert one is not None
    said = words_of.years(one, WORDS)
    assert said == ["En 2025\u00a0: 6,5 sur 10.", "En 2026\u00a0: 7 sur 10."]


def test_the_data_name_what_exists() -> None:
    asked_for = [*WHERE.marks.values(), *WHERE.fields]
    asked_for += [f"{name}{WHERE.suffix}" for name in WHERE.fields]
    assert WHERE.questionnaire == ASKS.id
    assert set(asked_for) <= set(ASKS.questions)
    assert {ASKS.questions[name].type for name in WHERE.marks.values()} == {"note"}
    known = load_benchmarks(ROOT / "resources" / "benchmarks").benchmarks
    assert set(WHERE.figures) <= {one.id for one in known}


def test_a_mark_of_another_year_than_the_answers_says_its_day() -> None:
    it = snapshot(levels(2), TWO)
    old = replace(it.others[ASKS.id].assessment, day=YEAR_BEFORE)
    one = read(replace(it, others={ASKS.id: replace(it.others[ASKS.id], assessment=old)}))
    assert one is not None
    dated = "(8 sur 10, donnée le 22 novembre 2025) est plus haute"
    assert dated in plain(" ".join(words_of.gaps(one, WORDS)))
    assert plain(words_of.brief(one, WORDS)).endswith(": 5 sur 10, donnée le 22 novembre 2025.")
    names = [line.name for line in words_of.lines(one, WORDS)]
    assert names == ["Vos réponses", "Au départ", "Élue ou élu, 2025", "Agent, 2025"]
    same = read(it)
    assert same is not None
    assert "2025" not in " ".join([*words_of.gaps(same, WORDS), words_of.heard(same, WORDS)])
