# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""When the roadmap begins: its first month, and the months it covers."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot

from autodiag.model.calendar import NO_CALENDAR
from autodiag.model.dossier import Snapshot
from autodiag.roadmap.calendar import MONTHS, first_month, shifted
from autodiag.text.typography import capitalised
from ui.pages.means_field import Kind, SteppedField
from ui.pages.means_words import NO_MONTH, beside, month_said, read_month, write_month
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label

PAST = "Ce mois est passé\u00a0: la feuille de route a déjà commencé."
MONTH = Kind(read_month, write_month, beside, NO_MONTH)


class StartCard(Card):
    """`chosen` tells a month as «2027-01», or "" for the one that follows the assessment."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.field = SteppedField(theme, "Premier mois", MONTH)
        self.back = button(theme, "", "quiet")
        self.body.addWidget(label("Le début", "lead", bold=True))
        self.body.addWidget(self.field)
        self.back.setProperty("flush", "true")
        self.body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.field.given.connect(self._on_given)
        self.back.clicked.connect(self._on_back)

    def show_start(self, snapshot: Snapshot, today: date, *, writable: bool) -> None:
        """Show the first month, whether somebody chose it, and the last one."""
        start, chosen = first_month(snapshot), bool(snapshot.calendar.start)
        proposed = first_month(replace(snapshot, calendar=NO_CALENDAR))
        why = "choisi par vous" if chosen else "le mois qui suit le diagnostic"
        last = month_said(shifted(start, MONTHS - 1))
        said = f"{capitalised(month_said(start))}, {why}. La feuille de route va jusqu’en {last}."
        if start < today.replace(day=1):
            said = f"{said} {PAST}"
        self.field.show_value(f"{start:%Y-%m}", said, on=writable)
        self.back.setText(f"Revenir à {month_said(proposed)}")
        self.back.setVisible(writable and chosen)

    @Slot(object)
    def _on_given(self, month: Any) -> None:
        self.chosen.emit(month)

    @Slot()
    def _on_back(self) -> None:
        if self.back.hasFocus():
            self.field.begin()
        self.chosen.emit("")
