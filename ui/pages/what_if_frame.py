# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where the parts of «Et si…» lie: the list beside what it leads to, or one at a time under the
headline, which stays in sight. Knows nothing of a plan."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.page import side_margin
from ui.pages.what_if_figures import TrialFigures
from ui.pages.what_if_list import TrialList
from ui.pages.what_if_summary import TrialCosts, TrialFoot, TrialHeadline
from ui.theme import Theme
from ui.widgets.remark import Remark
from ui.widgets.scroll import scroll_area
from ui.widgets.segmented import Segmented
from ui.widgets.tab_order import chain

BESIDE, TALL, TIGHT = 960, 500, 260
"""From that width the list has its effects beside it; below these heights its search scrolls with
it, and the headline is shorter. In pixels at 100 %."""
ROOMY = 1160
"""From that width the headline stands over the effects alone."""
LIST = 0.36
"""The share of the width that the list then takes, between these pixels at 100 %."""
LEAST_LIST, MOST_LIST = 380, 520
GAP, BAR = 24, 8
"""Between list and effects, and beside the bar of what scrolls."""
SIDES = (("actions", "Actions à cocher"), ("effets", "Ce que cela donne"))


@dataclass(frozen=True, slots=True)
class TrialParts:
    """What «Et si…» is made of."""

    remark: Remark
    headline: TrialHeadline
    choices: TrialList
    costs: TrialCosts
    figures: TrialFigures
    foot: TrialFoot


class WhatIfFrame(QWidget):
    """Two columns that scroll apart, or one."""

    def __init__(self, theme: Theme, parts: TrialParts) -> None:
        super().__init__()
        self._theme, self._parts = theme, parts
        self.switch = Segmented(theme, "Ce qui est montré", SIDES)
        effects = QWidget()
        self._column = QVBoxLayout(effects)
        self._column.setContentsMargins(0, 0, BAR, 8)
        self._column.setSpacing(10)
        self._column.addWidget(parts.costs)
        self._column.addWidget(parts.figures, 1)
        self._effects = scroll_area(effects)
        self._grid = QGridLayout(self)
        self._sides = QWidget()
        sides = QHBoxLayout(self._sides)
        sides.setContentsMargins(0, 0, BAR, 0)
        sides.addWidget(self.switch)
        self._way = ""
        self.switch.show_choice("actions")
        self.switch.chosen.connect(self.show_side)
        theme.changed.connect(self.fit)
        for part in (parts.headline, self._sides, parts.choices, self._effects, parts.foot):
            part.setParent(self)
        self._grid.addWidget(parts.remark, 0, 0, 1, 2)
        self.fit()

    def follow_rows(self) -> None:
        """Tab goes down the list, then to its effects, whatever was made last."""
        segments = (self.switch.segment(side) for side, _ in SIDES)
        foot, figures = self._parts.foot, self._parts.figures
        ends, words = (foot.back, foot.keep), (figures.in_words, figures.table)
        last = (*ends, *words) if self._way == "one" else (*words, *ends)
        chain((*segments, *self._parts.choices.stops(), *last))

    @Slot(str)
    def show_side(self, side: str) -> None:
        """The list, or what it leads to, where there is room for one of them."""
        self.switch.show_choice(side)
        one = self._way == "one"
        self._parts.choices.setVisible(not one or side == "actions")
        self._effects.setVisible(not one or side == "effets")

    @Slot()
    def fit(self) -> None:
        """To the size that the window and the text have now."""
        scale, side = self._theme.scale, side_margin(self.width())
        room = self.width() - 2 * side
        at_100 = room / scale
        way = "roomy" if at_100 >= ROOMY else "beside" if at_100 >= BESIDE else "one"
        self._grid.setContentsMargins(side, 12, side - BAR, 8)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(8)
        if way != self._way:
            self._way = way
            self._place()
        beside = way != "one"
        choices = self._parts.choices
        tight = self.height() / scale < TIGHT
        whole = not beside or self.height() / scale < TALL
        if choices.lay(whole=whole, tight=tight) and self.isVisible():
            self.follow_rows()
        wide = round(max(LEAST_LIST * scale, min(room * LIST, MOST_LIST * scale)))
        self._parts.headline.lay(tight=tight)
        choices.setMinimumWidth(wide if beside else 0)
        choices.setMaximumWidth(wide if beside else 16_777_215)
        effects = room - wide - GAP if beside else room
        self._parts.figures.lay(effects)
        self._parts.costs.lay(effects)
        self._parts.foot.lay(room, bar=BAR if beside else 0)

    def _place(self) -> None:
        grid, parts = self._grid, self._parts
        for part in (parts.headline, self._sides, parts.choices, self._effects, parts.foot):
            grid.removeWidget(part)
        self._column.removeWidget(parts.foot)
        one, roomy = self._way == "one", self._way == "roomy"
        self._sides.setVisible(one)
        if one:
            grid.addWidget(parts.headline, 1, 0)
            grid.addWidget(self._sides, 2, 0)
            grid.addWidget(parts.choices, 3, 0)
            grid.addWidget(self._effects, 3, 0)
            self._column.insertWidget(1, parts.foot)
        else:
            grid.addWidget(parts.headline, 1, 1 if roomy else 0, 1, 1 if roomy else 2)
            grid.addWidget(parts.choices, 1 if roomy else 3, 0, 3 if roomy else 1, 1)
            grid.addWidget(self._effects, 3, 1)
            grid.addWidget(parts.foot, 4, 0, 1, 2)
        grid.setColumnStretch(1, 0 if one else 1)
        grid.setRowStretch(3, 1)
        self.show_side(self.switch.choice or "actions")
        if self.isVisible():
            self.follow_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
