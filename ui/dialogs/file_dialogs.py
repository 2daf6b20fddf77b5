# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Asks which file: the only place that waits for a file dialog. Tests give another in its place."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtWidgets

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget

DOSSIERS = "Dossiers Autodiag (*.autodiag)"
PDFS = "Documents PDF (*.pdf)"
TABLES = "Classeurs (*.xlsx)"
CALENDARS = "Calendriers (*.ics)"
CONTRIBUTIONS = "Contributions à un thème (*.json)"
PICTURES = "Images (*.png *.jpg *.jpeg)"
PACKS = "Paquets de repères (*.toml)"
EVERYTHING = "Tous les fichiers (*)"


class FileDialogs:
    """Each method waits for the user and returns None when they give up."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        """Where the first dialog opens; then the last folder used."""

    def open_dossier(self, parent: "QWidget | None") -> Path | None:
        """A dossier to open."""
        patterns = f"{DOSSIERS};;{EVERYTHING}"
        folder = str(_existing(self._folder))
        dialog = QtWidgets.QFileDialog(parent, "Ouvrir un dossier", folder, patterns)
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
        return self._ask(dialog, "Ouvrir")

    def save_dossier(self, parent: "QWidget | None", suggested: Path) -> Path | None:
        """Where to save a copy of the dossier."""
        return self.save_as(parent, "Enregistrer une copie du dossier", suggested, DOSSIERS)

    def open_evidence(self, parent: "QWidget | None") -> Path | None:
        """A file to attach to an answer."""
        from autodiag.dossier.evidence import ENDINGS

        kinds = " ".join(f"*.{ending}" for ending in ENDINGS)
        patterns = f"Documents et images ({kinds});;{EVERYTHING}"
        folder = str(_existing(self._folder))
        dialog = QtWidgets.QFileDialog(parent, "Joindre un fichier", folder, patterns)
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
        return self._ask(dialog, "Joindre")

    def open_pack(self, parent: "QWidget | None") -> Path | None:
        """A pack of the figures of a territory."""
        patterns = f"{PACKS};;{EVERYTHING}"
        folder = str(_existing(self._folder))
        dialog = QtWidgets.QFileDialog(parent, "Ajouter un paquet de repères", folder, patterns)
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
        return self._ask(dialog, "Ajouter")

    def save_evidence(self, parent: "QWidget | None", suggested: Path) -> Path | None:
        """Where to save a copy of an attached file."""
        return self.save_as(parent, "Enregistrer une copie du fichier joint", suggested, EVERYTHING)

    def save_pdf(self, parent: "QWidget | None", suggested: Path) -> Path | None:
        """Where to save the report."""
        return self.save_as(parent, "Enregistrer le document PDF", suggested, PDFS)

    def save_table(self, parent: "QWidget | None", suggested: Path) -> Path | None:
        """Where to save a spreadsheet."""
        return self.save_as(parent, "Enregistrer le tableau", suggested, TABLES)

    def save_calendar(self, parent: "QWidget | None", suggested: Path) -> Path | None:
        """Where to save dates for a calendar."""
        return self.save_as(parent, "Enregistrer les dates", suggested, CALENDARS)

    def save_contribution(self, parent: "QWidget | None", suggested: Path) -> Path | None:
        """Where to save the contribution to a theme."""
        return self.save_as(parent, "Enregistrer la contribution", suggested, CONTRIBUTIONS)

    def open_contribution(self, parent: "QWidget | None") -> Path | None:
        """A contribution that was saved elsewhere."""
        folder = str(_existing(self._folder))
        dialog = QtWidgets.QFileDialog(parent, "Reprendre une contribution", folder, CONTRIBUTIONS)
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
        return self._ask(dialog, "Reprendre")

    def choose_folder(self, parent: "QWidget | None", suggested: Path) -> Path | None:
        """A folder to write several files in; one can be made there."""
        folder = str(_existing(suggested))
        dialog = QtWidgets.QFileDialog(parent, "Choisir un dossier", folder)
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.Directory)
        dialog.setOption(QtWidgets.QFileDialog.Option.ShowDirsOnly, True)
        return self._ask(dialog, "Choisir")

    def open_picture(self, parent: "QWidget | None") -> Path | None:
        """A picture, for a logo."""
        folder = str(_existing(self._folder))
        dialog = QtWidgets.QFileDialog(parent, "Choisir un logo", folder, PICTURES)
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
        return self._ask(dialog, "Choisir")

    def save_as(
        self, parent: "QWidget | None", title: str, suggested: Path, pattern: str
    ) -> Path | None:
        """Where to save a file, by default `suggested`, whose ending is added to a bare name.
        The dialog itself asks before taking the place of an existing file."""
        dialog = QtWidgets.QFileDialog(parent, title, str(_existing(suggested.parent)), pattern)
        dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
        dialog.selectFile(suggested.name)
        return self._ask(dialog, "Enregistrer")

    def _ask(self, dialog: "QFileDialog", verb: str) -> Path | None:
        labels = QtWidgets.QFileDialog.DialogLabel
        for place, text in (
            (labels.Accept, verb),
            (labels.Reject, "Annuler"),
            (labels.FileName, "Nom\u00a0:"),
            (labels.FileType, "Type\u00a0:"),
            (labels.LookIn, "Dans\u00a0:"),
        ):
            dialog.setLabelText(place, text)
        accepted = dialog.exec() == QtWidgets.QDialog.DialogCode.Accepted
        chosen = Path(dialog.selectedFiles()[0]) if accepted and dialog.selectedFiles() else None
        dialog.deleteLater()
        if chosen is not None:
            self._folder = chosen.parent
        return chosen


def _existing(folder: Path) -> Path:
    """The folder, or its nearest parent that is there."""
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return folder
