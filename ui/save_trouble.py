# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is done when a change cannot be written: say it, try again, or go on in a copy elsewhere."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.text.numbers import count
from ui.desk import Desk
from ui.tasks import Progress

if TYPE_CHECKING:
    from ui.bridge import Bridge

NOTICE = "enregistrement"
RETRY, ELSEWHERE = "Réessayer", "Enregistrer ailleurs…"
COPYING = "Enregistrement ailleurs…"


class SaveTrouble(QObject):
    """Listens to one bridge; its banner stays until everything is written."""

    def __init__(self, desk: Desk, bridge: "Bridge", window: QWidget) -> None:
        super().__init__(bridge)
        self._desk, self._bridge, self._window = desk, bridge, window
        bridge.save_failed.connect(self._on_save_failed)
        bridge.saved.connect(self._on_saved)
        bridge.refused.connect(self._on_refused)

    @Slot(object)
    def _on_save_failed(self, error: object) -> None:
        self._tell(error if isinstance(error, AutodiagError) else None)

    def _tell(self, error: AutodiagError | None) -> None:
        waiting = count(self._bridge.pending, "modification")
        why = error.sentence if error is not None else ""
        kept = f"Rien n’est perdu\u00a0: {waiting} en attente, dans cette fenêtre."
        self._desk.notices.tell(
            "error",
            "Ce que vous venez de faire n’est pas encore enregistré.",
            f"{why} {kept}".strip(),
            actions=((RETRY, self._bridge.retry), (ELSEWHERE, self.save_elsewhere)),
            key=NOTICE,
        )

    @Slot(object)
    def _on_saved(self, _at: object) -> None:
        self._desk.notices.clear(NOTICE)

    @Slot(object)
    def _on_refused(self, error: object) -> None:
        """What is about a question is said with it, by ui/pages/questions_kept.py."""
        if isinstance(error, AutodiagError) and "question" not in error.context:
            self._desk.notices.tell_error(error, key="refus")

    @Slot()
    def save_elsewhere(self) -> None:
        """Choose another place, copy what is written there, and write the rest there."""
        path = self._bridge.path
        target = self._desk.dialogs.save_dossier(self._window, path.with_stem(f"{path.stem} copie"))
        if target is None or self._bridge.closed:
            return
        self._bridge.hold()
        self._desk.disk.submit(
            partial(_copied, self._bridge.dossier, target, self._desk),
            done=self._on_copied,
            failed=self._on_copy_failed,
            dropped=self._bridge.go_on_here,
            label=COPYING,
        )

    def _on_copied(self, dossier: Dossier) -> None:
        if self._bridge.closed:
            dossier.close()
            return
        self._bridge.move_to(dossier)
        self._desk.notices.tell(
            "success",
            f"Vous travaillez maintenant dans «\u202f{dossier.access.path.name}\u202f».",
            "L’ancien fichier garde ce qui y était enregistré.",
            key="copie-ailleurs",
        )

    def _on_copy_failed(self, error: BaseException) -> None:
        self._bridge.go_on_here()
        if not isinstance(error, AutodiagError):
            raise error
        if error.code == "dossier_copie_sur_soi" and self._bridge.pending:
            error = AutodiagError("dossier_meme_fichier", fichier=self._bridge.path.name)
        self._tell(error)


def _copied(dossier: Dossier, target: Path, desk: Desk, _progress: Progress) -> Dossier:
    """The copy, open and writable. Raises AutodiagError; the old dossier is then as it was."""
    from autodiag.dossier.opening import open_dossier

    dossier.save_copy(target, overwrite=True)
    lock = dossier.access.lock
    if target.absolute() == dossier.access.path.absolute() and lock is not None:
        lock.release()  # the old file is gone, and its place is taken by the copy
    copy = open_dossier(target, desk.author, copies_in=desk.paths.copies)
    why = copy.access.why_read_only
    if why is not None:
        copy.close()
        raise AutodiagError(why.code, details=why.details, **why.context)
    return copy
