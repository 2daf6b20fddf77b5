# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Marks out of 10 under the range that the answers give, one line each, on one scale. Draws what
it is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from matplotlib.figure import Figure

from autodiag.charts.look import Look
from autodiag.charts.sheet import Point, Sheet
from autodiag.scoring.felt_words import Line

ROW, AXIS = 18.0, 13.0
"""Points: the height of a line, and that of the figures of the scale."""
_BAR = "reponses"
"""The line that is a range; the others are marks, each with its shape."""
_SHAPES: Mapping[str, str] = MappingProxyType(
    {"depart": "diamond", "elu": "disc", "agent": "triangle"}
)
_MOST = 10
_GAP = 10.0
_HALF, _REACH = 4.0, 5.0
"""Points: half the height of the bar, and how far a mark goes from its middle."""


@dataclass(frozen=True, slots=True)
class _Axis:
    left: float
    right: float

    def at(self, value: float) -> float:
        return self.left + (self.right - self.left) * value / _MOST


def scale_height(rows: Sequence[Line]) -> float:
    """The points that the figure takes."""
    return ROW * len(rows) + AXIS


def felt_scale(look: Look, rows: Sequence[Line], width: float) -> Figure:
    """The names at the left, the values at the right, each with its own shape; the range goes down
    through the lines of the marks, for them to be read against it."""
    height = scale_height(rows)
    sheet = Sheet(look, width, height)
    names = max((look.width(row.name, 9) for row in rows), default=0.0)
    values = max((look.width(row.value, 10, bold=True) for row in rows), default=0.0)
    axis = _Axis(names + _GAP, width - values - _GAP - _REACH)
    middles = [height - ROW * (rank + 0.5) for rank in range(len(rows))]
    for row, middle in zip(rows, middles, strict=True):
        if row.kind == _BAR:
            _shade(sheet, axis, row, (AXIS, middle - _HALF))
    for row, middle in zip(rows, middles, strict=True):
        sheet.text((0, middle), row.name, va="center_baseline")
        sheet.text((width, middle), row.value, 10, bold=True, ha="right", va="center_baseline")
        if row.kind == _BAR:
            _bar(sheet, axis, row, middle)
        else:
            _mark(sheet, axis, row, middle)
    for tick in (0, _MOST // 2, _MOST):
        sheet.text((axis.at(tick), 2), str(tick), color=look.ink2, ha="center")
    return sheet.figure


def _shade(sheet: Sheet, axis: _Axis, row: Line, rise: tuple[float, float]) -> None:
    """From the bar down to the scale."""
    look, (bottom, top) = sheet.look, rise
    if top - bottom < ROW / 2:  # nothing stands under it
        return
    low, high = axis.at(row.low), axis.at(row.high)
    if high - low >= 1:
        sheet.box((low, bottom, high - low, top - bottom), facecolor=look.primary_pale)
    edges = [((x, bottom), (x, top)) for x in dict.fromkeys((low, high))]
    sheet.segments(edges, edgecolor=look.primary, linewidth=0.8, linestyle=(0, (2, 1.6)))


def _bar(sheet: Sheet, axis: _Axis, row: Line, middle: float) -> None:
    """Solid to the prudent bound, hatched to the highest."""
    look, left, bottom = sheet.look, axis.at(0), middle - _HALF
    low, high = axis.at(row.low), axis.at(row.high)
    track = (left, bottom, axis.at(_MOST) - left, 2 * _HALF)
    sheet.box(track, facecolor=look.sunken, edgecolor=look.line, linewidth=0.6)
    sheet.box((left, bottom, low - left, 2 * _HALF), facecolor=look.primary)
    if row.high > row.low:
        hatched = (low, bottom, high - low, 2 * _HALF)
        sheet.box(hatched, facecolor=look.surface, hatch="/////")
        sheet.box(hatched, edgecolor=look.primary, linewidth=0.8)


def _mark(sheet: Sheet, axis: _Axis, row: Line, middle: float) -> None:
    look, x = sheet.look, axis.at(row.low)
    ticks = [((axis.at(t), middle - 2), (axis.at(t), middle + 2)) for t in range(_MOST + 1)]
    line = ((axis.at(0), middle), (axis.at(_MOST), middle))
    sheet.segments([line, *ticks], edgecolor=look.control, linewidth=0.7)
    shape = _SHAPES[row.kind]
    if shape == "disc":
        sheet.disc((x, middle), _REACH - 0.6, facecolor=look.ink)
    else:
        filled = look.ink if shape == "triangle" else look.surface
        corners = _corners(shape, x, middle)
        sheet.polygon(corners, facecolor=filled, edgecolor=look.ink, linewidth=1.4)


def _corners(shape: str, x: float, y: float) -> list[Point]:
    if shape == "triangle":
        return [(x - _REACH, y - 4), (x + _REACH, y - 4), (x, y + _REACH)]
    return [(x, y - _REACH), (x + _REACH, y), (x, y + _REACH), (x - _REACH, y)]
