# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Et si…»: what any set of actions would bring and cost, quickly enough to follow each tick.

Solves nothing, decides nothing, writes nothing.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from autodiag.model.result import Result
from autodiag.model.roadmap import HORIZONS, Action, LeftOut, PlannedAction, Roadmap, Span
from autodiag.roadmap.capacity import (
    cost_in,
    effort_in,
    total,
)
from autodiag.roadmap.cleared import obligations_left
from autodiag.roadmap.in_place import days_in_place, euros_in_place
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.useful import raises_answered
from autodiag.roadmap.whatif import what_if


@dataclass(frozen=True, slots=True)
class Offer:
    """An action that may be ticked. `days` and `euros` are those of the three years: as the plan
    places it, else as if it began in the first months. `clears`: the obligations *non remplies*
    that it clears alone; `needs`: what it waits for; `left_out`: why it is not in the plan."""

    action: Action
    planned: bool
    days: Span
    euros: Span
    clears: tuple[str, ...]
    needs: tuple[str, ...]
    left_out: LeftOut | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a set of actions leads to. `days` and `euros` are over three years, own actions and
    asking included; `cleared` and `left` are obligations *non remplies*; `waiting` the ticked
    actions that wait for one that is not."""

    result: Result
    days: Span
    euros: Span
    cleared: tuple[str, ...]
    left: tuple[str, ...]
    waiting: tuple[str, ...]


@dataclass(frozen=True)
class Trial:
    """The actions of a dossier to try, and what each set of them leads to (contract R2)."""

    situation: Situation
    roadmap: Roadmap

    @cached_property
    def planned(self) -> frozenset[str]:
        """The actions of the catalogue that the plan places."""
        return frozenset(self._placed)

    @cached_property
    def offers(self) -> dict[str, Offer]:
        """What may be ticked, in the order of the catalogue: what the plan places, what is useful
        (contract R1), and what was refused or retained. Not what is done, nor what does not
        concern them."""
        why = {one.action: one for one in self.roadmap.left_out}
        return {
            action.id: self._offer(action, why.get(action.id))
            for action in self.situation.catalogue.actions.values()
            if action.id in self.planned or self._worth_trying(action)
        }

    @cached_property
    def besides(self) -> tuple[Span, Span]:
        """The days and the euros of what cannot be unticked: what is in place, own actions,
        asking, requests."""
        rest = [one for one in self._every() if one.id not in self._placed]
        periods = range(len(HORIZONS))
        days = [days_in_place(self.situation, period) for period in periods]
        euros = [euros_in_place(self.situation, period) for period in periods]
        return (
            total([*days, *(_all_days(one) for one in rest)]),
            total([*euros, *(_all_euros(one) for one in rest)]),
        )

    @cached_property
    def available(self) -> tuple[float, float]:
        """The days and the euros of the three years, less the days that were over when the plan
        was made."""
        days = replace(self.situation, today=date.fromisoformat(self.roadmap.made_on)).days
        return sum(days), sum(self.situation.euros)

    def outlook(self, ticked: Collection[str]) -> Outlook:
        """What these actions lead to; ids that are not offered bring and cost nothing."""
        situation, chosen = self.situation, [name for name in self.offers if name in ticked]
        levels = situation.levels(chosen)
        picked = [self.offers[name] for name in chosen]
        left = obligations_left(situation, chosen)
        unmet = (state.obligation.id for state in situation.unmet)
        days, euros = self.besides
        return Outlook(
            what_if(situation.questionnaire, situation.result, levels),
            total([days, *(offer.days for offer in picked)]),
            total([euros, *(offer.euros for offer in picked)]),
            tuple(one for one in unmet if one not in left),
            left,
            tuple(o.action.id for o in picked if any(n not in ticked for n in o.needs)),
        )

    @cached_property
    def _placed(self) -> dict[str, PlannedAction]:
        known = self.situation.catalogue.actions
        return {one.id: one for one in self._every() if one.kind == "action" and one.id in known}

    def _every(self) -> Iterable[PlannedAction]:
        return (planned for horizon in self.roadmap.horizons for planned in horizon.actions)

    def _worth_trying(self, action: Action) -> bool:
        situation = self.situation
        decided = situation.decided(action.id)
        if decided == "faite" or situation.concerns(action) is False:
            return False
        if decided in ("refusee", "retenue"):
            return True
        clears = any(situation.clears(action, state) for state in situation.unmet)
        return clears or raises_answered(situation, action)

    def _offer(self, action: Action, left_out: LeftOut | None) -> Offer:
        situation, placed = self.situation, self._placed.get(action.id)
        periods = range(len(HORIZONS))
        if placed is None:
            days = total([effort_in(action, 0, period) for period in periods])
            euros = total([cost_in(action, 0, period) for period in periods])
        else:
            days, euros = _all_days(placed), _all_euros(placed)
        return Offer(
            action,
            placed is not None,
            days,
            euros,
            tuple(s.obligation.id for s in situation.unmet if situation.clears(action, s)),
            situation.open_prerequisites(action.id),
            None if placed is not None else left_out,
        )


def _all_days(planned: PlannedAction) -> Span:
    return total([planned.effort, planned.later_effort])


def _all_euros(planned: PlannedAction) -> Span:
    return total([planned.cost, planned.later_cost])
