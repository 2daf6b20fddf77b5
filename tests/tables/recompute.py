# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The few formulas of our tables, computed as a spreadsheet does."""

import re
from collections.abc import Iterable

from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

_CELL = re.compile(r"(?:'([^']+)'!)?\$?([A-Z]+)(\d+)(?::([A-Z]+\d+))?(?![\w(])")


def value(book: Workbook, sheet: str, place: str) -> float | str:
    """What a cell shows; an empty one is nothing."""
    there = book[sheet]
    assert isinstance(there, Worksheet)
    held = there[place].value
    if not isinstance(held, str) or not held.startswith("=") or there[place].data_type != "f":
        return 0 if held is None else held
    return eval(_python(held[1:], sheet), {"__builtins__": {}}, _names(book))


def _python(formula: str, sheet: str) -> str:
    """The same in Python: «=» in a test of a text is «==»."""

    def cell(found: re.Match[str]) -> str:
        where, first = found[1] or sheet, f"{found[2]}{found[3]}"
        if found[4]:
            return f"cells({where!r}, {f'{first}:{found[4]}'!r})"
        return f"cell({where!r}, {first!r})"

    return _CELL.sub(cell, formula).replace('="', '=="')


def _names(book: Workbook) -> dict[str, object]:
    def cell(sheet: str, place: str) -> float | str:
        return value(book, sheet, place)

    def cells(sheet: str, span: str) -> list[float | str]:
        there = book[sheet]
        assert isinstance(there, Worksheet)
        return [value(book, sheet, one.coordinate) for row in there[span] for one in row]

    def summed(each: Iterable[float | str]) -> float:
        return sum(one for one in each if not isinstance(one, str))

    def either(test: bool, yes: float, no: float) -> float:
        return yes if test else no

    return {"cell": cell, "cells": cells, "SUM": summed, "MAX": max, "IF": either}
