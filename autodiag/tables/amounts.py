# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The amounts of a sheet: figures, and formulas with what they come to, so that a preview that
computes nothing (a message, a phone, a list of files) shows the sums too. Knows no budget."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from openpyxl.cell.cell import Cell
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from autodiag.tables import looks
from autodiag.tables.budget_grid import ref

_FORMULA = re.compile(r'(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*</f>)<v ?(?:/>|></v>)')
"""A formula as openpyxl writes it: it has no place for what the formula comes to."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """Writes in one sheet, and remembers what each of its cells shows."""

    sheet: Worksheet
    shown: dict[str, float] = field(default_factory=dict[str, float])

    def put(self, row: int, column: int, value: float | None, font: Font = looks.PLAIN) -> None:
        """An amount, or nothing."""
        self._write(row, column, value, font)
        self.shown[ref(row, column)] = value or 0

    def compute(
        self, row: int, column: int, formula: str, shown: float, font: Font = looks.PLAIN
    ) -> None:
        """A formula, and what it comes to today."""
        self._write(row, column, formula, font)
        self.shown[ref(row, column)] = shown

    def add(self, row: int, column: int, places: Sequence[str], font: Font = looks.PLAIN) -> None:
        """The sum of some cells; nothing to add is 0."""
        self.compute(row, column, f"={'+'.join(places) or '0'}", self._sum(places), font)

    def add_rows(self, row: int, column: int, rows: range, font: Font = looks.PLAIN) -> None:
        """The sum of the cells of these rows in that column."""
        span = f"{ref(rows[0], column)}:{ref(rows[-1], column)}"
        shown = self._sum(ref(one, column) for one in rows)
        self.compute(row, column, f"=SUM({span})", shown, font)

    def _sum(self, places: Iterable[str]) -> float:
        return sum(self.shown.get(one, 0) for one in places)

    def _write(self, row: int, column: int, value: float | str | None, font: Font) -> Cell:
        cell = looks.at(self.sheet, row, column)
        cell.value = value
        cell.number_format = looks.EUROS
        cell.font, cell.alignment = font, looks.RIGHT
        return cell


def with_results(data: bytes, *sheets: Amounts) -> bytes:
    """The same XLSX file, each formula with what it comes to."""
    book, out = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    told = {one.sheet.path.removeprefix("/"): one for one in sheets}
    with book, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as to:
        for name in book.namelist():
            held = book.read(name)
            if name in told:
                held = _filled(held.decode("utf-8"), told[name]).encode("utf-8")
            to.writestr(book.getinfo(name), held)
    return out.getvalue()


def _filled(xml: str, amounts: Amounts) -> str:
    def result(found: re.Match[str]) -> str:
        return f"{found[1]}<v>{amounts.shown[found[2]]!r}</v>"

    return _FORMULA.sub(result, xml)
