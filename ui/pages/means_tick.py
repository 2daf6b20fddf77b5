# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One thing among several that may be ticked together, its words on as many lines as they take."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from ui.theme import Theme

LEAST, SIDE, GAP, AIR = 40, 20, 12, 9
"""Of the target; of the box, between it and the words, above and below them; pixels at 100 %."""
WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(
    Qt.TextFlag.TextWordWrap
)


class TickRow(QCheckBox):
    """A real check box, painted: Qt’s own never wraps."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self.setAccessibleName(text)
        self.setProperty("focus_radius", 8)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    @property
    def _side(self) -> int:
        return round(SIDE * self._theme.scale)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(self._theme.font("body"))
        room = QRect(0, 0, max(60, width - self._side - GAP), 10_000)
        return max(LEAST, metrics.boundingRect(room, WRAP, self.text()).height() + 2 * AIR)

    def sizeHint(self) -> QSize:
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 320
        return QSize(200, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, LEAST)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, side = self._theme, self._side
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, (self.height() - side) / 2, side, side)
        ticked = self.isChecked()
        painter.setPen(QPen(theme.color("primary" if ticked else "control"), 2))
        painter.setBrush(theme.color("primary" if ticked else "surface"))
        painter.drawRoundedRect(box, 5, 5)
        if ticked:
            at, unit = box.topLeft(), side / 20
            spots = [QPointF(5, 10.5), QPointF(9, 14.5), QPointF(15.5, 6)]
            painter.setPen(QPen(theme.color("onPrimary"), 2.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([at + spot * unit for spot in spots]))
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("ink" if self.isEnabled() else "ink3"))
        words = self.rect().adjusted(side + GAP, 0, 0, 0)
        painter.drawText(words, WRAP, self.text())
        painter.end()
