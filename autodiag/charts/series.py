# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A published share over the years, from 0 to 100 %. A line joins only what may be compared: a
break is a gap with a mark. Never places a collectivité on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from autodiag.charts.look import Look
from autodiag.charts.sheet import Sheet
from autodiag.charts.spots import Spot, box_spot, disc_spot
from autodiag.text.numbers import percent

HEIGHT = 104.0
"""Points: the whole chart."""
DISC = 3.5
_LEFT, _RIGHT, _BOTTOM, _TOP = 34.0, 6.0, 17.0, 16.0
"""Points around the plot: figures of the axis, half a value, dates, a value above 100 %."""
_SIZE, _DATE = 10.0, 9.0
_AIR = 5.0
"""Points left between two dates, or two values, side by side."""
_GAP = 5.0
"""Points: half the width of the mark of a break."""
_HIGH = 88
"""Percent: from there on, the value is written under its disc."""


@dataclass(frozen=True, slots=True)
class SeriesMark:
    """One point: `at` its date in years, `joined` to the one before by a line; `label` its value
    and `when` its date, as they are written."""

    value: float
    at: float
    label: str
    when: str
    joined: bool


def series_plot(look: Look, marks: Sequence[SeriesMark], width: float) -> Figure:
    """The points in order; the older ones at the left, as far apart as their dates where their
    values can be read so."""
    sheet = Sheet(look, width, HEIGHT)
    _axis(sheet, width)
    places = _places(look, marks, width)
    for i in range(1, len(marks)):
        if marks[i].joined:
            sheet.line([places[i - 1], places[i]], color=look.primary, linewidth=1.6)
        else:
            _break(sheet, _between(look, marks, places, i))
    for mark, (x, y) in zip(marks, places, strict=True):
        sheet.disc((x, y), DISC, facecolor=look.primary)
        above = mark.value < _HIGH
        aligned = "bottom" if above else "top"
        at = (_inside(look, mark.label, x, width, bold=True), y + (6 if above else -6))
        _behind(sheet, at, look.width(mark.label, _SIZE, bold=True), 1 if above else -1)
        sheet.text(at, mark.label, _SIZE, bold=True, ha="center", va=aligned)
        when = (_inside(look, mark.when, x, width), 3)
        sheet.text(when, mark.when, _DATE, color=look.ink2, ha="center")
    return sheet.figure


def series_spots(
    look: Look, marks: Sequence[SeriesMark], said: Sequence[tuple[str, str]], width: float
) -> tuple[Spot, ...]:
    """The marks of `series_plot` in the order of time. `said`: for each point its sentence, and
    that of what leads to it from the one before, said of the mark where there is a break."""
    places = _places(look, marks, width)
    spots: list[Spot] = []
    for i, (mark, (point, before)) in enumerate(zip(marks, said, strict=True)):
        if i and not mark.joined:
            middle = _between(look, marks, places, i)
            box = (middle - _GAP, _BOTTOM, 2 * _GAP, HEIGHT - _BOTTOM - _TOP)
            spots.append(box_spot(box, before))
        spots.append(disc_spot(places[i], DISC, f"{point} {before}" if mark.joined else point))
    return tuple(spots)


def _axis(sheet: Sheet, width: float) -> None:
    look = sheet.look
    for share in (0, 50, 100):
        y = _high(share)
        sheet.line([(_LEFT, y), (width, y)], color=look.line, linewidth=0.75)
        sheet.text((_LEFT - 4, y), percent(share), _DATE, color=look.ink2, ha="right", va="center")


def _break(sheet: Sheet, x: float) -> None:
    """Two slanting strokes across a dashed line: nothing goes on through it."""
    look, middle = sheet.look, _high(50)
    dashed = {"linestyle": (0, (3, 2.5)), "linewidth": 1.0, "color": look.control}
    for low, high in ((_BOTTOM, middle - 8), (middle + 8, HEIGHT - _TOP)):
        sheet.line([(x, low), (x, high)], **dashed)
    strokes = [((x + s - 2, middle - 6), (x + s + 2, middle + 6)) for s in (-2.2, 2.2)]
    sheet.box((x - _GAP, middle - 5, 2 * _GAP, 10), facecolor=look.surface)
    sheet.segments(strokes, edgecolor=look.ink, linewidth=1.4)


def _behind(sheet: Sheet, at: tuple[float, float], width: float, upwards: int) -> None:
    """No line of the axis strikes a value through."""
    low = at[1] if upwards > 0 else at[1] - _SIZE
    box = (at[0] - width / 2 - 1, low, width + 2, _SIZE)
    sheet.box(box, facecolor=sheet.look.surface)


def _between(
    look: Look, marks: Sequence[SeriesMark], places: Sequence[tuple[float, float]], i: int
) -> float:
    """Halfway between the words of a point and those of the one before."""
    left, right = (_half(look, mark) for mark in (marks[i - 1], marks[i]))
    return (places[i - 1][0] + left + places[i][0] - right) / 2


def _half(look: Look, mark: SeriesMark) -> float:
    """Points: half the width of the words of a point."""
    value, when = look.width(mark.label, _SIZE, bold=True), look.width(mark.when, _DATE)
    return max(value, when) / 2


def _high(share: float) -> float:
    return _BOTTOM + (HEIGHT - _BOTTOM - _TOP) * share / 100


def _places(
    look: Look, marks: Sequence[SeriesMark], width: float
) -> tuple[tuple[float, float], ...]:
    """Where each point is: by date, pushed apart where two dates or values would touch."""
    halves = [_half(look, mark) for mark in marks]
    low, high = _LEFT + halves[0] + _AIR, width - halves[-1] - _RIGHT
    span = marks[-1].at - marks[0].at
    xs = [low + (high - low) * (mark.at - marks[0].at) / (span or 1) for mark in marks]
    for i in range(1, len(xs)):
        xs[i] = max(xs[i], xs[i - 1] + halves[i - 1] + halves[i] + _AIR)
    for i in range(len(xs) - 2, -1, -1):  # back, from the right edge
        xs[i + 1] = min(xs[i + 1], high) if i == len(xs) - 2 else xs[i + 1]
        xs[i] = min(xs[i], xs[i + 1] - halves[i] - halves[i + 1] - _AIR)
    return tuple((x, _high(mark.value)) for x, mark in zip(xs, marks, strict=True))


def _inside(look: Look, text: str, x: float, width: float, *, bold: bool = False) -> float:
    """`x`, or what keeps the text in the chart."""
    half = look.width(text, _SIZE if bold else _DATE, bold=bold) / 2 + 1
    return min(max(x, half), width - half)
