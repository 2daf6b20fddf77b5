# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What stands in the way of adding actions to a plan: delays, days or money (contract R5).

Knows nothing of usefulness: whoever asks has seen that the actions would help.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from autodiag.model.roadmap import HORIZONS, Span
from autodiag.roadmap.capacity import (
    ENQUIRY_DAYS,
    cost_in,
    effort_in,
)
from autodiag.roadmap.in_place import days_in_place, euros_in_place
from autodiag.roadmap.plan import Placed, half_hours
from autodiag.roadmap.situation import Situation

Lack = Literal["delai", "trop_grande", "trop_chere", "capacite", "argent", "calcul"]
Limit = Literal["days", "euros"]
EPSILON = 1e-6


def with_needs(situation: Situation, placed: Placed, actions: Iterable[str]) -> tuple[str, ...]:
    """Actions and all that they wait for, planned or not, first things first. What a planned
    action does without (it was retained) is not there."""
    found: list[str] = []
    for action in actions:
        needs = [
            need
            for need in situation.open_prerequisites(action)
            if need in placed.horizons or action not in placed.horizons
        ]
        found.extend((*with_needs(situation, placed, needs), action))
    return tuple(dict.fromkeys(found))


def what_lacks(situation: Situation, placed: Placed, actions: Iterable[str]) -> Lack:
    """The first thing that keeps actions, with what they need, from being added to the plan.

    Alone first (delays, then more than any plan could give), then beside the rest of the plan.
    Every placement is tried, none beyond the first actions that do not fit.
    """
    whole = with_needs(situation, placed, actions)
    added = tuple(action for action in whole if action not in placed.horizons)
    alone = _Trial(situation, placed, {}, bare=True)
    if not alone.holds(whole):
        return "delai"
    if not alone.holds(whole, "days"):
        return "trop_grande"
    if not alone.holds(whole, "euros"):
        return "trop_chere"
    beside = _Trial(situation, placed, placed.horizons)
    as_it_is = beside.holds(added)
    if not as_it_is:  # what it waits for comes too late: would there be room to have it earlier?
        rest = {a: h for a, h in placed.horizons.items() if a not in whole}
        added, beside = whole, _Trial(situation, placed, rest)
    if not beside.holds(added, "days"):
        return "capacite"
    if not beside.holds(added, "days", "euros"):
        return "argent"
    return "calcul" if as_it_is or not placed.proven else "capacite"


def earliest_places(
    situation: Situation, placed: Placed, actions: Iterable[str]
) -> dict[str, int] | None:
    """The earliest horizons (0–2) for actions and what they need beside a plan left as it is, in
    time, within its days and its money; None where there is no room."""
    whole = with_needs(situation, placed, actions)
    added = tuple(action for action in whole if action not in placed.horizons)
    return _Trial(situation, placed, placed.horizons).places(added, {}, ("days", "euros"))


def fits(situation: Situation, placed: Placed, kept: Mapping[str, int]) -> bool:
    """Whether what a plan holds beside some of its actions stays within the days and the money of
    every period that it weighs on."""
    rest = {a: h for a, h in placed.horizons.items() if a not in kept}
    beside = _Trial(situation, placed, kept)
    return beside.within(rest, "days") and beside.within(rest, "euros")


@dataclass(frozen=True)
class _Trial:
    """A plan to which actions are added one by one; `bare`: nothing else takes days or money."""

    situation: Situation
    placed: Placed
    plan: Mapping[str, int]
    bare: bool = False

    def holds(self, added: tuple[str, ...], *limits: Limit) -> bool:
        """Whether the actions, first things first, can be placed in time and within the limits."""
        return self.places(added, {}, limits) is not None

    def places(
        self, rest: tuple[str, ...], done: dict[str, int], limits: tuple[Limit, ...]
    ) -> dict[str, int] | None:
        """The earliest horizons (0–2) that hold them beside what is placed, None where none do."""
        if not rest:
            return done
        for period in range(len(HORIZONS)):
            more = {**done, rest[0]: period}
            if not self._in_time(more, rest[0]) or not all(self.within(more, x) for x in limits):
                continue
            if (found := self.places(rest[1:], more, limits)) is not None:
                return found
        return None

    def _in_time(self, added: dict[str, int], action: str) -> bool:
        """Whether an action comes neither before its time nor before what it needs, and is done
        within its horizon after those that it waits for."""
        plan = {**self.plan, **added}
        period = plan[action]
        needs = self.situation.open_prerequisites(action)
        months = max(1, months_waited(self.situation, plan, action))
        return (
            period >= self.placed.candidates[action].earliest
            and all(plan.get(need, 0) <= period for need in needs)
            and months <= self.situation.lengths[period]
        )

    def within(self, added: Mapping[str, int], limit: Limit) -> bool:
        """Whether every period that the added actions weigh on stays within what is available."""
        available = self.situation.days if limit == "days" else self.situation.euros
        for period in range(len(HORIZONS)):
            more = self._asked(added, limit, period)
            used = 0 if self.bare else self._asked(self.plan, limit, period)
            used += 0 if self.bare else self._outside(limit, period)
            if more and used + more > available[period] + EPSILON:
                return False
        return True

    def _asked(self, plan: Mapping[str, int], limit: Limit, period: int) -> float:
        actions = self.situation.catalogue.actions
        asked = effort_in if limit == "days" else cost_in
        return sum(asked(actions[a], placed, period).high for a, placed in plan.items())

    def _outside(self, limit: Limit, period: int) -> float:
        """What is in place, own actions and the half-hours of asking take."""
        asked = limit == "days" and period == self.situation.now
        asking = half_hours(self.situation) * ENQUIRY_DAYS if asked else 0
        in_place = days_in_place if limit == "days" else euros_in_place

        def asks(cost: Span, effort: Span) -> float:
            return (effort if limit == "days" else cost).high

        own = [o for o in self.situation.waiting_own if o.horizon == HORIZONS[period]]
        return (
            in_place(self.situation, period).high
            + asking
            + sum(asks(o.cost, o.effort) for o in own)
        )


def months_waited(situation: Situation, plan: Mapping[str, int], action_id: str) -> int:
    """The months from the start of its horizon until an action is done: its own, after those of
    the longest chain on the same horizon that it waits for."""
    waited = (
        months_waited(situation, plan, need)
        for need in situation.open_prerequisites(action_id)
        if plan.get(need) == plan[action_id]
    )
    return max(waited, default=0) + situation.catalogue.actions[action_id].delay_months
