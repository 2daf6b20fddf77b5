# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The map of profiles: pilot score across, global score up, today’s place, where the plan leads."""

from matplotlib.figure import Figure

from autodiag.charts.callouts import draw_callout, draw_leader
from autodiag.charts.look import HATCHES, Look
from autodiag.charts.map_frame import MapFrame, Place
from autodiag.charts.map_layout import MapLayout, MapWords, Plate, lay_map_out
from autodiag.charts.regions import Cell, borders, cells
from autodiag.charts.sheet import Box, Sheet
from autodiag.model.questionnaire import Scoring


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
    _ground(sheet, frame, cells(scoring))
    _axes(sheet, frame, words)
    layout = lay_map_out(look, scoring, words, places, frame)
    _boxes(sheet, layout.today, layout.later)
    _ways(sheet, layout)
    for plate in layout.plates:  # over the lines: a name is never struck
        _name(sheet, plate)
    for callout in layout.callouts:
        draw_callout(sheet, callout)
    _discs(sheet, layout)
    return sheet.figure


def map_ground(look: Look, scoring: Scoring, words: MapWords, size: tuple[float, float]) -> Figure:
    """The regions and the axes alone: what never moves, of that width and height."""
    sheet, frame = Sheet(look, *size), MapFrame(*size)
    _ground(sheet, frame, cells(scoring))
    _axes(sheet, frame, words)
    return sheet.figure


def _boxes(sheet: Sheet, today: Box | None, later: Box | None) -> None:
    """What is uncertain, under a veil that lets the regions show."""
    style = {"facecolor": (*_rgb(sheet.look.surface), 0.6), "edgecolor": sheet.look.ink}
    if later is not None:
        sheet.box(later, linewidth=1, linestyle=(0, (3, 2)), **style)
    if today is not None:
        sheet.box(today, linewidth=1, **style)


def _ways(sheet: Sheet, layout: MapLayout) -> None:
    """The arrow, and the leaders of the callouts."""
    look = sheet.look
    if layout.arrow is not None:
        sheet.line(layout.arrow.line, color=look.ink, linewidth=1.6)
        sheet.polygon(layout.arrow.head, facecolor=look.ink)
    for callout in layout.callouts:
        draw_leader(sheet, callout)


def _discs(sheet: Sheet, layout: MapLayout) -> None:
    look, today, later = sheet.look, layout.today, layout.later
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


def _name(sheet: Sheet, plate: Plate) -> None:
    x, y, *_ = plate.box
    ink = sheet.look.profiles[plate.profile][0]
    sheet.rounded(plate.box, 2, facecolor=sheet.look.surface)
    sheet.text((x + 4, y + 4.5), plate.name, 10, bold=True, color=ink)
