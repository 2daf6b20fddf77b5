# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where the parts of «Et si…» lie: the list beside what it leads to, or one at a time under the
headline, which stays in sight. Knows nothing of a plan."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.pages.page import side_margin
from ui.pages.what_if_figures import TrialFigures
from ui.pages.what_if_list import TrialList
from ui.pages.what_if_summary import TrialCosts, TrialHeadline
from ui.theme import Theme
from ui.widgets.labels import label
from ui.widgets.scroll import scroll_area
from ui.widgets.segmented import Segmented
from ui.widgets.tab_order import follow

BESIDE = 960
"""From that width, in pixels at 100 %, the list has its effects beside it."""
LIST = 0.36
"""The share of the width that the list then takes, between these pixels at 100 %."""
LEAST_LIST, MOST_LIST = 380, 520
GAP = 24
TITLE = "Et si… vous faisiez d’autres choix\u202f?"
SIDES = (("actions", "Actions à cocher"), ("effets", "Ce que cela donne"))


class WhatIfFrame(QWidget):
    """Two columns that scroll apart, or one."""

    def __init__(
        self,
        theme: Theme,
        headline: TrialHeadline,
        actions: TrialList,
        costs: TrialCosts,
        figures: TrialFigures,
    ) -> None:
        super().__init__()
        self._theme, self._figures, self._actions = theme, figures, actions
        self._title = label(TITLE, "title")
        self._headline = headline
        self.switch = Segmented(theme, "Ce qui est montré", SIDES)
        effects = QWidget()
        self._column = QVBoxLayout(effects)
        self._column.setContentsMargins(0, 0, 8, 8)
        self._column.setSpacing(16)
        self._column.addWidget(costs)
        self._column.addWidget(figures, 1)
        self._effects = scroll_area(effects)
        self._stack, self._grid = QStackedLayout(), QGridLayout(self)
        self._beside: bool | None = None
        self.switch.show_choice("actions")
        self.switch.chosen.connect(self._on_chosen)
        theme.changed.connect(self.fit)
        for part in (self._title, headline, self.switch, actions, self._effects):
            part.setParent(self)
        follow(self.switch, actions, costs)
        self.fit()

    @Slot(str)
    def _on_chosen(self, side: str) -> None:
        self.switch.show_choice(side)
        self._show_side()

    def _show_side(self) -> None:
        one = self._beside is False
        self._actions.setVisible(not one or self.switch.choice == "actions")
        self._effects.setVisible(not one or self.switch.choice == "effets")

    @Slot()
    def fit(self) -> None:
        """To the size that the window and the text have now."""
        scale, side = self._theme.scale, side_margin(self.width())
        room = self.width() - 2 * side
        beside = room / scale >= BESIDE
        self._grid.setContentsMargins(side, 12, max(0, side - 8), 8)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(10)
        if beside != self._beside:
            self._beside = beside
            self._place(beside=beside)
        wide = round(max(LEAST_LIST * scale, min(room * LIST, MOST_LIST * scale)))
        self._actions.setMinimumWidth(wide if beside else 0)
        self._actions.setMaximumWidth(wide if beside else 16_777_215)
        self._figures.lay(room - wide - GAP if beside else room)

    def _place(self, *, beside: bool) -> None:
        grid = self._grid
        for part in (self._title, self._headline, self.switch, self._actions, self._effects):
            grid.removeWidget(part)
        self.switch.setVisible(not beside)
        self._actions.lay(whole=not beside)
        if beside:
            grid.addWidget(self._title, 0, 0)
            grid.addWidget(self._actions, 1, 0, 2, 1)
            grid.addWidget(self._headline, 0, 1, 2, 1)
            grid.addWidget(self._effects, 2, 1)
            grid.setColumnStretch(1, 1)
        else:
            grid.addWidget(self._headline, 0, 0)
            grid.addWidget(self.switch, 1, 0)
            grid.addWidget(self._actions, 2, 0)
            grid.addWidget(self._effects, 2, 0)
            grid.setColumnStretch(1, 0)
        self._title.setVisible(beside)
        for row in range(3):
            grid.setRowStretch(row, 1 if row == 2 else 0)
        self._show_side()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
