# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What an aid should bring to an action: what was noted of it, and the fields to note it. Guesses
no amount."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from autodiag.model.calendar import Aid, AidState
from autodiag.text.numbers import euros
from autodiag.text.typography import plain
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.enter_edit import EnterEdit
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import label, set_property
from ui.widgets.own_action_form import MOST_EUROS, read_number, typed_number
from ui.widgets.segmented import Segmented

STATES: dict[AidState, str] = {
    "esperee": "Espérée",
    "demandee": "Demandée",
    "obtenue": "Obtenue",
}
NONE = "Aucun montant noté. Autodiag n’en devine aucun."
FAULT = "Un montant en euros, par exemple 800."
LONGEST = 200


class AidForm(QWidget):
    """Folded on what is known; `given` an aid typed whole, `taken_away`: there is none."""

    given = Signal(object)
    taken_away = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._action = ""
        self._aid: Aid | None = None
        self._writable = True
        self.said = label("", "body")
        self.begin = button(theme, "", "secondary", "note")
        self.remove = button(theme, "Retirer", "quiet")
        self.euros = EnterEdit()
        self.source = EnterEdit()
        self.fault = label("", "caption", tone="err")
        self.states = Segmented(theme, "état de l’aide", list(STATES.items()))
        self.keep = button(theme, "Noter l’aide", "secondary")
        self.leave = button(theme, "Annuler", "quiet")
        self._ways, self._fields = FlowRow(), QWidget()
        self._build()
        self._connect()
        self._show()

    def show_aid(self, action: str, aid: Aid | None, *, writable: bool) -> None:
        """What is noted for an action; what is being typed for the same one is left alone."""
        other = action != self._action
        self._action, self._aid, self._writable = action, aid, writable
        if other or not writable:
            self._fields.hide()
        self._show()

    @property
    def typing(self) -> bool:
        """Whether the fields are open."""
        return not self._fields.isHidden()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        _as_high_as_its_lines(self.said)
        column.addWidget(self.said)
        self._ways.add(self.begin)
        self._ways.add(self.remove)
        column.addWidget(self._ways)
        column.addWidget(self._fields)
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(4)
        for name, field in (
            ("Montant de l’aide, en euros", self.euros),
            ("Qui l’apporterait (facultatif)", self.source),
        ):
            above = label(name, "caption", bold=True)
            above.setBuddy(field)
            field.setAccessibleName(name)
            field.setMaxLength(LONGEST)
            fields.addWidget(above)
            fields.addWidget(field)
            if field is self.euros:
                fields.addWidget(self.fault)
        fields.addSpacing(4)
        fields.addWidget(self.states)
        row = FlowRow()
        row.add(self.keep)
        row.add(self.leave)
        fields.addWidget(row)
        self.remove.setAccessibleName("Retirer l’aide notée")
        self._fields.hide()

    def _connect(self) -> None:
        self.begin.clicked.connect(self._on_begun)
        self.remove.clicked.connect(self.taken_away)
        for field in (self.euros, self.source):
            field.entered.connect(self._on_kept)
        self.keep.clicked.connect(self._on_kept)
        self.leave.clicked.connect(self._on_left)
        self.states.chosen.connect(self.states.show_choice)

    def _show(self) -> None:
        aid, open_ = self._aid, self.typing
        self.said.setText(NONE if aid is None else said_of(aid))
        self.said.setVisible(not open_)
        set_property(self.said, "tone", "ink2" if aid is None else "")
        self.begin.setText("Noter une aide" if aid is None else "Changer")
        self.begin.setAccessibleName("Noter une aide" if aid is None else "Changer l’aide notée")
        self.remove.setVisible(aid is not None)
        self._ways.setVisible(self._writable and not open_)

    def _show_fault(self, text: str) -> None:
        self.fault.setText(text)
        self.fault.setVisible(bool(text))
        self.euros.setAccessibleDescription(text)
        set_property(self.euros, "fault", "true" if text else "false")

    @Slot()
    def _on_begun(self) -> None:
        aid = self._aid
        self.euros.setText("" if aid is None else typed_number(aid.euros))
        self.source.setText("" if aid is None else aid.source)
        self.states.show_choice("esperee" if aid is None else aid.state)
        self._show_fault("")
        self._fields.show()
        self._show()
        self.euros.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_kept(self) -> None:
        typed = self.euros.text().strip()
        amount = read_number(typed, MOST_EUROS) if typed else None
        if not amount:
            self._show_fault(FAULT)
            self.euros.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        aid = Aid(self._action, amount, self.source.text().strip(), self._state())
        self._on_left()
        self.given.emit(aid)

    def _state(self) -> AidState:
        chosen, states = self.states.choice, tuple(STATES)
        return states[[str(state) for state in states].index(chosen)]

    @Slot()
    def _on_left(self) -> None:
        self._fields.hide()
        self._show()
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.typing:
            self._on_left()
        else:
            super().keyPressEvent(event)


def said_of(aid: Aid) -> str:
    """«800 €, aide demandée (préfecture)»."""
    source = f" ({plain(aid.source)})" if aid.source else ""
    return f"{euros(aid.euros)}, aide {STATES[aid.state].lower()}{source}"


def _as_high_as_its_lines(text: QWidget) -> None:
    policy = text.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    text.setSizePolicy(policy)
