# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where a step will be found: the five numbers of the top bar, one of them filled."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from ui.theme import Theme
from ui.widgets.accessible import Picture
from ui.widgets.stepper import STEPS

GAP = 7


class TourPicture(Picture):
    """To be hidden while it has nothing to show."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._step = -1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()
        theme.changed.connect(self.updateGeometry)

    @property
    def shows(self) -> bool:
        """Whether there is something to see."""
        return self._step >= 0

    def show_step(self, page_id: str) -> None:
        """The step of that page; nothing for another page."""
        names = [name for name, _ in STEPS]
        self._step = names.index(page_id) if page_id in names else -1
        if self._step >= 0:
            number = f"Étape {self._step + 1} sur {len(STEPS)}"
            self.describe(f"{number}, en haut de l’écran\u00a0: {STEPS[self._step][1]}")
        self.update()

    def _side(self) -> int:
        return QFontMetrics(self._theme.font("caption", bold=True)).height() + 6

    def sizeHint(self) -> QSize:
        side = self._side()
        return QSize(len(STEPS) * side + (len(STEPS) - 1) * GAP + 2, side + 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, side = self._theme, self._side()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("caption", bold=True))
        for index in range(len(STEPS)):
            here = index == self._step
            circle = QRectF(1 + index * (side + GAP), 1, side, side)
            painter.setPen(QPen(theme.color("primary" if here else "control"), 1.5))
            painter.setBrush(theme.color("primary" if here else "surface"))
            painter.drawEllipse(circle)
            painter.setPen(theme.color("onPrimary" if here else "ink2"))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(index + 1))
            if here:
                line = QRectF(circle.left() - 2, side + 5, side + 4, 4)
                painter.fillRect(line, theme.color("primary"))
        painter.end()
