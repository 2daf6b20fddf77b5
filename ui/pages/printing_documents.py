# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Documents à modifier»: which of them, and what only the person knows. Writes nothing."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.documents_job import DocumentName
from ui.pages.means_tick import TickRow
from ui.pages.printing_signing import SigningPart
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.fold import Fold
from ui.widgets.labels import label
from ui.widgets.tab_order import follow

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
FOLDED = "Choisir les documents"
SIGNED = "Ajouter date, signature et logo"


class DocumentsPart(QWidget):
    """A title, and the choices folded under it."""

    save_chosen = Signal()
    resized = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.signing = SigningPart(theme)
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
        try:
            return self.signing.seance()
        except ValueError:
            self.signed.set_open(wanted=True)
            self.signing.seance_row.field.setFocus(Qt.FocusReason.OtherFocusReason)
            raise

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
        self.signed = Fold(self._theme, self._signing)
        self.signed.say(SIGNED)
        self.signed.toggled.connect(self._on_toggled)
        self.signing.resized.connect(self.resized)
        self.save = button(self._theme, "Enregistrer dans…", "secondary", "file")
        self.save.setAccessibleName("Enregistrer dans un dossier…")
        self._state = label("", "caption", tone="ink2")
        self._busy = False
        layout.addWidget(self.signed)
        layout.addSpacing(4)
        layout.addWidget(self.save)
        layout.addWidget(self._state)
        self.save.clicked.connect(self.save_chosen)
        self._say_state()
        return inside

    def _signing(self) -> QWidget:
        return self.signing

    def _say_state(self) -> None:
        """Why nothing can be saved, when nothing can."""
        nothing = not self.chosen
        self.save.setEnabled(not nothing and not self._busy)
        said = "Cochez au moins un document." if nothing else ""
        self._state.setText("Les documents s’écrivent…" if self._busy else said)
        self._state.setVisible(nothing or self._busy)

    @Slot(bool)
    def _on_toggled(self, _open: bool) -> None:
        follow(self.fold.button, *self.ticks.values(), self.signed, self.save)
        self.resized.emit()

    @Slot()
    def _on_ticked(self) -> None:
        self._say_state()
