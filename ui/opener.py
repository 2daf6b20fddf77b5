# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Opens or creates a dossier away from the thread of the screen, and says what went wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock
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


class Opening:
    """One dossier being opened. Once it is given up nothing stays open, whenever that ends."""

    def __init__(self, make: "Callable[[], Opened]") -> None:
        self._make = make
        self._lock = Lock()
        self._given_up = False
        self._opened: Opened | None = None

    def run(self, _progress: Progress) -> None:
        """Open it: on the thread of the disk. Raises AutodiagError."""
        opened = self._make()
        with self._lock:
            if not self._given_up:
                self._opened = opened
                return
        opened.session.close()

    def take(self) -> "Opened | None":
        """What was opened; it belongs to who takes it."""
        with self._lock:
            opened, self._opened = self._opened, None
        return opened

    def give_up(self) -> None:
        """Close what was opened, or will be."""
        with self._lock:
            self._given_up = True
        opened = self.take()
        if opened is not None:
            opened.session.close()


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked to open; two are the same when their `key` is."""

    key: tuple[str, Path | None]
    make: "Callable[[], Opened]"


class Opener(QObject):
    """One opening at a time. Of those asked for meanwhile, the last is opened after it."""

    opened = Signal(object)
    """The Bridge of the dossier."""
    gone = Signal(object)
    """The path of a dossier that is not there any more."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._running: Asked | None = None
        self._next: Asked | None = None
        self._opening: Opening | None = None
        self._warming: QObject | None = None

    @property
    def busy(self) -> bool:
        """Whether a dossier is being opened."""
        return self._running is not None

    def open_file(self, path: Path) -> None:
        """Open the dossier of a file."""
        from ui.opening import open_file

        make = partial(open_file, path, self._desk.paths, self._desk.author)
        self._ask(Asked(("ouvrir", path), make))

    def create(self, path: Path, authority: LocalAuthority) -> None:
        """Create a dossier, then open it."""
        from ui.opening import create_file

        desk = self._desk
        make = partial(create_file, path, authority, desk.paths, desk.author)
        self._ask(Asked(("créer", path), make))

    def open_example(self) -> None:
        """Open the example commune."""
        from ui.opening import open_example

        make = partial(open_example, self._desk.paths, self._desk.author)
        self._ask(Asked(("exemple", None), make))

    def stop(self) -> None:
        """Open nothing more: what is being opened is closed at once, or when it is there."""
        self._next = None
        if self._opening is not None:
            self._opening.give_up()

    def _ask(self, asked: Asked) -> None:
        if self._running is None:
            self._start(asked)
        else:
            self._next = None if asked.key == self._running.key else asked

    def _start(self, asked: Asked) -> None:
        self._running, self._next = asked, None
        self._opening = opening = Opening(asked.make)
        self._desk.notices.clear(NOTICE)
        self._desk.disk.submit(
            opening.run,
            done=partial(self._on_opened, opening),
            failed=partial(self._on_failed, asked),
            dropped=partial(self._on_dropped, opening),
            label=OPENING,
        )

    def _ended(self) -> bool:
        """Whether nothing else was asked for meanwhile; else it begins."""
        following = self._next
        self._running, self._opening = None, None
        if following is not None:
            self._start(following)
        return following is None

    def _on_opened(self, opening: Opening, _nothing: None) -> None:
        from ui.bridge import Bridge
        from ui.warm import Warming

        if self._next is not None:
            opening.give_up()
        opened = opening.take()
        if not self._ended() or opened is None:
            return
        if self._warming is None:
            self._warming = Warming(self._desk, self)
        self.opened.emit(Bridge(opened, self._desk.disk))

    def _on_dropped(self, opening: Opening) -> None:
        opening.give_up()
        self._next = None
        self._ended()

    def _on_failed(self, asked: Asked, error: BaseException) -> None:
        alone = self._ended()
        if not isinstance(error, AutodiagError):
            raise error
        kind, path = asked.key
        if error.code == "dossier_introuvable" and kind == "ouvrir":
            self.gone.emit(path)
        if alone:
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
