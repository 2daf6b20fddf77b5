# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where all that moves on the map of profiles stands, in points: boxes, discs, arrow, callouts, and
the names of regions, which make way for them. Draws nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from autodiag.charts.callouts import Callout, Room, along, covers, place_callout
from autodiag.charts.look import Look
from autodiag.charts.map_frame import MapFrame, Place
from autodiag.charts.regions import Cell, cells
from autodiag.charts.sheet import Box, Point
from autodiag.model.questionnaire import ProfileId, Scoring

APART = (24.0, 7.0, 2.0)
"""Points between the name of a region and a place or its callout, of which it would seem to be the
name: the most that leaves it a spot."""
_STEP, _HEAD = 8.0, 16.0
"""Points between the last spots tried for a name; around a place, for the head of the arrow."""


@dataclass(frozen=True, slots=True)
class MapWords:
    """What is written on the map: both axes, each profile’s name, and two lines beside each place
    (empty: nothing is written there)."""

    across: str
    up: str
    profiles: dict[ProfileId, str]
    today: tuple[str, str] = ("", "")
    later: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Plate:
    """The name of a region and where it is written."""

    profile: ProfileId
    name: str
    box: Box


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one disc to the other: the line ends at the base of its head, a triangle."""

    line: tuple[Point, Point]
    head: tuple[Point, Point, Point]


@dataclass(frozen=True, slots=True)
class MapLayout:
    """The boxes of both places (their discs at the bottom left), what is written, and the way."""

    today: Box | None
    later: Box | None
    plates: tuple[Plate, ...]
    callouts: tuple[Callout, ...]
    arrow: Arrow | None


def lay_map_out(
    look: Look,
    scoring: Scoring,
    words: MapWords,
    places: tuple[Place | None, Place | None],
    frame: MapFrame,
) -> MapLayout:
    """Everything in its place: nothing that is written covers a disc, a box or the arrow if it
    can do otherwise."""
    today, later = (None if place is None else frame.box(place) for place in places)
    boxes = [box for box in (today, later) if box is not None]
    way = along(boxes[0][:2], boxes[1][:2]) if len(boxes) == 2 else []
    taken = boxes + way
    homes = _homes(cells(scoring), words)
    plates = _plates(look, frame, homes[:1], taken, boxes)  # the smallest region has no other place
    callouts: list[Callout] = []
    for box, lines, below in ((today, words.today, True), (later, words.later, False)):
        if box is not None and any(lines):
            room = Room(frame.inside, taken, [plate.box for plate in plates])
            callout = place_callout(look, lines, box, room, below=below)
            callouts.append(callout)
            taken += [callout.box, *along(*callout.leader)]
    plates += _plates(look, frame, homes[1:], taken, boxes)
    arrow = _arrow(today, later) if today is not None and later is not None else None
    return MapLayout(today, later, tuple(plates), tuple(callouts), arrow)


def _homes(regions: tuple[Cell, ...], words: MapWords) -> list[tuple[Cell, ProfileId, str]]:
    """The largest rectangle of each region that has a name, the smallest first."""

    def area(cell: Cell) -> float:
        return (cell.right - cell.left) * (cell.top - cell.bottom)

    homes: list[tuple[Cell, ProfileId, str]] = []
    for profile, name in words.profiles.items():
        own = [cell for cell in regions if cell.profile == profile]
        if own:
            homes.append((max(own, key=area), profile, name))
    return sorted(homes, key=lambda home: area(home[0]))


def _plates(
    look: Look,
    frame: MapFrame,
    homes: list[tuple[Cell, ProfileId, str]],
    taken: list[Box],
    places: list[Box],
) -> list[Plate]:
    """Each name in its region, where it covers nothing, or else only a line: the head of the arrow
    shows, beside a place. Their own places are taken from then on."""
    plates: list[Plate] = []
    for cell, profile, name in homes:
        size = look.width(name, 10, bold=True) + 8, 16.0
        spots = list(_spots(frame, cell, *size))
        free = (s for away in APART for s in spots if not covers((*s, *size), taken, away))
        off = (s for s in spots if not covers((*s, *size), places, _HEAD))
        spot = next(free, None) or next(off, spots[0])
        plates.append(Plate(profile, name, (*spot, *size)))
        taken.append((*spot, *size))
    return plates


def _spots(frame: MapFrame, cell: Cell, width: float, height: float) -> Iterator[Point]:
    """The corners first, then along the edges and the middle, then wherever there is room."""
    (x0, y0), (x1, y1) = frame.at(cell.left, cell.bottom), frame.at(cell.right, cell.top)
    last = frame.at(4, 0)[0] - width - 3  # a name wider than its region stays on the map
    left, right, low, high = min(x0 + 6, last), x1 - width - 6, y0 + 6, y1 - height - 6
    yield from ((left, high), (right, high), (right, low), (left, low))
    middle = (left + right) / 2, (low + high) / 2
    yield from ((middle[0], high), (middle[0], low), (left, middle[1]), (right, middle[1]), middle)
    for step in range(1, int((high - low) / _STEP)):
        yield from ((x, high - step * _STEP) for x in (right, left, middle[0]))


def _arrow(today: Box, later: Box) -> Arrow | None:
    """From disc to disc, with a head; nothing where the plan leads to the same place."""
    (x0, y0, *_), (x1, y1, *_) = today, later
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    if length < 14:
        return None
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    tip = x1 - 6 * ux, y1 - 6 * uy
    base = tip[0] - 7 * ux, tip[1] - 7 * uy
    sides = (base[0] - 3.5 * uy, base[1] + 3.5 * ux), (base[0] + 3.5 * uy, base[1] - 3.5 * ux)
    return Arrow(((x0, y0), base), (tip, *sides))
