# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The map of profiles: pilot score across, global score up, today’s place, where the plan leads."""

from dataclasses import dataclass

from matplotlib.figure import Figure

from autodiag.charts.look import HATCHES, Look
from autodiag.charts.regions import Cell, cells
from autodiag.charts.sheet import Box, Point, Sheet
from autodiag.model.questionnaire import ProfileId, Scoring
from autodiag.model.result import Range

_LEFT, _BOTTOM, _EDGE = 34.0, 32.0, 8.0


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map, as the two ranges that bound it."""

    pilot: Range
    overall: Range


@dataclass(frozen=True, slots=True)
class MapWords:
    """What is written on the map: both axes, and each profile’s name."""

    across: str
    up: str
    profiles: dict[ProfileId, str]


class _Frame:
    """Turns scores into points of the sheet."""

    def __init__(self, size: float) -> None:
        self.step = (size - _LEFT - _EDGE) / 4
        self.tall = (size - _BOTTOM - _EDGE) / 4

    def at(self, x: float, y: float) -> Point:
        return _LEFT + x * self.step, _BOTTOM + y * self.tall

    def box(self, place: Place) -> Box:
        x, y = self.at(float(place.pilot.low), float(place.overall.low))
        right, top = self.at(float(place.pilot.high), float(place.overall.high))
        return x, y, right - x, top - y


def profile_map(
    look: Look,
    scoring: Scoring,
    words: MapWords,
    places: tuple[Place | None, Place | None],
    size: float,
) -> Figure:
    """A square of `size` points. `places`: today, and after the roadmap (None: not shown).

    The box is what is uncertain; the disc stands at its prudent corner, bottom left.
    """
    sheet, frame = Sheet(look, size, size), _Frame(size)
    regions = cells(scoring)
    for cell in regions:
        _region(sheet, frame, cell)
    _axes(sheet, frame, words)
    today, later = places
    boxes = [frame.box(place) for place in places if place is not None]
    boxes += _along(boxes)
    _names(sheet, frame, regions, words, boxes)
    if today is not None and later is not None:
        _arrow(sheet, frame, today, later)
    if later is not None:
        box = frame.box(later)
        sheet.box(box, edgecolor=look.ink, linewidth=1, linestyle=(0, (3, 2)))
        sheet.disc(box[:2], 4.5, facecolor=look.surface, edgecolor=look.ink, linewidth=1.4)
    if today is not None:
        box = frame.box(today)
        sheet.box(box, facecolor=(*_rgb(look.surface), 0.75), edgecolor=look.ink, linewidth=1)
        sheet.disc(box[:2], 5, facecolor=look.ink, edgecolor=look.surface, linewidth=1)
    return sheet.figure


def _rgb(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _mixed(ink: str, fill: str, share: float = 0.35) -> tuple[float, float, float]:
    mixed = [share * a + (1 - share) * b for a, b in zip(_rgb(ink), _rgb(fill), strict=True)]
    return mixed[0], mixed[1], mixed[2]


def _region(sheet: Sheet, frame: _Frame, cell: Cell) -> None:
    (x0, y0), (x1, y1) = frame.at(cell.left, cell.bottom), frame.at(cell.right, cell.top)
    if cell.profile is None:
        return
    ink, fill = sheet.look.profiles[cell.profile]
    hatch, box = HATCHES[cell.profile], (x0, y0, x1 - x0, y1 - y0)
    sheet.box(box, facecolor=fill, hatch=hatch, hatch_color=_mixed(ink, fill))


def _axes(sheet: Sheet, frame: _Frame, words: MapWords) -> None:
    look = sheet.look
    corner, right, top = frame.at(0, 0), frame.at(4, 0), frame.at(0, 4)
    sheet.line([top, corner, right], color=look.control, linewidth=1)
    for tick in range(5):
        x, y = frame.at(tick, 0)
        sheet.text((x, y - 12), str(tick), color=look.ink2, ha="center")
        x, y = frame.at(0, tick)
        sheet.text((x - 6, y), str(tick), color=look.ink2, ha="right", va="center")
    middle = (corner[0] + right[0]) / 2, (corner[1] + top[1]) / 2
    sheet.text((middle[0], 4), words.across, color=look.ink, ha="center")
    sheet.text((9, middle[1]), words.up, color=look.ink, ha="center", va="center", rotation=90)


def _names(
    sheet: Sheet,
    frame: _Frame,
    regions: tuple[Cell, ...],
    words: MapWords,
    taken: list[Box],
) -> None:
    """Each name inside the largest rectangle of its region, where it covers no box."""
    for profile, name in words.profiles.items():
        own = [cell for cell in regions if cell.profile == profile]
        if not own:
            continue
        cell = max(own, key=lambda c: (c.right - c.left) * (c.top - c.bottom))
        width, height = sheet.look.width(name, 10, bold=True) + 8, 15.0
        spots = _spots(frame, cell, width, height)
        x, y = next((s for s in spots if not _covers((*s, width, height), taken)), spots[0])
        ink, fill = sheet.look.profiles[profile]
        sheet.box((x, y, width, height), facecolor=fill)
        sheet.text((x + 4, y + 4), name, 10, bold=True, color=ink)


def _along(boxes: list[Box]) -> list[Box]:
    """Small boxes along the arrow from one disc to the other: no name there either."""
    if len(boxes) < 2:
        return []
    (x0, y0, *_), (x1, y1, *_) = boxes
    return [(x0 + (x1 - x0) * i / 9, y0 + (y1 - y0) * i / 9, 0, 0) for i in range(1, 9)]


def _spots(frame: _Frame, cell: Cell, width: float, height: float) -> list[Point]:
    (x0, y0), (x1, y1) = frame.at(cell.left, cell.bottom), frame.at(cell.right, cell.top)
    left, right, low, high = x0 + 5, x1 - width - 5, y0 + 5, y1 - height - 5
    return [(left, high), (right, high), (right, low), (left, low), ((left + right) / 2, high)]


def _covers(box: Box, others: list[Box]) -> bool:
    x, y, width, height = box
    return any(
        x < ox + w + 8 and ox - 8 < x + width and y < oy + h + 8 and oy - 8 < y + height
        for ox, oy, w, h in others
    )


def _arrow(sheet: Sheet, frame: _Frame, today: Place, later: Place) -> None:
    """From disc to disc, with a head; nothing where the plan leads to the same place."""
    x0, y0, *_ = frame.box(today)
    x1, y1, *_ = frame.box(later)
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    if length < 14:
        return
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    tip = x1 - 6 * ux, y1 - 6 * uy
    base = tip[0] - 7 * ux, tip[1] - 7 * uy
    sheet.line([(x0, y0), base], color=sheet.look.ink, linewidth=1.4)
    head = [tip, (base[0] - 3.5 * uy, base[1] + 3.5 * ux), (base[0] + 3.5 * uy, base[1] - 3.5 * ux)]
    sheet.polygon(head, facecolor=sheet.look.ink)
