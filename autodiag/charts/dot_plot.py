# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A published share on a line from 0 to 100 %. Never places a collectivité on it."""

from dataclasses import dataclass

from matplotlib.figure import Figure

from autodiag.charts.look import Look
from autodiag.charts.sheet import Sheet
from autodiag.charts.spots import Spot, box_spot, disc_spot
from autodiag.model.benchmark import Bound
from autodiag.text.numbers import percent
from autodiag.text.shares import share_label

_MARKS = (0, 25, 50, 75, 100)
_LEFT, _RIGHT = 12.0, 18.0
DISC, CAP = 4.0, 5.0
"""Points: the radius of the disc, half the height of the ends of a margin."""
HEIGHT, BARE_HEIGHT, AXIS_HEIGHT = 34.0, 28.0, 12.0
"""Points: with its axis, without it, and the axis alone."""


@dataclass(frozen=True, slots=True)
class Share:
    """A published share, `value` in percent. `lack`: of those who do *not*, which is written.
    `interval`: the bounds of its margin, given only on request (contract B3)."""

    value: float
    bound: Bound
    same_size: bool
    lack: bool = False
    interval: tuple[float, float] | None = None


def dot_plot(look: Look, value: float, bound: Bound, *, same_size: bool, width: float) -> Figure:
    """The plot of a share alone, with its axis, its sense being said beside it."""
    return share_plot(look, Share(value, bound, same_size), width)


def share_plot(look: Look, share: Share, width: float, *, axis: bool = True) -> Figure:
    """A full disc for collectivités of the same size, a hollow dashed one for others. Without
    `axis`, the marks alone: `dot_axis` gives their figures once for a column. The axis is that of
    those who do it: the share of those who do not is only written."""
    sheet = Sheet(look, width, HEIGHT if axis else BARE_HEIGHT)
    if share.lack:
        _in_words(sheet, share, width, (HEIGHT if axis else BARE_HEIGHT) / 2)
        return sheet.figure
    x, y = _at(share.value, width), _middle(axis=axis)
    line = [((_at(0, width), y), (_at(100, width), y))]
    sheet.segments(line + [((_at(m, width), y - 3), (_at(m, width), y + 3)) for m in _MARKS])
    if axis:
        for mark, figure in ((0, "0"), (100, percent(100))):  # the others are read off the marks
            sheet.text((_at(mark, width), 2), figure, color=look.ink2, ha="center")
    if share.interval:
        low, high = (_at(bound, width) for bound in share.interval)
        caps = [((end, y - CAP), (end, y + CAP)) for end in (low, high)]
        sheet.segments([((low, y), (high, y)), *caps], edgecolor=look.primary, linewidth=1.6)
    if share.same_size:
        sheet.disc((x, y), DISC, facecolor=look.primary)
    else:
        dashed = {"linestyle": (0, (1.6, 1.2)), "linewidth": 1.2}
        sheet.disc((x, y), DISC, facecolor=look.surface, edgecolor=look.primary, **dashed)
    label = share_label(share.value, share.bound)
    half = look.width(label, 10, bold=True) / 2 + 6  # letters set on pixels are a little wider
    if x + half > width:
        sheet.text((width, y + 7), label, 10, bold=True, ha="right")
    elif x < half:
        sheet.text((0, y + 7), label, 10, bold=True, ha="left")
    else:
        sheet.text((x, y + 7), label, 10, bold=True, ha="center")
    return sheet.figure


@dataclass(frozen=True, slots=True)
class ShareSaid:
    """The sentence of the disc (or of the words in its place), and that of its margin, if drawn."""

    disc: str
    margin: str = ""


def share_spots(
    share: Share, said: ShareSaid, width: float, *, axis: bool = True
) -> tuple[Spot, ...]:
    """The marks of `share_plot`, drawn with the same arguments: the disc, then its margin."""
    if share.lack:
        high = HEIGHT if axis else BARE_HEIGHT
        return (box_spot((_at(0, width), 0, width - _at(0, width), high), said.disc),)
    x, y = _at(share.value, width), _middle(axis=axis)
    spots = [disc_spot((x, y), DISC, said.disc)]
    if share.interval and said.margin:
        low, high = (_at(bound, width) for bound in share.interval)
        spots.append(box_spot((low, y - CAP, high - low, 2 * CAP), said.margin))
    return tuple(spots)


def _middle(*, axis: bool) -> float:
    """How high the line of the plot is."""
    return 15.0 if axis else 9.0


def _in_words(sheet: Sheet, share: Share, width: float, middle: float) -> None:
    """A share that has no place on the axis, from where the axis would begin."""
    left = _at(0, width)
    label = share_label(share.value, share.bound, lack=True)
    lines = [label]
    if sheet.look.width(label, 10, bold=True) + 6 > width - left:
        lines = [share_label(share.value, share.bound), "ne le font pas"]
    for rank, line in enumerate(lines):
        y = middle + 13 * ((len(lines) - 1) / 2 - rank)
        sheet.text((left, y), line, 10, bold=True, va="center")


def dot_axis(look: Look, width: float) -> Figure:
    """The figures of the marks, to stand above a column of bare plots of the same width."""
    sheet = Sheet(look, width, AXIS_HEIGHT)
    for mark in _MARKS:
        label = percent(mark) if mark in (0, 100) else str(mark)
        sheet.text((_at(mark, width), 2), label, color=look.ink2, ha="center")
    return sheet.figure


def _at(share: float, width: float) -> float:
    return _LEFT + (width - _RIGHT - _LEFT) * share / 100
