# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Contract S6, S10 and P1–P7: when a profile is given, which one, and what is said of it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from autodiag.model.questionnaire import Measure, ProfileRule, Questionnaire, Threshold
from autodiag.model.result import Missing, Range
from autodiag.scoring.doubts import by_whom, with_doubts
from tests.support.builders import RULES, Short, question, questionnaire, rated
from tests.support.shipped import shipped_knowledge, shipped_questionnaire

THEMES = (
    "strategie", "usagers", "territoire", "administration",
    "education", "amenagement", "donnees", "economie", "cyber",
)  # fmt: skip


def nine(per_theme: int = 2) -> Questionnaire:
    """Nine themes, as many questions in each; the first one of each is express."""
    return questionnaire(
        *(
            question(f"{theme}-{n}", express=n == 1)
            for theme in THEMES
            for n in range(1, per_theme + 1)
        )
    )


def flat(level: Short, **themes: Short) -> dict[str, Short]:
    """The same answer everywhere, but in the themes named."""
    return {f"{t}-{n}": themes.get(t, level) for t in THEMES for n in (1, 2)}


def bounds(answers: dict[str, Short]) -> tuple[str | None, str | None]:
    profile = rated(nine(), answers).profile
    return profile.low, profile.high


# --- S6


def test_S6_half_of_the_counting_weight_documents_a_theme() -> None:
    asked = questionnaire(question("edu-1", 2), question("edu-2"), question("edu-3"))
    assert rated(asked, {"edu-1": 0}).theme("edu").documented
    assert not rated(asked, {"edu-2": 4}).theme("edu").documented
    assert rated(asked, {"edu-2": 4, "edu-1": "so"}).theme("edu").documented
    assert not rated(asked, dict.fromkeys(asked.questions, "nsp")).theme("edu").documented


def test_S6_seven_documented_themes_with_the_pilot_are_enough() -> None:
    assert rated(nine(), flat(2, cyber=None, economie="nsp")).profile.classable
    short = rated(nine(), flat(2, cyber=None, economie="nsp", donnees=None)).profile
    assert not short.classable
    assert short.missing == Missing(pilot=False, themes=("donnees", "economie", "cyber"), needed=7)


def test_S6_without_the_pilot_there_is_no_profile_yet() -> None:
    profile = rated(nine(), flat(2, strategie=None)).profile
    assert (profile.low, profile.high) == (None, None)
    assert profile.missing == Missing(pilot=True, themes=("strategie",), needed=7)


def test_S6_all_evaluable_themes_are_needed_where_fewer_than_seven_are() -> None:
    gone = dict.fromkeys(THEMES[3:], "so")
    assert rated(nine(), flat(2, **gone)).profile.classable
    lacking = rated(nine(), flat(2, **{**gone, "usagers": None})).profile
    assert lacking.missing == Missing(pilot=False, themes=("usagers",), needed=3)


def test_S6_a_pilot_sans_objet_is_not_needed_but_closes_the_highest_profile() -> None:
    profile = rated(nine(), flat(4, strategie="so")).profile
    assert (profile.low, profile.high) == ("pragmatique", "pragmatique")
    assert profile.pilot_not_concerned
    assert not rated(nine(), flat(4)).profile.pilot_not_concerned


# --- P1–P5


def test_P1_stratege_asks_three_conditions_each_at_its_bound() -> None:
    exact = flat(2, strategie=3, usagers=3, territoire=2, cyber=4, donnees=4)
    exact |= {"administration-1": 2, "administration-2": 3}  # A = 2.5
    exact |= {"economie-1": 2, "economie-2": 3, "education-1": 2}  # G = 22.5 / 9 at least
    result = rated(nine(), exact)
    readings = [r for r in result.profile.readings if r.profile == "stratege"]
    assert [r.measured.low for r in readings if r.measured][:2] == [3, Fraction(5, 2)]
    assert result.overall is not None
    assert result.overall.low >= Fraction(5, 2)
    assert result.profile.low == "stratege"
    assert bounds({**exact, "strategie-1": 2})[0] == "pragmatique"
    assert bounds({**exact, "territoire-1": 1})[0] == "pragmatique"
    low = flat(1, strategie=4, usagers=4, territoire=4, administration=4)  # G = 21 / 9
    assert bounds(low) == ("pragmatique", "pragmatique")


def test_P1_the_mean_of_the_three_themes_is_met_when_none_is_evaluable() -> None:
    assert bounds(flat(4, usagers="so", territoire="so", administration="so"))[0] == "stratege"
    assert bounds(flat(4, usagers=0, territoire="so", administration="so"))[0] == "pragmatique"


def test_P2_P3_the_global_score_parts_the_two_others_at_2_exactly() -> None:
    assert bounds(flat(2)) == ("pragmatique", "pragmatique")
    below: dict[str, Short] = {**flat(2), "cyber-1": 1}
    assert bounds(below) == ("retardataire", "retardataire")
    assert rated(nine(), below).overall == Range(Fraction(35, 18), Fraction(35, 18))


def test_P4_the_rules_are_applied_to_both_bounds() -> None:
    assert bounds(flat(2, cyber="nsp")) == ("retardataire", "pragmatique")
    profile = rated(nine(), flat(2, cyber="nsp")).profile
    assert profile.classable
    assert not profile.certain
    assert rated(nine(), flat(2)).profile.certain


def test_P4_doubts_put_first_what_settles_then_what_narrows_most() -> None:
    asked = questionnaire(
        *(question(f"{theme}-{n}") for theme in THEMES for n in (1, 2)), question("cyber-3", 3)
    )
    answers: dict[str, Short] = {
        **flat(2), "cyber-1": 4, "cyber-2": "nsp", "cyber-3": "nsp", "economie-1": "nsp",
    }  # fmt: skip
    result = with_doubts(asked, rated(asked, answers))
    doubts = result.profile.doubts
    assert {doubt.question for doubt in doubts} == {"cyber-2", "cyber-3", "economie-1"}
    # the weight of each in the global score: 4 × weight ÷ weight of its theme ÷ 9
    narrows = {doubt.question: doubt.narrows for doubt in doubts}
    assert narrows == {
        "cyber-3": Fraction(12, 45), "cyber-2": Fraction(4, 45), "economie-1": Fraction(4, 18),
    }  # fmt: skip
    order = [(not doubt.settles, -doubt.narrows) for doubt in doubts]
    assert order == sorted(order)
    for doubt in doubts:
        certain = all(
            rated(asked, {**answers, doubt.question: level}).profile.certain for level in range(5)
        )
        assert doubt.settles == certain, doubt.question
    assert by_whom(doubts) == {"secretaire": tuple(doubt.question for doubt in doubts)}


def test_P4_a_certain_profile_has_no_doubt_and_a_lone_unknown_settles_it() -> None:
    answers: dict[str, Short] = {**flat(2), "cyber-1": 4, "cyber-2": "nsp"}
    asked = nine()
    sure = with_doubts(asked, rated(asked, answers))
    assert sure.profile.certain
    assert not sure.profile.doubts, "nothing to clear up when the profile is certain"
    unsure: dict[str, Short] = {**flat(2), "cyber-2": "nsp"}
    one = with_doubts(asked, rated(asked, unsure)).profile
    assert (one.low, one.high) == ("retardataire", "pragmatique")
    assert [(d.question, d.settles) for d in one.doubts] == [("cyber-2", True)]


def test_P5_the_rule_is_data() -> None:
    rules = (
        ProfileRule("stratege", (Threshold(Measure("theme", ("cyber",)), "3.5"),)),
        ProfileRule("pragmatique", ()),
    )
    scoring = nine().scoring
    assert scoring is not None
    asked = replace(nine(), scoring=replace(scoring, profile_rules=rules))
    assert rated(asked, flat(0, cyber=4)).profile.low == "stratege"
    assert rated(asked, flat(4, cyber=3)).profile.low == "pragmatique"


def test_P5_the_shipped_rule_is_the_one_of_the_contract() -> None:
    scoring = shipped_questionnaire().scoring
    assert scoring is not None
    assert scoring.profile_rules == RULES
    assert (scoring.classable.pilot_theme, scoring.classable.documented_themes) == ("strategie", 7)


def test_P6_each_condition_says_whether_it_is_met_and_what_is_missing() -> None:
    profile = rated(nine(), flat(2, strategie=1, usagers=3, cyber="nsp")).profile
    pilot, three, overall = (r for r in profile.readings if r.profile == "stratege")
    assert (pilot.met_low, pilot.met_high, pilot.distance) == (False, False, 2)
    assert (three.met_low, three.distance) == (False, Fraction(5, 2) - Fraction(7, 3))
    assert overall.measured == Range(Fraction(16, 9), Fraction(20, 9))
    assert overall.distance == Fraction(5, 2) - Fraction(16, 9)
    (late,) = (r for r in profile.readings if r.profile == "retardataire")
    assert (late.met_low, late.met_high, late.distance) == (True, False, 0)


@pytest.mark.parametrize("profile", ["retardataire", "pragmatique", "stratege"])
def test_P7_every_profile_has_its_kind_label_and_its_portrait(profile: str) -> None:
    kind = {"retardataire": "Au début du chemin", "pragmatique": "En route", "stratege": "Cap tenu"}
    portrait = shipped_knowledge().portraits[profile]  # type: ignore[index]
    assert portrait.kind_label == kind[profile]
    assert portrait.portrait
    assert "retardataire" not in portrait.portrait.lower()


# --- S10


def express(level: Short) -> dict[str, Short]:
    return {f"{theme}-1": level for theme in THEMES}


def test_S10_the_preview_is_due_once_every_express_question_has_an_answer() -> None:
    asked = nine(per_theme=3)
    assert rated(asked, {**express(3), "cyber-1": None}).preview is None
    result = rated(asked, express(3))
    assert not result.profile.classable
    assert result.preview is not None
    assert result.preview.overall == Range(Fraction(3), Fraction(3))
    assert result.preview.profile.low == "stratege"
    assert len(result.preview.traces()) == len(THEMES)
    assert result.overall == Range(Fraction(1), Fraction(11, 3)), "the whole keeps its own range"


def test_S10_not_knowing_or_sans_objet_is_an_answer() -> None:
    asked = nine(per_theme=3)
    result = rated(asked, {**express(2), "cyber-1": "nsp", "economie-1": "so"})
    assert result.preview is not None
    assert result.preview.theme("economie").range is None
    assert result.preview.overall == Range(Fraction(14, 8), Fraction(18, 8))
    assert (result.preview.profile.low, result.preview.profile.high) == (
        "retardataire",
        "pragmatique",
    )


def test_S10_there_is_no_preview_once_there_is_a_profile() -> None:
    assert rated(nine(), flat(2)).preview is None
