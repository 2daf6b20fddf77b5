# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Dossiers at the edge: each has a plan, months, a path and sentences that make sense."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from autodiag.model.calendar import Calendar, Closure
from autodiag.model.dossier import Snapshot
from autodiag.model.roadmap import Capacity, Decision, Roadmap
from autodiag.roadmap.path_reasons import path_reasons
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.schedule import Schedule, schedule
from autodiag.roadmap.situation import Situation, situation_of
from autodiag.roadmap.variants import VARIANTS, plan_variant
from autodiag.roadmap.yearly import yearly_work
from autodiag.scoring.score import score
from tests.support.builders import Short, assess
from tests.support.shipped import (
    RandomDossier,
    random_dossier,
    shipped_knowledge,
    shipped_questionnaire,
)

TODAY = date(2026, 11, 22)
UNLIMITED = Capacity(10_000, 1_000_000_000, days_assumed=False, euros_assumed=False)
NOTHING = Capacity(0, 0, days_assumed=False, euros_assumed=False)
ACTIONS = shipped_knowledge().actions
ZERO: dict[str, Short] = dict.fromkeys(shipped_questionnaire().questions, 0)
REFUSED = {name: Decision(name, "refusee", reason="Pas chez nous") for name in ACTIONS.actions}
ALWAYS = Closure("tout", "Toujours", "2027-01", "2027-12", yearly=True)


class Edge:
    """A village, its plan and its months."""

    def __init__(self, drawn: RandomDossier, calendar: Calendar) -> None:
        self.snapshot = Snapshot(
            drawn.authority,
            drawn.facts,
            shipped_questionnaire(),
            assess(drawn.answers),
            drawn.decisions,
            {},
            capacity=drawn.capacity,
            calendar=calendar,
        )
        snapshot = self.snapshot
        result = score(
            snapshot.questionnaire, snapshot.assessment, snapshot.authority, snapshot.facts
        )
        self.situation: Situation = situation_of(snapshot, result, shipped_knowledge())
        self.roadmap: Roadmap = plan_roadmap(self.situation, TODAY)
        self.schedule: Schedule = schedule(snapshot, self.roadmap, ACTIONS)
        self.placed = [one.id for h in self.roadmap.horizons for one in h.actions]
        self.sentences = {one.sentence for one in self.roadmap.left_out}


def edge_of(drawn: RandomDossier, calendar: Calendar | None = None) -> Edge:
    return Edge(drawn, calendar or Calendar())


@cache
def edge(name: str) -> Edge:
    village = random_dossier(11, (612,))
    match name:
        case "zero":
            return edge_of(replace(village, answers=ZERO, capacity=UNLIMITED))
        case "sans_moyens":
            return edge_of(replace(village, capacity=NOTHING))
        case "sans_budget":
            return edge_of(replace(village, capacity=replace(UNLIMITED, euros_per_year=0)))
        case "refus":
            return edge_of(replace(village, decisions=REFUSED))
        case _:
            return edge_of(village, Calendar("2027-01", (ALWAYS,)))


@pytest.mark.parametrize("name", ["zero", "sans_moyens", "sans_budget", "refus", "ferme"])
def test_R3_R5_every_action_has_its_months_or_a_sentence_that_says_why_not(name: str) -> None:
    found = edge(name)
    assert found.roadmap.optimal
    assert list(found.schedule.slots) == found.placed
    assert all(slot.first <= slot.last for slot in found.schedule.slots.values())
    assert {a.action for a in found.roadmap.left_out} == ACTIONS.actions.keys() - found.placed
    assert all(one.endswith(".") and "{" not in one for one in found.sentences)
    path = found.roadmap.shortest
    reasons = path_reasons(found.situation, path)
    assert reasons.keys() == set(path.actions)
    assert all(reasons.values())


def test_R3_all_at_zero_without_limit_clears_what_the_catalogue_can_and_begins_at_once() -> None:
    found = edge("zero")
    cleared = {o for h in found.roadmap.horizons for one in h.actions for o in one.obligations}
    left = {state.obligation.id for state in found.situation.unmet} - cleared
    # the rest waits for actions that suit some only, which the user has not retained
    for name in left:
        by = shipped_knowledge().obligations[name].cleared_by
        assert all(
            found.situation.fitness(ACTIONS.actions[a]) not in ("prioritaire", "adaptee")
            for a in by
        )
    assert not any(h.over_capacity or h.tight for h in found.roadmap.horizons)
    assert {one.code for one in found.roadmap.left_out}.isdisjoint(
        {"capacite", "argent", "trop_grande", "trop_chere", "delai", "calcul"}
    )
    assert found.roadmap.projection.profile.low == "stratege"
    path = found.roadmap.shortest
    assert (path.target, path.possible) == ("pragmatique", True)
    # with all the days that one wants, only delays are left
    assert path.months is not None
    assert path.months <= 24
    assert next(iter(found.schedule.slots.values())).first == found.schedule.start


def test_R8_without_any_means_nothing_is_planned_and_it_is_said_so() -> None:
    found = edge("sans_moyens")
    kinds = {one.kind for h in found.roadmap.horizons for one in h.actions}
    assert kinds <= {"enquiry"}
    said = [s for s in found.sentences if s.startswith("Aucun jour n’est disponible")]
    assert len(said) == 1
    path = found.roadmap.shortest
    assert (path.possible, path.months) == (True, None)
    assert found.roadmap.projection.overall == found.situation.result.overall
    assert yearly_work(found.roadmap, ACTIONS) == ()


def test_R8_without_any_money_what_asks_for_some_says_so() -> None:
    found = edge("sans_budget")
    assert all(h.euros.high == 0 for h in found.roadmap.horizons)
    assert any(one.startswith("Aucune dépense n’est prévue") for one in found.sentences)


def test_R8_a_calendar_without_an_open_month_is_as_no_day_at_all() -> None:
    found = edge("ferme")
    assert [h.days_available for h in found.roadmap.horizons] == [0, 0, 0]
    assert any(one.startswith("Aucun jour n’est disponible") for one in found.sentences)
    assert (found.roadmap.shortest.possible, found.roadmap.shortest.months) == (True, None)


def test_R6_with_every_action_refused_the_reason_is_given_back_and_no_path_is_left() -> None:
    found = edge("refus")
    assert found.sentences == {"Vous avez choisi de ne pas la retenir\u00a0: Pas chez nous."}
    path = found.roadmap.shortest
    assert (path.target, path.possible, path.actions) == ("pragmatique", False, ())
    assert found.roadmap.projection.overall == found.situation.result.overall


@pytest.mark.parametrize("name", ["sans_moyens", "refus"])
@pytest.mark.parametrize("variant", VARIANTS)
def test_other_plans_of_the_same_edge_are_as_empty(name: str, variant: str) -> None:
    found = edge(name)
    other = plan_variant(found.situation, variant, TODAY)
    kinds = {one.kind for h in other.horizons for one in h.actions}
    assert kinds <= {"enquiry"}
    assert other.optimal


@pytest.mark.long
def test_R4_a_start_moved_over_a_closure_makes_the_plan_outdated() -> None:
    summer = Closure("ete", "Congés d’été", "2027-07", "2027-08", yearly=True)

    other = random_dossier(21, (612,))
    path = edge_of(other).roadmap.shortest
    pace = Capacity(path.days.high / 6.5, 2_000)  # seven months of work: until June, or September

    def begun(start: str, *closures: Closure) -> Edge:
        return edge_of(replace(other, capacity=pace), Calendar(start, closures))

    december, january = begun("2026-12", summer), begun("2027-01", summer)
    # as many days in each period, and yet another wait for the same path
    assert december.situation.months == january.situation.months
    assert december.roadmap.shortest.months != january.roadmap.shortest.months
    assert december.roadmap.inputs_sha256 != january.roadmap.inputs_sha256
    renamed = begun("2026-12", replace(summer, title="Vacances"))
    assert renamed.roadmap.inputs_sha256 == december.roadmap.inputs_sha256
    # without any closure, when it begins changes nothing of the plan
    assert begun("2026-12").roadmap.inputs_sha256 == begun("2027-06").roadmap.inputs_sha256
