# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The quarters side by side, as many as are readable, page by page. Moves the focus; decides
nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from ui.pages.quarters_column import RING, QuarterColumn, Refusal, parts_of
from ui.pages.quarters_words import QuarterFace
from ui.theme import Theme
from ui.widgets.action_face import ActionFace
from ui.widgets.scroll import bring_into_view
from ui.widgets.tab_order import follow

GAP = 12
LEAST = 296
"""The narrowest column, in pixels at 100 %."""
SOON = 20
"""Milliseconds after which what was just shown has its place."""
MOST = 4
"""Quarters on one page: a year."""


class QuarterBoard(QWidget):
    """Columns, of which one page is seen."""

    opened = Signal(str)
    menu_asked = Signal(str, object)
    move_asked = Signal(str, int)
    dropped = Signal(str, int)
    page_seen = Signal(int, int)
    """The rank of the first quarter that is seen, and how many are."""

    def __init__(self, theme: Theme, refusal: Refusal) -> None:
        super().__init__()
        self._theme, self._refusal = theme, refusal
        self.columns: list[QuarterColumn] = []
        self._first, self._least, self._whole = 0, 0, False
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._bring_focused)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)

    def show_quarters(self, faces: Sequence[QuarterFace], *, writable: bool) -> None:
        """Show other quarters. The focus follows its card, to another page too: hidden with its
        card, it would go to what comes next in the window."""
        held = self.focused()
        if len(faces) != len(self.columns):
            self._make(len(faces))
        for column, face in zip(self.columns, faces, strict=True):
            column.show_quarter(face, writable=writable)
        follow(*parts_of(self.columns))
        self.arrange()
        if held and held != self.focused() and not self.focus_on(held):
            self.focus_first()

    def face(self, key: str) -> ActionFace | None:
        """The card of an action, wherever it is."""
        cards = (column.card(key) for column in self.columns)
        return next((card.face for card in cards if card is not None), None)

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

    def bring(self, rank: int) -> None:
        """Have a quarter be seen."""
        seen = self.seen
        if rank not in seen:
            self._first = rank if rank < seen.start else rank - len(seen) + 1
            self.arrange()

    def begin_at(self, rank: int) -> None:
        """Have a quarter be the first that is seen."""
        self._first = rank
        self.arrange()

    def focus_on(self, key: str) -> bool:
        """Put the focus on the card of an action; False where there is none."""
        for column in self.columns:
            card = column.card(key)
            if card is not None:
                self.bring(column.rank)
                card.setFocus(Qt.FocusReason.OtherFocusReason)
                self._soon.start()
                return True
        return False

    @Slot()
    def _bring_focused(self) -> None:
        """Once the columns have their new heights: the window itself scrolls nothing while it
        thinks that a button is held, as it does for long after a card was carried."""
        for column in self.columns:
            for card in column.cards:
                if card.hasFocus():
                    bring_into_view(card, RING)

    def focus_first(self) -> bool:
        """Put the focus on the first card that is seen; False where there is none."""
        return any(self.columns[rank].focus_card(0) for rank in self.seen if self.columns)

    def focused(self) -> str:
        """The action whose card has the focus, "" for none."""
        cards = (card for column in self.columns for card in column.cards)
        return next((card.face.key for card in cards if card.hasFocus()), "")

    def may_take_focus(self) -> bool:
        """Whether the focus is among the cards, or nowhere: it may follow a card that moved."""
        focus = QApplication.focusWidget()
        return focus is None or focus.objectName() == "page" or self.isAncestorOf(focus)

    def set_room(self, least: int, *, low: bool) -> None:
        """The least height, in pixels; and whether the window is low: then a column that is alone
        is as high as its cards, and the page scrolls."""
        self._least, self._whole = least, low
        self.updateGeometry()
        self.arrange()

    def arrange(self) -> None:
        """Which columns are seen, at this width."""
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
            column.setMinimumWidth(0)
            column.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            self._row.addWidget(column, 1)
            column.opened.connect(self.opened)
            column.menu_asked.connect(self.menu_asked)
            column.move_asked.connect(self.move_asked)
            column.dropped.connect(self.dropped)
            column.column_left.connect(self._on_column_left)

    @Slot(int, int)
    def _on_column_left(self, rank: int, step: int) -> None:
        """To the card at the same height of the next quarter that has one."""
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
