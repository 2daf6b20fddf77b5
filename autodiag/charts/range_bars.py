# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Scores as bars between 0 and 4: solid to the prudent score, hatched to the highest possible."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from autodiag.charts.look import Look
from autodiag.charts.marks import theme_mark
from autodiag.charts.sheet import Sheet, bar
from autodiag.model.result import Range
from autodiag.text.numbers import short_score_range

_ROW = 25.0


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One bar: its title and range, None for «sans objet». `theme` and `number` (from 1): whose
    pictogram and colour it takes."""

    title: str
    range: Range | None
    theme: str = ""
    number: int = 0

    def mark(self, i: int) -> tuple[str, int]:
        """What its mark is drawn from; without a number, its place `i` (from 0) in the chart."""
        return self.theme, self.number or i + 1


def range_bars(
    look: Look,
    rows: Sequence[ScoreRow],
    width: float,
    row_height: float = _ROW,
    size: float = 9,
) -> Figure:
    """One row per score: its mark, the title above its bar, the value at the right. Points;
    `size`: of the letters."""
    height = row_height * len(rows)
    sheet = Sheet(look, width, height)
    left, values = 22.0, 58.0
    for i, row in enumerate(rows):
        y = height - row_height * (i + 1) + (row_height - _ROW) / 2
        theme_mark(sheet, (8, y + 10), 14, row.mark(i))
        title = look.wrap(row.title, size, width - left, 1)[0]
        sheet.text((left, y + 14), title, size)
        if row.range is None:
            sheet.text((width, y + 3), "sans objet", color=look.ink2, ha="right")
            continue
        place = (left, y + 3, width - left - values, 7)
        bar(sheet, place, float(row.range.low), float(row.range.high))
        value = short_score_range(row.range.low, row.range.high)
        sheet.text((width, y + 3), value, size + 1, bold=True, ha="right")
    return sheet.figure


def score_bar(
    look: Look,
    span: Range,
    width: float,
    mark: float | None = None,
    label: str = "",
    *,
    size: float = 9,
) -> Figure:
    """One bar with its scale; `mark` is the global score that the next profile asks for, `label`
    what is written above it."""
    sheet = Sheet(look, width, 46 if label else 34)
    bar(sheet, (4, 14, width - 8, 10), float(span.low), float(span.high))
    step = (width - 8) / 4
    for tick in range(5):
        sheet.text((4 + tick * step, 2), str(tick), size, color=look.ink2, ha="center")
    if mark is not None:
        at = 4 + mark * step
        sheet.line([(at, 11), (at, 32)], color=look.ink, linewidth=1.6)
        half = look.width(label, size) / 2
        sheet.text((min(max(at, half), width - half), 36), label, size, ha="center")
    return sheet.figure


def bare_bar(look: Look, span: Range, width: float, height: float = 9) -> Figure:
    """The bar alone, where the score is written beside it."""
    sheet = Sheet(look, width, height)
    bar(sheet, (0, 0, width, height), float(span.low), float(span.high))
    return sheet.figure
