# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where the parts of the roadmap lie: what scrolls, what stays, at each size of the window and of
the text. Knows nothing of a plan."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from ui.pages.page import NARROW, side_margin
from ui.pages.roadmap_board import RoadmapBoard
from ui.theme import Theme
from ui.widgets.scroll import scroll_area
from ui.widgets.tab_order import follow

LEAST_BOARD = 180
"""The columns are never lower, in pixels at 100 %: below, the whole page scrolls."""
LOW = 600
"""Below, in pixels at 100 %, a column that scrolls alone would show a card or two."""


class RoadmapFrame(QWidget):
    """The columns scroll and the foot stays; in a low window with one column at a time, all of it
    scrolls together, the foot last."""

    def __init__(
        self, theme: Theme, head: Sequence[QWidget], board: RoadmapBoard, foot: QWidget
    ) -> None:
        super().__init__()
        self._theme, self._board, self._foot = theme, board, foot
        inside = QWidget()
        self._whole = QVBoxLayout(inside)
        self._whole.setSpacing(10)
        self.stack = QStackedLayout()
        for part in head:
            self._whole.addWidget(part)
        self._whole.addLayout(self.stack, 1)
        self.stack.addWidget(board)  # once it has its place: alone, it would be a window
        self._below = QVBoxLayout()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(scroll_area(inside), 1)  # a low window with large letters
        outside.addLayout(self._below)
        self.fit()
        follow(*head, *board.parts, foot)

    @Slot()
    def fit(self) -> None:
        """To the size that the window and the text have now."""
        scale, side = self._theme.scale, side_margin(self.width())
        self._board.arrange()
        low = self.width() / scale < NARROW and self.height() / scale < LOW
        self._board.set_room(round(LEAST_BOARD * scale), whole=low)
        where = self._whole if low else self._below
        if where.indexOf(self._foot) < 0:
            where.addWidget(self._foot)
        self._whole.setContentsMargins(side, 14, side, 10 if low else 0)
        below = 0 if low else 10
        self._below.setContentsMargins(side, below, side, below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
