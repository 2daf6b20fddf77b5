# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A column of cards that scrolls alone. What its head says and what else it holds is for each
column; knows nothing of what its rank means."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.action_card import ActionCard
from ui.widgets.action_face import ActionFace
from ui.widgets.labels import label
from ui.widgets.scroll import bring_into_view, lay_out_around, scroll_area

RING = 6
"""Room for the focus ring around a card, inside what scrolls."""


class CardsColumn(QFrame):
    """Its cards keep their place, and with it the focus, while the plan changes around them."""

    HEARD_AS = "Grouping"

    opened = Signal(str)
    menu_asked = Signal(str, object)
    move_asked = Signal(str, int)
    column_left = Signal(int, int)
    """The focus should go to another column: this one’s rank, and −1 or +1."""

    def __init__(self, theme: Theme, rank: int, pad: int) -> None:
        super().__init__()
        self._theme, self.rank, self._pad = theme, rank, pad
        self._cards: dict[str, ActionCard] = {}
        self._order: list[str] = []
        self._whole, self._writable = False, False
        self._moved = False
        """Whether its cards have other places than a moment ago."""
        self._empty = label("", tone="ink2")
        self._stack = QVBoxLayout()
        self._holder = QWidget()
        self._inside = QVBoxLayout(self._holder)
        self._scroll = scroll_area(self._holder)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._lay_around)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    @property
    def cards(self) -> list[ActionCard]:
        """The cards from top to bottom."""
        return [self._cards[key] for key in self._order]

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What one goes through, in the order of reading."""
        return tuple(self.cards)

    def card(self, key: str) -> ActionCard | None:
        """The card of an action, None where it is not here."""
        return self._cards.get(key)

    def set_whole(self, *, whole: bool) -> None:
        """Whether it is as high as its cards: then the page scrolls, and not the column."""
        self._whole = whole
        self._fit()

    def focus_card(self, place: int) -> bool:
        """Put the focus on the card at that place, or the last; False where there is none."""
        cards = self.cards
        if not cards:
            return False
        card = cards[max(0, min(place, len(cards) - 1))]
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(card, RING)
        return True

    # What each column makes its own

    def _make_card(self, face: ActionFace, *, writable: bool) -> ActionCard:
        return ActionCard(self._theme, face, writable=writable)

    def _focus_below(self) -> None:
        """Go down from the last card."""

    # What is common

    def _lay_out(self, head: Sequence[QWidget | QLayout], below: Sequence[QWidget] = ()) -> None:
        """The head stays; what is below the cards scrolls with them."""
        self.setObjectName("well")
        self._inside.setContentsMargins(RING, RING, self._pad, RING)
        self._inside.setSpacing(8)
        self._stack.setSpacing(7)
        self._inside.addWidget(self._empty)
        self._inside.addLayout(self._stack)
        for part in below:
            self._inside.addWidget(part)
        self._inside.addStretch(1)
        top = QVBoxLayout()
        top.setContentsMargins(RING, 0, self._pad, 0)
        top.setSpacing(6)
        for part in head:
            if isinstance(part, QWidget):
                top.addWidget(part)
            else:
                top.addLayout(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(self._pad - RING, 10, 0, 6)
        whole.setSpacing(4)
        whole.addLayout(top)
        whole.addWidget(self._scroll, 1)

    def _show_cards(self, faces: Sequence[ActionFace], *, writable: bool) -> None:
        wanted = {face.key for face in faces}
        self._hand_over(wanted)
        for key in [key for key in self._cards if key not in wanted]:
            card = self._cards.pop(key)
            self._stack.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, face in enumerate(faces):
            self._place(place, face, writable=writable)
        before, self._order = self._order, [face.key for face in faces]
        self._moved |= before != self._order
        self._writable = writable
        self._empty.setVisible(not faces)

    def _hand_over(self, wanted: Collection[str]) -> None:
        """The keyboard goes from a card that leaves to the one that takes its place, rather than
        where Qt would send it."""
        gone = [n for n, key in enumerate(self._order) if self._cards[key].hasFocus()]
        if not gone or self._order[gone[0]] in wanted:
            return
        around = (*self._order[gone[0] :], *reversed(self._order[: gone[0]]))
        heir = next((self._cards[key] for key in around if key in wanted), None)
        if heir is not None:
            heir.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, place: int, face: ActionFace, *, writable: bool) -> None:
        card = self._cards.get(face.key)
        if card is None:
            card = self._make_card(face, writable=writable)
            card.opened.connect(self.opened)
            card.menu_asked.connect(self.menu_asked)
            card.move_asked.connect(self.move_asked)
            card.focus_step.connect(self._on_focus_step)
            self._cards[face.key] = card
        elif card.face != face or writable != self._writable:
            card.show_face(face, writable=writable)
        if self._stack.indexOf(card) != place:
            self._stack.removeWidget(card)
            self._stack.insertWidget(place, card)
            card.show()  # what is not yet shown has no place in the layout

    def _lay_now(self) -> None:
        """Rather than at the next turn of the events: the cards would be painted squashed first."""
        self._fit()
        if self.isVisible():
            for part in (self._holder, self._scroll):  # what is in it, then how high it is
                QCoreApplication.sendEvent(part, QEvent(QEvent.Type.LayoutRequest))
        if self._moved:
            self._soon.start()

    def _fit(self) -> None:
        wide = self._scroll.viewport().width()
        least = self._inside.heightForWidth(wide) if self._whole else 0
        if least != self._scroll.minimumHeight():
            self._scroll.setMinimumHeight(least)
            self._soon.start()

    @Slot()
    def _lay_around(self) -> None:
        if self.isVisible():
            lay_out_around(self)
        focus, moved, self._moved = QApplication.focusWidget(), self._moved, False
        if moved and focus is not None and self.isAncestorOf(focus):
            bring_into_view(focus, RING)  # it was pushed away

    @Slot(int, int)
    def _on_range_changed(self, _low: int, high: int) -> None:
        """The bar lies in the margin: the cards keep their width, and their edge its line."""
        self._inside.setContentsMargins(RING, RING, 0 if high else self._pad, RING)

    @Slot(int, int)
    def _on_focus_step(self, aside: int, down: int) -> None:
        sender, cards = self.sender(), self.cards
        place = cards.index(sender) if isinstance(sender, ActionCard) and sender in cards else 0
        if aside:
            self.column_left.emit(self.rank, aside)
        elif 0 <= place + down < len(cards):
            self.focus_card(place + down)
        elif down > 0:
            self._focus_below()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
