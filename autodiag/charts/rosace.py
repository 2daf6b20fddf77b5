# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The rosace of the cover: one petal a theme, as long as its prudent score, hatched to the highest
possible. Knows scores and titles, not why they are so."""

from collections.abc import Callable, Sequence
from math import cos, radians, sin

from matplotlib.figure import Figure

from autodiag.charts.icons import sector
from autodiag.charts.look import Look
from autodiag.charts.marks import theme_mark
from autodiag.charts.range_bars import ScoreRow
from autodiag.charts.sheet import Point, Sheet

Reach = Callable[[float], float]
Polar = Callable[[float, float], Point]

_WIDE = 0.78
"""The share of its angle that a petal takes."""


def rosace(look: Look, rows: Sequence[ScoreRow], size: float, *, petals: bool = True) -> Figure:
    """A square of `size` points. Without `petals` only the rings and the themes: nothing is
    answered yet. A theme *sans objet* has a dashed axis; a score of 0 a mark at the centre."""
    sheet = Sheet(look, size, size)
    middle = size / 2
    outer = middle - size * 0.085
    inner = outer * 0.3

    def reach(score: float) -> float:
        return inner + (outer - inner) * score / 4

    def at(angle: float, radius: float) -> Point:
        return middle + radius * cos(radians(angle)), middle + radius * sin(radians(angle))

    for level in (1, 2, 3, 4):
        color, width = (look.control, 1.0) if level == 4 else (look.line, 0.75)
        sheet.disc((middle, middle), reach(level), edgecolor=color, linewidth=width)
    turn = 360 / max(len(rows), 1)
    for i, row in enumerate(rows):
        angle = 90 - turn * i
        theme_mark(sheet, at(angle, outer + size * 0.05), size * 0.058, row.mark(i))
        if row.range is None:
            ends = [at(angle, inner), at(angle, outer)]
            sheet.line(ends, color=look.control, linewidth=0.8, linestyle=(0, (2, 2.5)))
        elif petals:
            half = turn * _WIDE / 2
            _petal(sheet, (middle, middle), (angle - half, angle + half), row, reach)
    sheet.disc((middle, middle), inner, facecolor=look.surface, edgecolor=look.line, linewidth=1)
    _home(sheet, (middle, middle), inner)
    if rows:
        _scale(sheet, at, 90 - turn / 2, reach)
    return sheet.figure


def _petal(
    sheet: Sheet, middle: Point, angles: tuple[float, float], row: ScoreRow, reach: Reach
) -> None:
    look, span = sheet.look, row.range
    assert span is not None
    low, high = reach(float(span.low)), reach(float(span.high))
    if high > low:
        ring = sector(middle, (low, high), angles)
        sheet.path(ring, facecolor=look.surface, hatch="////", hatch_width=1.1)
        sheet.path(ring, edgecolor=look.primary, linewidth=0.9, joinstyle="round")
    base = max(low, reach(0) + 2.2)  # a score of 0 is a score
    sheet.path(sector(middle, (reach(0), base), angles), facecolor=look.primary)


def _home(sheet: Sheet, middle: Point, inner: float) -> None:
    """The house of the project’s mark, without its ring."""
    mark = sheet.look.icons.named("app-mark")
    if mark is None:
        return
    house = type(mark)(mark.size, tuple(stroke for stroke in mark.strokes if not stroke.width))
    sheet.icon(house, middle, inner * 1.15, sheet.look.primary)


def _scale(sheet: Sheet, at: Polar, angle: float, reach: Reach) -> None:
    """The numbers of the rings, between the first two petals, each on a spot of paper."""
    look = sheet.look
    for level in (1, 2, 3, 4):
        spot = at(angle, reach(level))
        sheet.disc(spot, 5.5, facecolor=look.surface)
        sheet.text(spot, str(level), color=look.ink2, ha="center", va="center")
