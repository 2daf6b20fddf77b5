# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where the dossier lies on the disk, and its copies. Makes none itself."""

from pathlib import Path

from PySide6.QtCore import Qt

from autodiag.dossier.copies import KEPT
from ui.bridge import Bridge
from ui.desk import Desk
from ui.dossier_file import DossierFile
from ui.pages.authority_words import folder_said, moment
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label, set_property
from ui.widgets.tooltip import set_tooltip

_REMINDER = (
    "Aucune copie ailleurs n’est connue. Si cet ordinateur tombe en panne, vos réponses seront "
    "perdues. Enregistrez une copie sur une clé USB ou sur un autre disque."
)
_DATED = (
    "Autodiag garde aussi une copie datée sur cet ordinateur\u00a0: une par jour d’ouverture, les "
    f"{KEPT} dernières."
)


class FileCard(Card):
    """Path, copies, «Enregistrer une copie ailleurs…»."""

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__()
        self._desk, self._bridge = desk, bridge
        self.name = label("", "card", bold=True)
        self.place = label("", "body", tone="ink2")
        self.elsewhere = label("", "body")
        self.dated = label("", "body")
        self.save_copy = button(desk.theme, "Enregistrer une copie ailleurs…", "secondary", "file")
        self.body.addWidget(label("Votre dossier", "lead", bold=True))
        for widget in (self.name, self.place, self.elsewhere):
            self.body.addWidget(widget)
        self.body.addWidget(self.save_copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.dated)
        self._file = DossierFile(desk, bridge, self)
        self.save_copy.clicked.connect(self._file.save_copy)
        self._file.copied.connect(self.refresh)

    def refresh(self) -> None:
        """Show where the file is and which copies are known."""
        dossier, path = self._bridge.dossier, self._bridge.path
        self.name.setText(path.name)
        self.place.setText(f"Dans {folder_said(path, self._desk.paths.documents)}")
        set_tooltip(self.place, str(path))
        last = dossier.last_copy_elsewhere
        set_property(self.elsewhere, "tone", "warn" if last is None else "ok")
        if last is None:
            self.elsewhere.setText(_REMINDER)
        else:
            when = moment(last.at, self._desk.today())
            where = folder_said(Path(last.where) / path.name, self._desk.paths.documents)
            self.elsewhere.setText(f"Dernière copie ailleurs\u00a0: {when}, dans {where}.")
        problem = dossier.copy_problem
        set_property(self.dated, "tone", "ink2" if problem is None else "warn")
        self.dated.setText(
            _DATED
            if problem is None
            else f"La copie de sécurité du jour n’a pas pu être faite. {problem.sentence}"
        )
        self.dated.setVisible(problem is not None or self._bridge.writable)
