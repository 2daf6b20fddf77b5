# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Real months for a plan: pace, delays, prerequisites, closures, and the month that is named."""

import timeit
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autodiag.model.calendar import Calendar, Closure
from autodiag.model.dossier import Snapshot
from autodiag.model.roadmap import (
    HORIZONS,
    Action,
    ActionCatalogue,
    Capacity,
    Decision,
    Horizon,
    PlannedAction,
    Projection,
    Roadmap,
    ShortestPath,
    Span,
)
from autodiag.roadmap.calendar import Quarter, closed_by, months_of
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.schedule import Schedule, chosen_month, missed_month, schedule
from tests.support.builders import VILLAGE, action, assess, question, questionnaire, rated
from tests.support.shipped import random_dossier, shipped_knowledge, shipped_questionnaire

ASKED = questionnaire(question("strategie-1"))
START = date(2027, 1, 1)
SUMMER = Closure("ete", "Congés d’été", "2027-07", "2027-08", yearly=True)
SPRING = Closure("vote", "Vote du budget", "2027-02", "2027-03")
WINTER = Closure("hiver", "Fin d’année", "2027-12", "2028-01", yearly=True)
Placed = Sequence[Sequence[Action]]


def dossier(
    decisions: Mapping[str, str], closures: Sequence[Closure] = (), start: str = "2027-01"
) -> Snapshot:
    """Each decision is the day that somebody named."""
    kept = {name: Decision(name, "retenue", day=day) for name, day in decisions.items()}
    calendar = Calendar(start, tuple(closures))
    return Snapshot(VILLAGE, {}, ASKED, assess({}), kept, {}, calendar=calendar)


def planned(one: Action) -> PlannedAction:
    return PlannedAction(one.id, "action", one.title, one.effort, one.initial_cost)


def roadmap(placed: Placed, days: Sequence[float], repeated: float = 0.0) -> Roadmap:
    horizons = tuple(
        Horizon(
            HORIZONS[rank],
            tuple(planned(one) for one in actions),
            days[rank],
            0,
            Span(0, 0),
            Span(0, 0),
            Span(repeated, repeated),
        )
        for rank, actions in enumerate(placed)
    )
    led = Projection(None, {}, rated(ASKED, {}).profile)
    nowhere = ShortestPath(None, possible=False, proven=True)
    return Roadmap(horizons, (), (), led, Capacity(2, 0), nowhere, True, True, "2026-11-22", "")


def timed(
    placed: Placed,
    chosen: Mapping[str, str] | None = None,
    *,
    closures: Sequence[Closure] = (),
    days: Sequence[float] = (12, 24, 36),
    repeated: float = 0.0,
) -> Schedule:
    found = roadmap([*placed, *([[]] * (3 - len(placed)))], days, repeated)
    catalogue = ActionCatalogue({a.id: a for actions in placed for a in actions}, (), "")
    return schedule(dossier(chosen or {}, closures), found, catalogue)


def shown(found: Schedule) -> dict[str, str]:
    return {name: f"{slot.first:%Y-%m} {slot.last:%Y-%m}" for name, slot in found.slots.items()}


def days(name: str, effort: float, delay: int = 1, needs: Sequence[str] = ()) -> Action:
    return action(name, effort=(effort, effort), delay=delay, needs=needs)


# --- pace


def test_what_comes_first_is_done_first_at_the_pace_there_is() -> None:
    found = timed([[days("a", 3), days("b", 1), days("c", 2)], [days("d", 4)]])
    assert shown(found) == {
        "a": "2027-01 2027-02", "b": "2027-02 2027-02", "c": "2027-03 2027-03",
        "d": "2027-07 2027-08",
    }  # fmt: skip
    assert [found.slots[name].horizon for name in "abcd"] == [0, 0, 0, 1]


def test_R3_the_repeated_work_of_earlier_actions_takes_its_days_first() -> None:
    assert shown(timed([[days("a", 2)]], repeated=6)) == {"a": "2027-01 2027-02"}
    assert shown(timed([[days("a", 2)]], repeated=99)) == {"a": "2027-01 2027-06"}


def test_R3_a_delay_counts_even_when_the_work_is_short() -> None:
    found = timed([[days("a", 1, delay=4), days("b", 1)]])
    assert shown(found) == {"a": "2027-01 2027-04", "b": "2027-01 2027-01"}
    assert shown(timed([[days("a", 0, delay=0)]])) == {"a": "2027-01 2027-01"}


def test_R3_over_capacity_it_ends_with_its_horizon() -> None:
    found = timed([[days("a", 99), days("b", 1)]])
    assert shown(found) == {"a": "2027-01 2027-06", "b": "2027-01 2027-06"}


def test_R8_without_any_day_everything_is_due_at_the_end_of_its_horizon() -> None:
    found = timed([[days("a", 1)], [days("b", 1)], [days("c", 1)]], days=(0, 0, 0))
    assert [f"{slot.last:%Y-%m}" for slot in found.slots.values()] == [
        "2027-06", "2028-06", "2029-12"
    ]  # fmt: skip


def test_a_request_to_the_epci_is_a_letter_and_does_not_wait_for_its_delay() -> None:
    long = days("a", 9, delay=6, needs=["b"])
    plan = roadmap([[days("b", 4)], [], []], (12, 24, 36))
    asked = replace(planned(long), kind="request", effort=Span(1 / 14, 1 / 14))
    first = replace(plan.horizons[0], actions=(asked, *plan.horizons[0].actions))
    catalogue = ActionCatalogue({"a": long, "b": days("b", 4)}, (), "")
    found = schedule(dossier({}), replace(plan, horizons=(first, *plan.horizons[1:])), catalogue)
    assert shown(found)["a"] == "2027-01 2027-01"


@pytest.mark.parametrize(
    ("days_there", "ends"),
    [(0, "2027-02"), (0.1, "2027-02"), (3, "2027-03"), (60, "2027-02")],
)
def test_R1_asking_comes_first_however_few_the_days(days_there: float, ends: str) -> None:
    asked = [
        PlannedAction(f"q{n}", "enquiry", "", Span(1 / 14, 1 / 14), Span(0, 0)) for n in range(9)
    ]
    plan = roadmap([[days("a", 2)], [], []], (days_there, 24, 36))
    first = replace(plan.horizons[0], actions=(*plan.horizons[0].actions, *asked))
    january = Closure("x", "", "2027-01", "2027-01")
    found = schedule(
        dossier({"a": "2027-03"}, [january]),
        replace(plan, horizons=(first, *plan.horizons[1:])),
        ActionCatalogue({"a": days("a", 2)}, (), ""),
    )
    assert max(f"{found.slots[one.id].last:%Y-%m}" for one in asked) == ends


# --- prerequisites


def test_R3_what_waits_begins_after_what_it_waits_for() -> None:
    found = timed([[days("a", 1, delay=3), days("b", 1, needs=["a"])], [days("c", 1, needs=["b"])]])
    assert shown(found) == {
        "a": "2027-01 2027-03", "b": "2027-04 2027-04", "c": "2027-07 2027-07"
    }  # fmt: skip


def test_R3_what_waits_for_the_last_month_shares_it() -> None:
    found = timed([[days("a", 12), days("b", 0, needs=["a"])]], closures=[WINTER, SPRING])
    assert shown(found) == {"a": "2027-04 2027-06", "b": "2027-06 2027-06"}


# --- closures


def test_nothing_is_worked_on_nor_due_in_a_closed_month() -> None:
    found = timed(
        [[days("a", 5), days("b", 1, delay=2)], [days("c", 6)]], closures=[SPRING, SUMMER]
    )
    # twelve days over four open months: three each
    assert shown(found) == {
        "a": "2027-01 2027-04", "b": "2027-04 2027-05", "c": "2027-09 2027-11"
    }  # fmt: skip
    late = timed([[days("a", 1, delay=2)]], closures=[SPRING])
    assert shown(late) == {"a": "2027-01 2027-04"}


def test_a_horizon_that_ends_closed_is_done_in_the_last_open_month() -> None:
    end = Closure("x", "", "2027-05", "2027-06")
    assert shown(timed([[days("a", 99)]], closures=[end])) == {"a": "2027-01 2027-04"}


def test_a_horizon_with_no_open_month_is_due_at_its_end() -> None:
    whole = Closure("x", "", "2027-01", "2027-06")
    assert shown(timed([[days("a", 1)]], closures=[whole], days=(0, 24, 36))) == {
        "a": "2027-06 2027-06"
    }


# --- the month that somebody names


@pytest.mark.parametrize(
    ("decision", "month"),
    [
        (Decision("a", "retenue", day="2027-04-30"), date(2027, 4, 1)),
        (Decision("a", "reportee", day="2027-04"), date(2027, 4, 1)),
        (Decision("a", "retenue", day="2027"), None),
        (Decision("a", "retenue", day=""), None),
        (Decision("a", "retenue", day="2027-13"), None),
        (Decision("a", "retenue", day="au printemps"), None),
        (Decision("a", "faite", day="2027-04-30"), None),
        (None, None),
    ],
)
def test_R6_the_month_that_a_decision_names(decision: Decision | None, month: date | None) -> None:
    assert chosen_month(decision) == month


def test_R6_a_named_month_of_its_horizon_is_when_it_is_due() -> None:
    found = timed([[days("a", 2), days("b", 3)]], {"b": "2027-03-15"})
    assert shown(found) == {"a": "2027-01 2027-01", "b": "2027-02 2027-03"}
    assert (found.slots["b"].chosen, found.slots["a"].chosen) == (True, False)
    assert list(found.slots) == ["a", "b"]
    closed = timed([[days("a", 1)]], {"a": "2027-03"}, closures=[SPRING])
    assert closed.slots["a"].last == date(2027, 3, 1)


def test_R6_a_named_month_of_another_horizon_pins_nothing() -> None:
    found = timed([[days("a", 2)]], {"a": "2028-03"})
    assert shown(found) == {"a": "2027-01 2027-01"}
    assert not found.slots["a"].chosen


def test_R6_what_a_named_month_needs_is_done_before_it() -> None:
    plan = [[days("x", 6), days("a", 2), days("b", 1, needs=["a"])]]
    assert shown(timed(plan)) == {
        "x": "2027-01 2027-03", "a": "2027-04 2027-04", "b": "2027-05 2027-05"
    }  # fmt: skip
    assert shown(timed(plan, {"b": "2027-02"})) == {
        "x": "2027-02 2027-05", "a": "2027-01 2027-01", "b": "2027-02 2027-02"
    }  # fmt: skip


def test_R6_a_named_month_takes_the_days_before_it_and_none_after() -> None:
    found = timed([[days("a", 8), days("b", 8)]], {"a": "2027-02"})
    assert shown(found) == {"a": "2027-01 2027-02", "b": "2027-03 2027-06"}
    found = timed([[days("a", 1, delay=3)]], {"a": "2027-05"})
    assert shown(found) == {"a": "2027-03 2027-05"}


# --- quarters


def test_what_is_due_in_a_quarter_comes_in_the_order_of_the_plan() -> None:
    found = timed([[days("a", 7), days("b", 1), days("c", 1)]])
    assert [slot.action for slot in found.due_in(Quarter(2027, 2))] == ["a", "b", "c"]
    assert found.due_in(Quarter(2027, 1)) == ()
    assert len(found.quarters) == 12
    everything = [s.action for quarter in found.quarters for s in found.due_in(quarter)]
    assert sorted(everything) == ["a", "b", "c"]


# --- whatever the plan


@st.composite
def plans(draw: st.DrawFn) -> tuple[list[list[Action]], dict[str, str], list[Closure], float]:
    names = [f"a{rank}" for rank in range(draw(st.integers(1, 8)))]
    placed: list[list[Action]] = [[], [], []]
    horizon = 0
    for rank, name in enumerate(names):
        horizon = draw(st.integers(horizon, 2))
        needs = draw(st.lists(st.sampled_from(names[:rank]), max_size=2)) if rank else []
        effort, delay = draw(st.integers(0, 20)) / 2, draw(st.integers(0, 6))
        placed[horizon].append(days(name, effort, delay, tuple(dict.fromkeys(needs))))
    named = draw(st.sets(st.sampled_from(names), max_size=2))
    chosen = {n: f"{2027 + draw(st.integers(0, 2))}-{draw(st.integers(1, 12)):02}" for n in named}
    closures = draw(st.lists(st.sampled_from([SUMMER, SPRING, WINTER]), max_size=3))
    return placed, chosen, closures, draw(st.sampled_from([0, 0.5, 2, 10]))


@settings(max_examples=120)
@given(plans())
def test_R3_slots_are_in_their_horizon_in_order_and_never_negative(
    plan: tuple[list[list[Action]], dict[str, str], list[Closure], float],
) -> None:
    placed, chosen, closures, pace = plan
    room = [pace * months for months in (6, 12, 18)]
    found = timed(placed, chosen, closures=closures, days=room)
    assert list(found.slots) == [one.id for actions in placed for one in actions]
    calendar = Calendar("", tuple(closures))
    for one in (each for actions in placed for each in actions):
        slot = found.slots[one.id]
        months = months_of(START, slot.horizon)
        assert months[0] <= slot.first <= slot.last <= months[-1]
        if slot.chosen:
            assert f"{slot.last:%Y-%m}" == chosen[one.id]
            continue
        ends = [found.slots[need].last for need in one.prerequisites]
        assert all(slot.last >= end and slot.first >= end for end in ends)
        if not chosen:
            assert not closed_by(calendar, slot.first)
            assert not closed_by(calendar, slot.last)


@settings(max_examples=60)
@given(plans())
def test_R8_no_month_gives_more_days_than_it_has(
    plan: tuple[list[list[Action]], dict[str, str], list[Closure], float],
) -> None:
    placed, _, closures, pace = plan
    found = timed(placed, closures=closures, days=[pace * months for months in (6, 12, 18)])
    calendar = Calendar("", tuple(closures))
    for horizon, actions in enumerate(placed):
        months = months_of(START, horizon)
        opened = [m for m in months if not closed_by(calendar, m)]
        share = pace * len(months) / len(opened)
        for rank, end in enumerate(opened[:-1], 1):
            done = sum(a.effort.high for a in actions if found.slots[a.id].last <= end)
            assert done <= share * rank + 1e-6


@pytest.mark.parametrize("seed", [1, 4])
def test_R3_a_plan_of_the_shipped_catalogue_has_its_months_at_once(seed: int) -> None:
    drawn = random_dossier(seed, decided=True)
    plan = plan_roadmap(drawn.situation(), date(2026, 11, 22), 0.4)
    snapshot = Snapshot(
        drawn.authority,
        drawn.facts,
        shipped_questionnaire(),
        assess(drawn.answers),
        drawn.decisions,
        {},
        calendar=Calendar("2027-03", (SUMMER, WINTER)),
    )
    catalogue = shipped_knowledge().actions
    found = schedule(snapshot, plan, catalogue)
    spent = min(timeit.repeat(lambda: schedule(snapshot, plan, catalogue), number=1, repeat=7))
    assert found.slots.keys() == {one.id for h in plan.horizons for one in h.actions}
    assert len(found.quarters) == 13
    assert spent < 0.004  # 0.5 ms alone on its machine


def test_a_named_month_outside_the_period_of_its_action_is_said_to_be_missed() -> None:
    kept = dossier({"site": "2027-04-30"})
    assert missed_month(kept, "site", 1) == date(2027, 4, 1)
    assert missed_month(kept, "site", 0) is None
    assert missed_month(kept, "autre", 1) is None
    done = replace(kept, decisions={"site": Decision("site", "faite", day="2027-04-30")})
    assert missed_month(done, "site", 1) is None
