# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Pourquoi 2,3 ?» and the answers to clarify first: what is said is what the scores would be."""

from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest

from autodiag.model.authority import LocalAuthority
from autodiag.model.result import Result
from autodiag.scoring import why
from autodiag.scoring.clarify import MOST, to_clarify, widens
from autodiag.scoring.doubts import with_doubts
from autodiag.scoring.said import Naming
from autodiag.scoring.score import score
from autodiag.text.sentences import read_sentences
from tests.sources import ROOT
from tests.support.builders import Short, assess, town
from tests.support.shipped import shipped_knowledge, shipped_questionnaire

ASKED = shipped_questionnaire()


@cache
def naming() -> Naming:
    authority = LocalAuthority("Saint-Exemple", population=612)
    return Naming(read_sentences(ROOT / "resources"), ASKED, shipped_knowledge(), authority)


def answered(level: Short, **questions: Short) -> Result:
    """The same answer everywhere, but to the questions named (`str_1` for str-1)."""
    answers: dict[str, Short] = dict.fromkeys(ASKED.questions, level)
    answers |= {name.replace("_", "-"): short for name, short in questions.items()}
    return with_doubts(ASKED, score(ASKED, assess(answers), town(), {}))


def test_S9_a_bar_says_its_prudent_score_and_how_far_it_may_go() -> None:
    sure, unsure = answered(2), answered(2, str_1="nsp")
    said = why.bar_said(naming(), sure.theme("strategie"))
    assert said.endswith("2,0 sur\u00a04, sans incertitude.")
    said = why.bar_said(naming(), unsure.theme("strategie"))
    assert "au moins 1,7 sur\u00a04, et jusqu’à 2,2 selon 1\u00a0réponse encore inconnue" in said
    without = why.bar_said(naming(), answered(None).theme("cyber"), "à répondre")
    assert without.endswith("\u00a0: à répondre.")


def test_S3_an_unknown_answer_says_by_how_much_it_widens_its_theme() -> None:
    result = answered(2, str_1="nsp")
    theme = result.theme("strategie")
    (trace,) = [trace for trace in theme.questions if trace.state == "nsp"]
    assert theme.range is not None
    assert widens(theme, trace) == theme.range.high - theme.range.low == Fraction(4, 9)
    assert "de plus de 0,4." in why.unknown_said(naming(), theme, trace)


def test_S5_the_global_score_is_told_as_a_plain_mean_of_those_that_count() -> None:
    assert "9 thèmes, soit **2,0 sur\u00a04**" in why.overall_said(naming(), answered(2))
    unsure = why.overall_said(naming(), answered(2, str_1="nsp"))
    assert "les plus hauts possibles" in unsure
    so = {q.id.replace("-", "_"): "so" for q in ASKED.questions.values() if q.theme == "cyber"}
    fewer = answered(2, **so)
    assert "8 thèmes" in why.overall_said(naming(), fewer)
    assert "n’entre pas" in why.theme_counts_said(naming(), fewer.theme("cyber"))
    assert why.overall_said(naming(), replace(fewer, overall=None)) == ""


def test_P6_a_mean_names_the_scores_it_is_made_of() -> None:
    result = answered(2)
    measures = [r.threshold.measure for r in result.profile.readings]
    said = [why.measure_said(naming(), result, measure) for measure in measures]
    (mean,) = filter(None, said)
    assert mean.count("(2,0)") == 3


@pytest.mark.parametrize(
    ("unknown", "title"),
    [
        ((), ""),
        (("str-1",), "La réponse à éclaircir"),
        (("str-1", "cyb-1"), "Les 2 réponses à éclaircir"),
        (("str-1", "cyb-1", "cyb-2", "ter-2"), "Les 3 réponses à éclaircir d’abord"),
    ],
)
def test_P4_at_most_three_answers_to_clarify_and_no_more_than_there_are(
    unknown: tuple[str, ...], title: str
) -> None:
    found = to_clarify(ASKED, answered(3, **{q.replace("-", "_"): "nsp" for q in unknown}))
    assert found.total == len(unknown)
    assert len(found.first) == min(MOST, len(unknown))
    if unknown:
        assert why.clarify_title(naming(), found) == title


def test_P4_those_that_may_settle_the_profile_come_first_and_people_are_asked_once() -> None:
    result = answered(2, str_2="nsp", cyb_1="nsp", cyb_4="nsp", ter_2="nsp", eco_2="nsp")
    found = to_clarify(ASKED, result)
    assert not result.profile.certain
    ranked = [doubt.question for doubt in result.profile.doubts][:MOST]
    assert {one.question for one in found.first} == set(ranked)
    people = [one.whom for one in found.first]
    assert people == sorted(people, key=people.index)


@pytest.mark.parametrize(("level", "bound"), [(0, "lowest"), (4, "highest")])
def test_P4_what_clarifying_would_change_is_what_the_score_would_then_be(
    level: int, bound: str
) -> None:
    before = answered(2, str_1="nsp", str_2="nsp")
    for one in to_clarify(ASKED, before).first:
        then = answered(
            2, **{"str_1": "nsp", "str_2": "nsp", one.question.replace("-", "_"): level}
        )
        assert then.theme(one.theme).range == getattr(one, bound)
        said = why.clarified_said(naming(), one)
        assert naming().short(getattr(one, bound)) in said
        assert naming().short(one.before) in said


def test_P4_the_last_unknown_answer_of_a_theme_ends_its_range() -> None:
    (one,) = to_clarify(ASKED, answered(3, str_1="nsp")).first
    assert one.ends_doubt
    assert why.clarified_said(naming(), one).endswith("deviendrait un seul nombre.")


def test_S9_nothing_known_of_a_theme_gives_no_range_from_0_to_4() -> None:
    for one in to_clarify(ASKED, answered("nsp")).first:
        assert why.clarified_said(naming(), one).endswith("le premier niveau connu de ce thème.")
