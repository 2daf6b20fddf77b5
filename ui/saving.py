# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Writes the changes of a session to its file, in order, away from the thread of the screen.

A change that cannot be written waits, with those after it, until it can: nothing is dropped.
"""

import logging
from collections import deque
from collections.abc import Callable
from datetime import datetime
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from autodiag.dossier.evidence import REFUSALS
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.session import Change
from ui.tasks import Progress, TaskRunner

NEVER = REFUSALS | {
    "diagnostic_date_anterieure",
    "diagnostic_entame",
    "dossier_modification_impossible",
    "dossier_texte_impossible",
    "dossier_texte_trop_long",
    "questionnaire_absent",
    "questionnaire_fautif",
}
"""Refusals that trying again would not lift: the change is given up, and said."""
AGAIN_MS = 5_000
"""After a failure, how long before it is tried again unasked: an antivirus lets a file go."""
PATIENCE_MS = 3_000
"""How long leaving a dossier may wait for the disk before somebody is asked."""
LOG = logging.getLogger(__name__)


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
        self._writing = Lock()
        self._running = self._broken = self._held = False
        self._said: tuple[str, int] = ("", 0)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.retry)

    @property
    def pending(self) -> int:
        """How many changes are not on disk yet."""
        return len(self._waiting)

    def add(self, change: Change) -> None:
        """Write a change after those that wait; after a failure, these are tried again first."""
        self._waiting.append(change)
        self.saving.emit()
        self.retry()

    @Slot()
    def retry(self) -> None:
        """Try what failed again, and all that follows."""
        self._broken = False
        self._go_on()

    def say_saved(self) -> None:
        """Say that all is on disk, unless something waits: what was said to fail is over."""
        if not self._waiting:
            self.saved.emit(self._clock())

    def hold(self) -> None:
        """Write nothing more until `write_to` or `release`: the file is being copied, and what
        waits must go to the copy."""
        self._held = True

    def release(self) -> None:
        """Go on in the same file."""
        self._held = False
        self.retry()

    def write_to(self, dossier: Dossier) -> None:
        """Go on in another file, which holds all that was written so far."""
        self._dossier = dossier
        self.release()

    def finish(self) -> bool:
        """Have all that waits written, and wait for it, but not for long; False when something
        is not."""
        self.retry()
        while self._disk.drain(PATIENCE_MS) and self._running:
            pass  # what was asked while the last write ended is written too
        return not self._waiting

    def stop(self) -> None:
        """Nothing is tried again from now on: what waits is given up."""
        self._again.stop()
        self._held = True

    def _go_on(self) -> None:
        if self._waiting and not (self._running or self._broken or self._held):
            self._again.stop()
            self._running = True
            self._disk.submit(
                self._work, done=self._on_written, failed=self._on_failed, dropped=self._on_dropped
            )

    def _work(self, _progress: Progress) -> datetime:
        with self._writing:
            while self._waiting and not self._held:
                self._waiting[0](self._dossier)
                self._waiting.popleft()
            return self._clock()

    def _on_written(self, at: datetime) -> None:
        self._running = False
        self._said = ("", 0)
        if self._waiting:
            self._go_on()
        else:
            self.saved.emit(at)

    def _on_dropped(self) -> None:
        self._running = False

    def _on_failed(self, error: BaseException) -> None:
        self._running = False
        if isinstance(error, ValueError) or (
            isinstance(error, AutodiagError) and error.code in NEVER
        ):
            self._give_up(error)
            return
        self._broken = True
        if isinstance(error, AutodiagError):
            self._again.start()
            about = (error.code, self.pending)
            if about != self._said:  # what was said stays true: it is not said at each try
                self._said = about
                self.failed.emit(error)
            return
        self.failed.emit(error)
        raise error  # a bug: the log and the crash dialog say it

    def _give_up(self, error: BaseException) -> None:
        """This change can never be written; those after it can."""
        self._waiting.popleft()
        if not isinstance(error, AutodiagError):
            LOG.error("A change that cannot be written was given up", exc_info=error)
            error = AutodiagError("dossier_modification_impossible")
        self.refused.emit(error)
        if self._waiting:
            self._go_on()
        else:
            self.saved.emit(self._clock())
