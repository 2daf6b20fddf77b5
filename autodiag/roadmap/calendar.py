# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The months of a roadmap: when it begins, which of them nobody can work in, which quarter each
is of. Places no action."""

from dataclasses import dataclass
from datetime import date

from autodiag.model.calendar import Calendar, Closure
from autodiag.model.dossier import Snapshot
from autodiag.model.roadmap import HORIZON_MONTHS, HORIZONS

MONTHS = sum(HORIZON_MONTHS.values())
"""Three years."""
LATEST = date(9000, 1, 1)
"""No roadmap begins later: a day may be any that can be written, and months must follow it."""
LONGEST = 1_200
"""A hundred years of months: nobody plans beyond."""


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months of the civil year: `number` 1 to 4, as budgets and councils count."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """The first day of its last month."""
        return date(self.year, 3 * self.number, 1)


def first_month(snapshot: Snapshot) -> date:
    """The first day of the first month: the one chosen, else the month after the assessment."""
    start = snapshot.calendar.start
    if start:
        return min(date.fromisoformat(f"{start}-01"), LATEST)
    return min(shifted(min(snapshot.assessment.day, LATEST), 1), LATEST)


def shifted(day: date, months: int) -> date:
    """The first day of the month so many months later, or earlier."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def months_between(first: date, last: date) -> int:
    """How many months the second is after the first; days do not count."""
    return (last.year - first.year) * 12 + last.month - first.month


def months_of(start: date, horizon: int) -> tuple[date, ...]:
    """The first day of each month of a horizon (0–2) of a roadmap that begins then."""
    lengths = [HORIZON_MONTHS[h] for h in HORIZONS]
    before = sum(lengths[:horizon])
    return tuple(shifted(start, before + month) for month in range(lengths[horizon]))


def horizon_of(start: date, month: date) -> int | None:
    """The horizon (0–2) that a month is in, None before the first and after the last."""
    return next((h for h in range(len(HORIZONS)) if month in months_of(start, h)), None)


def is_closed(closure: Closure, month: date) -> bool:
    """Whether nobody can work on the roadmap in that month."""
    if not closure.yearly:
        return closure.first <= f"{month:%Y-%m}" <= closure.last
    first, last = int(closure.first[5:]), int(closure.last[5:])
    if first <= last:
        return first <= month.month <= last
    return month.month >= first or month.month <= last  # from December to January


def closed_by(calendar: Calendar, month: date) -> tuple[Closure, ...]:
    """What closes a month; nothing where it is open."""
    return tuple(one for one in calendar.closures if is_closed(one, month))


def open_months(calendar: Calendar, start: date, today: date = date.min) -> tuple[int, ...]:
    """How many months of each horizon, over on no day before this one, somebody can work in."""
    return tuple(
        sum(not closed_by(calendar, month) for month in left_of(start, horizon, today))
        for horizon in range(len(HORIZONS))
    )


def left_of(start: date, horizon: int, today: date) -> tuple[date, ...]:
    """The months of a horizon (0–2) that are not over on a day."""
    return tuple(month for month in months_of(start, horizon) if month >= today.replace(day=1))


def quarter_of(month: date) -> Quarter:
    """The civil quarter of a month."""
    return Quarter(month.year, (month.month + 2) // 3)


def quarters_of(start: date) -> tuple[Quarter, ...]:
    """Every quarter that the three years touch: twelve, or thirteen."""
    return tuple(dict.fromkeys(quarter_of(shifted(start, month)) for month in range(MONTHS)))


def months_to_work(calendar: Calendar, start: date, needed: int) -> int | None:
    """How many months it takes to have so many open ones; None beyond a hundred years, where
    closures may leave none at all."""
    found = 0
    for passed in range(LONGEST + 1):
        if found >= needed:
            return passed
        found += not closed_by(calendar, shifted(start, passed))
    return None


def is_past(start: date, today: date) -> bool:
    """Whether the three years that begin with this month are all behind."""
    return shifted(start, MONTHS) <= today
