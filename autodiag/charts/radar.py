# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The themes around a centre: prudent scores as a solid shape, uncertainty as a hatched band."""

from collections.abc import Sequence
from math import cos, pi, sin

from matplotlib.figure import Figure

from autodiag.charts.look import Look
from autodiag.charts.marks import theme_mark
from autodiag.charts.range_bars import ScoreRow
from autodiag.charts.sheet import Point, Sheet

FEWEST = 3
"""Below three evaluable themes there is no shape to draw."""


def can_draw(rows: Sequence[ScoreRow]) -> bool:
    """Whether enough themes are evaluable."""
    return sum(row.range is not None for row in rows) >= FEWEST


def radar(look: Look, rows: Sequence[ScoreRow], size: float) -> Figure:
    """A square of `size` points. A theme *sans objet* keeps its axis, dashed, and has no corner."""
    sheet = Sheet(look, size, size)
    centre, radius = size / 2, size / 2 - 21

    def place(i: int, value: float) -> Point:
        angle = pi / 2 - 2 * pi * i / len(rows)
        reach = radius * value / 4
        return centre + reach * cos(angle), centre + reach * sin(angle)

    for level in range(1, 5):
        corners = [place(i, level) for i in range(len(rows))]
        last = level == 4
        color = look.control if last else look.line
        sheet.polygon(corners, edgecolor=color, linewidth=0.9 if last else 0.6)
    for i, row in enumerate(rows):
        style = "-" if row.range else (0, (2, 2))
        sheet.line([(centre, centre), place(i, 4)], color=look.line, linestyle=style, linewidth=0.6)
        theme_mark(sheet, place(i, 4 * (radius + 12) / radius), 15, row.mark(i))
    ranges = [(i, row.range) for i, row in enumerate(rows) if row.range is not None]
    low = [place(i, float(r.low)) for i, r in ranges]
    high = [place(i, float(r.high)) for i, r in ranges]
    sheet.polygon(low, facecolor=look.primary_pale)
    if low != high:
        sheet.ring(high, low, hatch="/////")
        sheet.polygon(high, edgecolor=look.primary, linewidth=0.8, linestyle=(0, (3, 2)))
    sheet.polygon(low, edgecolor=look.primary, linewidth=1.6)
    for point in low:
        sheet.disc(point, 2.2, facecolor=look.primary)
    for level in (1, 2, 3, 4):
        x, y = place(0, level)
        sheet.disc((x + 6, y - 4.5), 4.5, facecolor=(1, 1, 1, 0.7))
        sheet.text((x + 6, y - 4.5), str(level), color=look.ink2, ha="center", va="center")
    return sheet.figure
