# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the roadmap’s page says of the plan: how full it is, what is counted, what is supposed."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from autodiag.model.assessment import Answered
from autodiag.model.roadmap import (
    Capacity,
    Decision,
    Horizon,
    LeftOut,
    PlannedAction,
    Roadmap,
    Span,
)
from autodiag.report.content import ReportContent
from autodiag.report.duties_left import duties_left
from tests.report.checks import printed
from tests.report.sample import content, everything, levels

RETAINED = PlannedAction("x", "own", "Ouvrir un tiers-lieu", Span(1, 1), Span(0, 0), retained=True)


@cache
def village() -> ReportContent:
    return content(levels())


def plan() -> Roadmap:
    roadmap = village().roadmap
    assert roadmap is not None
    return roadmap


def with_plan(roadmap: Roadmap) -> str:
    return printed(replace(village(), roadmap=roadmap)).flat


def with_first(**changes: object) -> str:
    """The report when the first period is as told and the two others are empty and free."""
    free = [Horizon(h.id, (), 100, 100_000, Span(0, 0), Span(0, 0)) for h in plan().horizons]
    first = replace(free[0], actions=(RETAINED,), **changes)  # type: ignore[arg-type]
    return with_plan(replace(plan(), horizons=(first, *free[1:])))


def card(text: str) -> str:
    """What is said of the first period, under «Le temps nécessaire»."""
    means = text[text.rindex("et ce qu’il apporte") :]
    return means[means.index("De 0 à 6 mois") : means.index("De 6 à 18 mois")]


@pytest.mark.long
@pytest.mark.parametrize(
    ("days", "euros", "said"),
    [
        (89, 0, "à l’aise"),
        (90, 0, "rempli"),
        (0, 90_000, "rempli"),
        (100, 0, "rempli"),
        (101, 0, "Trop : ce qui est retenu ou déjà en place dépasse le temps disponible."),
        (0, 100_001, "Trop : ce qui est retenu ou déjà en place dépasse l’argent disponible."),
        (
            101,
            100_001,
            "Trop : ce qui est retenu ou déjà en place dépasse le temps et l’argent disponibles.",
        ),
    ],
)
def test_R3_a_period_says_how_full_it_is_and_what_is_exceeded(
    days: float, euros: float, said: str
) -> None:
    text = with_first(days=Span(0, days), euros=Span(0, euros))
    assert said in card(text)
    over = days > 100 or euros > 100_000
    assert ("la feuille de route tient dans ces limites de temps" in text) is not over
    assert ("La feuille de route dépasse ces limites" in text) is over


def test_R3_without_any_time_a_period_is_not_called_at_ease() -> None:
    text = with_first(days_available=0)
    assert "Aucun temps disponible." in card(text)
    assert "à l’aise" not in card(text)


@pytest.mark.long
def test_asking_is_not_counted_as_an_action() -> None:
    kinds = [action.kind for horizon in plan().horizons for action in horizon.actions]
    asked, done = kinds.count("enquiry"), len(kinds) - kinds.count("enquiry")
    assert asked > 1
    text = with_plan(plan())
    assert text.count(f"{done} actions et {asked} réponses à préciser") == 2
    assert f"{len(kinds)} actions" not in text


@pytest.mark.long
def test_R8_each_figure_of_the_capacity_says_whether_it_is_supposed() -> None:
    given = with_plan(replace(plan(), capacity=Capacity(2, 3000, False, True)))
    start = given.index("Vos moyens : 2 jours par mois")
    part = given[start : start + 180]
    assert "ensemble (indiqué par vous) ; 3 000 € par an (hypothèse, à corriger par vous)" in part


@pytest.mark.parametrize(
    ("seed", "said"),
    [
        (0, "L’étape suivante n’est pas encore connue"),
        (4, "Vous êtes déjà à l’étape la plus haute"),
    ],
)
def test_R4_why_there_is_no_next_step_is_said(seed: int, said: str) -> None:
    weights = (0, 0, 0, 0, 1)
    answers = levels(1, weights) if seed else {}
    what = content(answers)
    assert what.roadmap is not None
    assert what.roadmap.shortest.target is None
    assert said in printed(what).flat


def test_R3_R6_each_action_says_its_wish_missed_and_what_should_come_before() -> None:
    first = plan().horizons[0]
    before, after = [a for a in first.actions if a.kind == "action"][:2]
    later = replace(after, retained=True, wish_missed=True, missing=(before.id,))
    text = with_plan(replace(plan(), horizons=(replace(first, actions=(later,)),)))
    assert text.count("Vous aviez choisi une autre période : elle n’a pas pu être tenue.") == 1
    said = f"Placée sans l’action qui devrait la précéder : {' '.join(before.title.split())}."
    assert text.count(said) == 1


@pytest.mark.parametrize(
    ("decided", "days", "said"),
    [
        ("", 0, "aucun temps n’est indiqué"),
        ("refusee", 1, "toutes les actions utiles aujourd’hui ont été refusées"),
        ("faite", 1, "aucune autre action n’est utile"),
    ],
)
def test_an_empty_plan_says_which_of_time_and_decisions_empties_it(
    decided: str, days: float, said: str
) -> None:
    actions = village().knowledge.actions.actions
    state: Any = decided
    decisions = {key: Decision(key, state) for key in actions} if decided else {}
    left = tuple(LeftOut(key, decided or "trop_grande", "Pourquoi.") for key in actions)
    horizons = tuple(
        replace(h, actions=(), days=Span(0, 0), euros=Span(0, 0)) for h in plan().horizons
    )
    capacity = Capacity(days, 0)
    empty = replace(plan(), horizons=horizons, left_out=left, capacity=capacity)
    snapshot = replace(village().snapshot, decisions=decisions, capacity=capacity)
    what = replace(village(), snapshot=snapshot, roadmap=empty, model="synthese")
    text = printed(what).flat
    assert said in text
    assert "Répondez à d’autres questions" not in text


def test_an_empty_plan_where_all_is_at_the_top_asks_for_no_other_answer() -> None:
    text = printed(replace(content(everything(Answered(4))), model="synthese")).flat
    assert "chaque question est au plus haut niveau" in text
    assert "Répondez à d’autres questions" not in text


def test_a_duty_that_a_done_action_clears_asks_for_the_answer() -> None:
    it = village()
    due = {s.obligation.id: s.obligation for s in it.obligations if s.state == "non_remplie"}
    key, duty = next((a, o) for o in due.values() for a in o.cleared_by)
    decided = replace(it.snapshot, decisions={key: Decision(key, "faite")})
    nothing = replace(plan(), horizons=())
    assert duty.title in duties_left(it, nothing)[0]
    left, late = duties_left(replace(it, snapshot=decided), nothing)
    assert duty.title in late
    assert duty.title not in left
