# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where scores stand on the map of profiles, in points. Draws nothing."""

from dataclasses import dataclass

from autodiag.charts.spots import Box
from autodiag.model.result import Range

_LEFT, _BOTTOM, _EDGE = 34.0, 32.0, 8.0


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map, as the two ranges that bound it."""

    pilot: Range
    overall: Range


class MapFrame:
    """Turns scores into points of a map of `width` × `height` points."""

    def __init__(self, width: float, height: float) -> None:
        self.step = (width - _LEFT - _EDGE) / 4
        self.tall = (height - _BOTTOM - _EDGE) / 4

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point from two scores."""
        return _LEFT + x * self.step, _BOTTOM + y * self.tall

    @property
    def inside(self) -> Box:
        """The whole plane."""
        return _LEFT, _BOTTOM, 4 * self.step, 4 * self.tall

    def box(self, place: Place) -> Box:
        """What a place may be; its disc stands at the bottom left."""
        x, y = self.at(float(place.pilot.low), float(place.overall.low))
        right, top = self.at(float(place.pilot.high), float(place.overall.high))
        return x, y, right - x, top - y
