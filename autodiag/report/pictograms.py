# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Our pictograms beside words: decoration, drawn once a document and shown wherever wanted."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportCallIssue=false, reportOperatorIssue=false
# ruff: noqa: N803  (reportlab’s names)

from collections.abc import Iterable
from typing import Any

from matplotlib.path import Path
from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from autodiag.charts.icons import Icon
from autodiag.charts.marks import theme_color
from autodiag.report.context import Context


class Pictogram(Flowable):
    """A picture of `side` points, `name` among ours; on a square where `ground` is a colour."""

    def __init__(self, icon: Icon, name: str, side: float, color: str, *, ground: str = "") -> None:
        super().__init__()
        self._icon, self._key = icon, f"picto-{name}-{color[1:]}"
        self._color, self._ground = color, ground
        self.width = self.height = side

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Its side."""
        return self.width, self.height

    def draw(self) -> None:
        """The square, then the picture."""
        canvas, side, inset = self.canv, self.width, 0.0
        if self._ground:
            inset = side / 6
            canvas.setFillColor(HexColor(self._ground))
            canvas.roundRect(0, 0, side, side, side / 6, stroke=0, fill=1)
        known: set[str] = canvas.__dict__.setdefault("_pictograms", set())
        if self._key not in known:
            known.add(self._key)
            _write_form(canvas, self._key, self._icon, self._color)
        canvas.saveState()
        scale = (side - 2 * inset) / self._icon.size
        canvas.transform(scale, 0, 0, scale, inset, inset)
        canvas.doForm(self._key)
        canvas.restoreState()


def _write_form(canvas: Any, name: str, icon: Icon, color: str) -> None:
    canvas.beginForm(name, -1, -1, icon.size + 1, icon.size + 1)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.setStrokeColor(HexColor(color))
    canvas.setFillColor(HexColor(color))
    for stroke in icon.strokes:
        canvas.setLineWidth(stroke.width or 1)
        canvas.setLineCap(int(stroke.round))
        filled = int(not stroke.width)
        canvas.drawPath(_path(canvas, stroke.path), stroke=1 - filled, fill=filled)
    canvas.endForm()


def _path(canvas: Any, path: Path) -> Any:
    out = canvas.beginPath()
    segments: Iterable[Any] = path.iter_segments(simplify=False, curves=True)
    for values, code in segments:
        points = [float(value) for value in values]
        if code == Path.MOVETO:
            out.moveTo(*points)
        elif code == Path.LINETO:
            out.lineTo(*points)
        elif code == Path.CURVE4:
            out.curveTo(*points)
        else:
            out.close()
    return out


def theme_pictogram(context: Context, theme_id: str, side: float) -> list[Pictogram]:
    """The theme’s own picture, white on its colour; nothing for a theme that has none."""
    themes = [theme.id for theme in context.content.snapshot.questionnaire.themes]
    icon = context.look.theme_icon(theme_id)
    if icon is None or theme_id not in themes:
        return []
    ground = theme_color(context.look, themes.index(theme_id) + 1)
    return [Pictogram(icon, theme_id, side, context.look.surface, ground=ground)]


def pictogram(context: Context, name: str, side: float, color: str) -> list[Pictogram]:
    """A picture of the set by its name, nothing where it is missing."""
    icon = context.look.icons.named(name)
    return [Pictogram(icon, name, side, color)] if icon else []
