# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Kind, name and population typed by hand, with what is wrong said under each field."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from autodiag.errors import AutodiagError
from autodiag.model.authority import KINDS, Kind
from autodiag.places.typed import NAME_MAX, clean_name, read_population
from autodiag.text.numbers import integer
from ui.theme import Theme
from ui.widgets.form_row import form_row
from ui.widgets.labels import label
from ui.widgets.place_words import KIND_NAMES, LIMITS
from ui.widgets.segmented import Segmented

_BESIDE = 560
_NAME_HINT = "Par exemple : Champagne-Mouton"
_POPULATION_HINT = "Par exemple : 612. Laissez vide si vous ne le savez pas."


class IdentityFields(QWidget):
    """Two fields, side by side where there is room, under the kinds if they are asked. Empty
    population: not known."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.kind: Kind | None = None
        """The kind chosen, None when it is not asked."""
        names = [(kind, KIND_NAMES[kind]) for kind in KINDS]
        self.kinds = Segmented(theme, "Type de collectivité", names)
        self.limits = label(LIMITS, "body", tone="warn")
        self.name, self.population = QLineEdit(), QLineEdit()
        self.name.setMaxLength(NAME_MAX)
        self.population.setMaxLength(20)
        self._name_row = form_row(theme, "Nom", self.name, hint=_NAME_HINT)
        self._population_row = form_row(
            theme, "Nombre d’habitants", self.population, hint=_POPULATION_HINT
        )
        self._theme = theme
        self._fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fields.setSpacing(16)
        for row in (self._name_row, self._population_row):
            column = QVBoxLayout()
            column.addWidget(row)
            column.addStretch(1)
            self._fields.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.kinds)
        layout.addWidget(self.limits)
        layout.addLayout(self._fields)
        self.kinds.chosen.connect(self._on_kind_chosen)
        self.name.textEdited.connect(self._name_row.clear_fault)
        self.population.textEdited.connect(self._population_row.clear_fault)

    def fill(self, name: str, population: int | None, kind: Kind | None = None) -> None:
        """Show these, without faults; the kinds are asked when one is given."""
        self._show_kind(kind)
        self.name.setText(name)
        self.population.setText("" if population is None else integer(population))
        self._name_row.clear_fault()
        self._population_row.clear_fault()

    def faults(self) -> tuple[str, str]:
        """What is said under each field, empty when nothing is."""
        return self._name_row.fault, self._population_row.fault

    def read(self) -> tuple[str, int | None] | None:
        """What is typed, or None when a field is at fault; the first such field has the focus."""
        name = clean_name(self.name.text())
        self._name_row.show_fault("" if name else AutodiagError("nom_vide").sentence)
        population = None
        try:
            population = read_population(self.population.text())
        except AutodiagError as error:
            self._population_row.show_fault(error.sentence)
        else:
            self._population_row.clear_fault()
        for field, fault in zip((self.name, self.population), self.faults(), strict=True):
            if fault:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return None
        return name, population

    def _on_kind_chosen(self, kind: str) -> None:
        self._show_kind(cast("Kind", kind))

    def _show_kind(self, kind: Kind | None) -> None:
        self.kind = kind
        self.kinds.show_choice(kind or "")
        self.kinds.setVisible(kind is not None)
        self.limits.setVisible(kind not in (None, "commune", "epci"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        beside = event.size().width() >= _BESIDE * self._theme.scale
        self._fields.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
