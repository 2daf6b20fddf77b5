# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Scores as bars between 0 and 4: solid to the prudent score, hatched to the highest possible."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from autodiag.charts.look import Look
from autodiag.charts.sheet import Sheet, bar
from autodiag.model.result import Range
from autodiag.text.numbers import short_score_range

_ROW = 25.0


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One bar: its title and range, None for «sans objet»."""

    title: str
    range: Range | None
    thresholds: tuple[int, ...] = ()


def range_bars(look: Look, rows: Sequence[ScoreRow], width: float) -> Figure:
    """One row per score, title above its bar, value at the right. `width` in points."""
    height = _ROW * len(rows)
    sheet = Sheet(look, width, height)
    values = 62.0
    for i, row in enumerate(rows):
        y = height - _ROW * (i + 1)
        title = look.wrap(row.title, 9, width - values, 1)[0]
        sheet.text((0, y + 14), title)
        if row.range is None:
            sheet.text((width, y + 5), "sans objet", color=look.ink2, ha="right")
            continue
        bar(sheet, (0, y + 3, width - values, 7), float(row.range.low), float(row.range.high))
        value = short_score_range(row.range.low, row.range.high)
        sheet.text((width, y + 3), value, 10, bold=True, ha="right")
    return sheet.figure


def score_bar(look: Look, span: Range, width: float, mark: float | None = None) -> Figure:
    """One bar with its scale; `mark` is the global score that the next profile asks for."""
    sheet = Sheet(look, width, 34)
    bar(sheet, (4, 14, width - 8, 10), float(span.low), float(span.high))
    step = (width - 8) / 4
    for tick in range(5):
        sheet.text((4 + tick * step, 2), str(tick), color=look.ink2, ha="center")
    if mark is not None:
        sheet.line([(4 + mark * step, 11), (4 + mark * step, 30)], color=look.ink, linewidth=1.6)
    return sheet.figure
