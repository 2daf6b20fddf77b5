# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One criterion of the attestation: where it stands, the way to what it lacks, and what is declared
of it with a day. Writes nothing."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from autodiag.model.knowledge import Criterion
from autodiag.roadmap.attestation import STATES, CriterionRead
from autodiag.roadmap.declaring import LONGEST, Declared
from ui.pages.printing_signing import SEANCE_FAULT, SEANCE_HINT, field_of, read_day
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.fold import Fold
from ui.widgets.form_row import FormRow, form_row
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label, set_property

WAYS = {
    "questions": "Voir la question",
    "obligations": "Lire la liste",
    "feuille": "Voir la feuille de route",
}
DECLARE, CHANGE = "Déclarer, avec la date", "Modifier la déclaration"
LACKS_DAY = f"La date manque. {SEANCE_FAULT}"


class CriterionRow(QWidget):
    """Made once for its criterion; `show_read` says what is true of it today."""

    declared = Signal(object)
    """The day and the words; None takes away what was declared."""
    way_chosen = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, criterion: Criterion) -> None:
        super().__init__()
        self._theme, self.criterion = theme, criterion
        self._kept: Declared | None = None
        self._icon = IconLabel(theme, "check", "okInk", 18)
        self._state = label("", "body", bold=True)
        self._said = label("", "caption", tone="ink2")
        self.way = button(theme, "", "quiet")
        self.fold = Fold(theme, self._form)
        self.fold.say(DECLARE)
        self._build()
        self.way.clicked.connect(self.way_chosen)
        self.fold.toggled.connect(self._on_toggled)

    def show_read(self, read: CriterionRead, kept: Declared | None, *, writable: bool) -> None:
        """Where it stands, and what is declared of it."""
        self._icon.setVisible(read.met)
        self._state.setText(STATES[read.state])
        set_property(self._state, "tone", "ok" if read.met else "ink2")
        self._said.setText("\n".join((*read.said, *(f"– {line}" for line in read.detail))))
        self.way.setVisible(read.way is not None)
        if read.way is not None:
            text = WAYS[read.way[0]]
            self.way.setText("Voir les questions" if read.way == ("questions", None) else text)
            self.way.setAccessibleDescription(self.criterion.title)
        self.fold.setVisible(self.criterion.declared and writable)
        if self.fold.is_open and (kept != self._kept or not writable):
            typing = self.isAncestorOf(self.window().focusWidget() or self.window())
            self.fold.set_open(wanted=False)
            if typing:  # what had the keyboard is hidden
                self.fold.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._kept = kept
        self.fold.say(CHANGE if kept else DECLARE)
        self.fold.button.setAccessibleName(f"{self.fold.button.text()}, {self.criterion.title}")

    def show_fault(self, sentence: str) -> None:
        """Why that day cannot be: said under it, which has the keyboard."""
        self.day_row.show_fault(sentence)
        field_of(self.day_row).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        state = QHBoxLayout()
        state.setSpacing(6)
        state.addWidget(self._icon)
        state.addWidget(self._state, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 6)
        layout.setSpacing(4)
        layout.addWidget(label(self.criterion.title, "body", bold=True, heading=True))
        layout.addLayout(state)
        layout.addWidget(self._said)
        layout.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.fold)

    def _form(self) -> QWidget:
        """The day, what else is said, and what to do with it."""
        inside, told = QWidget(), self.criterion
        self.day_row = self._row("Date", SEANCE_HINT, 20)
        self.said_row = self._row(told.field, told.hint, LONGEST) if told.field else None
        self.save = button(self._theme, "Déclarer", "secondary")
        self.remove = button(self._theme, "Retirer", "quiet")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        column.addWidget(self.day_row)
        if self.said_row is not None:
            column.addWidget(self.said_row)
        doing = QHBoxLayout()
        doing.addWidget(self.save)
        doing.addWidget(self.remove)
        doing.addStretch(1)
        column.addLayout(doing)
        field_of(self.day_row).textEdited.connect(self.day_row.clear_fault)
        self.save.clicked.connect(self._on_save_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        return inside

    def _row(self, name: str, hint: str, longest: int) -> FormRow:
        field = QLineEdit()
        field.setMaxLength(longest)
        return form_row(self._theme, name, field, hint=hint)

    def _fill(self) -> None:
        """What is kept, in the fields: once, when they open."""
        day = date.fromisoformat(self._kept.day) if self._kept else None
        field_of(self.day_row).setText(f"{day:%d/%m/%Y}" if day else "")
        self.day_row.clear_fault()
        if self.said_row is not None:
            field_of(self.said_row).setText(self._kept.said if self._kept else "")
        self.remove.setVisible(self._kept is not None)

    @Slot(bool)
    def _on_toggled(self, is_open: bool) -> None:
        if is_open:
            self._fill()
        self.resized.emit()

    @Slot()
    def _on_save_clicked(self) -> None:
        text = field_of(self.day_row).text().strip()
        try:
            day = read_day(text)
        except ValueError:
            self.show_fault(SEANCE_FAULT if text else LACKS_DAY)
            return
        said = field_of(self.said_row).text().strip() if self.said_row is not None else ""
        self.declared.emit(Declared(day.isoformat(), said))

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.declared.emit(None)
