# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A pen that draws in the points of a figure, origin bottom left, on a widget. Knows no figure."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from ui.theme import FAMILY, Theme
from ui.widgets.chart import SMALLEST, Chart

Point = tuple[float, float]
Box = tuple[float, float, float, float]
HATCH_STEP, HATCH_WIDE = 4.8, 0.8
"""Points from one hatch to the next across, and their thickness: as the printed figures have."""


class LiveChart(Chart):
    """A figure whose ground is drawn once, and over it, at each painting, what moves."""

    def paint_marks(self, ink: "Ink") -> None:
        """Draw what moves over the ground; each figure has its own."""

    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)  # type: ignore[arg-type]
        if self._image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_marks(Ink(painter, self._theme, self.figure_rect(), self.zoom))
        painter.end()


class Ink:
    """Shapes in points, as `autodiag.charts.sheet` has them."""

    def __init__(self, painter: QPainter, theme: Theme, shown: QRectF, zoom: float) -> None:
        self._painter, self._theme, self._shown, self._zoom = painter, theme, shown, zoom

    @property
    def size(self) -> tuple[float, float]:
        """The points of the figure."""
        return self._shown.width() / self._zoom, self._shown.height() / self._zoom

    def disc(self, at: Point, radius: float, fill: QColor | str, edge: QPen | None = None) -> None:
        """A disc."""
        self._dress(fill, edge)
        reach = radius * self._zoom
        self._painter.drawEllipse(self._at(at), reach, reach)

    def box(self, box: Box, fill: QColor | str | None, edge: QPen | None = None) -> None:
        """A rectangle."""
        self._dress(fill, edge)
        self._painter.drawRect(self._rect(box))

    def rounded(
        self, box: Box, radius: float, fill: QColor | str, edge: QPen | None = None
    ) -> None:
        """A rectangle with round corners."""
        self._dress(fill, edge)
        reach = radius * self._zoom
        self._painter.drawRoundedRect(self._rect(box), reach, reach)

    def polygon(
        self, points: Sequence[Point], fill: QColor | str | None, edge: QPen | None = None
    ) -> None:
        """A closed polygon."""
        self._dress(fill, edge)
        self._painter.drawPolygon(self._polygon(points))

    def line(self, start: Point, end: Point, edge: QPen) -> None:
        """A straight line."""
        self._painter.setPen(edge)
        self._painter.drawLine(QLineF(self._at(start), self._at(end)))

    def hatched_ring(self, outer: Sequence[Point], inner: Sequence[Point], color: str) -> None:
        """Rising hatches between two closed polygons."""
        ring = QPainterPath()
        ring.setFillRule(Qt.FillRule.OddEvenFill)
        for points in (outer, inner):
            ring.addPolygon(self._polygon(points))
            ring.closeSubpath()
        self._painter.save()
        self._painter.setClipPath(ring)
        self._painter.setPen(self.pen(color, HATCH_WIDE))
        around, step = ring.boundingRect(), HATCH_STEP * self._zoom
        x, lines = around.left() - around.height(), list[QLineF]()
        while x < around.right():
            lines.append(QLineF(x, around.bottom(), x + around.height(), around.top()))
            x += step
        self._painter.drawLines(lines)
        self._painter.restore()

    def pen(self, color: str, wide: float, dash: Sequence[float] = ()) -> QPen:
        """A line of `wide` points; `dash` in points too."""
        made = QPen(QColor(color), wide * self._zoom)
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        made.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dash:
            made.setDashPattern([length / wide for length in dash])
        return made

    def text(
        self, at: Point, text: str, color: str, *, size: float = 9, bold: bool = False
    ) -> None:
        """Words from their base line."""
        self._write(size, color, bold=bold)
        self._painter.drawText(self._at(at), text)

    def middle(self, at: Point, text: str, color: str) -> None:
        """Words around a point."""
        self._write(SMALLEST, color, bold=False)
        x, y = at
        self._painter.drawText(
            self._rect((x - 20, y - 10, 40, 20)), Qt.AlignmentFlag.AlignCenter, text
        )

    def _write(self, size: float, color: str, *, bold: bool) -> None:
        font = QFont(FAMILY)
        caption = self._theme.font("caption").pointSizeF()
        font.setPointSizeF(caption * size / SMALLEST)
        font.setBold(bold)
        self._painter.setFont(font)
        self._painter.setPen(QColor(color))

    def _dress(self, fill: QColor | str | None, edge: QPen | None) -> None:
        self._painter.setPen(edge or QPen(Qt.PenStyle.NoPen))
        self._painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else QColor(fill))

    def _at(self, point: Point) -> QPointF:
        x, y = point
        return QPointF(self._shown.left() + x * self._zoom, self._shown.bottom() - y * self._zoom)

    def _rect(self, box: Box) -> QRectF:
        x, y, width, height = box
        return QRectF(self._at((x, y + height)), self._at((x + width, y)))

    def _polygon(self, points: Sequence[Point]) -> QPolygonF:
        return QPolygonF([self._at(point) for point in points])
