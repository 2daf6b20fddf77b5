# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Four rising bars for a level, 0 to 4. Always beside a digit or words: they only confirm."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel

from ui.theme import Theme

BAR, STEP, HEIGHT = 5.0, 7.5, 18.0
"""Width of a bar, from one to the next, height of the highest, in pixels at 100 %."""


def pips_size(theme: Theme) -> QSize:
    """The room that the four bars take."""
    return QSize(round((3 * STEP + BAR) * theme.scale), round(HEIGHT * theme.scale))


def paint_pips(painter: QPainter, theme: Theme, corner: QPointF, level: int) -> None:
    """Paint them with their top left at `corner`; the first `level` ones are filled."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(corner)
    painter.scale(theme.scale, theme.scale)
    for index in range(4):
        high = HEIGHT * (0.4 + 0.2 * index)
        bar = QRectF(index * STEP, HEIGHT - high, BAR, high)
        if index < level:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("primary"))
        else:
            painter.setPen(QPen(theme.color("control"), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            bar.adjust(0.6, 0.6, -0.6, -0.6)
        painter.drawRoundedRect(bar, 1, 1)
    painter.restore()


class Pips(QLabel):
    """The bars alone; read aloud as a level."""

    def __init__(self, theme: Theme, level: int = 0) -> None:
        super().__init__()
        self._theme = theme
        self.level = level
        self.set_level(level)
        theme.changed.connect(self.updateGeometry)

    def set_level(self, level: int) -> None:
        """Fill that many bars, 0 to 4."""
        self.level = level
        self.setAccessibleName(f"Niveau {level} sur 4")
        self.update()

    def sizeHint(self) -> QSize:
        return pips_size(self._theme)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        size = self.sizeHint()
        painter = QPainter(self)
        corner = QPointF((self.width() - size.width()) / 2.0, (self.height() - size.height()) / 2.0)
        paint_pips(painter, self._theme, corner, self.level)
        painter.end()
