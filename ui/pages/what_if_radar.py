# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The radar that follows each tick: its rings drawn once, the two shapes at each painting."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from autodiag.model.result import Range
from ui.pages.what_if_ink import Ink, LiveChart

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from autodiag.charts.look import Look

FEWEST = 3
"""Below three evaluable themes there is no shape to draw."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A theme: its id, its title, its score today (None: «sans objet»)."""

    theme: str
    title: str
    today: Range | None


class TrialRadar(LiveChart):
    """What the ticked actions lead to as on the printed radar; today as a dotted line over it."""

    _axes: tuple[Axis, ...] = ()
    _later: tuple[Range | None, ...] = ()

    def show_axes(self, axes: tuple[Axis, ...]) -> None:
        """The themes, and where they stand today."""
        self._axes = axes
        self.show_figure(self._build_ground, data=tuple((a.theme, a.today is None) for a in axes))
        self.update()

    def show_later(self, later: tuple[Range | None, ...]) -> None:
        """Where the ticked actions lead, theme by theme."""
        if later != self._later:
            self._later = later
            self.update()

    def paint_marks(self, ink: Ink) -> None:
        from autodiag.charts.radar_frame import RadarFrame

        look, frame = self.look, RadarFrame(ink.size[0], len(self._axes))
        low, high = self._shape(frame, self._later)
        if len(low) >= FEWEST:
            ink.polygon(low, look.primary_pale)
            if low != high:
                ink.hatched_ring(high, low, look.primary)
                ink.polygon(high, None, ink.pen(look.primary, 0.8, (3, 2)))
            ink.polygon(low, None, ink.pen(look.primary, 1.6))
            for point in low:
                ink.disc(point, 2.2, look.primary)
        before, _ = self._shape(frame, tuple(axis.today for axis in self._axes))
        if before != low:
            ink.polygon(before, None, ink.pen(look.ink, 1.3, (1.3, 2.2)))
        veil = QColor(look.surface)
        veil.setAlphaF(0.7)
        for level, spot in frame.numbers():
            ink.disc(spot, 4.5, veil)
            ink.middle(spot, str(level), look.ink2)

    def _shape(
        self, frame: object, ranges: Sequence[Range | None]
    ) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
        from autodiag.charts.radar_frame import RadarFrame

        assert isinstance(frame, RadarFrame)
        known = [(i, one) for i, one in enumerate(ranges) if one is not None]
        low = [frame.at(i, float(one.low)) for i, one in known]
        return low, [frame.at(i, float(one.high)) for i, one in known]

    def _build_ground(self, look: "Look", width: float, height: float) -> "Figure":
        from autodiag.charts.radar import radar_ground
        from autodiag.charts.range_bars import ScoreRow

        rows = [
            ScoreRow(axis.title, axis.today, axis.theme, number)
            for number, axis in enumerate(self._axes, 1)
        ]
        return radar_ground(look, rows, min(width, height))
