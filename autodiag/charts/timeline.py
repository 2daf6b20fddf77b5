# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The plan as bars over its three horizons. Knows when things come, not why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matplotlib.figure import Figure

from autodiag.charts.look import Look
from autodiag.charts.sheet import Sheet
from autodiag.text.numbers import months_later, short_month

_HEAD, _ROW = 34.0, 26.0
_LONGEST = 36
_HORIZONS = ((0, 6, "0 – 6"), (6, 18, "6 – 18 mois"), (18, 36, "18 – 36 mois"))


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One action: title, what stands at the right, months from `start` to `end`, obligation."""

    title: str
    aside: str
    start: float
    end: float
    obligation: bool = False


def timeline(look: Look, rows: Sequence[TimelineRow], start: date, width: float) -> Figure:
    """One row per action, in the order given. `start`: the day the plan begins."""
    height = _HEAD + _ROW * len(rows)
    sheet = Sheet(look, width, height)
    titles, asides = width * 0.4, width * 0.21
    left, right = titles + 6, width - asides - 6
    _months(sheet, start, (left, right), height)
    for i, row in enumerate(rows):
        y = height - _HEAD - _ROW * (i + 1)
        lines = look.wrap(row.title, 9, titles - 4)
        for k, line in enumerate(lines):
            sheet.text((0, y + (15 if len(lines) > 1 else 10) - 11 * k), line)
        first = left + (right - left) * row.start / _LONGEST
        last = left + (right - left) * row.end / _LONGEST
        sheet.box((first, y + 8, max(last - first, 4), 10), facecolor=look.primary)
        if row.obligation:
            sheet.text((max(last, first + 4) + 3, y + 9), "§", 11, bold=True)
        aside = look.wrap(row.aside, 9, asides)
        for k, line in enumerate(aside):
            at = (width, y + (15 if len(aside) > 1 else 10) - 11 * k)
            sheet.text(at, line, color=look.ink2, ha="right")
        sheet.line([(0, y), (width, y)], color=look.line, linewidth=0.6)
    return sheet.figure


def _months(sheet: Sheet, start: date, span: tuple[float, float], height: float) -> None:
    look, (left, right) = sheet.look, span
    step = (right - left) / _LONGEST
    for i, (first, last, name) in enumerate(_HORIZONS):
        box = (left + first * step, 0, (last - first) * step, height - 14)
        sheet.box(box, facecolor=look.surface if i == 1 else look.sunken)
        middle = left + (first + last) / 2 * step
        sheet.text((middle, height - 10), name, bold=True, ha="center")
    for month in range(6, _LONGEST, 6):
        at = left + month * step
        sheet.line([(at, 0), (at, height - 14)], color=look.line, linewidth=0.6)
    for month, align in ((0, "left"), (18, "center"), (36, "right")):
        label = short_month(months_later(start, month))
        at = (left + month * step + {"left": 2, "center": 0, "right": -2}[align], height - 28)
        sheet.text(at, label, color=look.ink2, ha=align)
