# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Above the columns, on one line: where the roadmap stands today, and the duties without a date."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.pages.page import NARROW
from ui.theme import Theme
from ui.widgets.remark import Remark
from ui.widgets.tooltip import set_tooltip

BESIDE = 180
"""What the pictogram, the button and the margins take, in pixels at 100 %."""
GAP = 8


class FollowStrip(Remark):
    """One line, as much of it as holds there. Quiet: a date that has passed is no alarm."""

    HEARD_AS = "Grouping"

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._said: tuple[str, ...] = ()
        self.setAccessibleName("Suivi de la feuille de route")
        row = self.layout()
        if row is not None:
            row.setContentsMargins(14, 0, 8, 0)  # its button is high enough

    def show_follow(self, said: Sequence[str]) -> None:
        """Say the longest of these that holds; hidden where there is none."""
        self._said = tuple(said)
        if not said:
            self.clear()
            return
        self.say(self._fitting(), "clock", action="follow", do="Faire le point")
        set_tooltip(self, said[0])

    def _fitting(self) -> str:
        metrics = QFontMetrics(self._theme.font("body"))
        room = self.width() - round(BESIDE * self._theme.scale)
        fits = (one for one in self._said if metrics.horizontalAdvance(one) <= room)
        return next(fits, self._said[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._said and self._fitting() != self.text:
            self.show_follow(self._said)


class Strips(QWidget):
    """Strips side by side where there is room, else one under another; no room for none."""

    def __init__(self, theme: Theme, *strips: Remark) -> None:
        super().__init__()
        self._theme = theme
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        for strip in strips:
            self._row.addWidget(strip, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() / self._theme.scale >= NARROW
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
