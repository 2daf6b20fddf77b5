# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Dossiers that contradict themselves: each still gets a plan that holds (R3, R5, R6)."""

from dataclasses import replace

import pytest

from autodiag.model.roadmap import Capacity, Decision, OwnAction, Roadmap, Span
from autodiag.roadmap.roadmap import plan_roadmap
from tests.roadmap.constraints import Checks, reading_of
from tests.scoring.second import items_in
from tests.support.builders import DAY, action, question, questionnaire, situate, town
from tests.support.shipped import (
    FOLDER,
    RandomDossier,
    random_dossier,
    shipped_knowledge,
    shipped_questionnaire,
)

ITEMS = items_in(FOLDER)
ACTIONS = tuple(shipped_knowledge().actions.actions)
ASKED = questionnaire(question("strategie-1"), question("cyber-1"))
LOW = {"strategie-1": 0, "cyber-1": 0}


def checked(dossier: RandomDossier, seconds: float = 1.5) -> Roadmap:
    reading = reading_of(dossier, ITEMS)
    roadmap = plan_roadmap(reading.situation, DAY, seconds)
    assert not Checks(reading, roadmap).run()
    return roadmap


def everything(state: str, **how: str) -> dict[str, Decision]:
    return {name: Decision(name, state, **how) for name in ACTIONS}  # type: ignore[arg-type]


def village(**changes: object) -> RandomDossier:
    return replace(random_dossier(2, (612,)), **changes)  # type: ignore[arg-type]


def placed(roadmap: Roadmap) -> dict[str, int]:
    return {
        each.id: number
        for number, horizon in enumerate(roadmap.horizons)
        for each in horizon.actions
        if each.kind == "action"
    }


def test_R6_everything_retained_is_placed_over_capacity() -> None:
    roadmap = checked(village(decisions=everything("retenue")))
    requests = [a for a in roadmap.horizons[0].actions if a.kind == "request"]
    assert len(placed(roadmap)) + len(requests) == len(ACTIONS)
    assert any(horizon.over_capacity for horizon in roadmap.horizons)


def test_R6_everything_retained_at_once_yields_where_delays_forbid_it() -> None:
    roadmap = checked(village(decisions=everything("retenue", horizon="0-6")))
    actions = shipped_knowledge().actions.actions
    assert not roadmap.wishes_kept
    assert all(actions[a].delay_months <= (6, 12, 18)[h] for a, h in placed(roadmap).items())
    # as many wishes as possible are kept, not none
    assert sum(horizon == 0 for horizon in placed(roadmap).values()) > 40


@pytest.mark.parametrize("state", ["refusee", "faite"])
def test_R6_everything_refused_or_done_leaves_no_action(state: str) -> None:
    roadmap = checked(village(decisions=everything(state)))
    assert not placed(roadmap)
    assert {each.code for each in roadmap.left_out} == {state}


def test_R6_everything_postponed_to_the_end() -> None:
    roadmap = checked(village(decisions=everything("reportee", horizon="18-36")))
    assert set(placed(roadmap).values()) == {2}


def test_R6_a_horizon_too_short_for_the_action_is_let_go_and_said() -> None:
    long, short = action("long", {"cyber-1": 2}, delay=9), action("court", {"strategie-1": 3})
    wishes = [
        Decision("long", "retenue", horizon="0-6"),
        Decision("court", "retenue", horizon="18-36"),
    ]
    roadmap = plan_roadmap(situate(ASKED, LOW, [long, short], decisions=wishes), DAY)
    assert placed(roadmap) == {"long": 1, "court": 2}
    assert not roadmap.wishes_kept


def test_R6_a_retained_action_waits_for_a_postponed_prerequisite_even_too_long() -> None:
    first, then = (
        action("un", {"cyber-1": 1}, delay=12),
        action("deux", {"cyber-1": 3}, delay=12, needs=["un"]),
    )
    decisions = [Decision("un", "reportee", horizon="18-36"), Decision("deux", "retenue")]
    roadmap = plan_roadmap(situate(ASKED, LOW, [first, then], decisions=decisions), DAY)
    assert placed(roadmap) == {"un": 2, "deux": 2}
    assert not roadmap.wishes_kept


def test_R6_a_retained_action_is_placed_without_a_refused_prerequisite_at_any_depth() -> None:
    chain = [
        action("un", {"cyber-1": 1}),
        action("deux", {"cyber-1": 2}, needs=["un"]),
        action("trois", {"cyber-1": 3}, needs=["deux"]),
    ]
    decisions = [Decision("un", "refusee"), Decision("trois", "retenue")]
    roadmap = plan_roadmap(situate(ASKED, LOW, chain, decisions=decisions), DAY)
    assert placed(roadmap) == {"trois": 0}
    assert {each.action: each.code for each in roadmap.left_out} == {
        "un": "refusee",
        "deux": "prerequis",
    }


def test_R8_no_capacity_at_all_places_nothing_that_asks_for_some() -> None:
    roadmap = checked(village(capacity=Capacity(0, 0, False, False)))
    actions = shipped_knowledge().actions.actions
    assert all(actions[name].effort.high == 0 for name in placed(roadmap))
    assert roadmap.shortest.months is None
    kept = checked(
        village(
            capacity=Capacity(0, 0), decisions={"usag-domaine": Decision("usag-domaine", "retenue")}
        )
    )
    assert "usag-domaine" in placed(kept)


def test_R6_own_actions_over_capacity_leave_no_room_to_others() -> None:
    own = tuple(
        OwnAction(f"x{n}", "x", Span(500, 900), Span(0, 99_000), horizon)
        for n, horizon in enumerate(("0-6", "6-18", "18-36"))
    )
    roadmap = checked(village(own_actions=own))
    assert all(horizon.over_capacity for horizon in roadmap.horizons)
    actions = shipped_knowledge().actions.actions
    assert all(actions[name].effort.high == 0 for name in placed(roadmap))


@pytest.mark.long
@pytest.mark.parametrize("population", [None, 0, 1, 2_000_000])
@pytest.mark.parametrize("kind", ["commune", "epci", "syndicat"])
def test_R3_any_population_and_kind_has_a_plan(population: int | None, kind: str) -> None:
    checked(village(authority=town(population, kind), facts={}), 0.5)  # type: ignore[arg-type]


@pytest.mark.parametrize("short", ["nsp", None, "so", 4])
def test_R1_the_same_answer_everywhere(short: int | str | None) -> None:
    answers = dict.fromkeys(shipped_questionnaire().questions, short)
    roadmap = checked(village(answers=answers))
    assert not placed(roadmap)
    asked = [a for a in roadmap.horizons[0].actions if a.kind == "enquiry"]
    assert bool(asked) == (short == "nsp")
    assert not any(horizon.actions for horizon in roadmap.horizons[1:])


def test_R3_all_zero_has_a_plan_that_begins_with_the_socle() -> None:
    roadmap = checked(village(answers=dict.fromkeys(shipped_questionnaire().questions, 0)))
    first = roadmap.horizons[0].actions[0]
    raised = shipped_knowledge().actions.actions[first.id].raises
    assert {"cyb-1", "cyb-2", "cyb-5"} & {target.question for target in raised}


@pytest.mark.parametrize("seed", range(6))
def test_R6_many_contradictions_at_once(seed: int) -> None:
    dossier = random_dossier(1000 + seed, decided=True)
    decisions = {
        name: Decision(name, ("retenue", "reportee", "refusee")[(n + seed) % 3],
                       horizon=("0-6", "18-36", None)[(n * 7 + seed) % 3])
        for n, name in enumerate(ACTIONS)
    }  # fmt: skip
    checked(replace(dossier, decisions=decisions))
