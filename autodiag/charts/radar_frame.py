# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where scores stand on the radar, in points. Draws nothing."""

from collections.abc import Iterator
from math import cos, pi, sin

Point = tuple[float, float]
_AROUND, _BEYOND = 21.0, 12.0
"""Points kept around the last ring, and from it to the middle of a theme’s pictogram."""


class RadarFrame:
    """Turns scores into points of a square of `size` points, on `count` axes."""

    def __init__(self, size: float, count: int) -> None:
        self._count, self._radius = count, size / 2 - _AROUND
        self.centre = (size / 2, size / 2)

    def at(self, axis: int, value: float) -> Point:
        """A score (0 to 4) on the axis of that rank, the first one straight up, then clockwise."""
        angle = pi / 2 - 2 * pi * axis / self._count
        reach = self._radius * value / 4
        return self.centre[0] + reach * cos(angle), self.centre[1] + reach * sin(angle)

    def mark(self, axis: int) -> Point:
        """Where the pictogram of a theme is drawn."""
        return self.at(axis, 4 * (self._radius + _BEYOND) / self._radius)

    def numbers(self) -> Iterator[tuple[int, Point]]:
        """Each level of the scale, beside the first axis."""
        for level in (1, 2, 3, 4):
            x, y = self.at(0, level)
            yield level, (x + 6, y - 4.5)
