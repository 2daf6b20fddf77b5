# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The quarters side by side, as many as are readable, page by page. Moves the focus; decides
nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from ui.pages.cards_board import CardsBoard
from ui.pages.cards_column import RING
from ui.pages.quarters_column import QuarterColumn, Refusal
from ui.pages.quarters_paging import HELD_MS
from ui.pages.quarters_words import QuarterFace
from ui.theme import Theme
from ui.widgets.action_card import ActionCard
from ui.widgets.scroll import bring_into_view
from ui.widgets.tab_order import follow

GAP = 12
LEAST = 296
"""The narrowest column, in pixels at 100 %."""
SOON = 20
"""Milliseconds after which what was just shown has its place."""
MOST = 4
"""Quarters on one page: a year."""


class QuarterBoard(CardsBoard[QuarterColumn]):
    """Columns, of which one page is seen."""

    dropped = Signal(str, int)
    page_seen = Signal(int, int)
    """The rank of the first quarter that is seen, and how many are."""

    def __init__(self, theme: Theme, refusal: Refusal) -> None:
        super().__init__(theme, GAP)
        self._refusal = refusal
        self._first, self._least, self._whole = 0, 0, False
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._bring_focused)
        self._edge = 0
        self._held = QTimer(self, interval=HELD_MS)
        self._held.timeout.connect(self._on_held)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._row)

    def show_quarters(self, faces: Sequence[QuarterFace], *, writable: bool) -> None:
        """Show other quarters. The focus follows its card, to another page too: hidden with its
        card, it would go to what comes next in the window."""
        held = self.focused()
        if len(faces) != len(self.columns):
            self._make(len(faces))
        for column, face in zip(self.columns, faces, strict=True):
            column.show_quarter(face, writable=writable)
        follow(*self.cards())
        self.arrange()
        if held and held != self.focused() and not self.focus_on(held):
            self.focus_first()

    @property
    def seen(self) -> range:
        """The ranks of the quarters that are seen."""
        room, least = self.width() + GAP, LEAST * self._theme.scale + GAP
        many = max(1, min(MOST, int(room // least), len(self.columns) or 1))
        first = max(0, min(self._first, len(self.columns) - many))
        return range(first, first + many)

    @Slot(int)
    def turn(self, step: int) -> None:
        """To the page before (−1) or after (+1)."""
        seen = self.seen
        self._first = seen.start + step * len(seen)
        self.arrange()

    @Slot(int, int)
    def _on_edge_held(self, rank: int, side: int) -> None:
        """A card is carried to a side of the board, beyond which there are other quarters."""
        seen, beyond = self.seen, rank + side
        step = side if beyond not in seen and 0 <= beyond < len(self.columns) else 0
        if step == self._edge:
            return
        self._edge = step
        self.columns[rank].tell_turn(step)
        if step:
            self._held.start()
        else:
            self._held.stop()

    @Slot()
    def _on_held(self) -> None:
        """The other quarters tell by themselves where the card is then."""
        step, self._edge = self._edge, 0
        self._held.stop()
        self.turn(step)

    def bring(self, rank: int) -> None:
        seen = self.seen
        if rank not in seen:
            self._first = rank if rank < seen.start else rank - len(seen) + 1
            self.arrange()

    def begin_at(self, rank: int) -> None:
        """Have a quarter be the first that is seen."""
        self._first = rank
        self.arrange()

    def may_take_focus(self) -> bool:
        """Where there is no card left, the page has it."""
        focus = QApplication.focusWidget()
        return super().may_take_focus() or (focus is not None and focus.objectName() == "page")

    def _scroll_to(self, card: ActionCard) -> None:
        self._soon.start()

    @Slot()
    def _bring_focused(self) -> None:
        """Once the columns have their new heights: the window itself scrolls nothing while it
        thinks that a button is held, as it does for long after a card was carried."""
        for card in self.cards():
            if card.hasFocus():
                bring_into_view(card, RING)

    def set_room(self, least: int, *, low: bool) -> None:
        """The least height, in pixels; and whether the window is low: then a column that is alone
        is as high as its cards, and the page scrolls."""
        self._least, self._whole = least, low
        self.updateGeometry()
        self.arrange()

    def arrange(self) -> None:
        seen, whole = self.seen, self._whole and len(self.seen) == 1
        for column in self.columns:
            column.setVisible(column.rank in seen)
            column.set_whole(whole=whole)
        if self.columns:
            self.page_seen.emit(seen.start, len(seen))

    def _make(self, many: int) -> None:
        for column in self.columns:
            self._row.removeWidget(column)
            column.hide()
            column.deleteLater()
        self.columns = [
            QuarterColumn(self._theme, rank, many - 1, self._refusal) for rank in range(many)
        ]
        for column in self.columns:
            column.hide()
            self._add_beside(column)
            self._listen(column)
            column.dropped.connect(self.dropped)
            column.edge_held.connect(self._on_edge_held)

    def minimumSizeHint(self) -> QSize:
        """As wide as it must, and as high as the heads and a card: what Qt adds up is what they
        would need at their narrowest."""
        seen = self.seen
        wide = (self.width() + GAP) // len(seen) - GAP
        columns = [self.columns[rank] for rank in seen if self.columns]
        high = max((column.least_height(wide) for column in columns), default=0)
        whole = super().minimumSizeHint()
        alone = whole.height() if self._whole and len(seen) == 1 else 0
        return QSize(whole.width(), max(self._least, high, alone))
