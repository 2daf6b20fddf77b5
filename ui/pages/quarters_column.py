# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One quarter of the board: its head, its cards, and where a card that is carried is put down."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)

from ui.pages.cards_column import CardsColumn
from ui.pages.quarters_card import QuarterCard, carried_key
from ui.pages.quarters_head import QuarterHead
from ui.pages.quarters_words import QuarterFace
from ui.theme import Theme
from ui.widgets.action_card import ActionCard
from ui.widgets.action_face import ActionFace
from ui.widgets.labels import label, set_property

PAD = 12
RADIUS = 12
EDGE = 44
"""At each side, in pixels at 100 %: a card that is held there turns the page."""
TURNS = {-1: "Tenez la carte ici\u00a0: plus tôt.", 1: "Tenez la carte ici\u00a0: plus tard."}
LEAST_CARD = 130
"""Of what scrolls below the head, in pixels at 100 %."""
Refusal = Callable[[str, int], str]
"""Why an action cannot be put in the quarter of that rank, "" where it can."""


class QuarterColumn(CardsColumn):
    """A place to put cards down; while one is over it, it says what would come of that."""

    dropped = Signal(str, int)
    """An action was put down in the quarter of that rank."""
    edge_held = Signal(int, int)
    """A card is carried to the left (−1) or the right (1) of that rank, or no longer (0)."""

    def __init__(self, theme: Theme, rank: int, last: int, refusal: Refusal) -> None:
        super().__init__(theme, rank, PAD)
        self._last, self._refusal = last, refusal
        self._over, self._landed = "", ""
        self.head = QuarterHead(theme)
        self._here = label("", "caption", bold=True)
        self._here.hide()
        self._after = QTimer(self, singleShot=True, interval=0)
        self._after.timeout.connect(self._tell_dropped)
        self.setAcceptDrops(True)
        self._lay_out((self.head, self._here))

    def show_quarter(self, face: QuarterFace, *, writable: bool) -> None:
        """Show another state; the cards that stay keep their widget, and with it the focus."""
        self.head.show_face(face)
        self.setAccessibleName(f"{face.name}, {face.months}")
        self._empty.setText(face.nothing)
        self._show_cards(face.cards, writable=writable)
        self._lay_now()

    def least_height(self, width: int) -> int:
        """The height that lets a card be seen below the head, at that width, in pixels."""
        inside = width - 2 * PAD
        return self.head.heightForWidth(inside) + round(LEAST_CARD * self._theme.scale)

    def _make_card(self, face: ActionFace, *, writable: bool) -> ActionCard:
        return QuarterCard(self._theme, face, writable=writable, last=self._last)

    @Slot()
    def _tell_dropped(self) -> None:
        """Once Qt has done with the drag: what follows may take the card away."""
        key, self._landed = self._landed, ""
        if key:
            self.dropped.emit(key, self.rank)

    def tell_turn(self, step: int) -> None:
        """Say that the page is about to turn; 0: it is not."""
        if step:
            self._here.setText(TURNS[step])
        else:
            self._show_over(self._over)

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

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()
        x, edge = event.position().x(), EDGE * self._theme.scale
        seen = self.visibleRegion().boundingRect()
        side = -1 if x < seen.left() + edge else int(x > seen.right() - edge)
        self.edge_held.emit(self.rank, side)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.edge_held.emit(self.rank, 0)
        self._show_over("")

    def dropEvent(self, event: QDropEvent) -> None:
        self.edge_held.emit(self.rank, 0)
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
