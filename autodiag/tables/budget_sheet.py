# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The sheet of costs and aid: a block for each section, then the whole and what is left."""

from collections.abc import Mapping
from dataclasses import dataclass

from openpyxl.worksheet.datavalidation import DataValidation

from autodiag.roadmap.budget import BudgetRow
from autodiag.roadmap.budget_words import AID_STATES, SECTION_KINDS, SECTION_TITLES
from autodiag.tables import looks
from autodiag.tables.amounts import Amounts
from autodiag.tables.budget_grid import HEAD, HIGH, LOW, Block, Grid, ref
from autodiag.tables.budget_left import SCENARIOS
from autodiag.tables.budget_left import SHEET as LEFT
from autodiag.tables.looks import line, put_text

SHEET = "Budget"


FUNDERS = 28


@dataclass(frozen=True, slots=True)
class BudgetSheet:
    """Writes in one sheet. `left`: the amounts of the other one; `funders`: the names of actors, by
    their ids."""

    amounts: Amounts
    left: Amounts
    grid: Grid
    funders: Mapping[str, str]

    def fill(self, title: str, subtitle: str) -> None:
        """All of it."""
        put_text(self.amounts.sheet, 1, 1, title, looks.TITLE).alignment = looks.ONE_LINE
        put_text(self.amounts.sheet, 2, 1, subtitle, looks.QUIET).alignment = looks.ONE_LINE
        grid = self.grid
        pairs = {**grid.pairs(), "Reste à votre charge": grid.left(LOW)}
        singles = {
            "Action": 1,
            "Aide notée": grid.aid,
            "Où en est l’aide": grid.state,
            "Qui peut aider à financer": grid.funders,
        }
        looks.put_head(self.amounts.sheet, HEAD, pairs, singles, grid.funders)
        for block in grid.blocks:
            self._block(block)
        self._whole()
        self._finish()

    def _block(self, block: Block) -> None:
        title, grid = SECTION_TITLES[block.section], self.grid
        put_text(self.amounts.sheet, block.band, 1, title, looks.BAND).alignment = looks.ONE_LINE
        line(self.amounts.sheet, block.band, grid.funders, looks.BETWEEN, looks.PALE)
        for number, row in enumerate(block.rows, start=block.first):
            self._row(number, row)
        put_text(
            self.amounts.sheet, block.sum, 1, f"Total, {SECTION_KINDS[block.section]}", looks.BOLD
        )
        for column in self._summed():
            rows = range(block.first, block.last + 1)
            self.amounts.add_rows(block.sum, column, rows, looks.BOLD)
        line(self.amounts.sheet, block.sum, grid.funders, looks.UNDER)

    def _row(self, number: int, row: BudgetRow) -> None:
        grid, amounts, aid = self.grid, self.amounts, row.aid
        sheet = amounts.sheet
        put_text(sheet, number, 1, row.title)
        amounts.put(number, grid.aid, aid.euros if aid else None)
        for year, span in row.by_year.items():
            amounts.put(number, grid.year(year, LOW), span.low)
            amounts.put(number, grid.year(year, HIGH), span.high)
        for bound in (LOW, HIGH):
            years = [ref(number, grid.year(year, bound)) for year in grid.budget.years]
            amounts.add(number, grid.total(bound), years)
            whole, noted = ref(number, grid.total(bound)), ref(number, grid.aid)
            left = max(0, amounts.shown[whole] - amounts.shown[noted])
            amounts.compute(number, grid.left(bound), f"=MAX(0,{whole}-{noted})", left)
        state = put_text(sheet, number, grid.state, AID_STATES[aid.state] if aid else "")
        state.alignment = looks.CENTRED
        helpers = [self.funders.get(one, one) for one in row.funding]
        source = [aid.source] if aid and aid.source else []
        funders = ", ".join((*source, *helpers))
        put_text(sheet, number, grid.funders, funders, looks.SMALL).alignment = looks.ASIDE
        looks.fit(sheet, number, (row.title, looks.ROOM), (funders, FUNDERS))
        line(sheet, number, grid.funders, looks.BETWEEN)

    def _summed(self) -> list[int]:
        """The columns of euros."""
        grid = self.grid
        return [*range(2, grid.aid + 1), grid.left(LOW), grid.left(HIGH)]

    def _whole(self) -> None:
        """The whole before aid, then what is left by year, which the other sheet computes."""
        grid, sheet, row = self.grid, self.amounts.sheet, self.grid.after
        put_text(sheet, row, 1, "Total avant aide", looks.BOLD)
        for column in self._summed():
            sums = [ref(block.sum, column) for block in grid.blocks]
            self.amounts.add(row, column, sums, looks.BOLD)
        line(sheet, row, grid.funders, looks.UNDER)
        for step, scenario in enumerate(SCENARIOS, start=row + 1):
            put_text(sheet, step, 1, scenario.said, looks.BOLD)
            looks.fit(sheet, step, (scenario.said, looks.ROOM))
            for column in range(2, grid.total(HIGH) + 1):
                there = ref(scenario.whole(grid), column)
                formula, today = f"='{LEFT}'!{there}", self.left.shown[there]
                self.amounts.compute(step, column, formula, today, looks.BOLD)
            line(sheet, step, grid.funders, looks.BETWEEN, looks.PALE)

    def _finish(self) -> None:
        grid, sheet = self.grid, self.amounts.sheet
        looks.set_width(sheet, grid.funders, FUNDERS)
        looks.set_width(sheet, grid.state, 12)
        looks.set_width(sheet, grid.left(LOW), 10)
        looks.set_width(sheet, grid.left(HIGH), 10)
        sheet.freeze_panes = ref(HEAD + 2, 2)
        sheet.print_title_rows = f"{HEAD}:{HEAD + 1}"
        sheet.print_area = f"A1:{ref(grid.after + len(SCENARIOS), grid.funders)}"
        where = [
            f"{ref(block.first, grid.state)}:{ref(block.last, grid.state)}" for block in grid.blocks
        ]
        if where:
            states = f'"{",".join(AID_STATES.values())}"'
            choice = DataValidation(
                "list", formula1=states, allow_blank=True, sqref=" ".join(where)
            )
            choice.showErrorMessage = True
            choice.error = "Choisissez espérée, demandée ou obtenue."
            sheet.add_data_validation(choice)
