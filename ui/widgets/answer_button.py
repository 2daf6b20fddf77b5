# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Je ne sais pas» and «Sans objet pour nous»: a button with its key, ticked when it is the answer.

Its width is that of the chosen one: choosing moves nothing.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.theme import Theme
from ui.widgets.card_face import Look, paint_key

KEY, SIDE, GAP, TICK, HIGH = 26, 14, 10, 16, 44


class AnswerButton(QPushButton):
    """An answer beside the cards. Clicked, it only says so."""

    def __init__(self, theme: Theme, key: str, text: str) -> None:
        super().__init__(text)
        self._theme, self._key = theme, key
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("focus_radius", 10)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setAccessibleDescription(f"Touche {key}")
        theme.changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Nothing: it is checked when the session says so."""

    def sizeHint(self) -> QSize:
        scale = self._theme.scale
        text = QFontMetricsF(self._theme.font("body", bold=True)).horizontalAdvance(self.text())
        wide = text + (2 * SIDE + KEY + GAP + TICK + 6) * scale
        return QSize(round(wide + 1), round(HIGH * scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, scale = self._theme, self._theme.scale
        chosen, enabled = self.isChecked(), self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = 2.5 if chosen else 1.5
        edge = "primary" if chosen else "control" if enabled else "line"
        painter.setPen(QPen(theme.color(edge), thick))
        hovered = self.underMouse() and enabled
        painter.setBrush(theme.color("primaryPale" if chosen else "sunken" if hovered else "bg"))
        half = thick / 2
        rect = QRectF(self.rect())
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), 10, 10)
        side = KEY * scale
        box = QRectF(SIDE * scale, rect.center().y() - side / 2, side, side)
        paint_key(painter, theme, box, Look(chosen=False, hovered=False, enabled=True), self._key)
        left = box.right() + GAP * scale
        painter.setFont(theme.font("body", bold=chosen))
        painter.setPen(theme.color("ink"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, 0, rect.width() - left, rect.height()), flags, self.text())
        if chosen:
            size = round(TICK * scale)
            tick = theme.pixmap("check", theme.color("primary"), size)
            at = QPointF(rect.width() - SIDE * scale - size, rect.center().y() - size / 2)
            painter.drawPixmap(at, tick)
        painter.end()
