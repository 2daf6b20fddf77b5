# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The days that each quarter of a plan asks, beside those that it has. Moves nothing: it reads the
months that the schedule gave."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from autodiag.model.calendar import Calendar
from autodiag.model.dossier import Snapshot
from autodiag.model.roadmap import ROUNDING, Horizon, PlannedAction, Roadmap, Span
from autodiag.roadmap.calendar import Quarter, closed_by, months_of, quarter_of
from autodiag.roadmap.schedule import ASKING, Schedule


@dataclass(frozen=True, slots=True)
class QuarterDays:
    """Days of work, low to high, with what earlier actions go on asking; those that there are.
    `asking`: the part, at most, of the half-hours of asking alone."""

    days: Span
    available: float
    asking: float = 0.0

    @property
    def over(self) -> bool:
        """Whether the upper estimates ask more days than there are."""
        return self.days.high > self.available + ROUNDING

    @property
    def over_by_asking(self) -> bool:
        """Whether it is over by the half-hours of asking alone."""
        return self.over and self.days.high <= self.asking + ROUNDING


def quarter_days(
    snapshot: Snapshot, roadmap: Roadmap, schedule: Schedule
) -> dict[Quarter, QuarterDays]:
    """The days of every quarter of the three years, in order."""
    found = {quarter: QuarterDays(Span(0, 0), 0) for quarter in schedule.quarters}
    for number, horizon in enumerate(roadmap.horizons):
        months = months_of(schedule.start, number)
        for month, more in _months(snapshot.calendar, horizon, months, schedule):
            quarter, before = quarter_of(month), found[quarter_of(month)]
            found[quarter] = QuarterDays(
                Span(before.days.low + more.days.low, before.days.high + more.days.high),
                before.available + more.available,
                before.asking + more.asking,
            )
    return found


def _months(
    calendar: Calendar, horizon: Horizon, months: tuple[date, ...], schedule: Schedule
) -> Iterator[tuple[date, QuarterDays]]:
    """Each month of a horizon: what is due first is worked on first; what does not hold before it
    is due is counted in its last month, over what there is."""
    opened = {month for month in months if not closed_by(calendar, month)}
    left = {p.id: p.effort.high for p in horizon.actions if p.id in schedule.slots}
    by_due = sorted(
        (p for p in horizon.actions if p.id in left), key=lambda p: schedule.slots[p.id].last
    )
    repeated = horizon.repeated_days
    for month in months:
        share = 1 / len(opened) if month in opened else 0.0
        room = horizon.days_available * share
        low, high, asking = repeated.low * share, repeated.high * share, 0.0
        free = max(0.0, room - high)
        for planned in by_due:
            taken = _taken(planned, month, left[planned.id], free, schedule)
            left[planned.id] -= taken
            free = max(0.0, free - taken)
            high += taken
            low += taken * planned.effort.low / (planned.effort.high or 1)
            asking += taken if planned.kind in ASKING else 0
        yield month, QuarterDays(Span(low, high), room, asking)


def _taken(
    planned: PlannedAction, month: date, left: float, free: float, schedule: Schedule
) -> float:
    slot = schedule.slots[planned.id]
    if not slot.first <= month <= slot.last:
        return 0.0
    return left if month == slot.last else min(left, free)
