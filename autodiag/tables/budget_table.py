# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The budget of a plan as a spreadsheet that a treasurer can go on with: what is added up, the
spreadsheet itself adds up."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from autodiag.roadmap.budget import Budget
from autodiag.tables import looks
from autodiag.tables.amounts import Amounts, with_results
from autodiag.tables.budget_grid import HIGH, Grid
from autodiag.tables.budget_left import SHEET as LEFT
from autodiag.tables.budget_left import fill_left
from autodiag.tables.budget_sheet import SHEET, BudgetSheet
from autodiag.tables.looks import put_text, set_page

READ_ME = "À lire"


@dataclass(frozen=True, slots=True)
class TableWords:
    """What the table says beside its figures. `funders`: the names of actors, by their ids.
    `about`: sentences to read before using it, under their titles."""

    title: str
    subtitle: str
    author: str
    made_at: datetime
    funders: Mapping[str, str]
    about: Sequence[tuple[str, Sequence[str]]]


def budget_table(budget: Budget, words: TableWords) -> bytes:
    """An XLSX file: the budget, what must be read before using it, and what is left by year."""
    book = Workbook()
    grid = Grid(budget)
    sheet = book.worksheets[0]
    sheet.title = SHEET
    read_me, left = book.create_sheet(READ_ME), book.create_sheet(LEFT)
    for each in (sheet, left):
        looks.set_widths(each, grid.funders if each is sheet else grid.total(HIGH))
    costs, rest = Amounts(sheet), Amounts(left)
    fill_left(rest, grid, SHEET)
    BudgetSheet(costs, rest, grid, words.funders).fill(words.title, words.subtitle)
    _fill_read_me(read_me, words)
    for each in book.worksheets:
        set_page(each, words.title)
    book.properties.title = words.title
    book.properties.creator = words.author
    book.properties.language = "fr-FR"
    book.properties.created = words.made_at.replace(tzinfo=None)
    book.calculation.fullCalcOnLoad = True
    out = io.BytesIO()
    book.save(out)
    return with_results(out.getvalue(), costs, rest)


def _fill_read_me(sheet: Worksheet, words: TableWords) -> None:
    sheet.column_dimensions["A"].width = 110
    put_text(sheet, 1, 1, "À lire avant de vous servir de ce tableau", looks.TITLE)
    sheet.row_dimensions[1].height = 28
    row = 3
    for title, sentences in words.about:
        put_text(sheet, row, 1, title, looks.BAND)
        for sentence in sentences:
            row += 1
            put_text(sheet, row, 1, sentence)
            sheet.row_dimensions[row].height = looks.height(sentence, 110)
        row += 2
    sheet.print_area = f"A1:A{row}"
