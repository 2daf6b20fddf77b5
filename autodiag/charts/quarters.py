# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The three years by quarter: what is to be done by then, the closed months, when aid is asked for.
Knows months by their number from the first, and no action."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from autodiag.charts.look import Look
from autodiag.charts.sheet import Sheet

MONTHS = 36
_CHIP, _ACROSS = 15.0, 2
_HEAD, _STRIP, _WINDOW = 30.0, 9.0, 15.0
_YEAR = 30.0
"""A year and the white after it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A quarter: its first month and the one after its last (0–36), its short name, its year where
    it begins one, and the signs of what is due in it."""

    first: int
    last: int
    name: str
    year: str
    signs: tuple[str, ...]


def quarter_map(
    look: Look,
    columns: Sequence[Column],
    closed: Sequence[int],
    windows: Sequence[tuple[int, int, str]],
    width: float,
) -> Figure:
    """`closed`: the months when nobody can work; `windows`: first month, month after the last, and
    what is asked for."""
    deep = max([1, *(-(-len(column.signs) // _ACROSS) for column in columns)])
    body = deep * (_CHIP + 2) + 8
    below = _STRIP + 4 if closed else 0.0
    sheet = Sheet(look, width, _HEAD + body + below + _WINDOW * len(windows) + 2)
    month, top = width / MONTHS, sheet.figure.get_figheight() * 72
    free = 0.0  # where the last year written ends: a first quarter may be a month long
    for i, column in enumerate(columns):
        left, wide = column.first * month, (column.last - column.first) * month
        if i % 2 == 0:
            sheet.box((left, top - _HEAD - body, wide, _HEAD + body), facecolor=look.sunken)
        if column.year:
            at = min(max(left + 2, free), width - _YEAR + 7)
            sheet.text((at, top - 11), column.year, 9, bold=True)
            free = at + _YEAR
        sheet.text((left + wide / 2, top - 25), column.name, 9, ha="center", color=look.ink2)
        _signs(sheet, column.signs, left + wide / 2, top - _HEAD - 4)
    bottom = top - _HEAD - body
    sheet.line([(0, bottom), (width, bottom)])
    for one in closed:
        box = (one * month, bottom - _STRIP - 2, month, _STRIP)
        sheet.box(box, facecolor=look.surface, hatch="/////", hatch_color=look.ink2)
        sheet.box(box, edgecolor=look.control, linewidth=0.6)
    for i, window in enumerate(windows):
        _window(sheet, window, month, bottom - below - (i + 1) * _WINDOW)
    return sheet.figure


def _signs(sheet: Sheet, signs: Sequence[str], middle: float, top: float) -> None:
    """Chips in rows, centred under the quarter’s name."""
    look = sheet.look
    for i in range(0, len(signs), _ACROSS):
        row = signs[i : i + _ACROSS]
        left = middle - len(row) * (_CHIP + 2) / 2 + 1
        y = top - (i // _ACROSS + 1) * (_CHIP + 2)
        for j, sign in enumerate(row):
            x = left + j * (_CHIP + 2)
            sheet.rounded((x, y, _CHIP, _CHIP), 2.5, facecolor=look.primary)
            at = (x + _CHIP / 2, y + 4.2)
            sheet.text(at, sign, 9, bold=True, ha="center", color=look.on_primary)


def _window(sheet: Sheet, window: tuple[int, int, str], month: float, y: float) -> None:
    """A bar with round ends, its name beside it, on the side that has room."""
    look, (first, last, name) = sheet.look, window
    left, wide = first * month, max((last - first) * month, 6.0)
    sheet.rounded(
        (left, y + 3, wide, 8), 3, facecolor=look.surface, edgecolor=look.primary, linewidth=1.2
    )
    if first < MONTHS / 2:
        sheet.text((left + wide + 5, y + 4), name, 9)
    else:
        sheet.text((left - 5, y + 4), name, 9, ha="right")
