# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Contract S1–S5, S8, S9: which questions count, and the ranges of themes and of the whole."""

from fractions import Fraction

from autodiag.model.assessment import Answered
from autodiag.model.condition import AllOf, AnyOf, Condition, FactIs, KindIs, Not, PopulationIs
from autodiag.model.result import Range
from autodiag.scoring.score import score
from autodiag.text import numbers
from tests.support.builders import assess, question, questionnaire, rated, town

SCHOOL = FactIs("ecole")


def asked_when(condition: Condition, **facts: bool) -> bool:
    asked = questionnaire(question("edu-1", applicable=condition))
    return rated(asked, {"edu-1": 2}, town(612), facts).traces()["edu-1"].counts


def test_S1_a_question_is_hidden_only_when_its_condition_is_false() -> None:
    assert asked_when(SCHOOL, ecole=True)
    assert not asked_when(SCHOOL, ecole=False)
    assert asked_when(SCHOOL), "an unknown fact never hides a question"
    assert not asked_when(Not(SCHOOL), ecole=True)
    assert asked_when(Not(SCHOOL))


def test_S1_unknown_facts_follow_three_valued_logic() -> None:
    big, epci = PopulationIs(">=", 3_500), KindIs(("epci",))
    assert not asked_when(AllOf((SCHOOL, big))), "false whatever the fact"
    assert asked_when(AllOf((SCHOOL, PopulationIs("<", 1_000))))
    assert asked_when(AnyOf((SCHOOL, epci)))
    assert not asked_when(AnyOf((SCHOOL, epci)), ecole=False)


def test_S1_an_unknown_population_never_hides_a_question() -> None:
    asked = questionnaire(question("edu-1", applicable=PopulationIs(">", 10_000)))
    assert rated(asked, {}, town(None)).traces()["edu-1"].counts
    assert not rated(asked, {}, town(10_000)).traces()["edu-1"].counts


def test_S2_an_answer_to_a_question_that_does_not_apply_is_kept_and_inactive() -> None:
    asked = questionnaire(question("edu-1", applicable=SCHOOL), question("edu-2"))
    given = assess({"edu-1": 4, "edu-2": 1})
    before = score(asked, given, town(), {"ecole": False})
    assert before.theme("edu").range == Range(Fraction(1), Fraction(1))
    trace = before.traces()["edu-1"]
    assert (trace.state, trace.reason) == ("non_applicable", "ne s’applique pas")
    assert given.answers["edu-1"] == Answered(4)
    assert score(asked, given, town(), {"ecole": True}).traces()["edu-1"].low == 4


def test_S2_a_question_sans_objet_does_not_count_and_gives_its_reason() -> None:
    asked = questionnaire(question("edu-1", 3), question("edu-2"))
    result = rated(asked, {"edu-1": "so", "edu-2": 3})
    assert result.theme("edu").range == Range(Fraction(3), Fraction(3))
    assert result.traces()["edu-1"].reason == "pas chez nous"


def test_S3_unknown_and_missing_answers_are_0_in_the_low_bound_and_4_in_the_high() -> None:
    asked = questionnaire(question("edu-1", 3), question("edu-2", 2), question("edu-3", 1))
    result = rated(asked, {"edu-1": 2, "edu-2": "nsp"})
    assert result.theme("edu").range == Range(Fraction(6, 6), Fraction(6 + 8 + 4, 6))


def test_S4_a_theme_without_counting_question_is_sans_objet_and_leaves_the_global() -> None:
    asked = questionnaire(question("strategie-1"), question("edu-1", applicable=SCHOOL))
    result = rated(asked, {"strategie-1": 3, "edu-1": 0}, facts={"ecole": False})
    assert result.theme("edu").range is None
    assert result.overall == Range(Fraction(3), Fraction(3))


def test_S4_nothing_that_counts_gives_no_score_and_no_error() -> None:
    asked = questionnaire(question("strategie-1"), question("edu-1"))
    result = rated(asked, {"strategie-1": "so", "edu-1": "so"})
    assert result.overall is None
    assert not result.profile.classable
    assert result.preview is None


def test_S5_the_global_is_the_plain_mean_whatever_the_themes_weigh() -> None:
    asked = questionnaire(
        question("strategie-1", 3), question("strategie-2", 3), question("edu-1"), question("eco-1")
    )
    result = rated(asked, {"strategie-1": 4, "strategie-2": 4, "edu-1": 1, "eco-1": "nsp"})
    assert result.overall == Range(Fraction(5, 3), Fraction(9, 3))


def test_S5_scores_are_exact() -> None:
    asked = questionnaire(*(question(f"edu-{n}") for n in range(3)), question("eco-1", 7))
    result = rated(asked, {"edu-0": 1, "edu-1": 0, "edu-2": 0, "eco-1": 0})
    assert result.overall == Range(Fraction(1, 6), Fraction(1, 6))


def test_S8_the_trace_explains_the_score_of_each_theme() -> None:
    asked = questionnaire(
        question("edu-1", 3), question("edu-2"), question("edu-3"), question("edu-4"),
        question("edu-5", applicable=SCHOOL),
    )  # fmt: skip
    answers = {"edu-1": 2, "edu-2": "nsp", "edu-3": "so", "edu-5": 4}
    theme = rated(asked, answers, facts={"ecole": False}).theme("edu")
    assert [(t.question, t.weight, t.state, t.counts) for t in theme.questions] == [
        ("edu-1", 3, "niveau", True),
        ("edu-2", 1, "nsp", True),
        ("edu-3", 1, "sans_objet", False),
        ("edu-4", 1, "sans_reponse", True),
        ("edu-5", 1, "non_applicable", False),
    ]
    counting = [t for t in theme.questions if t.counts]
    weight = sum(t.weight for t in counting)
    again = Range(
        Fraction(sum(t.weight * t.low for t in counting), weight),
        Fraction(sum(t.weight * t.high for t in counting), weight),
    )
    assert theme.range == again
    assert theme.count("nsp") == theme.count("sans_objet") == 1


def test_S9_a_range_is_said_between_two_numbers_and_a_threshold_missed_is_not_shown() -> None:
    asked = questionnaire(*(question(f"edu-{n}") for n in range(25)))
    # 49/25 = 1.96: one decimal is enough below 2; 1.99… would need more
    answers: dict[str, int | str | None] = {f"edu-{n}": 2 for n in range(25)}
    low = rated(asked, {**answers, "edu-0": 1, "edu-1": "nsp"}).overall
    assert low == Range(Fraction(47, 25), Fraction(51, 25))
    limits = (Fraction(2),)
    assert low is not None
    assert numbers.score_range(low.low, low.high, limits) == "entre 1,8 et 2,0 sur\u00a04"
    assert numbers.score(Fraction(1999, 1000), limits) == "1,9"
    assert numbers.score(Fraction(249, 100), (Fraction(5, 2),)) == "2,4"
    assert numbers.score(Fraction(2), limits) == "2,0"
