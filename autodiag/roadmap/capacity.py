# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a collectivité can give, and what an action asks in each period (contract R3, R8).

Everything the solver sees is a whole number: days in twenty-eighths (half an hour of a
seven-hour day is one fourteenth, a quarter of a day seven), money in half-euros.
"""

from collections.abc import Sequence
from math import floor

from autodiag.model.roadmap import HORIZON_MONTHS, HORIZONS, Action, Capacity, Span

DAY = 28
EURO = 2
ENQUIRY_DAYS = 1 / 14
"""«Se renseigner»: half an hour."""

DAYS_PER_MONTH = ((500, 1.0), (2_000, 2.0), (3_500, 3.0), (10_000, 6.0))
DAYS_PER_MONTH_ABOVE = 10.0
EUROS_PER_INHABITANT = 4.0
LEAST_EUROS = 1_500.0


def default_capacity(population: int | None) -> Capacity:
    """The hypothesis of contract R8, its money rounded as a hypothesis is: 410 000 € a year, not
    407 404. The smallest where the population is unknown."""
    inhabitants = population or 0
    days = next(
        (days for below, days in DAYS_PER_MONTH if inhabitants < below), DAYS_PER_MONTH_ABOVE
    )
    return Capacity(days, max(LEAST_EUROS, _two_digits(EUROS_PER_INHABITANT * inhabitants)))


def _two_digits(amount: float) -> float:
    """A whole amount rounded to its two first digits, half up."""
    step = 10 ** max(0, len(str(int(amount))) - 2)
    return float(floor(amount / step + 0.5) * step)


WHOLE = tuple(HORIZON_MONTHS[h] for h in HORIZONS)
"""The months of each horizon, none of them closed."""


def days_available(capacity: Capacity, months: Sequence[int] = WHOLE) -> tuple[float, ...]:
    """The days of each horizon, of which somebody can work in so many months."""
    return tuple(capacity.days_per_month * open_ones for open_ones in months)


def euros_available(capacity: Capacity) -> tuple[float, ...]:
    """The euros of each horizon."""
    return tuple(capacity.euros_per_year * HORIZON_MONTHS[h] / 12 for h in HORIZONS)


def years(period: int) -> float:
    """The length of a horizon in years: 0.5, 1, 1.5."""
    return HORIZON_MONTHS[HORIZONS[period]] / 12


def effort_in(action: Action, placed: int, period: int) -> Span:
    """The days that an action placed on one horizon asks in a period.

    The whole estimate where it is placed; then, if it is recurrent, its minimum every year.
    """
    if period == placed:
        return action.effort
    if period < placed or not action.recurrent:
        return Span(0, 0)
    again = action.effort.low * years(period)
    return Span(again, again)


def cost_in(action: Action, placed: int, period: int) -> Span:
    """The euros that an action placed on one horizon asks in a period.

    The initial cost where it is placed; then its yearly cost, as long as the period is. The
    contract says so of recurrent actions; the catalogue gives a yearly cost to subscriptions too,
    which do not stop because the work does, and R4 counts three years of them.
    """
    if period < placed:
        return Span(0, 0)
    if period == placed:
        return action.initial_cost
    return Span(action.yearly_cost.low * years(period), action.yearly_cost.high * years(period))


def total(spans: list[Span]) -> Span:
    """The sum of estimates, low with low and high with high."""
    return Span(sum(s.low for s in spans), sum(s.high for s in spans))


def cost_in_three_years(action: Action) -> Span:
    """The initial cost and three yearly ones (contract R4)."""
    return Span(
        action.initial_cost.low + 3 * action.yearly_cost.low,
        action.initial_cost.high + 3 * action.yearly_cost.high,
    )
