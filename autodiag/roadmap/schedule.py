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
    horizon_of,
    months_of,
    quarter_of,
    quarters_of,
)
from autodiag.roadmap.order import needs_first

_CRUMB = 1e-6
ASKING = ("enquiry", "request")
"""The kinds that are a half-hour of asking each: they come first, whatever the days there are."""


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
    """When each action of a plan is worked on. Delays count all months, work only open ones, none
    of which was over when the plan was made, but for what was kept on a horizon that was."""
    start = first_month(snapshot)
    today = date.fromisoformat(roadmap.made_on).replace(day=1)
    timing = _Timing(snapshot.calendar, snapshot.decisions, catalogue, start, today)
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


def missed_month(snapshot: Snapshot, action: str, horizon: int) -> date | None:
    """The month that the user named for a retained action, where the plan places it on a horizon
    (0–2) that does not hold that month."""
    decision = snapshot.decisions.get(action)
    month = chosen_month(decision) if decision and decision.state == "retenue" else None
    if month is None or horizon_of(first_month(snapshot), month) == horizon:
        return None
    return month


@dataclass(frozen=True, slots=True)
class _Timing:
    calendar: Calendar
    decisions: Mapping[str, Decision]
    catalogue: ActionCatalogue
    start: date
    today: date
    """The month when the plan was made."""

    def slots(self, horizon: Horizon, number: int, before: Mapping[str, Slot]) -> dict[str, Slot]:
        """Those of one horizon, first things first; what has its month first of all."""
        period = self._period(horizon, number)
        by_id = {planned.id: planned for planned in horizon.actions}
        asked = sum(one.effort.high for one in horizon.actions if one.kind in ASKING)
        at_once = asked > sum(period.room) + _CRUMB
        found: dict[str, Slot] = {}
        for name in self._in_turn(by_id, period):
            planned = by_id[name]
            earliest = self._earliest(planned, {**before, **found}, period)
            chosen, delay = self._chosen(name, period), self._delay(planned)
            if chosen is None and at_once and planned.kind in ASKING:
                first = last = earliest  # however few the days, it is not put off
            elif chosen is None:
                first, last = period.work(earliest, planned.effort.high, delay)
            else:
                last = period.months.index(chosen)
                first = period.work_back(min(earliest, last), last, planned.effort.high, delay)
            months = period.months
            found[name] = Slot(name, number, months[first], months[last], chosen is not None)
        return {name: found[name] for name in by_id}

    def _period(self, horizon: Horizon, number: int) -> "_Period":
        """The months, and the days of each, less what earlier actions go on asking."""
        months = months_of(self.start, number)
        opened = tuple(
            month >= self.today and not closed_by(self.calendar, month) for month in months
        )
        share = max(0.0, horizon.days_available - horizon.repeated_days.high) / max(1, sum(opened))
        return _Period(months, opened, [share if one else 0.0 for one in opened])

    def _in_turn(self, by_id: Mapping[str, PlannedAction], period: "_Period") -> list[str]:
        """Who takes days first: asking; what has its month, after what it needs; as planned."""

        def turn(name: str) -> tuple[bool, date]:
            return by_id[name].kind not in ASKING, self._chosen(name, period) or date.max

        by_month = sorted(by_id, key=turn)
        return needs_first(by_month, lambda name: self._needs(by_id[name]))

    def _chosen(self, action: str, period: "_Period") -> date | None:
        month = chosen_month(self.decisions.get(action))
        return month if month in period.months else None

    def _needs(self, planned: PlannedAction) -> tuple[str, ...]:
        action = self.catalogue.actions.get(planned.id)
        return action.prerequisites if action and planned.kind == "action" else ()

    def _delay(self, planned: PlannedAction) -> int:
        # what the EPCI is asked for takes it months; asking takes one
        action = self.catalogue.actions.get(planned.id)
        return action.delay_months if action and planned.kind == "action" else 1

    def _earliest(
        self, planned: PlannedAction, placed: Mapping[str, Slot], period: "_Period"
    ) -> int:
        """The first open month after the end of all that it waits for; the month of that end
        where no other is left."""
        end = max((placed[n].last for n in self._needs(planned) if n in placed), default=date.min)
        opened = [i for i, one in enumerate(period.opened) if one]
        later = [i for i in opened if period.months[i] > end]
        same = [i for i in opened if period.months[i] >= end]
        return (later or same or [len(period.months) - 1])[0]


@dataclass(frozen=True, slots=True)
class _Period:
    """The months of one horizon by rank: which are open, and the days that each has left."""

    months: tuple[date, ...]
    opened: tuple[bool, ...]
    room: list[float]

    def work(self, first: int, effort: float, delay: int) -> tuple[int, int]:
        """Take the days of an action from its first month on: where it begins, and is due. What
        does not hold ends with the horizon, as what is retained over capacity does."""
        begun, rest, end = first, effort, first
        for month in range(first, len(self.months)):
            if rest <= _CRUMB:
                break
            end = month
            if self.room[month] > _CRUMB:
                begun = month if rest == effort else begun
                rest -= self._take(month, rest)
        return begun, self._due(begun, max(end, begun + delay - 1))

    def work_back(self, first: int, last: int, effort: float, delay: int) -> int:
        """Take the days of an action that is due in a named month from there back: where it
        begins. What does not hold between the two is over what there is."""
        begun, rest = last, effort
        for month in range(last, first - 1, -1):
            if rest > _CRUMB and self.room[month] > _CRUMB:
                begun = month
                rest -= self._take(month, rest)
        begun = max(first, min(begun, last - delay + 1))
        return next((i for i in range(begun, last) if self.opened[i]), last)

    def _take(self, month: int, rest: float) -> float:
        taken = min(rest, self.room[month])
        self.room[month] -= taken
        return taken

    def _due(self, begun: int, last: int) -> int:
        """The next month when somebody can end it, else the last one before."""
        opened = [i for i in range(begun, len(self.months)) if self.opened[i]]
        later = [i for i in opened if i >= last]
        return later[0] if later else opened[-1] if opened else len(self.months) - 1
