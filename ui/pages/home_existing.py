# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the welcome page asks before a second dossier of the same collectivité is begun."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from autodiag.model.authority import LocalAuthority
from ui.desk import Desk
from ui.pages.authority_words import folder_said
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label


class ExistingCard(Card):
    """Resume the dossier that is there, begin another beside it, or look for somebody else."""

    dossier_chosen = Signal(object)
    another_chosen = Signal(object)
    given_up = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._authority: LocalAuthority | None = None
        self._path = Path()
        self.title = label("", "lead", bold=True)
        self.said = label("", "body", tone="ink2")
        self.resume = button(desk.theme, "Reprendre", "primary", icon_after="arrow")
        self.another = button(desk.theme, "En commencer un autre", "secondary")
        self.back = button(desk.theme, "Chercher une autre commune", "quiet")
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for widget in (self.resume, self.another, self.back):
            buttons.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch(1)
        self.body.addWidget(self.title)
        self.body.addWidget(self.said)
        self.body.addSpacing(8)
        self.body.addLayout(buttons)
        self.resume.clicked.connect(self._on_resume_clicked)
        self.another.clicked.connect(self._on_another_clicked)
        self.back.clicked.connect(self.given_up)

    def ask(self, authority: LocalAuthority, path: Path) -> None:
        """About this collectivité, whose dossier would have that path: a file is there, and
        only its name is known."""
        self._authority, self._path = authority, path
        self.title.setText("Un fichier de ce nom existe déjà")
        where = folder_said(path, self._desk.paths.documents)
        self.said.setText(
            f"« {path.name} » se trouve dans {where}. C’est sans doute un dossier "
            f"commencé pour {authority.name}. En commencer un autre ne l’efface pas."
        )
        self.resume.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_resume_clicked(self) -> None:
        self.dossier_chosen.emit(self._path)

    def _on_another_clicked(self) -> None:
        self.another_chosen.emit(self._authority)
