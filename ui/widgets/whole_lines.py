# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A text that scrolls is never cut in the middle of a line: a line is seen whole or not at all."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.theme import Theme

Lines = Callable[[], Sequence[tuple[int, int]]]
"""The top and the bottom of each line of what is scrolled, in pixels."""


class _Cover(QWidget):
    """Some paper over a line; nothing for the mouse nor for assistive technologies."""

    def __init__(self, theme: Theme, color: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._color = theme, color
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def cover(self, box: QRect) -> None:
        """Cover that, or nothing when it is empty."""
        self.setGeometry(box)
        self.setVisible(not box.isEmpty())

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color(self._color))


class WholeLines(QObject):
    """Covers what is seen of a line at either edge of an area that scrolls."""

    def __init__(self, theme: Theme, area: QScrollArea, lines: Lines, color: str) -> None:
        """`color`: the name of the colour of the theme that is behind the area."""
        super().__init__(area)
        self._area, self._lines = area, lines
        self._over, self._under = (_Cover(theme, color, area) for _ in range(2))
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self.fit)
        bar.rangeChanged.connect(self.fit)

    @Slot()
    def fit(self) -> None:
        """After a move, and whenever the area is placed again."""
        bar, high = self._area.verticalScrollBar(), self._area.height()
        wide = self._area.width() - bar.sizeHint().width()
        top, over, under = bar.value(), 0, high
        if bar.maximum() > 0:
            for first, last in self._lines():
                if first < top < last:
                    over = last - top
                elif first < top + high < last:
                    under = first - top
        self._over.cover(QRect(0, 0, wide, over))
        self._under.cover(QRect(0, under, wide, high - under))
        for cover in (self._over, self._under):
            cover.raise_()
