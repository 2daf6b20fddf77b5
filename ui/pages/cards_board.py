# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Columns of cards side by side, of which not all may be seen. Moves the focus among them; which
are seen is for each board."""

from collections.abc import Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from ui.pages.cards_column import RING, CardsColumn
from ui.theme import Theme
from ui.widgets.action_card import ActionCard
from ui.widgets.action_face import ActionFace
from ui.widgets.scroll import bring_into_view

Column = TypeVar("Column", bound=CardsColumn)


class CardsBoard(QWidget, Generic[Column]):
    """The focus follows its card from column to column."""

    opened = Signal(str)
    menu_asked = Signal(str, object)
    move_asked = Signal(str, int)

    def __init__(self, theme: Theme, gap: int) -> None:
        super().__init__()
        self._theme = theme
        self.columns: list[Column] = []
        """From left to right, seen or not."""
        self._row = QHBoxLayout()
        self._row.setSpacing(gap)

    def bring(self, rank: int) -> None:
        """Have a column be seen: each board has its own way."""

    def arrange(self) -> None:
        """Which columns are seen, at this width: each board has its own way."""

    def cards(self) -> Iterator[ActionCard]:
        """Every card, in the order of reading."""
        for column in self.columns:
            yield from column.cards

    def face(self, key: str) -> ActionFace | None:
        """The card of an action, wherever it is."""
        return next((card.face for card in self.cards() if card.face.key == key), None)

    def focus_on(self, key: str) -> bool:
        """Put the focus on the card of an action; False where there is none."""
        for column in self.columns:
            card = column.card(key)
            if card is not None:
                self.bring(column.rank)
                card.setFocus(Qt.FocusReason.OtherFocusReason)
                self._scroll_to(card)
                return True
        return False

    def focus_first(self) -> bool:
        """Put the focus on the first card that is seen; False where there is none."""
        seen = (column for column in self.columns if not column.isHidden())
        return any(column.focus_card(0) for column in seen)

    def focus_first_seen(self) -> bool:
        """The same with the first that is wholly in sight, so that nothing scrolls."""
        cards = (card for one in self.columns if not one.isHidden() for card in one.cards)
        whole = (card for card in cards if card.visibleRegion().boundingRect() == card.rect())
        first = next(whole, None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        return first is not None

    def focused(self) -> str:
        """The action whose card has the focus, "" for none."""
        return next((card.face.key for card in self.cards() if card.hasFocus()), "")

    def may_take_focus(self) -> bool:
        """Whether the focus is among the cards, or nowhere: it may follow a card that moved."""
        focus = QApplication.focusWidget()
        return focus is None or any(column.isAncestorOf(focus) for column in self.columns)

    def _scroll_to(self, card: ActionCard) -> None:
        bring_into_view(card, RING)

    def _add_beside(self, part: QWidget) -> None:
        """All have the same width, whatever is in them."""
        part.setMinimumWidth(0)
        part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._row.addWidget(part, 1)

    def _listen(self, column: CardsColumn) -> None:
        column.opened.connect(self.opened)
        column.menu_asked.connect(self.menu_asked)
        column.move_asked.connect(self.move_asked)
        column.column_left.connect(self._on_column_left)

    @Slot(int, int)
    def _on_column_left(self, rank: int, step: int) -> None:
        """To the card at the same height of the next column that has one."""
        keys = [card.face.key for card in self.columns[rank].cards]
        place = keys.index(self.focused()) if self.focused() in keys else 0
        goal = rank + step
        while 0 <= goal < len(self.columns):
            if self.columns[goal].cards:
                self.bring(goal)
                self.columns[goal].focus_card(place)
                return
            goal += step

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        """The columns scroll: what is in them never makes the page higher."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
