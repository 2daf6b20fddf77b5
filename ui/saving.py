# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Writes the changes of a session to its file, in order, away from the thread of the screen.

A change that cannot be written waits, with those after it, until it can: nothing is dropped.
"""

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.session import Change
from ui.tasks import Progress, TaskRunner

NEVER = frozenset(("dossier_texte_impossible", "dossier_texte_trop_long"))
"""Refusals that trying again would not lift: the change is given up, and said."""


class SaveQueue(QObject):
    """The writes of one dossier. `saved` follows the commit of all that was waiting."""

    saving = Signal()
    saved = Signal(object)
    failed = Signal(object)
    refused = Signal(object)
    """A change that will never be written was given up: what is shown must be read again."""

    def __init__(
        self,
        dossier: Dossier,
        disk: TaskRunner,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._dossier, self._disk, self._clock = dossier, disk, clock
        self._waiting: deque[Change] = deque()
        self._running = False
        self._broken = False

    @property
    def pending(self) -> int:
        """How many changes are not on disk yet."""
        return len(self._waiting)

    @property
    def broken(self) -> bool:
        """Whether the last write failed: nothing more is written before `retry`."""
        return self._broken

    def add(self, change: Change) -> None:
        """Write a change after those that wait."""
        self._waiting.append(change)
        self.saving.emit()
        self._go_on()

    def retry(self) -> None:
        """Try what failed again, and all that follows."""
        self._broken = False
        self._go_on()

    def write_to(self, dossier: Dossier) -> None:
        """Go on in another file, which holds all that was written so far."""
        self._dossier = dossier
        self.retry()

    def finish(self) -> bool:
        """Write all that waits, here and now; False when something could not be written."""
        self._disk.drain()
        with suppress(AutodiagError):
            self._write_all()
        return not self._waiting

    def _go_on(self) -> None:
        if self._waiting and not self._running and not self._broken:
            self._running = True
            self._disk.submit(self._work, done=self._on_written, failed=self._on_failed)

    def _work(self, _progress: Progress) -> datetime:
        return self._write_all()

    def _write_all(self) -> datetime:
        """Only one thread at a time comes here: the disk's, or ours once it has finished."""
        while self._waiting:
            self._waiting[0](self._dossier)
            self._waiting.popleft()
        return self._clock()

    def _on_written(self, at: datetime) -> None:
        self._running = False
        if self._waiting:
            self._go_on()
        else:
            self.saved.emit(at)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._running = False
        if isinstance(error, AutodiagError) and error.code in NEVER:
            self._waiting.popleft()
            self.refused.emit(error)
            self._go_on()
            return
        self._broken = True
        self.failed.emit(error)
        if not isinstance(error, AutodiagError):
            raise error  # a bug: the log and the crash dialog say it
