# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What can be asked of a figure, point by point: where each of its marks is, and its sentence.

Draws nothing and loads nothing: the figure itself does not change.
"""

from collections.abc import Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""x, y, width, height in points from the bottom left of the figure."""
NEAR = 4.0
"""Points around a mark where the mouse still finds it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark and what it says. `boxes`: where it is found; `ring`: what is framed for one who comes
    to it by the keyboard."""

    boxes: tuple[Box, ...]
    ring: Box
    said: str

    def holds(self, x: float, y: float) -> bool:
        """Whether that point of the figure is on it."""
        return any(
            left <= x <= left + width and bottom <= y <= bottom + height
            for left, bottom, width, height in self.boxes
        )


def spot_at(spots: Sequence[Spot], x: float, y: float) -> int | None:
    """The rank of the mark at a point: the first that holds it, small ones being listed first."""
    return next((rank for rank, spot in enumerate(spots) if spot.holds(x, y)), None)


def disc_spot(at: tuple[float, float], radius: float, said: str) -> Spot:
    """A disc, found a little around it."""
    x, y = at
    near = radius + NEAR
    return Spot(
        ((x - near, y - near, 2 * near, 2 * near),),
        (x - radius, y - radius, 2 * radius, 2 * radius),
        said,
    )


def box_spot(box: Box, said: str) -> Spot:
    """A rectangle, found where it is and just around: one without thickness is a line."""
    x, y, width, height = box
    return Spot(((x - 1, y - 1, width + 2, height + 2),), box, said)
