# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The sheet of what is left by year: aid is used up from the first expense of its action on."""

from dataclasses import dataclass

from autodiag.model.calendar import AidState
from autodiag.roadmap.budget import ALL_AID, GRANTED, BudgetRow
from autodiag.roadmap.budget_words import AID_STATES, SECTION_KINDS
from autodiag.tables import looks
from autodiag.tables.amounts import Amounts
from autodiag.tables.budget_grid import HIGH, LOW, Grid, ref
from autodiag.tables.looks import line, put_text

SHEET = "Reste par année"


@dataclass(frozen=True, slots=True)
class Scenario:
    """Which aid comes. `number`: 0 for the block above, 1 for the one below."""

    number: int
    title: str
    said: str
    granted_only: bool

    @property
    def states(self) -> tuple[AidState, ...]:
        """The aid that comes."""
        return GRANTED if self.granted_only else ALL_AID

    def head(self, grid: Grid) -> int:
        """The row of its title; its actions begin three rows below."""
        return 3 + self.number * (len(grid.budget.rows) + 5)

    def whole(self, grid: Grid) -> int:
        """The row of its sum."""
        return self.head(grid) + 3 + len(grid.budget.rows)

    def aid(self, row: int, grid: Grid, table: str) -> str:
        """The aid of an action, as the formulas of this block read it in the other sheet."""
        euros = f"'{table}'!${ref(row, grid.aid)}"
        if not self.granted_only:
            return euros
        state = f"'{table}'!${ref(row, grid.state)}"
        return f'IF({state}="{AID_STATES["obtenue"]}",{euros},0)'


ALL_COME = Scenario(
    0,
    "Si toutes les aides notées viennent",
    "Reste à votre charge, si toutes les aides notées viennent",
    granted_only=False,
)
GRANTED_ONLY = Scenario(
    1,
    "Avec les seules aides obtenues",
    "Reste à votre charge, avec les seules aides obtenues",
    granted_only=True,
)
SCENARIOS = (ALL_COME, GRANTED_ONLY)


def fill_left(amounts: Amounts, grid: Grid, table: str) -> None:
    """Both blocks. `table` is the name of the sheet that holds costs and aid."""
    sheet = amounts.sheet
    put_text(sheet, 1, 1, "Ce qui resterait à votre charge, année par année", looks.TITLE)
    sheet["A1"].alignment = looks.ONE_LINE
    for scenario in SCENARIOS:
        _fill(amounts, grid, table, scenario)
    sheet.freeze_panes = "B3"
    sheet.print_area = f"A1:{ref(GRANTED_ONLY.whole(grid), grid.total(HIGH))}"


def _fill(amounts: Amounts, grid: Grid, table: str, scenario: Scenario) -> None:
    sheet, head, last = amounts.sheet, scenario.head(grid), grid.total(HIGH)
    put_text(sheet, head, 1, scenario.title, looks.BAND).alignment = looks.ONE_LINE
    line(sheet, head, last, looks.BETWEEN, looks.PALE)
    looks.put_head(sheet, head + 1, grid.pairs(), {"Action": 1}, last)
    for step, (number, row) in enumerate(grid.numbered(), start=head + 3):
        put_text(sheet, step, 1, _named(row, grid))
        looks.fit(sheet, step, (_named(row, grid), looks.ROOM))
        aid, left = scenario.aid(number, grid, table), row.left(scenario.states)
        for bound in (LOW, HIGH):
            spent = ""
            for year in grid.budget.years:
                before = f"-MAX(0,{spent}-{aid})" if spent else ""
                cost = f"'{table}'!{ref(number, grid.year(year, bound))}"
                spent = f"{spent}+{cost}" if spent else cost
                formula = f"=MAX(0,{spent}-{aid}){before}"
                today = left[year].low if bound == LOW else left[year].high
                amounts.compute(step, grid.year(year, bound), formula, today)
            years = [ref(step, grid.year(year, bound)) for year in grid.budget.years]
            amounts.add(step, grid.total(bound), years)
        line(sheet, step, last, looks.BETWEEN)
    whole = scenario.whole(grid)
    put_text(sheet, whole, 1, "Total", looks.BOLD)
    for column in range(2, last + 1):
        if grid.budget.rows:
            amounts.add_rows(whole, column, range(head + 3, whole), looks.BOLD)
        else:
            amounts.put(whole, column, 0, looks.BOLD)
    line(sheet, whole, last, looks.UNDER)


def _named(row: BudgetRow, grid: Grid) -> str:
    """Its title, and its section where the action has a row in another one too."""
    rows = [one for one in grid.budget.rows if one.action == row.action]
    kind = SECTION_KINDS[row.section]
    return f"{row.title} ({kind})" if len(rows) > 1 else row.title
