# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A short field with a magnifying glass, in which one looks for something on the same page."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from ui.theme import Theme

HIGH, ICON, LEFT = 40, 18, 12
MOST = 100


class FindField(QLineEdit):
    """Says when one goes down to what is found, chooses the first, or leaves."""

    down_pressed = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setProperty("focus_radius", 10)
        self.setMaxLength(MOST)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        scale = self._theme.scale
        room = LEFT + (ICON + 8) * scale
        self.setStyleSheet(
            f"QLineEdit {{ min-height: {max(38, (HIGH - 2) * scale):g}px;"
            f" padding: 0 8px 0 {room:g}px; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = round(ICON * self._theme.scale)
        glass = self._theme.pixmap("search", self._theme.color("ink2"), side)
        QPainter(self).drawPixmap(QPoint(LEFT, (self.height() - side) // 2), glass)
