# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The themes around a centre: prudent scores as a solid shape, uncertainty as a hatched band."""

from collections.abc import Sequence

from matplotlib.figure import Figure

from autodiag.charts.look import Look
from autodiag.charts.marks import theme_mark
from autodiag.charts.radar_frame import RadarFrame
from autodiag.charts.range_bars import ScoreRow
from autodiag.charts.sheet import Sheet

FEWEST = 3
"""Below three evaluable themes there is no shape to draw."""


def can_draw(rows: Sequence[ScoreRow]) -> bool:
    """Whether enough themes are evaluable."""
    return sum(row.range is not None for row in rows) >= FEWEST


def radar(look: Look, rows: Sequence[ScoreRow], size: float) -> Figure:
    """A square of `size` points. A theme *sans objet* keeps its axis, dashed, and has no corner."""
    sheet, frame = Sheet(look, size, size), RadarFrame(size, len(rows))
    _ground(sheet, frame, rows)
    ranges = [(i, row.range) for i, row in enumerate(rows) if row.range is not None]
    low = [frame.at(i, float(r.low)) for i, r in ranges]
    high = [frame.at(i, float(r.high)) for i, r in ranges]
    sheet.polygon(low, facecolor=look.primary_pale)
    if low != high:
        sheet.ring(high, low, hatch="/////")
        sheet.polygon(high, edgecolor=look.primary, linewidth=0.8, linestyle=(0, (3, 2)))
    sheet.polygon(low, edgecolor=look.primary, linewidth=1.6)
    for point in low:
        sheet.disc(point, 2.2, facecolor=look.primary)
    for level, spot in frame.numbers():
        sheet.disc(spot, 4.5, facecolor=(1, 1, 1, 0.7))
        sheet.text(spot, str(level), color=look.ink2, ha="center", va="center")
    return sheet.figure


def radar_ground(look: Look, rows: Sequence[ScoreRow], size: float) -> Figure:
    """The rings, the axes and the themes alone: what never moves."""
    sheet = Sheet(look, size, size)
    _ground(sheet, RadarFrame(size, len(rows)), rows)
    return sheet.figure


def _ground(sheet: Sheet, frame: RadarFrame, rows: Sequence[ScoreRow]) -> None:
    look = sheet.look
    for level in range(1, 5):
        corners = [frame.at(i, level) for i in range(len(rows))]
        last = level == 4
        color = look.control if last else look.line
        sheet.polygon(corners, edgecolor=color, linewidth=0.9 if last else 0.6)
    for i, row in enumerate(rows):
        style = "-" if row.range else (0, (2, 2))
        ends = [frame.centre, frame.at(i, 4)]
        sheet.line(ends, color=look.line, linestyle=style, linewidth=0.6)
        theme_mark(sheet, frame.mark(i), 15, row.mark(i))
