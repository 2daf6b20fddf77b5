# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The map of profiles: pilot score across, global score up, today’s place, where the plan leads."""

from collections.abc import Iterator
from dataclasses import dataclass

from matplotlib.figure import Figure

from autodiag.charts.callouts import Callout, covers, draw_callout, place_callout
from autodiag.charts.look import HATCHES, Look
from autodiag.charts.map_frame import MapFrame, Place
from autodiag.charts.regions import Cell, borders, cells
from autodiag.charts.sheet import Box, Point, Sheet
from autodiag.model.questionnaire import ProfileId, Scoring

APART = (24.0, 7.0)
"""Points between the name of a region and a place or its callout, of which it would seem to be the
name: the most that leaves it a spot."""


@dataclass(frozen=True, slots=True)
class MapWords:
    """What is written on the map: both axes, each profile’s name, and two lines beside each place
    (empty: nothing is written there)."""

    across: str
    up: str
    profiles: dict[ProfileId, str]
    today: tuple[str, str] = ("", "")
    later: tuple[str, str] = ("", "")


def profile_map(
    look: Look,
    scoring: Scoring,
    words: MapWords,
    places: tuple[Place | None, Place | None],
    size: float | tuple[float, float],
) -> Figure:
    """A square of `size` points, or that width and height. `places`: today, and after the roadmap
    (None: not shown).

    The box is what is uncertain; the disc stands at its prudent corner, bottom left.
    """
    width, height = size if isinstance(size, tuple) else (size, size)
    sheet, frame = Sheet(look, width, height), MapFrame(width, height)
    regions = cells(scoring)
    _ground(sheet, frame, regions)
    _axes(sheet, frame, words)
    today, later = (None if place is None else frame.box(place) for place in places)
    boxes = [box for box in (today, later) if box is not None]
    taken = boxes + _along(boxes)
    homes = _homes(regions, words)
    plates = _plates(look, frame, homes[:1], taken)  # the smallest region has no other place
    callouts: list[Callout] = []
    for box, lines, below in ((today, words.today, True), (later, words.later, False)):
        if box is not None and any(lines):
            callout = place_callout(look, lines, box, frame.inside, taken, below=below)
            callouts.append(callout)
            taken.append(callout.box)
    plates += _plates(look, frame, homes[1:], taken)
    _boxes(sheet, today, later)
    for plate in plates:
        _name(sheet, plate)
    for callout in callouts:
        draw_callout(sheet, callout)
    _discs(sheet, today, later)
    return sheet.figure


def _boxes(sheet: Sheet, today: Box | None, later: Box | None) -> None:
    """What is uncertain, under a veil that lets the regions show."""
    style = {"facecolor": (*_rgb(sheet.look.surface), 0.6), "edgecolor": sheet.look.ink}
    if later is not None:
        sheet.box(later, linewidth=1, linestyle=(0, (3, 2)), **style)
    if today is not None:
        sheet.box(today, linewidth=1, **style)


def _discs(sheet: Sheet, today: Box | None, later: Box | None) -> None:
    look = sheet.look
    if today is not None and later is not None:
        _arrow(sheet, today, later)
    if later is not None:
        style = {"facecolor": look.surface, "edgecolor": look.ink, "linewidth": 1.4}
        sheet.disc(later[:2], 4.5, **style)
    if today is not None:
        sheet.disc(today[:2], 5, facecolor=look.ink, edgecolor=look.surface, linewidth=1)


def _rgb(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _mixed(ink: str, fill: str, share: float = 0.35) -> tuple[float, float, float]:
    mixed = [share * a + (1 - share) * b for a, b in zip(_rgb(ink), _rgb(fill), strict=True)]
    return mixed[0], mixed[1], mixed[2]


def _ground(sheet: Sheet, frame: MapFrame, regions: tuple[Cell, ...]) -> None:
    """Each region with its texture, then the line where one begins, in its colour."""
    for cell in regions:
        if cell.profile is not None:
            (x0, y0), (x1, y1) = frame.at(cell.left, cell.bottom), frame.at(cell.right, cell.top)
            ink, fill = sheet.look.profiles[cell.profile]
            hatch, box = HATCHES[cell.profile], (x0, y0, x1 - x0, y1 - y0)
            sheet.box(box, facecolor=fill, hatch=hatch, hatch_color=_mixed(ink, fill))
    for border in borders(regions):
        ink = sheet.look.profiles[border.profile][0]
        ends = [frame.at(*border.start), frame.at(*border.end)]
        sheet.line(ends, color=ink, linewidth=1.4, solid_capstyle="butt")


def _axes(sheet: Sheet, frame: MapFrame, words: MapWords) -> None:
    look = sheet.look
    corner, right, top = frame.at(0, 0), frame.at(4, 0), frame.at(0, 4)
    sheet.box(frame.inside, edgecolor=look.control, linewidth=1)
    for tick in range(5):
        x, y = frame.at(tick, 0)
        sheet.text((x, y - 12), str(tick), color=look.ink2, ha="center")
        x, y = frame.at(0, tick)
        sheet.text((x - 6, y), str(tick), color=look.ink2, ha="right", va="center")
    middle = (corner[0] + right[0]) / 2, (corner[1] + top[1]) / 2
    across = look.wrap(words.across, 9, right[0] - corner[0], 1)[0]
    sheet.text((middle[0], 4), across, color=look.ink, ha="center")
    sheet.text((9, middle[1]), words.up, color=look.ink, ha="center", va="center", rotation=90)


@dataclass(frozen=True, slots=True)
class _Plate:
    """The name of a region and where it is written."""

    profile: ProfileId
    name: str
    box: Box


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
    look: Look, frame: MapFrame, homes: list[tuple[Cell, ProfileId, str]], taken: list[Box]
) -> list[_Plate]:
    """Each name in its region, where it covers nothing; their places are taken from then on."""
    plates: list[_Plate] = []
    for cell, profile, name in homes:
        size = look.width(name, 10, bold=True) + 8, 16.0
        spots = list(_spots(frame, cell, *size))
        free = (s for away in APART for s in spots if not covers((*s, *size), taken, away))
        spot = next(free, spots[0])
        plates.append(_Plate(profile, name, (*spot, *size)))
        taken.append((*spot, *size))
    return plates


def _name(sheet: Sheet, plate: _Plate) -> None:
    x, y, *_ = plate.box
    ink = sheet.look.profiles[plate.profile][0]
    sheet.rounded(plate.box, 2, facecolor=sheet.look.surface)
    sheet.text((x + 4, y + 4.5), plate.name, 10, bold=True, color=ink)


def _along(boxes: list[Box]) -> list[Box]:
    """Small boxes along the arrow from one disc to the other: nothing is written there."""
    if len(boxes) < 2:
        return []
    (x0, y0, *_), (x1, y1, *_) = boxes
    return [(x0 + (x1 - x0) * i / 9, y0 + (y1 - y0) * i / 9, 0, 0) for i in range(1, 9)]


def _spots(frame: MapFrame, cell: Cell, width: float, height: float) -> Iterator[Point]:
    """The corners first, then along the edges and the middle."""
    (x0, y0), (x1, y1) = frame.at(cell.left, cell.bottom), frame.at(cell.right, cell.top)
    last = frame.at(4, 0)[0] - width - 3  # a name wider than its region stays on the map
    left, right, low, high = min(x0 + 6, last), x1 - width - 6, y0 + 6, y1 - height - 6
    yield from ((left, high), (right, high), (right, low), (left, low))
    middle = (left + right) / 2, (low + high) / 2
    yield from ((middle[0], high), (middle[0], low), (left, middle[1]), (right, middle[1]), middle)


def _arrow(sheet: Sheet, today: Box, later: Box) -> None:
    """From disc to disc, with a head; nothing where the plan leads to the same place."""
    (x0, y0, *_), (x1, y1, *_) = today, later
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    if length < 14:
        return
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    tip = x1 - 6 * ux, y1 - 6 * uy
    base = tip[0] - 7 * ux, tip[1] - 7 * uy
    sheet.line([(x0, y0), base], color=sheet.look.ink, linewidth=1.6)
    head = [tip, (base[0] - 3.5 * uy, base[1] + 3.5 * ux), (base[0] + 3.5 * uy, base[1] - 3.5 * ux)]
    sheet.polygon(head, facecolor=sheet.look.ink)
