# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A plan made again after its first months: what is to do goes on from that day, what was promised
stays where it was, and is late (contract R3, R6)."""

from dataclasses import replace
from datetime import date

from autodiag.model.calendar import Calendar
from autodiag.model.roadmap import Capacity, Decision, Roadmap
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.schedule import Schedule, schedule
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.stored import digest_inputs
from tests.roadmap.test_follow_up import KEPT, Town
from tests.support.builders import DAY

PINNED = [Decision("un", "retenue", horizon="0-6")]
"""For the first six months; the other action is to be chosen by the plan."""


def again(town: Town, day: str) -> tuple[Roadmap, Schedule]:
    snapshot = town.snapshot()
    made = plan_roadmap(town.situation(snapshot), date.fromisoformat(day))
    return made, schedule(snapshot, made, town.catalogue)


def test_R3_a_plan_made_again_places_nothing_undecided_in_a_month_that_is_over() -> None:
    made, slots = again(Town(PINNED), "2027-10-21")
    months = {name: (slot.horizon, slot.first, slot.last) for name, slot in slots.slots.items()}
    assert months["renseigner-cyber-1"] == (1, date(2027, 10, 1), date(2027, 10, 1))
    assert months["deux"][0] == 1
    assert months["deux"][1] >= date(2027, 10, 1)
    assert [horizon.over for horizon in made.horizons] == [True, False, False]
    # nine months left of the second period, that of October whole
    assert [horizon.days_available for horizon in made.horizons] == [0, 18, 36]


def test_R3_the_months_of_a_period_that_are_over_take_nothing_either() -> None:
    made, slots = again(Town(KEPT), "2027-03-31")
    assert min(slot.first for slot in slots.slots.values()) == date(2027, 3, 1)
    assert made.horizons[0].days_available == 8


def test_R6_what_was_retained_in_a_period_that_is_over_stays_late_in_the_new_plan() -> None:
    town = Town(PINNED)
    first = plan_roadmap(town.situation(town.snapshot()), DAY)
    made, _ = again(town, "2027-10-21")
    late = [one.action for one in town.on("2027-10-21", made).late]
    assert late == ["un"]
    assert late[0] in [one.action for one in town.on("2027-10-21", first).late]
    assert made.wishes_kept
    assert not any(horizon.over_capacity for horizon in made.horizons)


def test_R6_a_month_that_somebody_named_stays_theirs_once_over() -> None:
    town = Town([Decision("un", "retenue", horizon="0-6", day="2027-02")])
    _, slots = again(town, "2027-04-21")
    assert slots.slots["un"].last == date(2027, 2, 1)


def test_R3_once_the_three_years_are_over_nothing_is_placed_and_each_says_so() -> None:
    made, slots = again(Town(), "2030-01-01")
    assert all(horizon.over and not horizon.actions for horizon in made.horizons)
    assert not slots.slots
    why = {one.action: one.sentence for one in made.left_out}
    assert why["deux"].startswith("Les trois périodes sont passées")


def test_R3_a_month_that_passes_makes_no_plan_outdated() -> None:
    town = Town()
    situation = town.situation(town.snapshot())
    then = replace(situation, today=date(2028, 5, 5))
    assert digest_inputs(then) == digest_inputs(situation)


def test_R3_what_is_done_asks_again_only_for_the_months_left() -> None:
    situation: Situation = Town().situation(Town().snapshot())
    later = replace(situation, today=date(2027, 10, 1), capacity=Capacity(2, 900))
    assert later.lengths == later.months == (0, 9, 18)
    assert (later.now, later.euros) == (1, (450, 900, 1350))
    summer = replace(later, calendar=Calendar("2027-01"), today=date(2026, 1, 1))
    assert summer.lengths == (6, 12, 18)
