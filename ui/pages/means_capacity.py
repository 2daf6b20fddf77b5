# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The days of a month and the euros of a year: where each figure comes from, and how to change it
(contract R8)."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from autodiag.model.authority import LocalAuthority
from autodiag.model.roadmap import Capacity
from autodiag.roadmap.capacity import default_capacity
from autodiag.text.numbers import decimal, plural
from ui.pages.means_field import Kind, SteppedField
from ui.pages.means_words import NO_DAYS, NO_EUROS, days_reason, euros_reason
from ui.pages.roadmap_header import day_steps, euro_steps
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.own_action_form import MOST_DAYS, MOST_EUROS, read_number

BACK = "Revenir à l’hypothèse"
ASSUMED, YOURS = "Hypothèse de départ.", "Indiqué par vous. L’hypothèse de départ\u00a0:"


def _days(text: str) -> float | None:
    return read_number(text, MOST_DAYS) if text.strip() else None


def _euros(text: str) -> float | None:
    return read_number(text, MOST_EUROS) if text.strip() else None


def _written(figure: float) -> str:
    return decimal(figure, 2)


DAYS = Kind(_days, _written, day_steps, NO_DAYS)
EUROS = Kind(_euros, _written, euro_steps, NO_EUROS, 12)


class CapacityCard(Card):
    """Two figures. `chosen` tells a capacity, None when both are hypotheses again."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._capacity = Capacity(0, 0)
        self._people: int | None = None
        self.days = SteppedField(theme, "Temps disponible", DAYS, "jours par\u00a0mois")
        self.euros = SteppedField(theme, "Budget disponible", EUROS, "€ par\u00a0an")
        self.days_back = button(theme, BACK, "quiet")
        self.euros_back = button(theme, BACK, "quiet")
        self._build()
        self._connect()

    def show_capacity(
        self, capacity: Capacity, authority: LocalAuthority, *, writable: bool
    ) -> None:
        """Show both figures, why each is what it is, and a way back to the hypothesis."""
        self._capacity, self._people = capacity, authority.population
        said = f"{ASSUMED if capacity.days_assumed else YOURS} {days_reason(authority)}"
        self.days.show_unit(f"jour{plural(capacity.days_per_month)} par\u00a0mois")
        self.days.show_value(capacity.days_per_month, said, on=writable)
        self.days_back.setVisible(writable and not capacity.days_assumed)
        said = f"{ASSUMED if capacity.euros_assumed else YOURS} {euros_reason(authority)}"
        self.euros.show_value(capacity.euros_per_year, said, on=writable)
        self.euros_back.setVisible(writable and not capacity.euros_assumed)

    def _build(self) -> None:
        self.body.addWidget(label("Le temps et l’argent", "lead", bold=True))
        self.body.addWidget(
            label(
                "Ce que vous pouvez donner décide de ce qui tient dans la feuille de route. "
                "Comptez les agents et les élus ensemble.",
                tone="ink2",
            )
        )
        for field, back in ((self.days, self.days_back), (self.euros, self.euros_back)):
            block = QVBoxLayout()
            block.setContentsMargins(0, 8, 0, 0)
            block.setSpacing(0)
            block.addWidget(field)
            back.setProperty("flush", "true")
            back.setAccessibleName(f"{BACK}\u00a0: {field.accessibleName()}")
            block.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
            self.body.addLayout(block)

    def _connect(self) -> None:
        self.days.given.connect(self._on_days_given)
        self.euros.given.connect(self._on_euros_given)
        self.days_back.clicked.connect(self._on_days_back)
        self.euros_back.clicked.connect(self._on_euros_back)

    @Slot(object)
    def _on_days_given(self, days: Any) -> None:
        self._tell(replace(self._capacity, days_per_month=float(days), days_assumed=False))

    @Slot(object)
    def _on_euros_given(self, euros: Any) -> None:
        self._tell(replace(self._capacity, euros_per_year=float(euros), euros_assumed=False))

    @Slot()
    def _on_days_back(self) -> None:
        given = default_capacity(self._people).days_per_month
        self._leave(self.days_back, self.days)
        self._tell(replace(self._capacity, days_per_month=given, days_assumed=True))

    @Slot()
    def _on_euros_back(self) -> None:
        given = default_capacity(self._people).euros_per_year
        self._leave(self.euros_back, self.euros)
        self._tell(replace(self._capacity, euros_per_year=given, euros_assumed=True))

    def _leave(self, back: QWidget, field: SteppedField) -> None:
        """The button goes away: what it was about has the keyboard."""
        if back.hasFocus():
            field.begin()

    def _tell(self, capacity: Capacity) -> None:
        self.chosen.emit(None if capacity.assumed else capacity)
