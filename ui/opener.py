# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Opens or creates a dossier away from the thread of the screen, and says what went wrong."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from autodiag.errors import AutodiagError
from autodiag.model.authority import LocalAuthority
from ui.desk import Desk
from ui.tasks import Progress

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.opening import Opened

NOTICE = "ouverture"
OPENING = "Ouverture du dossier…"


class Opener(QObject):
    """One opening at a time; a second request while one runs is not heard."""

    opened = Signal(object)
    """The Bridge of the dossier."""
    gone = Signal(object)
    """The path of a dossier that is not there any more."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False
        self._warming: QObject | None = None

    def open_file(self, path: Path) -> None:
        """Open the dossier of a file."""
        from ui.opening import open_file

        self._submit(partial(open_file, path, self._desk.paths, self._desk.author), path)

    def create(self, path: Path, authority: LocalAuthority) -> None:
        """Create a dossier, then open it."""
        from ui.opening import create_file

        desk = self._desk
        self._submit(partial(create_file, path, authority, desk.paths, desk.author), path)

    def open_example(self) -> None:
        """Open the example commune."""
        from ui.opening import open_example

        self._submit(partial(open_example, self._desk.paths, self._desk.author), None)

    def _submit(self, make: "partial[Opened]", path: Path | None) -> None:
        if self._busy:
            return
        self._busy = True
        self._desk.notices.clear(NOTICE)

        def work(_progress: Progress) -> "Opened":
            return make()

        self._desk.disk.submit(
            work, done=self._on_opened, failed=partial(self._on_failed, path), label=OPENING
        )

    def _on_opened(self, opened: "Opened") -> None:
        from ui.bridge import Bridge
        from ui.warm import Warming

        self._busy = False
        if self._warming is None:
            self._warming = Warming(self._desk, self)
        self.opened.emit(Bridge(opened, self._desk.disk))

    def _on_failed(self, path: Path | None, error: BaseException) -> None:
        self._busy = False
        if not isinstance(error, AutodiagError):
            raise error
        if error.code == "dossier_introuvable" and path is not None:
            self.gone.emit(path)
        self._desk.notices.tell_error(error, key=NOTICE)


def bridge_notices(desk: Desk, bridge: "Bridge") -> None:
    """What there is to know about a dossier that has just been opened."""
    notices, dossier = desk.notices, bridge.dossier
    if bridge.why_read_only is not None:
        fact, _, rest = bridge.why_read_only.sentence.partition(". ")
        notices.tell("warning", f"{fact}.", rest, key="lecture")
    if dossier.access.original is not None:
        notices.tell(
            "warning",
            "Ce dossier venait d’une version plus ancienne d’Autodiag\u00a0: il a été mis à jour.",
            f"L’original est gardé à côté\u00a0: «\u202f{dossier.access.original.name}\u202f».",
            key="version",
        )
    if dossier.copy_problem is not None:
        notices.tell(
            "warning",
            "La copie de sécurité du jour n’a pas pu être faite.",
            dossier.copy_problem.sentence,
            key="copie",
        )
    if not bridge.installed:
        notices.tell(
            "warning",
            "Le questionnaire de ce dossier n’est pas installé ici.",
            "Les scores n’en dépendent pas. Ses actions ne sont pas connues\u00a0: la feuille de "
            "route reste vide.",
            key="questionnaire",
        )
    if bridge.faults:
        notices.tell(
            "warning",
            "Des réponses de ce dossier ne conviennent plus à leur question.",
            "Elles sont gardées, et comptent comme «\u202fsans réponse\u202f». Répondez de "
            "nouveau à ces questions.",
            key="reponses",
        )
