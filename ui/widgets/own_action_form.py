# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The fields of an own action, in place at the foot of its column: title, days, money, who."""

import re
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label, set_property

MOST_DAYS, MOST_EUROS = 10_000.0, 1_000_000_000.0
LONGEST_TITLE = 200
THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?")
DECIMAL = re.compile(r"[0-9]+([.,][0-9]+)?")


@dataclass(frozen=True, slots=True)
class TypedAction:
    """What was typed: days of work and euros, as one figure each."""

    title: str
    days: float
    euros: float
    who: str


class OwnActionForm(Card):
    """Says under each field what is wrong with it; emits only what can be kept."""

    typed = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(margin=14)
        self._name = label("Votre action", "card", bold=True)
        self._title = QLineEdit()
        self._days = QLineEdit()
        self._euros = QLineEdit()
        self._who = QLineEdit()
        self._title_fault = label("", "caption", tone="err")
        self._days_fault = label("", "caption", tone="err")
        self._euros_fault = label("", "caption", tone="err")
        self._keep = button(theme, "Ajouter", "primary")
        self._leave = button(theme, "Annuler", "quiet")
        self._build()
        self._connect()

    def begin(self, before: TypedAction | None = None) -> None:
        """Empty fields, or what is to be changed; and the focus on the first."""
        self._name.setText("Votre action" if before is None else "Changer votre action")
        self._keep.setText("Ajouter" if before is None else "Enregistrer")
        self._title.setText(before.title if before else "")
        self._days.setText(typed_number(before.days) if before else "")
        self._euros.setText(typed_number(before.euros) if before else "")
        self._who.setText(before.who if before else "")
        self._show_faults("", "", "")
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._title.setMaxLength(LONGEST_TITLE)
        self._who.setMaxLength(LONGEST_TITLE)
        self.body.addWidget(self._name)
        for text, field, fault in (
            ("Ce qu’il y a à faire", self._title, self._title_fault),
            ("Jours de travail, par exemple 1,5 (facultatif)", self._days, self._days_fault),
            ("Coût en euros, par exemple 200 (facultatif)", self._euros, self._euros_fault),
            ("Qui s’en charge (facultatif)", self._who, None),
        ):
            self.body.addLayout(_row(text, field, fault))
        buttons = QHBoxLayout()
        buttons.addWidget(self._keep)
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        for field in (self._title, self._days, self._euros, self._who):
            field.returnPressed.connect(self._on_kept)
        self._keep.clicked.connect(self._on_kept)
        self._leave.clicked.connect(self.left)

    @Slot()
    def _on_kept(self) -> None:
        title = self._title.text().strip()
        days = read_number(self._days.text(), MOST_DAYS)
        euros = read_number(self._euros.text(), MOST_EUROS)
        self._show_faults(
            "" if title else "Dites en quelques mots ce qu’il y a à faire.",
            "" if days is not None else "Un nombre de jours, par exemple 1,5.",
            "" if euros is not None else "Un montant en euros, par exemple 200.",
        )
        if title and days is not None and euros is not None:
            self.typed.emit(TypedAction(title, days, euros, self._who.text().strip()))

    def _show_faults(self, title: str, days: str, euros: str) -> None:
        first: QLineEdit | None = None
        for field, place, fault in (
            (self._title, self._title_fault, title),
            (self._days, self._days_fault, days),
            (self._euros, self._euros_fault, euros),
        ):
            place.setText(fault)
            place.setVisible(bool(fault))
            field.setAccessibleDescription(fault)
            set_property(field, "fault", "true" if fault else "false")
            first = first or (field if fault else None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)


def read_number(text: str, most: float) -> float | None:
    """A number as French people type it, 0 where nothing is typed; None where it is not one.
    «1.500» is one thousand five hundred."""
    typed = "".join(text.replace("€", "").split())
    if not typed:
        return 0.0
    if THOUSANDS.fullmatch(typed):
        typed = typed.replace(".", "")
    if not DECIMAL.fullmatch(typed):
        return None
    number = float(typed.replace(",", "."))
    return number if number <= most else None


def typed_number(value: float) -> str:
    """As French people type it, nothing for nothing."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",") if value else ""


def _row(text: str, field: QLineEdit, fault: QWidget | None) -> QVBoxLayout:
    row = QVBoxLayout()
    row.setSpacing(4)
    above = label(text, "caption", bold=True)
    above.setBuddy(field)
    field.setAccessibleName(text)
    row.addWidget(above)
    row.addWidget(field)
    if fault is not None:
        row.addWidget(fault)
    return row
