# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A dashed place where something may be added: quieter than a button, as wide as what it adds."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.theme import Theme

RADIUS = 12
GAP = 8


class AddButton(QPushButton):
    """«+ Ajouter une action»."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self.setProperty("focus_radius", RADIUS)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font("body"))
        wide = metrics.horizontalAdvance(self.text()) + metrics.height() + GAP + 2 * RADIUS
        return QSize(wide, max(42, metrics.height() + 18))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.underMouse() or self.isDown()
        pen = QPen(theme.color("primary" if over else "control"), 1.2, Qt.PenStyle.DashLine)
        pen.setDashPattern([3.0, 2.4])
        painter.setPen(pen)
        painter.setBrush(theme.color("surface") if over else Qt.BrushStyle.NoBrush)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        font = theme.font("body")
        metrics = QFontMetrics(font)
        icon = round(18 * theme.scale)
        wide = icon + GAP + metrics.horizontalAdvance(self.text())
        left = (self.width() - wide) // 2
        ink = theme.color("ink2")
        painter.drawPixmap(left, (self.height() - icon) // 2, theme.pixmap("plus", ink, icon))
        painter.setFont(font)
        painter.setPen(ink)
        text = box.adjusted(left + icon + GAP - 1, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(text, flags, self.text())
        painter.end()
