# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A matplotlib renderer that draws on a reportlab canvas: vectors, hatches, the document’s fonts.

Knows nothing of which chart is drawn.
"""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportCallIssue=false, reportOperatorIssue=false
# ruff: noqa: N803, PLR0913, PLR0917  (reportlab’s and matplotlib’s names and signatures)

import math
from typing import Any

from matplotlib.backend_bases import FigureCanvasBase, RendererBase
from matplotlib.figure import Figure as Chart
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from reportlab.platypus import Flowable

from autodiag.report.letters import Letters

_CAPS = {"butt": 0, "round": 1, "projecting": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_TILE = 72.0
"""matplotlib repeats a 1×1 hatch over 72 points."""


class CanvasRenderer(RendererBase):
    """One figure point is one canvas point. `fonts`: the registered (regular, bold) names."""

    def __init__(
        self, canvas: Any, size: tuple[float, float], fonts: tuple[str, str], letters: Letters
    ) -> None:
        super().__init__()
        self._canvas, self._size, self._fonts, self._letters = canvas, size, fonts, letters

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Points."""
        return self._size

    def points_to_pixels(self, points: Any) -> Any:
        """Nothing to convert."""
        return points

    def flipy(self) -> bool:
        """The origin is at the bottom."""
        return False

    def draw_path(self, gc: Any, path: Path, transform: Any, rgbFace: Any = None) -> None:
        """A shape: fill, then hatch, then nothing else; its line belongs to the same operator."""
        fill = rgbFace is not None and (len(rgbFace) < 4 or rgbFace[3] > 0)
        stroke = gc.get_linewidth() > 0 and gc.get_rgb()[3] > 0
        self._begin(gc, rgbFace)
        if fill or stroke:
            self._canvas.drawPath(self._path(path, transform), stroke=int(stroke), fill=int(fill))
        if gc.get_hatch():
            self._hatch(gc, path, transform)
        self._canvas.restoreState()

    def draw_image(self, gc: Any, x: float, y: float, im: Any, transform: Any = None) -> None:
        """Refused: a chart of the report is never raster."""
        raise TypeError("a chart of the report holds no picture")

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: Any) -> Any:
        """Points, from the document’s own font."""
        size = prop.get_size_in_points()
        width = self._letters.width(self._letters.printable(s), self._font(prop), size)
        return width, size * 0.95, size * 0.22

    def draw_text(
        self,
        gc: Any,
        x: float,
        y: float,
        s: str,
        prop: Any,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        """Plain text in the document’s own font."""
        canvas = self._canvas
        canvas.saveState()
        red, green, blue, alpha = gc.get_rgb()
        canvas.setFillColorRGB(red, green, blue)
        if alpha < 1:
            canvas.setFillAlpha(alpha)
        canvas.setFont(self._font(prop), prop.get_size_in_points())
        canvas.translate(float(x), float(y))
        if angle:
            canvas.rotate(angle)
        self._letters.draw(canvas, (0, 0), self._letters.printable(s), self._font(prop))
        canvas.restoreState()

    def _font(self, prop: Any) -> str:
        return self._fonts[prop.get_weight() == "bold"]

    def _begin(self, gc: Any, face: Any = None) -> None:
        canvas = self._canvas
        canvas.saveState()
        box = gc.get_clip_rectangle()
        if box is not None:
            clip = canvas.beginPath()
            clip.rect(*map(float, box.bounds))
            canvas.clipPath(clip, stroke=0, fill=0)
        red, green, blue, alpha = gc.get_rgb()
        canvas.setStrokeColorRGB(red, green, blue)
        canvas.setStrokeAlpha(alpha)
        canvas.setLineWidth(gc.get_linewidth())
        canvas.setLineCap(_CAPS[gc.get_capstyle()])
        canvas.setLineJoin(_JOINS[gc.get_joinstyle()])
        offset, dashes = gc.get_dashes()
        if dashes is not None:
            canvas.setDash([float(d) for d in dashes], float(offset))
        if face is not None:
            canvas.setFillColorRGB(*map(float, face[:3]))
            canvas.setFillAlpha(float(face[3]) if len(face) == 4 else 1.0)

    def _path(self, path: Path, transform: Any) -> Any:
        out = self._canvas.beginPath()
        if not len(path):
            return out
        # whole: one segment after the other takes matplotlib as long as all the rest
        cleaned = path.cleaned(transform, remove_nans=True, snap=False, simplify=False, curves=True)
        assert cleaned.codes is not None  # what is cleaned always has them
        points, codes = cleaned.vertices.tolist(), cleaned.codes.tolist()
        at = 0
        while at < len(codes) and (code := codes[at]) != Path.STOP:
            if code == Path.MOVETO:
                out.moveTo(*points[at])
            elif code == Path.LINETO:
                out.lineTo(*points[at])
            elif code == Path.CURVE3:
                (x0, y0), (x1, y1), (x2, y2) = points[at - 1 : at + 2]
                first = x0 + 2 * (x1 - x0) / 3, y0 + 2 * (y1 - y0) / 3
                out.curveTo(*first, x2 + 2 * (x1 - x2) / 3, y2 + 2 * (y1 - y2) / 3, x2, y2)
                at += 1
            elif code == Path.CURVE4:
                out.curveTo(*points[at], *points[at + 1], *points[at + 2])
                at += 2
            else:
                out.close()
            at += 1
        return out

    def _hatch(self, gc: Any, path: Path, transform: Any) -> None:
        """The shape as a clip, and the hatch tile repeated over it."""
        canvas, box = self._canvas, path.get_extents(transform)
        canvas.saveState()
        canvas.clipPath(self._path(path, transform), stroke=0, fill=0)
        opacity = float(gc.get_hatch_color()[3])  # not that of the outline, often transparent
        canvas.setStrokeAlpha(opacity)
        canvas.setFillAlpha(opacity)
        form = self._tile(gc)
        for i in range(math.floor(box.x0 / _TILE), math.ceil(box.x1 / _TILE)):
            for j in range(math.floor(box.y0 / _TILE), math.ceil(box.y1 / _TILE)):
                canvas.saveState()
                canvas.translate(i * _TILE, j * _TILE)
                canvas.doForm(form)
                canvas.restoreState()
        canvas.restoreState()

    def _tile(self, gc: Any) -> str:
        """The hatch tile as a form, written once per document, hatch, width and colour."""
        canvas = self._canvas
        key = (gc.get_hatch(), gc.get_hatch_linewidth(), gc.get_hatch_color())
        tiles: dict[Any, str] = canvas.__dict__.setdefault("_hatch_tiles", {})
        if key not in tiles:
            tiles[key] = f"hachure{len(tiles)}"
            red, green, blue, _ = gc.get_hatch_color()
            hatch = gc.get_hatch_path()
            curved = hatch.codes is not None and any(
                code in (Path.CURVE3, Path.CURVE4) for code in hatch.codes
            )
            canvas.beginForm(tiles[key], 0, 0, _TILE, _TILE)
            canvas.setStrokeColorRGB(red, green, blue)
            canvas.setFillColorRGB(red, green, blue)
            canvas.setLineWidth(gc.get_hatch_linewidth())
            shape = self._path(hatch, Affine2D().scale(_TILE))
            canvas.drawPath(shape, stroke=1, fill=int(curved))
            canvas.endForm()
        return tiles[key]


class ChartFlowable(Flowable):
    """A matplotlib figure, at its own size, as a flowable."""

    def __init__(self, chart: Chart, fonts: tuple[str, str], letters: Letters) -> None:
        super().__init__()
        self._chart, self._fonts, self._letters = chart, fonts, letters
        width, height = chart.get_size_inches() * 72
        self.width, self.height = float(width), float(height)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its size in points, whatever room there is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws the figure on the canvas."""
        self._chart.dpi = 72
        FigureCanvasBase(self._chart)
        self._chart.draw(self._renderer())

    def _renderer(self) -> CanvasRenderer:
        return CanvasRenderer(self.canv, (self.width, self.height), self._fonts, self._letters)
