# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The fields of months when nobody can work on the roadmap: title, from, to, every year or once."""

from datetime import date

from PySide6.QtCore import Qt, Slot

from autodiag.model.calendar import Closure
from ui.pages.means_dated_form import DatedForm
from ui.pages.means_field import SteppedField
from ui.pages.means_start import MONTH
from ui.theme import Theme
from ui.widgets.flow_row import FlowRow
from ui.widgets.segmented import Segmented

EVERY, ONCE = "chaque", "une"
LONGEST = 120
NO_TITLE = "Dites en quelques mots pourquoi, par exemple «\u202fÉté\u202f»."
BACKWARDS = "Ce mois vient avant le premier. Par exemple 08/2027."


class ClosureForm(DatedForm):
    """Two months, which may go over the new year where they come back each year."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Pourquoi", LONGEST)
        self.first = SteppedField(theme, "Du mois de", MONTH)
        self.last = SteppedField(theme, "Au mois de", MONTH)
        options = ((ONCE, "Une seule fois"), (EVERY, "Chaque année"))
        self.yearly = Segmented(theme, "répétition", options)
        months = FlowRow()
        months.add(self.first)
        months.add(self.last)
        self._column.addWidget(months)
        self._column.addWidget(self.yearly, 0, Qt.AlignmentFlag.AlignLeft)
        self._end((self.title, self.first.edit, self.last.edit))
        self.first.given.connect(self._on_first_given)

    def begin(self, one: Closure, start: date, *, new: bool) -> None:
        """Show what is there: a new one, whose months are empty where it has none, or another."""
        self._name(one.id, one.title, "Des mois sans travail" if new else "")
        first = f"{start:%Y-%m}"
        self.first.show_value(one.first or None, start=first)
        self.last.show_value(one.last or None, start=one.first or first)
        self.yearly.show_choice(EVERY if one.yearly else ONCE)
        if one.title and not one.first:
            self.first.begin()
        else:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)

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
            self.typed.emit(Closure(self.key, title, first, last, yearly))
