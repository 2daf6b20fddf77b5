# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One thing that an answer rests on: what it is, since when, and what can be done with it."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from autodiag.dossier.evidence import megabytes
from autodiag.model.dossier import Evidence
from autodiag.text.numbers import day
from autodiag.text.secret import looks_like_secret
from ui.theme import Theme
from ui.widgets.buttons import Button, button
from ui.widgets.labels import label, rule
from ui.widgets.saved_sign import clock_time
from ui.widgets.secret_warning import SecretWarning
from ui.widgets.tall_flow import tall_flow

GONE = "Le fichier n’est plus dans le dossier\u00a0: joignez-le de nouveau."


class EvidenceRow(QWidget):
    """Asks for a copy or for its removal, by its id."""

    copy_asked = Signal(str)
    removal_asked = Signal(str)

    def __init__(self, theme: Theme, one: Evidence, *, writable: bool) -> None:
        super().__init__()
        self._theme = theme
        self.evidence = one
        self.copy = button(theme, "Enregistrer une copie…", "quiet")
        self.remove = button(theme, "Retirer", "quiet")
        self.warning = SecretWarning(theme)
        """For what was typed: the name of a file looks like one by chance. Said aloud as it was
        typed, and only seen here."""
        # hidden, never shown: without a parent yet, they would be windows for an instant
        if not one.file_name or not one.kept:
            self.copy.hide()
        if not writable:
            self.remove.hide()
        self._build(one)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _build(self, one: Evidence) -> None:
        about = one.file_name or one.title
        self.copy.setAccessibleName(f"Enregistrer une copie… {about}")
        self.remove.setAccessibleName(f"Retirer {about}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(rule())
        column.addWidget(_spread(label(one.title, "body", bold=True)))
        column.addWidget(_spread(label(said_of(one), "caption", tone="ink2")))
        column.addWidget(self.warning)
        if not one.file_name and looks_like_secret(one.title):
            self.warning.show()
        row = tall_flow()
        row.add(self.copy)
        row.add(self.remove)
        if self.copy.isHidden() and self.remove.isHidden():
            row.hide()
        column.addWidget(row)

    def _buttons(self) -> tuple[Button, Button]:
        return self.copy, self.remove

    @Slot()
    def _on_copy_clicked(self) -> None:
        self.copy_asked.emit(self.evidence.id)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.removal_asked.emit(self.evidence.id)

    @Slot()
    def _on_theme_changed(self) -> None:
        for one in self._buttons():  # small, so that both hold on a line of the panel
            one.setFont(self._theme.font("caption", bold=True))


def said_of(one: Evidence) -> str:
    """«Contrat.pdf · 340 Ko», then when it was added and by whom."""
    at = datetime.fromisoformat(one.at)
    when = f"{day(at.date())} à {clock_time(at)}"
    by = f", {one.who}" if one.who else ""
    if not one.file_name:
        return f"Référence notée le {when}{by}"
    gone = "" if one.kept else f"\n{GONE}"
    return f"{one.file_name} · {megabytes(one.size)}\n{when}{by}{gone}"


def _spread(text: QWidget) -> QWidget:
    """Asks for the height that it needs at its real width, and no more."""
    policy = text.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    text.setSizePolicy(policy)
    return text
