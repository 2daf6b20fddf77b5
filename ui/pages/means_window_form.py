# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The fields of an aid’s dates: its name, when it can be asked for, a note, for which actions."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from autodiag.model.calendar import AidWindow
from autodiag.text.numbers import count
from ui.pages.means_dated_form import DatedForm
from ui.pages.means_tick import TickRow
from ui.pages.means_words import FIRST_YEAR, LAST_YEAR, write_day
from ui.pages.roadmap_days import read_day
from ui.theme import Theme
from ui.widgets.fold import Fold
from ui.widgets.form_row import FormRow, form_row

LONGEST, LONGEST_NOTE = 160, 400
NO_TITLE = "Le nom de l’aide, par exemple celui de l’appel à projets."
NO_DAY = "Un jour comme 15/01/2027."
BACKWARDS = "Ce jour vient avant l’ouverture. Par exemple 31/03/2027."


class WindowForm(DatedForm):
    """Two whole days, a note, and the actions that the aid would pay for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Nom de l’aide", LONGEST)
        self._theme = theme
        self._titles: dict[str, str] = {}
        self._ticked: set[str] = set()
        self.ticks: dict[str, TickRow] = {}
        self.opens, self.closes, self.note = (QLineEdit() for _ in range(3))
        self._rows: dict[QLineEdit, FormRow] = {
            self.title: self._title_row,
            self.opens: form_row(theme, "Demande possible à partir du", self.opens, hint=NO_DAY),
            self.closes: form_row(theme, "Et jusqu’au", self.closes, hint=NO_DAY),
            self.note: form_row(theme, "Note (facultatif)", self.note),
        }
        self.which = Fold(theme, self._make_ticks)
        self._build()

    def begin(self, one: AidWindow, titles: Mapping[str, str], *, new: bool) -> None:
        """Show what is there; `titles`: the actions that an aid may be for, by their ids."""
        self._titles, self._ticked = dict(titles), set(one.actions)
        self._name(one.id, one.title, "Les dates d’une aide" if new else "")
        opens, closes = (write_day(day) if day else "" for day in (one.opens, one.closes))
        for field, text in ((self.opens, opens), (self.closes, closes), (self.note, one.note)):
            field.setText(text)
            self._rows[field].clear_fault()
        self._lay_ticks()
        self.which.set_open(bool(one.actions))
        self.which.setVisible(bool(titles))
        self._count()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.note.setMaxLength(LONGEST_NOTE)
        days = QHBoxLayout()
        days.setSpacing(16)
        for field in (self.opens, self.closes):
            field.setMaxLength(20)
            days.addWidget(self._rows[field], 1, Qt.AlignmentFlag.AlignTop)
        self.which.button.setProperty("flush", "true")
        self._column.addLayout(days)
        self._column.addWidget(self._rows[self.note])
        self._column.addWidget(self.which)
        self._end(self._rows)

    def _make_ticks(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        return inside

    def _lay_ticks(self) -> None:
        """The actions that there are now."""
        self.which.set_open(True)
        inside = self.which.inside
        column = inside.layout() if inside is not None else None
        if column is None:
            return
        for row in self.ticks.values():
            column.removeWidget(row)
            row.deleteLater()
        self.ticks = {key: TickRow(self._theme, title) for key, title in self._titles.items()}
        for key, row in self.ticks.items():
            row.setChecked(key in self._ticked)
            row.toggled.connect(self._on_toggled)
            column.addWidget(row)

    def _count(self) -> None:
        number = sum(row.isChecked() for row in self.ticks.values())
        said = count(number, "action") if number else "facultatif"
        self.which.say(f"Pour quelles actions ({said})")

    @Slot(bool)
    def _on_toggled(self, _ticked: bool) -> None:
        self._count()

    def _faults(self) -> tuple[dict[QLineEdit, str], str, str]:
        """What is wrong by field, and both days."""
        opens, closes = (_whole_day(field.text()) for field in (self.opens, self.closes))
        closing = "" if closes else NO_DAY
        if opens and closes and closes < opens:
            closing = BACKWARDS
        faults = {
            self.title: "" if self.title.text().strip() else NO_TITLE,
            self.opens: "" if opens else NO_DAY,
            self.closes: closing,
        }
        return faults, opens, closes

    @Slot()
    def _on_kept(self) -> None:
        faults, opens, closes = self._faults()
        for field, fault in faults.items():
            self._rows[field].show_fault(fault)
        wrong = next((field for field, fault in faults.items() if fault), None)
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        actions = tuple(key for key, row in self.ticks.items() if row.isChecked())
        texts = self.title.text().strip(), self.note.text().strip()
        self.typed.emit(AidWindow(self.key, texts[0], opens, closes, texts[1], actions))


def _whole_day(text: str) -> str:
    """An ISO day, empty where a day, a month and a likely year are not all there."""
    day = read_day(text) or ""
    whole = len(day) == len("2027-01-15")
    return day if whole and FIRST_YEAR <= int(day[:4]) <= LAST_YEAR else ""
