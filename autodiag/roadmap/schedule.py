# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Real months for a plan: from its horizons to when each action is worked on and due.

A reading of the plan, computed at once whenever it is shown: nothing of it is stored. The plan
itself (contract R3) is made of horizons; here, what comes first on a horizon is done first, at the
pace of the collectivité, and never in a month when nobody can.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from autodiag.model.calendar import Calendar
from autodiag.model.dossier import Snapshot
from autodiag.model.roadmap import ActionCatalogue, Decision, Horizon, PlannedAction, Roadmap
from autodiag.roadmap.calendar import (
    Quarter,
    closed_by,
    first_month,
    months_of,
    quarter_of,
    quarters_of,
)

_CRUMB = 1e-6


@dataclass(frozen=True, slots=True)
class Slot:
    """When an action is worked on: the first days of its first and of its last month, when it is
    due. `chosen`: the user named that month."""

    action: str
    horizon: int
    first: date
    last: date
    chosen: bool = False

    @property
    def quarter(self) -> Quarter:
        """The quarter in which it is due."""
        return quarter_of(self.last)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The slots by planned action, in the order of the plan; every quarter of the three years."""

    start: date
    slots: Mapping[str, Slot]
    quarters: tuple[Quarter, ...]

    def due_in(self, quarter: Quarter) -> tuple[Slot, ...]:
        """What is due in a quarter, in the order of the plan."""
        return tuple(slot for slot in self.slots.values() if slot.quarter == quarter)


def schedule(snapshot: Snapshot, roadmap: Roadmap, catalogue: ActionCatalogue) -> Schedule:
    """When each action of a plan is worked on. Delays count all months, work only open ones."""
    start = first_month(snapshot)
    timing = _Timing(snapshot.calendar, snapshot.decisions, catalogue, start)
    slots: dict[str, Slot] = {}
    for number, horizon in enumerate(roadmap.horizons):
        slots |= timing.slots(horizon, number, slots)
    return Schedule(start, slots, quarters_of(start))


def chosen_month(decision: Decision | None) -> date | None:
    """The month that the user named for an action to be done, None where there is none."""
    if decision is None or decision.state == "faite" or len(decision.day) < len("2027-01"):
        return None
    try:
        return date.fromisoformat(f"{decision.day[:7]}-01")
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class _Timing:
    calendar: Calendar
    decisions: Mapping[str, Decision]
    catalogue: ActionCatalogue
    start: date

    def slots(self, horizon: Horizon, number: int, before: Mapping[str, Slot]) -> dict[str, Slot]:
        """Those of one horizon, first things first; what has its month first of all."""
        months = months_of(self.start, number)
        room = self._room(horizon, months)
        found: dict[str, Slot] = {}
        for planned in self._chosen_first(horizon, months):
            first = self._earliest(planned, {**before, **found}, months)
            chosen = self._chosen(planned.id, months)
            delay = self._delay(planned.id)
            if chosen is None:
                begun, done = _work(room, first, planned.effort.high)
                last = min(max(done, begun + delay - 1), len(months) - 1)
            else:
                last = months.index(chosen)
                first = min(max(first, last - max(delay, 1) + 1), last)
                begun, _ = _work(room, first, planned.effort.high)
                begun = min(begun, last)
            found[planned.id] = Slot(
                planned.id, number, months[begun], months[last], chosen is not None
            )
        return {planned.id: found[planned.id] for planned in horizon.actions}

    def _room(self, horizon: Horizon, months: tuple[date, ...]) -> list[float]:
        """The days of each month, less what the actions of earlier horizons go on asking."""
        opened = [not closed_by(self.calendar, month) for month in months]
        share = max(0.0, horizon.days_available - horizon.repeated_days.high)
        return [share / max(1, sum(opened)) if one else 0.0 for one in opened]

    def _chosen_first(self, horizon: Horizon, months: tuple[date, ...]) -> list[PlannedAction]:
        return sorted(horizon.actions, key=lambda p: self._chosen(p.id, months) is None)

    def _chosen(self, action: str, months: tuple[date, ...]) -> date | None:
        month = chosen_month(self.decisions.get(action))
        return month if month in months else None

    def _delay(self, action: str) -> int:
        known = self.catalogue.actions.get(action)
        return known.delay_months if known else 1

    def _earliest(
        self, planned: PlannedAction, placed: Mapping[str, Slot], months: tuple[date, ...]
    ) -> int:
        """The first month that is open and after all that it waits for."""
        action = self.catalogue.actions.get(planned.id)
        needs = action.prerequisites if action and planned.kind == "action" else ()
        ends = [placed[need].last for need in needs if need in placed]
        waiting = [i for i, month in enumerate(months) if all(month > end for end in ends)]
        later = waiting or [len(months) - 1]
        opened = [i for i in later if not closed_by(self.calendar, months[i])]
        return (opened or later)[0]


def _work(room: list[float], first: int, effort: float) -> tuple[int, int]:
    """Take the days of an action from the months from `first` on: where it begins and ends. What
    does not hold ends with the horizon, as what is retained over capacity does."""
    begun: int | None = None
    rest = effort
    for month in range(first, len(room)):
        if rest > _CRUMB and room[month] > _CRUMB:
            begun = month if begun is None else begun
            taken = min(rest, room[month])
            room[month] -= taken
            rest -= taken
        if rest <= _CRUMB:
            start = first if begun is None else begun
            return start, max(start, month)
    return (first if begun is None else begun), len(room) - 1
