# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The plan: which actions on which horizon, goal after goal (contract R3)."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from autodiag.roadmap import goals
from autodiag.roadmap.programme import Placement, chosen_actions, place
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.useful import Candidate, stand

FIRST_SECONDS = 0.4
FINAL_SECONDS = 3.5

Clock = Callable[[], float]


@dataclass(frozen=True)
class Placed:
    """What the solver answered: the horizon (0–2) of each action, and whether it is proven best.

    `wishes_kept` is False when the horizons that the user chose, or the delays of what was
    retained, could not all be held.
    """

    candidates: dict[str, Candidate]
    horizons: dict[str, int]
    proven: bool
    wishes_kept: bool


def place_actions(
    situation: Situation, seconds: float = FINAL_SECONDS, clock: Clock = time.monotonic
) -> Placed:
    """The best placement found in the time given. The same situation gives the same placement,
    as long as it is proven."""
    end = clock() + seconds
    return _solve(situation, stand(situation), lambda: end - clock())


def enquiries(situation: Situation) -> tuple[str, ...]:
    """The questions answered «ne sait pas», each worth half an hour of asking (contract R1): those
    of the *socle* first, as no plan works for what is not known. Nobody asks about what they have
    done themselves: that answer is only to be brought up to date."""
    scoring = situation.questionnaire.scoring
    foundations = [question for question, _ in scoring.foundations] if scoring else []
    unknown = [t.question for t in situation.traces.values() if t.state == "nsp"]
    left = [question for question in unknown if question not in situation.brought]
    return tuple(sorted(left, key=lambda question: question not in foundations))


def requests(situation: Situation) -> tuple[str, ...]:
    """The actions that the user retained and that are the EPCI's to do: each a letter to send."""
    return tuple(
        action.id
        for action in situation.catalogue.actions.values()
        if situation.decided(action.id) == "retenue"
        and situation.fitness(action) == "a_laisser_a_l_epci"
    )


def half_hours(situation: Situation) -> int:
    """What asking and requesting take of the first horizon, in half-hours."""
    return len(enquiries(situation)) + len(requests(situation))


def _solve(
    situation: Situation, candidates: dict[str, Candidate], left: Callable[[], float]
) -> Placed:
    placement = place(situation, candidates, timed=True)
    programme = placement.programme
    over_days, over_euros = goals.limit_periods(placement, half_hours(situation))
    wishes = goals.wishes_goal(placement)
    kept = not placement.late or programme.minimize(placement.late, left()) == 0
    held = programme.maximize(wishes, left()) if wishes else 0
    kept &= held == goals.wished(placement)
    # what cannot be held comes as near as there is room
    away = {} if held == goals.wished(placement) else goals.distance_goal(placement)
    for excess in (over_days, over_euros, away):
        if excess:
            programme.minimize(excess, left())
    for goal in _wins(placement):
        if goal:
            programme.maximize(goal, left())
    catalogue = tuple(situation.catalogue.actions.values())
    for toll in (goals.effort_goal(placement), goals.order_goal(placement, catalogue)):
        if toll:
            programme.minimize(toll, left())
    return Placed(candidates, chosen_actions(placement), programme.proven, kept)


def _wins(placement: Placement) -> tuple[goals.Sum, ...]:
    first = (goals.foundations_goal(placement), goals.obligations_goal(placement))
    if placement.situation.obligations_first:
        first = first[::-1]
    return (*first, goals.gain_goal(placement))
