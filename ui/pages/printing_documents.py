# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Documents à modifier»: which of them, and what only the person knows: the day of the séance, a
logo. Writes nothing."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.documents_job import DocumentName
from ui.pages.means_tick import TickRow
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.fold import Fold
from ui.widgets.form_row import form_row
from ui.widgets.labels import label

CHOICES: tuple[tuple[DocumentName, str], ...] = (
    ("deliberation", "Projet de délibération, et son annexe publique"),
    ("note", "Note de synthèse pour les élus (interne)"),
    ("partage", "Lettre pour les actions à partager"),
    ("prestataire", "Lettre au prestataire informatique"),
    ("article", "Article du bulletin"),
    ("passation", "Passation (interne)"),
    ("budget", "Tableau du budget (interne)"),
    ("calendrier", "Calendrier pour un agenda (interne)"),
)
ABOUT = (
    "Délibération, note, lettres, article… à finir dans votre traitement de texte. Ce qui reste à "
    "compléter y est surligné."
)
SEANCE_HINT = "Facultatif. Exemple\u00a0: 14/01/2027."
SEANCE_FAULT = "Écrivez-la ainsi\u00a0: 14/01/2027."
NO_LOGO = "Sans logo."
FOLDED = "Choisir les documents"


class DocumentsPart(QWidget):
    """A title, and the choices folded under it."""

    save_chosen = Signal()
    logo_asked = Signal()
    resized = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.logo: Path | None = None
        self.ticks: dict[DocumentName, TickRow] = {}
        self.fold = Fold(theme, self._inside)
        self.fold.say(FOLDED)
        self.fold.toggled.connect(self._on_toggled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label("Documents à modifier", "lead", bold=True))
        layout.addWidget(label(ABOUT, "caption", tone="ink2"))
        layout.addWidget(self.fold)

    @property
    def chosen(self) -> tuple[DocumentName, ...]:
        """Those that are ticked, in their order."""
        return tuple(name for name, tick in self.ticks.items() if tick.isChecked())

    def seance(self) -> date | None:
        """The day typed, None where none is. Raises ValueError where it is no date: the field says
        so and has the keyboard."""
        text = self._seance.text().strip()
        if not text:
            return None
        try:
            typed = _read_day(text)
        except ValueError:
            self._seance_row.show_fault(SEANCE_FAULT)
            self._seance.setFocus(Qt.FocusReason.OtherFocusReason)
            raise
        return typed

    def show_logo(self, logo: Path | None) -> None:
        """Which picture is chosen."""
        self.logo = logo
        self._logo_said.setText(f"Logo\u00a0: {logo.name}" if logo else NO_LOGO)
        self._no_logo.setVisible(logo is not None)
        self.resized.emit()

    def show_busy(self, busy: bool) -> None:
        """Whether they are being written."""
        self._busy = busy
        self._say_state()

    def _inside(self) -> QWidget:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for name, text in CHOICES:
            tick = self.ticks[name] = TickRow(self._theme, text)
            tick.setChecked(True)
            tick.checkStateChanged.connect(self._on_ticked)
            layout.addWidget(tick)
        self._seance = QLineEdit()
        self._seance.setMaxLength(20)
        self._seance_row = form_row(
            self._theme, "Date de la séance", self._seance, hint=SEANCE_HINT
        )
        self._seance.textEdited.connect(self._seance_row.clear_fault)
        self._logo_said = label(NO_LOGO, "body", tone="ink2")
        self._ask_logo = button(self._theme, "Choisir un logo…", "quiet")
        self._no_logo = button(self._theme, "Retirer le logo", "quiet")
        self._no_logo.hide()
        self.save = button(self._theme, "Enregistrer dans…", "secondary", "file")
        self.save.setAccessibleName("Enregistrer dans un dossier…")
        self._state = label("", "caption", tone="ink2")
        self._busy = False
        layout.addSpacing(8)
        layout.addWidget(self._seance_row)
        layout.addSpacing(4)
        layout.addWidget(self._logo_said)
        layout.addWidget(self._ask_logo, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._no_logo, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(4)
        layout.addWidget(self.save)
        layout.addWidget(self._state)
        self._ask_logo.clicked.connect(self.logo_asked)
        self._no_logo.clicked.connect(self._on_no_logo_clicked)
        self.save.clicked.connect(self.save_chosen)
        self._say_state()
        return inside

    def _say_state(self) -> None:
        """Why nothing can be saved, when nothing can."""
        nothing = not self.chosen
        self.save.setEnabled(not nothing and not self._busy)
        said = "Cochez au moins un document." if nothing else ""
        self._state.setText("Les documents s’écrivent…" if self._busy else said)
        self._state.setVisible(nothing or self._busy)

    @Slot(bool)
    def _on_toggled(self, _open: bool) -> None:
        self.resized.emit()

    @Slot()
    def _on_ticked(self) -> None:
        self._say_state()

    @Slot()
    def _on_no_logo_clicked(self) -> None:
        self.show_logo(None)
        self._ask_logo.setFocus(Qt.FocusReason.OtherFocusReason)


def _read_day(text: str) -> date:
    """14/01/2027, 14-01-2027, 14.01.2027, or 2027-01-14. Raises ValueError."""
    parts = text.replace("-", "/").replace(".", "/").replace(" ", "/").split("/")
    numbers = [int(part) for part in parts]
    if len(numbers) != 3:
        raise ValueError(text)
    first, month, last = numbers
    return date(first, month, last) if first > 31 else date(last, month, first)
