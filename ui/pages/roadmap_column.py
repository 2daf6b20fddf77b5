# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One horizon of the roadmap: its name, its meter, its cards, and a place to add an own action."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.pages.cards_column import RING, CardsColumn
from ui.theme import Theme
from ui.widgets.action_face import ActionFace, MeterFace
from ui.widgets.add_button import AddButton
from ui.widgets.capacity_meter import CapacityMeter
from ui.widgets.labels import label
from ui.widgets.own_action_form import OwnActionForm

PAD = 14


class HorizonColumn(CardsColumn):
    """The way to add an action comes after the cards, in its place the form."""

    added = Signal(int, object)
    """An own action (a TypedAction) for this horizon."""

    def __init__(self, theme: Theme, rank: int, names: tuple[str, str]) -> None:
        super().__init__(theme, rank, PAD)
        self._name = names[0]
        self._title = label(names[0], "lead", bold=True, wrap=False)
        self._purpose = label(names[1], "caption", tone="ink2")
        self._meter = CapacityMeter(theme)
        self._add = AddButton(theme, "Ajouter une action")
        self._form = OwnActionForm(theme)
        self._build()
        self._add.clicked.connect(self._on_add_clicked)
        self._form.typed.connect(self._on_typed)
        self._form.left.connect(self._on_form_left)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """The cards, then adding one."""
        return (*self.cards, self._add, self._form)

    def show_horizon(
        self, faces: Sequence[ActionFace], meter: MeterFace | None, *, writable: bool
    ) -> None:
        """Show other cards; those that stay keep their widget, and with it the focus."""
        self._meter.setVisible(meter is not None)
        if meter is not None:
            self._meter.show_face(meter, self._name)
        self._show_cards(faces, writable=writable)
        self._add.setVisible(writable and not self._form.isVisibleTo(self))
        if not writable:
            self._form.hide()
        self._lay_now()

    def show_name(self, *, shown: bool) -> None:
        """Whether the column says its name: a tab may say it already."""
        self._title.setVisible(shown)
        self._purpose.setVisible(shown)

    def _build(self) -> None:
        self.setAccessibleName(f"Période {self._name}")
        self._empty.setText("Rien n’est prévu dans cette période.")
        self._add.setAccessibleName(f"Ajouter une action, {self._name}")
        self._form.hide()
        head = QHBoxLayout()
        head.addWidget(self._title)
        self._purpose.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._purpose, 1)
        self._lay_out((head, self._meter), (self._add, self._form))

    def _focus_below(self) -> None:
        if self._add.isVisible():
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
