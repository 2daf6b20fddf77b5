# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Contract R2: what the answers become once actions are done."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from autodiag.model.condition import FactIs
from autodiag.model.result import Range, Result
from autodiag.model.roadmap import Combination, Decision
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.whatif import what_if
from tests.roadmap.constraints import reading_of
from tests.scoring.second import items_in, total
from tests.support.builders import Short, action, question, questionnaire, situate
from tests.support.shipped import FOLDER, random_dossier, shipped_knowledge

ASKED = questionnaire(question("edu-1"), question("edu-2"), question("eco-1"))
ITEMS = items_in(FOLDER)
ACTIONS = tuple(shipped_knowledge().actions.actions)


def done(situation: Situation, *actions: str) -> Result:
    return what_if(situation.questionnaire, situation.result, situation.levels(actions))


def levels(result: Result) -> dict[str, tuple[int, int]]:
    return {name: (t.low, t.high) for name, t in result.traces().items() if t.counts}


def test_R2_the_highest_target_is_reached_and_never_a_sum() -> None:
    actions = [action("a", {"edu-1": 2}), action("b", {"edu-1": 3}), action("c", {"edu-1": 1})]
    situation = situate(ASKED, {"edu-1": 1, "edu-2": 4, "eco-1": 0}, actions)
    assert levels(done(situation, "a", "b", "c"))["edu-1"] == (3, 3)
    assert levels(done(situation, "a"))["edu-1"] == (2, 2)


def test_R2_a_what_if_only_raises() -> None:
    situation = situate(ASKED, {"edu-1": 4, "edu-2": 1, "eco-1": 1}, [action("a", {"edu-1": 2})])
    assert levels(done(situation, "a")) == levels(situation.result)


def test_R2_an_unknown_answer_is_between_the_target_and_4() -> None:
    actions = [action("a", {"edu-1": 2, "edu-2": 3})]
    situation = situate(ASKED, {"edu-1": "nsp", "eco-1": 1}, actions)
    after = done(situation, "a")
    assert levels(after) == {"edu-1": (2, 4), "edu-2": (3, 4), "eco-1": (1, 1)}
    assert after.theme("edu").range == Range(Fraction(5, 2), Fraction(4))


def test_R2_what_does_not_count_stays_out() -> None:
    asked = questionnaire(question("edu-1", applicable=FactIs("ecole")), question("eco-1"))
    actions = [action("a", {"edu-1": 4, "eco-1": 4, "ailleurs-9": 4})]
    situation = situate(asked, {"edu-1": 0, "eco-1": "so"}, actions, facts={"ecole": False})
    assert done(situation, "a").overall is None
    assert [t.state for t in done(situation, "a").traces().values()] == [
        "non_applicable",
        "sans_objet",
    ]


def test_R2_a_combination_asks_that_each_member_be_done_planned_or_not_apply() -> None:
    actions = [action("a"), action("b"), action("c", applicable=FactIs("site"))]
    group = [Combination("edu-1", 4, ("a", "b", "c"), "")]
    answers: dict[str, Short] = {"edu-1": 1, "edu-2": 0, "eco-1": 0}

    def reached(*planned: str, done_already: tuple[str, ...] = (), **facts: bool) -> int:
        decisions = [Decision(name, "faite") for name in done_already]
        situation = situate(
            ASKED, answers, actions, combinations=group, decisions=decisions, facts=facts
        )
        return levels(done(situation, *planned))["edu-1"][0]

    assert reached("a", "b") == 1
    assert reached("a", "b", "c") == 4
    assert reached("a", "b", site=False) == 4
    assert reached("a", "b", site=True) == 1
    assert reached("a", site=False) == 1
    assert reached("a", done_already=("b",), site=False) == 4


chosen = st.sets(st.sampled_from(ACTIONS), max_size=25)


@settings(max_examples=100)
@given(st.integers(0, 400), chosen, chosen)
def test_R2_more_actions_never_lower_a_level_and_agree_with_the_second_reading(
    seed: int, few: set[str], more: set[str]
) -> None:
    dossier = random_dossier(seed, decided=True)
    reading = reading_of(dossier, ITEMS)
    situation = reading.situation
    first, then = done(situation, *sorted(few)), done(situation, *sorted(few | more))
    before, after, later = levels(situation.result), levels(first), levels(then)
    # applicability is fixed: the same questions count
    assert before.keys() == after.keys() == later.keys()
    for name, (low, high) in before.items():
        assert low <= after[name][0] <= later[name][0] <= 4
        assert high <= after[name][1] <= later[name][1]
    expected = total(ITEMS, reading.after(few))
    overall = first.overall
    assert ((overall.low, overall.high) if overall else None) == expected.overall
    assert (first.profile.low, first.profile.high) == (expected.low, expected.high)
