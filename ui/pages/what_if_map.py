# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The map of profiles that follows each tick: its regions drawn once, the two places and the way
from one to the other at each painting. The places are those of the printed map."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from autodiag.model.questionnaire import ProfileId, Scoring
from autodiag.model.result import Range
from ui.pages.what_if_ink import Ink, LiveChart

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from autodiag.charts.look import Look
    from autodiag.charts.map_layout import MapLayout, MapWords

TALLER = 1.2
"""How far it may be from a square."""
NAMED = 230
"""The points of a map wide enough for its places to be named on it; else its legend says them."""
VEIL = 0.6
Ranges = tuple[Range, Range]
"""The pilot theme, and the global score."""


@dataclass(frozen=True, slots=True)
class MapGround:
    """What the map is drawn from, and written with."""

    scoring: Scoring
    across: str
    up: str
    profiles: dict[ProfileId, str]
    today: str
    later: str


class TrialMap(LiveChart):
    """Today’s place, and the one that the ticked actions lead to."""

    _ground: MapGround | None = None
    _today: Ranges | None = None
    _later: Ranges | None = None

    def show_ground(self, ground: MapGround, today: Ranges) -> None:
        """The regions, and where they stand today."""
        self._ground, self._today = ground, today
        self.show_figure(self._build_ground, data=ground)

    def show_later(self, later: Ranges) -> None:
        """Where the ticked actions lead."""
        if later != self._later:
            self._later = later
            self.update()

    def paint_marks(self, ink: Ink) -> None:
        from autodiag.charts.map_frame import MapFrame, Place
        from autodiag.charts.map_layout import lay_map_out

        if self._ground is None or self._today is None or self._later is None:
            return
        look = self.look
        places = Place(*self._today), Place(*self._later)
        if self._later == self._today:
            places = places[0], None
        frame = MapFrame(*ink.size)
        words = _words(self._ground, named=ink.size[0] >= NAMED)
        _paint(ink, look, lay_map_out(look, self._ground.scoring, words, places, frame))

    def _build_ground(self, look: "Look", width: float, height: float) -> "Figure":
        from autodiag.charts.profile_map import map_ground

        assert self._ground is not None
        size = min(width, height * TALLER), min(height, width * TALLER)
        return map_ground(look, self._ground.scoring, _words(self._ground), size)


def _words(ground: MapGround, *, named: bool = True) -> "MapWords":
    from autodiag.charts.map_layout import MapWords

    places = ((ground.today, ""), (ground.later, "")) if named else (("", ""), ("", ""))
    return MapWords(ground.across, ground.up, ground.profiles, *places)


def _paint(ink: Ink, look: "Look", layout: "MapLayout") -> None:
    """In the order of the printed map."""
    veil = QColor(look.surface)
    veil.setAlphaF(VEIL)
    if layout.later is not None:
        ink.box(layout.later, veil, ink.pen(look.ink, 1, (3, 2)))
    if layout.today is not None:
        ink.box(layout.today, veil, ink.pen(look.ink, 1))
    if layout.arrow is not None:
        ink.line(*layout.arrow.line, ink.pen(look.ink, 1.6))
        ink.polygon(layout.arrow.head, look.ink)
    for callout in layout.callouts:
        ink.line(*callout.leader, ink.pen(look.ink, 0.8))
    for plate in layout.plates:
        x, y, *_ = plate.box
        ink.rounded(plate.box, 2, look.surface)
        color = look.profiles[plate.profile][0]
        ink.text((x + 4, y + 4.5), plate.name, color, size=10, bold=True)
    for callout in layout.callouts:
        x, y, _, height = callout.box
        ink.rounded(callout.box, 3, look.surface, ink.pen(look.control, 0.8))
        for line in callout.lines:
            ink.text((x + 6, y + height - 13), line, look.ink, bold=True)
    if layout.later is not None:
        ink.disc(layout.later[:2], 4.5, look.surface, ink.pen(look.ink, 1.4))
    if layout.today is not None:
        ink.disc(layout.today[:2], 5, look.ink, ink.pen(look.surface, 1))
