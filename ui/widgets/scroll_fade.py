# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What scrolls fades at the edge where there is more of it, rather than being cut in a line."""

from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.theme import Theme

HIGH = 26
"""Of the fading, at 100 %."""


class ScrollFade(QWidget):
    """Over the viewport of an area, in the colour of what is behind it; never in the way."""

    def __init__(self, theme: Theme, area: QScrollArea, color: str) -> None:
        """`color`: the name of the colour of the theme that is behind the area."""
        super().__init__(area)
        self._theme, self._area, self._color = theme, area, color
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._on_moved)
        bar.rangeChanged.connect(self._on_moved)
        theme.changed.connect(self._on_moved)

    def fit(self) -> None:
        """Cover the viewport, which was placed again; not the scroll bar."""
        self.setGeometry(self._area.viewport().geometry())
        self.raise_()

    @Slot()
    def _on_moved(self) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        bar, high = self._area.verticalScrollBar(), HIGH * self._theme.scale
        painter = QPainter(self)
        if bar.value() > bar.minimum():
            self._paint(painter, 0.0, high)
        if bar.value() < bar.maximum():
            self._paint(painter, float(self.height()), self.height() - high)
        painter.end()

    def _paint(self, painter: QPainter, edge: float, inside: float) -> None:
        """From the colour, at the edge, to nothing."""
        solid = self._theme.color(self._color)
        clear = QColor(solid)
        clear.setAlpha(0)
        shade = QLinearGradient(QPointF(0, edge), QPointF(0, inside))
        shade.setColorAt(0, solid)
        shade.setColorAt(1, clear)
        top = min(edge, inside)
        painter.fillRect(QRectF(0, top, self.width(), abs(edge - inside)), shade)
