# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One quarter of the board: its head, its cards, and where a card that is carried is put down."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.pages.quarters_card import QuarterCard, carried_key
from ui.pages.quarters_head import QuarterHead
from ui.pages.quarters_words import QuarterFace
from ui.theme import Theme
from ui.widgets.action_face import ActionFace
from ui.widgets.labels import label, set_property
from ui.widgets.scroll import bring_into_view, lay_out_around, scroll_area

PAD = 12
RING = 6
"""Room for the focus ring around a card, inside what scrolls."""
RADIUS = 12
LEAST_CARD = 130
"""Of what scrolls below the head, in pixels at 100 %."""
Refusal = Callable[[str, int], str]
"""Why an action cannot be put in the quarter of that rank, "" where it can."""


class QuarterColumn(QFrame):
    """It scrolls alone; its cards keep their place while the plan changes around them."""

    HEARD_AS = "Grouping"

    opened = Signal(str)
    menu_asked = Signal(str, object)
    move_asked = Signal(str, int)
    column_left = Signal(int, int)
    """The focus should go to another column: this one’s rank, and −1 or +1."""
    dropped = Signal(str, int)
    """An action was put down in the quarter of that rank."""

    def __init__(self, theme: Theme, rank: int, last: int, refusal: Refusal) -> None:
        super().__init__()
        self._theme, self.rank, self._last = theme, rank, last
        self._refusal = refusal
        self._cards: dict[str, QuarterCard] = {}
        self._order: list[str] = []
        self._whole, self._over, self._landed = False, "", ""
        self.head = QuarterHead(theme)
        self._here = label("", "caption", bold=True)
        self._empty = label("", tone="ink2")
        self._stack = QVBoxLayout()
        self._holder = QWidget()
        self._inside = QVBoxLayout(self._holder)
        self._scroll = scroll_area(self._holder)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._after = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._soon.timeout.connect(self._lay_around)
        self._after.timeout.connect(self._tell_dropped)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    @property
    def cards(self) -> list[QuarterCard]:
        """The cards from top to bottom."""
        return [self._cards[key] for key in self._order]

    def card(self, key: str) -> QuarterCard | None:
        """The card of an action, None where it is not here."""
        return self._cards.get(key)

    def show_quarter(self, face: QuarterFace, *, writable: bool) -> None:
        """Show another state; the cards that stay keep their widget, and with it the focus."""
        self.head.show_face(face)
        self.setAccessibleName(f"{face.name}, {face.months}")
        wanted = {card.key for card in face.cards}
        for key in [key for key in self._cards if key not in wanted]:
            card = self._cards.pop(key)
            self._stack.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, card_face in enumerate(face.cards):
            self._place(place, card_face, writable=writable)
        self._order = [card.key for card in face.cards]
        self._empty.setText(face.nothing)
        self._empty.setVisible(not face.cards)
        self._lay_now()

    def set_whole(self, *, whole: bool) -> None:
        """Whether it is as high as its cards: then the page scrolls, and not the column."""
        self._whole = whole
        self._fit()

    def least_height(self, width: int) -> int:
        """The height that lets a card be seen below the head, at that width, in pixels."""
        inside = width - 2 * PAD
        return self.head.heightForWidth(inside) + round(LEAST_CARD * self._theme.scale)

    def focus_card(self, place: int) -> bool:
        """Put the focus on the card at that place, or the last; False where there is none."""
        cards = self.cards
        if not cards:
            return False
        card = cards[max(0, min(place, len(cards) - 1))]
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(card, RING)
        return True

    def _build(self) -> None:
        self.setObjectName("well")
        self.setAcceptDrops(True)
        self._inside.setContentsMargins(RING, RING, PAD, RING)
        self._inside.setSpacing(8)
        self._stack.setSpacing(7)
        self._inside.addWidget(self._empty)
        self._inside.addLayout(self._stack)
        self._inside.addStretch(1)
        top = QVBoxLayout()
        top.setContentsMargins(RING, 0, PAD, 0)
        top.setSpacing(6)
        top.addWidget(self.head)
        top.addWidget(self._here)
        self._here.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PAD - RING, 10, 0, 6)
        whole.setSpacing(4)
        whole.addLayout(top)
        whole.addWidget(self._scroll, 1)

    def _place(self, place: int, face: ActionFace, *, writable: bool) -> None:
        card = self._cards.get(face.key)
        if card is None:
            card = QuarterCard(self._theme, face, writable=writable, last=self._last)
            card.opened.connect(self.opened)
            card.menu_asked.connect(self.menu_asked)
            card.move_asked.connect(self.move_asked)
            card.focus_step.connect(self._on_focus_step)
            self._cards[face.key] = card
        else:
            card.show_face(face, writable=writable)
        if self._stack.indexOf(card) != place:
            self._stack.removeWidget(card)
            self._stack.insertWidget(place, card)
            card.show()  # what is not yet shown has no place in the layout

    def _lay_now(self) -> None:
        """Rather than at the next turn of the events: the cards would be painted squashed first."""
        self._fit()
        if self.isVisible():
            for part in (self._holder, self._scroll):
                QCoreApplication.sendEvent(part, QEvent(QEvent.Type.LayoutRequest))

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

    @Slot(int, int)
    def _on_range_changed(self, _low: int, high: int) -> None:
        """The bar lies in the margin: the cards keep their width, and their edge its line."""
        self._inside.setContentsMargins(RING, RING, 0 if high else PAD, RING)

    @Slot(int, int)
    def _on_focus_step(self, aside: int, down: int) -> None:
        sender, cards = self.sender(), self.cards
        place = cards.index(sender) if isinstance(sender, QuarterCard) and sender in cards else 0
        if aside:
            self.column_left.emit(self.rank, aside)
        elif 0 <= place + down < len(cards):
            self.focus_card(place + down)

    @Slot()
    def _tell_dropped(self) -> None:
        """Once Qt has done with the drag: what follows may take the card away."""
        key, self._landed = self._landed, ""
        if key:
            self.dropped.emit(key, self.rank)

    def _show_over(self, key: str) -> None:
        """Say what would come of putting this action down here; "" for nothing."""
        self._over = key
        why = self._refusal(key, self.rank) if key else ""
        self._here.setText(why or f"Déposer ici\u00a0: {self.head.name.text()}")
        set_property(self._here, "tone", "warn" if why else "primary")
        self._here.setVisible(bool(key))
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        key = carried_key(event.mimeData())
        if key:
            self._show_over(key)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_over("")

    def dropEvent(self, event: QDropEvent) -> None:
        self._landed = carried_key(event.mimeData())
        self._show_over("")
        event.acceptProposedAction()
        self._after.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._over:
            return
        refused = bool(self._refusal(self._over, self.rank))
        style = Qt.PenStyle.DashLine if refused else Qt.PenStyle.SolidLine
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("warnInk" if refused else "primary"), 3, style))
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def parts_of(columns: Sequence[QuarterColumn]) -> list[QWidget]:
    """The cards of these columns, in the order of reading."""
    return [card for column in columns for card in column.cards]
