# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Two lines in a small frame beside a place of a chart, where they hide nothing that matters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from autodiag.charts.look import Look
from autodiag.charts.sheet import Box, Point, Sheet

_SIZE, _LINE, _PAD = 9.0, 11.5, 6.0
_LONGEST = 112.0
"""Points: a longer line ends with …"""


@dataclass(frozen=True, slots=True)
class Callout:
    """Where it stands, what it says (the first line bold), and the point it is about."""

    box: Box
    lines: tuple[str, ...]
    point: Point

    @property
    def leader(self) -> tuple[Point, Point]:
        """The thin line from the point to the nearest of its frame."""
        (x, y, width, height), (px, py) = self.box, self.point
        return self.point, (min(max(px, x), x + width), min(max(py, y), y + height))


@dataclass(frozen=True, slots=True)
class Room:
    """Where a callout may stand: inside a box, off what is `taken`, its leader off the `names`."""

    inside: Box
    taken: Sequence[Box]
    names: Sequence[Box] = ()


def place_callout(
    look: Look, lines: Sequence[str], about: Box, room: Room, *, below: bool
) -> Callout:
    """Beside the box `about`, whose place is its bottom left corner; `below` when that is free.
    It covers nothing of what is taken if it can, and never the place itself. Its leader strikes
    no name if it can."""
    taken, names = room.taken, room.names
    kept = tuple(look.wrap(line, _SIZE, _LONGEST, 1)[0] for line in lines if line)
    width = max(look.width(line, _SIZE, bold=not i) for i, line in enumerate(kept)) + 2 * _PAD
    size = width, _LINE * len(kept) + 2 * _PAD - 3
    spots = [_within(spot, size, room.inside) for spot in _around(about, size, below=below)]
    place = (about[0], about[1], 0.0, 0.0)
    for kept_clear, unstruck, around in (
        (taken, names, 7),
        (taken, names, 2),
        (taken, (), 7),
        ([place], (), 7),
        ([], (), 7),
    ):
        for spot in spots:
            callout = Callout((*spot, *size), kept, about[:2])
            struck = any(covers(dot, unstruck, 1) for dot in along(*callout.leader))
            if not covers(callout.box, kept_clear, around) and not struck:
                return callout
    raise AssertionError("an empty list covers nothing")


def draw_leader(sheet: Sheet, callout: Callout) -> None:
    """A thin line from its point to its frame: under every name."""
    sheet.line(callout.leader, color=sheet.look.ink, linewidth=0.8)


def draw_callout(sheet: Sheet, callout: Callout) -> None:
    """Its frame and its words."""
    look, (x, y, _, height) = sheet.look, callout.box
    sheet.rounded(callout.box, 3, facecolor=look.surface, edgecolor=look.control, linewidth=0.8)
    for i, line in enumerate(callout.lines):
        at = x + _PAD, y + height - _PAD - 7 - i * _LINE
        color = look.ink if i == 0 else look.ink2
        sheet.text(at, line, _SIZE, bold=i == 0, color=color)


def covers(box: Box, others: Sequence[Box], around: float = 7.0) -> bool:
    """Whether a box comes nearer than `around` points to one of the others."""
    x, y, width, height = box
    return any(
        x < ox + w + around
        and ox - around < x + width
        and y < oy + h + around
        and oy - around < y + height
        for ox, oy, w, h in others
    )


def along(start: Point, end: Point, every: float = 4.0) -> list[Box]:
    """Boxes of no size along a line, at most `every` points apart, ends left out."""
    (x0, y0), (x1, y1) = start, end
    count = int(hypot(x1 - x0, y1 - y0) / every) + 1
    return [
        (x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count, 0.0, 0.0) for i in range(1, count)
    ]


def _around(about: Box, size: tuple[float, float], *, below: bool) -> Iterator[Point]:
    """Candidates, the nearest first: under and above the place, then at its sides."""
    (x, y, width, height), (wide, high) = about, size
    for gap in (20, 34, 52, 76, 110):
        under, above = y - gap - high, y + height + gap
        for level in (under, above) if below else (above, under):
            yield x - wide / 2, level
            yield x + width / 2 - wide / 2, level
            yield x - wide + 8, level
            yield x + width - 8, level
        yield x + width + gap, y + height / 2 - high / 2
        yield x - gap - wide, y + height / 2 - high / 2
    for gap in (20, 52, 110):  # at a corner
        for level in (y - gap - high, y + height + gap):
            yield x + width + gap, level
            yield x - gap - wide, level


def _within(spot: Point, size: tuple[float, float], inside: Box) -> Point:
    left, bottom, width, height = inside
    x = min(max(spot[0], left + 5), left + width - size[0] - 5)
    y = min(max(spot[1], bottom + 5), bottom + height - size[1] - 5)
    return x, y
