# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a plan costs by civil year, running or capital, and what is left once aid has come.

A reading of the plan, as the schedule is. Whole euros, so that what is shown adds up. The nature
of a cost is an estimate that the treasurer confirms; an amount of aid is what the user typed.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import Literal

from autodiag.model.calendar import Aid, AidState
from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import Knowledge
from autodiag.model.roadmap import Action, Capacity, PlannedAction, Roadmap, Span
from autodiag.roadmap.calendar import MONTHS, shifted
from autodiag.roadmap.schedule import Schedule, Slot
from autodiag.scoring.actors import funders

Section = Literal["investissement", "fonctionnement", "a_preciser"]
SECTIONS: tuple[Section, ...] = ("investissement", "fonctionnement", "a_preciser")
"""«a_preciser»: the first cost depends on what is bought, or is that of an own action."""

NOTHING = Span(0, 0)
IN_PLACE = "déjà en place"
ALL_AID: tuple[AidState, ...] = ("esperee", "demandee", "obtenue")
GRANTED: tuple[AidState, ...] = ("obtenue",)


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """The part of an action's cost that is of one nature, before aid, in whole euros by civil
    year (every year is there). `aid` is on the row of the first cost alone. `funding`: ids of the
    actors that may help. `in_place`: what an action marked done goes on costing."""

    action: str
    title: str
    section: Section
    by_year: Mapping[int, Span]
    aid: Aid | None = None
    funding: tuple[str, ...] = ()
    in_place: bool = False

    @property
    def total(self) -> Span:
        """All its years."""
        return add(self.by_year.values())

    def left(self, states: Iterable[AidState] = ALL_AID) -> dict[int, Span]:
        """What is left to pay each year once the aid in one of these states has come. Aid is used
        up from the first expense on, and never brings a cost below nothing."""
        aid = self.aid.euros if self.aid is not None and self.aid.state in states else 0.0
        spent, left = NOTHING, dict[int, Span]()
        for year, span in self.by_year.items():
            after = add((spent, span))
            left[year] = Span(
                _beyond(aid, spent.low, after.low), _beyond(aid, spent.high, after.high)
            )
            spent = after
        return left


@dataclass(frozen=True, slots=True)
class Budget:
    """The rows by section, then in the order of the plan. `start` and `end` are the first days of
    the first and of the last month: the first and the last civil year may not be whole.
    `aids_outside`: aid typed for actions that the plan does not hold, which is not counted."""

    start: date
    end: date
    years: tuple[int, ...]
    rows: tuple[BudgetRow, ...]
    aids_outside: tuple[Aid, ...] = ()
    planned: Span = NOTHING
    """What the horizons come to together, as the plan counts (contract R3)."""
    capacity: Capacity | None = None

    def of(self, section: Section) -> tuple[BudgetRow, ...]:
        """The rows of one section."""
        return tuple(row for row in self.rows if row.section == section)

    def by_year(self, section: Section | None = None) -> dict[int, Span]:
        """The cost of each year, before aid: of a section, or of all."""
        rows = self.rows if section is None else self.of(section)
        return self._summed([row.by_year for row in rows])

    def left(self, states: Iterable[AidState] = ALL_AID) -> dict[int, Span]:
        """What is left to the collectivité each year, once the aid in these states has come."""
        wanted = tuple(states)
        return self._summed([row.left(wanted) for row in self.rows])

    def total(self, section: Section | None = None) -> Span:
        """The cost of all years, before aid."""
        return add(self.by_year(section).values())

    def total_left(self, states: Iterable[AidState] = ALL_AID) -> Span:
        """What is left over all years."""
        return add(self.left(states).values())

    def aid_total(self, states: Iterable[AidState] = ALL_AID) -> float:
        """The aid typed for the actions of the plan, in these states, even beyond their cost."""
        wanted = tuple(states)
        aids = [row.aid for row in self.rows if row.aid is not None]
        return sum(aid.euros for aid in aids if aid.state in wanted)

    def aid_counted(self, states: Iterable[AidState] = ALL_AID) -> Span:
        """What that aid takes away over all years: never more than the cost of its action."""
        whole, left = self.total(), self.total_left(states)
        return Span(whole.low - left.low, whole.high - left.high)

    @property
    def in_place(self) -> Span:
        """What actions marked done go on costing, over all years."""
        return add(row.total for row in self.rows if row.in_place)

    @property
    def free(self) -> bool:
        """Whether nothing of the plan costs money."""
        return self.total().high == 0

    def _summed(self, parts: list[Mapping[int, Span]] | list[dict[int, Span]]) -> dict[int, Span]:
        return {year: add(part[year] for part in parts) for year in self.years}


def budget(
    snapshot: Snapshot, roadmap: Roadmap, schedule: Schedule, knowledge: Knowledge
) -> Budget:
    """The budget of a plan over its three years.

    A first cost falls in the civil year of the month when its action is due; a yearly one begins
    the month after, by twelfths, and is always running; that of an action marked done goes on
    from the first month, without its first cost. The horizons of the plan count yearly
    costs from the following horizon on (contract R3): their sums differ a little.
    """
    end = shifted(schedule.start, MONTHS - 1)
    years = tuple(range(schedule.start.year, end.year + 1))
    rows: list[BudgetRow] = []
    planned = [action for horizon in roadmap.horizons for action in horizon.actions]
    for action in planned:
        slot = schedule.slots.get(action.id)
        if slot is not None:
            rows += _rows(action, slot, _Costs(snapshot, knowledge, years, end))
    here = {row.action for row in rows}
    outside = tuple(aid for aid in snapshot.aids.values() if aid.action not in here)
    rows += _in_place(schedule, _Costs(snapshot, knowledge, years, end))
    ordered = sorted(rows, key=lambda row: SECTIONS.index(row.section))
    return Budget(
        schedule.start,
        end,
        years,
        tuple(ordered),
        outside,
        add(horizon.euros for horizon in roadmap.horizons),
        roadmap.capacity,
    )


def add(spans: Iterable[Span]) -> Span:
    """Their sum, low with low and high with high."""
    return reduce(
        lambda one, other: Span(one.low + other.low, one.high + other.high), spans, NOTHING
    )


@dataclass(frozen=True, slots=True)
class _Costs:
    snapshot: Snapshot
    knowledge: Knowledge
    years: tuple[int, ...]
    end: date

    def spread(self, amount: Callable[[int], Span]) -> dict[int, Span]:
        """An amount of each year, in whole euros."""
        found = {year: amount(year) for year in self.years}
        return {year: Span(round(s.low), round(s.high)) for year, s in found.items()}

    def months_after(self, last: date, year: int) -> int:
        """How many months of a year come after that one, up to the end of the roadmap."""
        first = max(last.year * 12 + last.month, year * 12)
        return max(0, min(self.end.year * 12 + self.end.month, year * 12 + 12) - first)


def _rows(planned: PlannedAction, slot: Slot, costs: _Costs) -> list[BudgetRow]:
    """The first cost and the yearly one, on one row where they are of the same nature."""
    known = costs.knowledge.actions.actions.get(planned.id)
    catalogued = known if planned.kind == "action" else None
    yearly = catalogued.yearly_cost if catalogued else NOTHING
    section: Section = (catalogued.spending if catalogued else "") or "a_preciser"
    if not planned.cost.high:
        section = "fonctionnement" if yearly.high else "a_preciser"
    first = costs.spread(lambda year: planned.cost if year == slot.last.year else NOTHING)
    after = costs.spread(lambda year: _twelfths(yearly, costs.months_after(slot.last, year)))
    if section == "fonctionnement":
        first = {year: add((first[year], after[year])) for year in costs.years}
        after = {}
    aid = costs.snapshot.aids.get(planned.id)
    funding = funders(catalogued.funding, costs.snapshot.authority) if catalogued else ()
    row = BudgetRow(planned.id, planned.title, section, first, aid, funding)
    rows = [row] if row.total.high or aid is not None else []
    if yearly.high and any(span.high for span in after.values()):
        rows.append(BudgetRow(planned.id, planned.title, "fonctionnement", after, None, funding))
    return rows


def _in_place(schedule: Schedule, costs: _Costs) -> list[BudgetRow]:
    """What actions marked done go on costing, all along."""
    before = shifted(schedule.start, -1)

    def row(action: Action) -> BudgetRow:
        by_year = costs.spread(
            lambda year: _twelfths(action.yearly_cost, costs.months_after(before, year))
        )
        title = f"{action.title} ({IN_PLACE})"
        return BudgetRow(action.id, title, "fonctionnement", by_year, in_place=True)

    decisions = costs.snapshot.decisions
    return [
        row(action)
        for action in costs.knowledge.actions.actions.values()
        if action.yearly_cost.high
        and action.id in decisions
        and decisions[action.id].state == "faite"
        and action.id not in schedule.slots  # an older plan still holds it, and counts it
    ]


def _twelfths(yearly: Span, months: int) -> Span:
    return Span(yearly.low * months / 12, yearly.high * months / 12)


def _beyond(aid: float, before: float, after: float) -> float:
    """The part of an expense, from one running total to the next, that no aid pays."""
    return max(0.0, after - aid) - max(0.0, before - aid)
