# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One horizon of the roadmap: its name, its meter, its cards, and a place to add an own action."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.action_card import ActionCard
from ui.widgets.action_face import ActionFace, MeterFace
from ui.widgets.add_button import AddButton
from ui.widgets.capacity_meter import CapacityMeter
from ui.widgets.labels import label
from ui.widgets.own_action_form import OwnActionForm
from ui.widgets.scroll import bring_into_view, lay_out_around, scroll_area

PAD = 14
RING = 6
"""Room for the focus ring around a card, inside what scrolls."""


class HorizonColumn(QFrame):
    """A column. It scrolls alone; its cards keep their place while the plan changes around them."""

    HEARD_AS = "Grouping"

    opened = Signal(str)
    menu_asked = Signal(str, object)
    move_asked = Signal(str, int)
    column_left = Signal(int, int)
    """The focus should go to another column: this one’s rank, and −1 or +1."""
    added = Signal(int, object)
    """An own action (a TypedAction) for this horizon."""

    def __init__(self, theme: Theme, rank: int, names: tuple[str, str]) -> None:
        super().__init__()
        self._theme, self.rank, self._name = theme, rank, names[0]
        self._cards: dict[str, ActionCard] = {}
        self._order: list[str] = []
        self._whole = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._title = label(names[0], "lead", bold=True, wrap=False)
        self._purpose = label(names[1], "caption", tone="ink2")
        self._meter = CapacityMeter(theme)
        self._empty = label("Rien n’est prévu dans cette période.", tone="ink2")
        self._add = AddButton(theme, "Ajouter une action")
        self._form = OwnActionForm(theme)
        self._stack = QVBoxLayout()
        self._holder = QWidget()
        self._inside = QVBoxLayout(self._holder)
        self._scroll = scroll_area(self._holder)
        self._build()
        self._connect()

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What one goes through, in the order of reading: the cards, then adding one."""
        return (*self.cards, self._add, self._form)

    @property
    def cards(self) -> list[ActionCard]:
        """The cards from top to bottom."""
        return [self._cards[key] for key in self._order]

    def card(self, key: str) -> ActionCard | None:
        """The card of an action, None where it is not here."""
        return self._cards.get(key)

    def show_horizon(
        self, faces: Sequence[ActionFace], meter: MeterFace | None, *, writable: bool
    ) -> None:
        """Show other cards; those that stay keep their widget, and with it the focus."""
        self._meter.setVisible(meter is not None)
        if meter is not None:
            self._meter.show_face(meter, self._name)
        wanted = {face.key for face in faces}
        for key in [key for key in self._cards if key not in wanted]:
            card = self._cards.pop(key)
            self._stack.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, face in enumerate(faces):
            self._place(place, face, writable=writable)
        self._order = [face.key for face in faces]
        self._empty.setVisible(not faces)
        self._add.setVisible(writable and not self._form.isVisibleTo(self))
        if not writable:
            self._form.hide()
        self._lay_now()

    def show_name(self, *, shown: bool) -> None:
        """Whether the column says its name: a tab may say it already."""
        self._title.setVisible(shown)
        self._purpose.setVisible(shown)

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
        self.bring_into_view(card)
        return True

    def bring_into_view(self, card: ActionCard) -> None:
        """Scroll until the whole card is seen, with its ring: the column, then the page."""
        bring_into_view(card, RING)

    def _build(self) -> None:
        self.setObjectName("well")
        self.setAccessibleName(f"Période {self._name}")
        head = QHBoxLayout()
        head.addWidget(self._title)
        self._purpose.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._purpose, 1)
        self._inside.setContentsMargins(RING, RING, PAD, RING)
        self._inside.setSpacing(8)
        self._stack.setSpacing(7)
        self._inside.addWidget(self._empty)
        self._inside.addLayout(self._stack)
        self._inside.addWidget(self._add)
        self._inside.addWidget(self._form)
        self._inside.addStretch(1)
        self._form.hide()
        top = QVBoxLayout()
        top.setContentsMargins(RING, 0, PAD, 0)
        top.setSpacing(6)
        top.addLayout(head)
        top.addWidget(self._meter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PAD - RING, 10, 0, 6)
        whole.setSpacing(4)
        whole.addLayout(top)
        whole.addWidget(self._scroll, 1)
        self._add.setAccessibleName(f"Ajouter une action, {self._name}")

    def _connect(self) -> None:
        self._add.clicked.connect(self._on_add_clicked)
        self._form.typed.connect(self._on_typed)
        self._soon.timeout.connect(self._lay_around)
        self._form.left.connect(self._on_form_left)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def _place(self, place: int, face: ActionFace, *, writable: bool) -> None:
        card = self._cards.get(face.key)
        if card is None:
            card = ActionCard(self._theme, face, writable=writable)
            card.opened.connect(self.opened)
            card.menu_asked.connect(self._on_menu_asked)
            card.move_asked.connect(self.move_asked)
            card.focus_step.connect(self._on_focus_step)
            self._cards[face.key] = card
        elif card.face != face:
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot(int, int)
    def _on_range_changed(self, _low: int, high: int) -> None:
        """The bar lies in the margin: the cards keep their width, and their edge its line."""
        self._inside.setContentsMargins(RING, RING, 0 if high else PAD, RING)

    @Slot(str, object)
    def _on_menu_asked(self, key: str, at: QPoint) -> None:
        self.menu_asked.emit(key, at)

    @Slot(int, int)
    def _on_focus_step(self, aside: int, down: int) -> None:
        sender = self.sender()
        cards = self.cards
        place = cards.index(sender) if isinstance(sender, ActionCard) and sender in cards else 0
        if aside:
            self.column_left.emit(self.rank, aside)
        elif 0 <= place + down < len(cards):
            self.focus_card(place + down)
        elif down > 0 and self._add.isVisible():
            self._add.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(self._add, 0, RING)

    @Slot()
    def _on_add_clicked(self) -> None:
        self._add.hide()
        self._form.begin()
        self._form.show()
        self._lay_now()
        self._scroll.ensureWidgetVisible(self._form, 0, RING)
        if self._form.height() > self._scroll.viewport().height():
            self._scroll.verticalScrollBar().setValue(self._form.y() - RING)

    @Slot(object)
    def _on_typed(self, typed: object) -> None:
        self._on_form_left()
        self.added.emit(self.rank, typed)

    @Slot()
    def _on_form_left(self) -> None:
        self._form.hide()
        self._add.show()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()
