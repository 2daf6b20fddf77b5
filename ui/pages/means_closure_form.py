# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The fields of months when nobody can work on the roadmap: title, from, to, every year or once."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from autodiag.model.calendar import Closure
from ui.pages.means_field import SteppedField
from ui.pages.means_start import MONTH
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.flow_row import FlowRow
from ui.widgets.form_row import form_row
from ui.widgets.labels import label
from ui.widgets.segmented import Segmented

EVERY, ONCE = "chaque", "une"
LONGEST = 120
NO_TITLE = "Dites en quelques mots pourquoi, par exemple «\u202fÉté\u202f»."
BACKWARDS = "Ce mois vient avant le premier. Par exemple 08/2027."


class ClosureForm(QWidget):
    """Says under each field what is wrong with it; `typed` tells only what can be kept."""

    HEARD_AS = "Form"

    typed = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._key = ""
        self._head = label("", "card", bold=True, heading=True)
        self.title = QLineEdit()
        self._title_row = form_row(theme, "Pourquoi", self.title)
        self.first = SteppedField(theme, "Du mois de", MONTH)
        self.last = SteppedField(theme, "Au mois de", MONTH)
        options = ((ONCE, "Une seule fois"), (EVERY, "Chaque année"))
        self.yearly = Segmented(theme, "répétition", options)
        self.keep = button(theme, "Enregistrer", "secondary")
        self._leave = button(theme, "Annuler", "quiet")
        self._build()
        self._connect()

    @property
    def key(self) -> str:
        """The id of what is being typed."""
        return self._key

    def begin(self, one: Closure, start: date, *, new: bool) -> None:
        """Show what is there: a new one, whose months are empty where it has none, or another."""
        self._key = one.id
        named = "Des mois sans travail" if new else f"Modifier «\u202f{one.title}\u202f»"
        self._head.setText(named)
        self.keep.setText("Ajouter" if new else "Enregistrer")
        self.title.setText(one.title)
        self._title_row.clear_fault()
        first = f"{start:%Y-%m}"
        self.first.show_value(one.first or None, start=first)
        self.last.show_value(one.last or None, start=one.first or first)
        self.yearly.show_choice(EVERY if one.yearly else ONCE)
        if one.title and not one.first:
            self.first.begin()
        else:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.title.setMaxLength(LONGEST)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.keep)
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        months = FlowRow()
        months.add(self.first)
        months.add(self.last)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        for part in (self._head, self._title_row, months):
            column.addWidget(part)
        column.addWidget(self.yearly, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.keep.clicked.connect(self._on_kept)
        self._leave.clicked.connect(self.left)
        self.first.given.connect(self._on_first_given)
        for field in (self.title, self.first.edit, self.last.edit):
            field.returnPressed.connect(self._on_kept)

    @Slot(object)
    def _on_first_given(self, month: str) -> None:
        """The last month is never left behind the first, unless it goes over the new year."""
        last = MONTH.read(self.last.edit.text())
        once = self.yearly.choice != EVERY
        if last is None or (once and last < month):
            self.last.show_value(month if last is not None else None, start=month)

    @Slot()
    def _on_kept(self) -> None:
        title = self.title.text().strip()
        self._title_row.show_fault("" if title else NO_TITLE)
        first, last = self.first.take(), self.last.take()
        yearly = self.yearly.choice == EVERY
        if first and last and not yearly and last < first:
            last = None
            self.last.take(BACKWARDS)
        if not title:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        elif first is None or last is None:
            (self.first if first is None else self.last).begin()
        else:
            self.typed.emit(Closure(self._key, title, first, last, yearly))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
