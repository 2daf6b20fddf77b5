# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The file of the open dossier: shown in its folder, copied elsewhere. What came of it is said."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from autodiag.errors import AutodiagError
from autodiag.text.numbers import count
from ui.desk import Desk
from ui.pages.authority_words import folder_said
from ui.tasks import Progress

if TYPE_CHECKING:
    from ui.bridge import Bridge

NOTICE = "copie ailleurs"
NO_FOLDER = "L’emplacement du fichier n’a pas pu être ouvert."


class DossierFile(QObject):
    """Copies are made on the thread of the disk."""

    copied = Signal()

    def __init__(self, desk: Desk, bridge: "Bridge", asking: QWidget) -> None:
        """`asking`: what the file dialog stands over."""
        super().__init__(bridge)
        self._desk, self._bridge, self._asking = desk, bridge, asking

    @property
    def where(self) -> str:
        """«dans vos documents, dossier « Autodiag »»."""
        return f"dans {folder_said(self._bridge.path, self._desk.paths.documents)}"

    @Slot()
    def open_folder(self) -> None:
        """Show the folder of the file, in the system's own window."""
        path = self._bridge.path
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))):
            self._desk.notices.tell("warning", NO_FOLDER, f"Il est ici\u00a0: {path}", key=NOTICE)

    @Slot()
    def save_copy(self) -> None:
        """Ask where, then copy."""
        path, paths = self._bridge.path, self._desk.paths
        day = self._desk.today().isoformat()
        suggested = paths.documents / f"{path.stem} (copie du {day}){path.suffix}"
        target = self._desk.dialogs.save_dossier(self._asking, suggested)
        if target is not None and not self._bridge.closed:
            self._desk.disk.submit(
                partial(self._copy, target),
                done=partial(self._on_copied, target),
                failed=self._on_not_copied,
                label="Copie du dossier…",
            )

    def _copy(self, target: Path, _progress: Progress) -> None:
        """On the disk's thread, after what was asked before and can be written."""
        self._bridge.dossier.save_copy(target, overwrite=True)

    def _on_copied(self, target: Path, _outcome: object) -> None:
        fact = f"Copie enregistrée\u00a0: {target.name}."
        where = folder_said(target, self._desk.paths.documents)
        missing = self._bridge.pending
        if missing:  # what could not be written is not in the file that was copied
            without = count(missing, "modification en attente", "modifications en attente")
            self._desk.notices.tell(
                "warning", fact, f"Elle est dans {where}, sans {without}.", key=NOTICE
            )
        else:
            self._desk.notices.tell("success", fact, f"Elle est dans {where}.", key=NOTICE)
        self.copied.emit()

    def _on_not_copied(self, error: BaseException) -> None:
        if not isinstance(error, AutodiagError):
            raise error
        self._desk.notices.tell_error(error, key=NOTICE)
