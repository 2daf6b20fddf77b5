# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A link inside a card: quiet, on as many lines as it needs, a pictogram after its words."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme import Theme

_ICON, _GAP, _HIGH, _WRAP = 16, 8, 40, 0x1000
"""Pixels at 100 %; the last is Qt’s TextWordWrap as drawText takes it."""


class LinkButton(QAbstractButton):
    """Leads to another page, unless `icon` says otherwise. At least 40 px high."""

    def __init__(self, theme: Theme, icon: str = "arrow") -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self._measured: dict[tuple[int, str, float], QRect] = {}
        """A layout asks for the same heights again and again."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focus_radius", 6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def say(self, text: str) -> None:
        """Its words."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def _room(self) -> int:
        return round((_ICON + _GAP) * self._theme.scale)

    def _words(self, width: int) -> QRect:
        key = (width, self.text(), self._theme.scale)
        if key not in self._measured:
            metrics = QFontMetrics(self._theme.font("body", bold=True))
            room = QRect(0, 0, max(width, 1), 10_000)
            if len(self._measured) > 20:
                self._measured.clear()
            self._measured[key] = metrics.boundingRect(room, _WRAP, self.text())
        return self._measured[key]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(_HIGH, self._words(width - self._room()).height() + 12)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font("body", bold=True))
        wide = metrics.horizontalAdvance(self.text()) + self._room() + 2
        return QSize(wide, max(_HIGH, metrics.height() + 12))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        color = theme.color("primaryHover" if self.underMouse() else "primary")
        font = theme.font("body", bold=True)
        font.setUnderline(self.underMouse())
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(color)
        width = self.width() - self._room()
        box = QRect(0, 0, width, self.height())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(middle) | _WRAP, self.text())
        icon = self.icon_rect()
        painter.drawPixmap(icon.topLeft(), theme.pixmap(self._icon, color, icon.width()))
        painter.end()

    def icon_rect(self) -> QRect:
        """Where its pictogram is."""
        width, side = self.width() - self._room(), round(_ICON * self._theme.scale)
        left = min(self._words(width).width(), width) + round(_GAP * self._theme.scale)
        return QRect(left, (self.height() - side) // 2, side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Entrée too, as the other buttons."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
