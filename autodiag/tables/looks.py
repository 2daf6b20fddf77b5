# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How the cells of a table look, and how text is put in them. Knows no table."""

from collections.abc import Mapping

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

EUROS = '#,##0\\ [$€-40C];-#,##0\\ [$€-40C];"–"'
"""Thousands as the reader's system writes them; nothing is a dash."""

FACE = "Calibri"
INK, INK2, PRIMARY = "FF1B2322", "FF46504E", "FF0B5A63"
PALE, SUNKEN = "FFDDEDEC", "FFEEEAE0"
_THIN = Side(style="thin", color="FFDAD4C7")
_THICK = Side(style="medium", color="FF77725F")

TITLE = Font(name=FACE, size=18, bold=True, color=PRIMARY)
PLAIN = Font(name=FACE, size=11, color=INK)
BOLD = Font(name=FACE, size=11, bold=True, color=INK)
QUIET = Font(name=FACE, size=11, color=INK2)
SMALL = Font(name=FACE, size=9, color=INK2)
BAND = Font(name=FACE, size=12, bold=True, color=PRIMARY)

TITLES = 46
"""The characters of a column of titles."""
ROOM = TITLES - 6
"""Those of a title on one line: its letters are wider than figures."""
WRAPPED = Alignment(vertical="center", wrap_text=True)
ASIDE = Alignment(vertical="center", wrap_text=True, indent=1)
CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
RIGHT = Alignment(horizontal="right", vertical="center")
ONE_LINE = Alignment(vertical="center")
BETWEEN, UNDER, OVER = Border(bottom=_THIN), Border(bottom=_THICK), Border(top=_THICK)


def fill(colour: str) -> PatternFill:
    """A plain background."""
    return PatternFill("solid", fgColor=colour)


def put_text(sheet: Worksheet, row: int, column: int, text: str, font: Font = PLAIN) -> Cell:
    """A text, never a formula whatever it begins with: it may be the user's own."""
    cell = at(sheet, row, column)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"
    cell.font, cell.alignment = font, WRAPPED
    return cell


def at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell to write in. Raises TypeError for one that is merged into another."""
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        raise TypeError(cell.coordinate)
    return cell


def line(sheet: Worksheet, row: int, last: int, border: Border, colour: str = "") -> None:
    """A border, and a background, from the first column of a row to the last one."""
    for column in range(1, last + 1):
        cell = sheet.cell(row, column)
        cell.border = border
        if colour:
            cell.fill = fill(colour)


def set_page(sheet: Worksheet, title: str) -> None:
    """Landscape A4, one page wide, as many down as its rows take to stay legible; the title and the
    page at its foot."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.5
    foot = sheet.HeaderFooter.oddFooter
    if foot is not None:
        foot.left.text, foot.right.text = title.replace("&", "&&"), "&P / &N"
    sheet.sheet_view.showGridLines = False


def put_head(
    sheet: Worksheet, row: int, pairs: Mapping[str, int], singles: Mapping[str, int], last: int
) -> None:
    """A header of two rows. `pairs` stand over «de» and «à», `singles` over one column each."""
    for text, column in pairs.items():
        put_text(sheet, row, column, text, BOLD)
        put_text(sheet, row + 1, column, "de", BOLD)
        put_text(sheet, row + 1, column + 1, "à", BOLD)
        _merge(sheet, (row, column), (row, column + 1))
    for text, column in singles.items():
        put_text(sheet, row, column, text, BOLD)
        _merge(sheet, (row, column), (row + 1, column))
    for number in (row, row + 1):
        line(sheet, number, last, UNDER if number > row else Border(), SUNKEN)
        for column in range(1, last + 1):
            sheet.cell(number, column).alignment = WRAPPED if column == 1 else CENTRED
    sheet.row_dimensions[row].height = 30


def set_widths(sheet: Worksheet, last: int) -> None:
    """The title of an action, then six figures in each column."""
    set_width(sheet, 1, TITLES)
    for column in range(2, last + 1):
        set_width(sheet, column, 9)
    sheet.row_dimensions[1].height = 28


def set_width(sheet: Worksheet, column: int, characters: float) -> None:
    """The width of a column."""
    sheet.column_dimensions[get_column_letter(column)].width = characters


def fit(sheet: Worksheet, row: int, *texts: tuple[str, int]) -> None:
    """A row high enough for texts that wrap, each in a column of so many characters."""
    sheet.row_dimensions[row].height = max(height(text, wide) for text, wide in texts)


def height(text: str, characters: int) -> float:
    """The height in points of a text that wraps: some programs do not fit it by themselves."""
    return 16.0 * (1 + len(text) // characters)


def _merge(sheet: Worksheet, first: tuple[int, int], last: tuple[int, int]) -> None:
    sheet.merge_cells(
        start_row=first[0], start_column=first[1], end_row=last[0], end_column=last[1]
    )
