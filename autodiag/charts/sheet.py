# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A matplotlib Figure measured in points, origin bottom left, and the few shapes charts need.

Text is always plain: `$` and backslashes mean nothing here.
"""

from collections.abc import Sequence
from typing import Any

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyBboxPatch, Patch, PathPatch, Polygon, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from autodiag.charts.icons import Icon
from autodiag.charts.look import Look

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""x, y, width, height in points."""


class Sheet:
    """A blank figure of `width` × `height` points to draw on."""

    def __init__(self, look: Look, width: float, height: float) -> None:
        self.look = look
        self.figure = Figure(figsize=(width / 72, height / 72), dpi=72)
        self.figure.patch.set_visible(False)
        # no Axes: its ticks and spines, never shown here, cost more than the whole drawing
        self._points = Affine2D().scale(1 / width, 1 / height) + self.figure.transFigure

    def text(self, at: Point, text: str, size: float = 9, **style: Any) -> None:
        """`text` in plain characters; style: bold, color, ha, va, rotation."""
        font = self.look.font(size, bold=style.pop("bold", False))
        style = {"color": self.look.ink, "ha": "left", "va": "baseline", **style}
        artist = Text(*at, self.look.plain(text), fontproperties=font, parse_math=False, **style)
        self._add(artist)

    def line(self, points: Sequence[Point], **style: Any) -> None:
        """An open line; style as matplotlib’s Line2D."""
        style = {"color": self.look.control, "linewidth": 0.75, **style}
        xs, ys = zip(*points, strict=True)
        self._add(Line2D(xs, ys, **style))

    def segments(self, segments: Sequence[tuple[Point, Point]], **style: Any) -> None:
        """Several separate lines drawn at once."""
        style = {"edgecolor": self.look.control, "linewidth": 0.75, **style}
        points = [point for segment in segments for point in segment]
        path = Path(points, [Path.MOVETO, Path.LINETO] * len(segments))
        self._patch(PathPatch(path, **_filled(style)), style)

    def box(self, box: Box, **style: Any) -> None:
        """A rectangle; style as matplotlib’s Patch, and `hatch_color`."""
        x, y, width, height = box
        self._patch(Rectangle((x, y), width, height, **_filled(style)), style)

    def rounded(self, box: Box, radius: float, **style: Any) -> None:
        """A rectangle with round corners."""
        x, y, width, height = box
        inside = (x + radius, y + radius), width - 2 * radius, height - 2 * radius
        rounding = f"round,pad={radius}"
        self._patch(FancyBboxPatch(*inside, boxstyle=rounding, **_filled(style)), style)

    def polygon(self, points: Sequence[Point], **style: Any) -> None:
        """A closed polygon."""
        self._patch(Polygon(points, closed=True, **_filled(style)), style)

    def ring(self, outer: Sequence[Point], inner: Sequence[Point], **style: Any) -> None:
        """What lies between two closed polygons."""
        there = [*outer, outer[0]]
        back = [*inner, inner[0]][::-1]
        codes = [[Path.MOVETO, *[Path.LINETO] * (len(p) - 1)] for p in (there, back)]
        path = Path([*there, *back], [*codes[0], *codes[1]])
        self._patch(PathPatch(path, **_filled(style)), style)

    def disc(self, at: Point, radius: float, **style: Any) -> None:
        """A disc."""
        self._patch(Circle(at, radius, **_filled(style)), style)

    def path(self, path: Path, **style: Any) -> None:
        """Any path, in points."""
        self._patch(PathPatch(path, **_filled(style)), style)

    def icon(self, icon: Icon, middle: Point, size: float, color: str) -> None:
        """A pictogram of `size` points around `middle`."""
        scale = size / icon.size
        place = Affine2D().scale(scale).translate(middle[0] - size / 2, middle[1] - size / 2)
        for stroke in icon.strokes:
            path = stroke.path.transformed(place)
            if stroke.width:
                self.path(
                    path,
                    edgecolor=color,
                    linewidth=stroke.width * scale,
                    capstyle="round" if stroke.round else "butt",
                    joinstyle="round",
                )
            else:
                self.path(path, facecolor=color)

    def _patch(self, patch: Patch, style: dict[str, Any]) -> None:
        if style.get("hatch"):
            patch.set_hatch_linewidth(style.get("hatch_width", 0.8))
            patch.set_hatchcolor(style.get("hatch_color", self.look.primary))
        self._add(patch)

    def _add(self, artist: Artist) -> None:
        artist.set_transform(self._points)
        artist.set_zorder(len(self.figure.artists))  # what is drawn later is above
        self.figure.add_artist(artist)


def _filled(style: dict[str, Any]) -> dict[str, Any]:
    known = {k: v for k, v in style.items() if k not in ("hatch_width", "hatch_color")}
    return {"facecolor": "none", "edgecolor": "none", "linewidth": 0.0, **known}


def bar(sheet: Sheet, box: Box, low: float, high: float) -> None:
    """A range bar on 0–4: solid to `low`, hatched to `high`, ticks at 1, 2 and 3."""
    x, y, width, height = box
    look, step = sheet.look, width / 4
    sheet.box(box, facecolor=look.sunken, edgecolor=look.line, linewidth=0.6)
    sheet.box((x, y, low * step, height), facecolor=look.primary)
    if high > low:
        hatched = (x + low * step, y, (high - low) * step, height)
        sheet.box(hatched, facecolor=look.surface, hatch="/////")
        sheet.box(hatched, edgecolor=look.primary, linewidth=0.8)
    for tick in (1, 2, 3):
        at = x + tick * step
        color = look.control if low < tick < high else look.surface
        sheet.line([(at, y), (at, y + height)], color=color, linewidth=0.9)
