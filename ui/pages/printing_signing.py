# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What only the person knows of the documents to modify: the day of the séance, where it is signed,
by whom, a logo. Kept as long as the page, and nowhere else."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.pages.means_words import FIRST_YEAR, LAST_YEAR
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.form_row import FormRow, form_row
from ui.widgets.labels import label

ABOUT = "Ce que vous laissez vide sera surligné, à compléter."
SEANCE_HINT = "Exemple\u00a0: 14/01/2027."
SEANCE_FAULT = "Écrivez-la ainsi\u00a0: 14/01/2027."
OFFICE_HINT = "Exemple\u00a0: La maire."
NO_LOGO = "Sans logo."
LONGEST = 100
"""Characters of a place, a name or an office: more would not fit in a signature."""


class SigningPart(QWidget):
    """Four fields and a picture, all of them optional."""

    logo_asked = Signal()
    resized = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.logo: Path | None = None
        self.seance_row = self._row("Date de la séance", SEANCE_HINT, 20)
        self.place_row = self._row("Lieu de la signature")
        self.signatory_row = self._row("Prénom et nom de qui signe")
        self.office_row = self._row("Sa fonction", OFFICE_HINT)
        self.logo_said = label(NO_LOGO, "body", tone="ink2")
        self.ask_logo = button(theme, "Choisir un logo…", "quiet")
        self.no_logo = button(theme, "Retirer le logo", "quiet")
        self._build()
        field_of(self.seance_row).textEdited.connect(self.seance_row.clear_fault)
        self.ask_logo.clicked.connect(self.logo_asked)
        self.no_logo.clicked.connect(self._on_no_logo_clicked)

    @property
    def place(self) -> str:
        """Where it is signed, empty where nothing was typed."""
        return field_of(self.place_row).text().strip()

    @property
    def signatory(self) -> str:
        """Who signs."""
        return field_of(self.signatory_row).text().strip()

    @property
    def office(self) -> str:
        """As what."""
        return field_of(self.office_row).text().strip()

    def seance(self) -> date | None:
        """The day typed, None where none is. Raises ValueError where it is no date: the field says
        so."""
        text = field_of(self.seance_row).text().strip()
        if not text:
            return None
        try:
            return read_day(text)
        except ValueError:
            self.seance_row.show_fault(SEANCE_FAULT)
            raise

    def show_logo(self, logo: Path | None) -> None:
        """Which picture is chosen."""
        self.logo = logo
        self.logo_said.setText(f"Logo\u00a0: {logo.name}" if logo else NO_LOGO)
        self.no_logo.setVisible(logo is not None)
        self.resized.emit()

    def _row(self, name: str, hint: str = "", longest: int = LONGEST) -> FormRow:
        field = QLineEdit()
        field.setMaxLength(longest)
        return form_row(self._theme, name, field, hint=hint)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(10)
        layout.addWidget(label(ABOUT, "caption", tone="ink2"))
        for row in (self.seance_row, self.place_row, self.signatory_row, self.office_row):
            layout.addWidget(row)
        layout.addWidget(self.logo_said)
        layout.addWidget(self.ask_logo, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.no_logo, 0, Qt.AlignmentFlag.AlignLeft)
        self.no_logo.hide()

    @Slot()
    def _on_no_logo_clicked(self) -> None:
        self.show_logo(None)
        self.ask_logo.setFocus(Qt.FocusReason.OtherFocusReason)


def field_of(row: FormRow) -> QLineEdit:
    """Where one types."""
    assert isinstance(row.field, QLineEdit)
    return row.field


def read_day(text: str) -> date:
    """14/01/2027, 14-01-2027, 14.01.2027, or 2027-01-14. Raises ValueError."""
    parts = text.replace("-", "/").replace(".", "/").replace(" ", "/").split("/")
    numbers = [int(part) for part in parts]
    if len(numbers) != 3:
        raise ValueError(text)
    first, month, last = numbers
    typed = date(first, month, last) if first > 31 else date(last, month, first)
    if not FIRST_YEAR <= typed.year <= LAST_YEAR:  # 27 is no year
        raise ValueError(text)
    return typed
