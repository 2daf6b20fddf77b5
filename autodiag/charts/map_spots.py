# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The marks of the map of profiles, in the order in which one goes through them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import hypot

from autodiag.charts.map_frame import MapFrame, Place
from autodiag.charts.regions import Cell, cells
from autodiag.charts.spots import NEAR, Box, Spot, box_spot, disc_spot
from autodiag.model.questionnaire import PROFILES, ProfileId, Scoring

TODAY, LATER = 5.0, 4.5
"""The radius of both discs, in points, as the map draws them."""


@dataclass(frozen=True, slots=True)
class MapSaid:
    """The sentence of each mark; an empty one is not a mark."""

    today: str
    doubt: str
    way: str
    later: str
    later_doubt: str
    regions: dict[ProfileId, str]


def map_spots(
    scoring: Scoring,
    said: MapSaid,
    places: tuple[Place | None, Place | None],
    size: tuple[float, float],
) -> tuple[Spot, ...]:
    """Today’s disc, what is uncertain around it, the way to where the plan leads, that place, then
    the regions from the first stage to the last. `places` and `size`: as given to `profile_map`."""
    frame = MapFrame(*size)
    today, later = (None if place is None else frame.box(place) for place in places)
    spots: list[Spot] = []
    if today is not None:
        spots.append(disc_spot(today[:2], TODAY, said.today))
        spots.append(box_spot(today, said.doubt))
    if today is not None and later is not None:
        spots.append(_way(today, later, said.way))
    if later is not None:
        spots.append(disc_spot(later[:2], LATER, said.later))
        spots.append(box_spot(later, said.later_doubt))
    regions = cells(scoring)
    for profile in PROFILES:
        own = [cell for cell in regions if cell.profile == profile]
        if own:
            ring = max((_grown(cell, own) for cell in own), key=_area)
            found = tuple(_box(frame, cell) for cell in own)
            spots.append(Spot(found, _box(frame, ring), said.regions.get(profile, "")))
    return tuple(spot for spot in spots if spot.said and spot.boxes)


def _box(frame: MapFrame, cell: Cell) -> Box:
    (x0, y0), (x1, y1) = frame.at(cell.left, cell.bottom), frame.at(cell.right, cell.top)
    return x0, y0, x1 - x0, y1 - y0


def _grown(cell: Cell, own: Sequence[Cell]) -> Cell:
    """The same with what is over and under it, as far as the region is at least as wide."""
    along = [one for one in own if one.left <= cell.left and cell.right <= one.right]
    bottom, top = min(one.bottom for one in along), max(one.top for one in along)
    whole = sum(one.top - one.bottom for one in along) == top - bottom
    return replace(cell, bottom=bottom, top=top) if whole else cell


def _area(cell: Cell) -> float:
    return (cell.right - cell.left) * (cell.top - cell.bottom)


def _way(today: Box, later: Box, said: str) -> Spot:
    """The arrow, as small squares along it, off both discs; none where the plan leads nowhere."""
    (x0, y0, *_), (x1, y1, *_) = today, later
    across, up = x1 - x0, y1 - y0
    length = hypot(across, up)
    apart = TODAY + 2 * NEAR
    count = max(0, int((length - 2 * apart) // NEAR) + 1)
    along = [(apart + i * NEAR) / length for i in range(count)]
    squares = tuple(
        (x0 + across * at - NEAR, y0 + up * at - NEAR, 2 * NEAR, 2 * NEAR) for at in along
    )
    return Spot(squares, (min(x0, x1), min(y0, y1), abs(across), abs(up)), said)
