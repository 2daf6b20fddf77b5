# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Long work on another thread, its progress and its end on the thread of the screen."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from threading import Event
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, Slot
from shiboken6 import isValid

Progress = Callable[[int, int, str], None]
"""`progress(done, total, label)`; raises Cancelled once the job was cancelled."""
Work = Callable[[Progress], Any]
Done = Callable[[Any], None]
Failed = Callable[[BaseException], None]


class CancelledError(Exception):
    """Raised inside a job, by its progress callback, after cancel()."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Who waits for a job."""

    done: Done
    failed: Failed
    dropped: Callable[[], None] | None
    stop: Event = field(default_factory=Event)


class _Job(QRunnable):
    """Owns no QObject: it only borrows the runner, which outlives it."""

    def __init__(self, runner: "TaskRunner", key: int, work: Work, stop: Event) -> None:
        super().__init__()
        self._runner, self._key, self._work, self._stop = runner, key, work, stop

    def run(self) -> None:
        def progress(done: int, total: int, label: str) -> None:
            if self._stop.is_set():
                raise CancelledError
            self._runner.progressed.emit(self._key, done, total, label)

        outcome: Any = None
        fault: BaseException | None = None
        try:
            if not self._stop.is_set():
                outcome = self._work(progress)
        except BaseException as error:
            fault = error
        self._runner.settled.emit(self._key, outcome, fault)


class TaskRunner(QObject):
    """Jobs one after the other on one thread, in the order they were submitted."""

    started = Signal(int, str)
    progressed = Signal(int, int, int, str)
    settled = Signal(int, object, object)
    ended = Signal(int)
    """After whoever waited was told."""

    def __init__(self, parent: QObject | None = None, *, threads: int = 1) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._pool.setExpiryTimeout(-1)  # one thread for all: SQLite and HiGHS stay warm
        self._keys = itertools.count(1)
        self._waiting: dict[int, _Waiting] = {}
        self.settled.connect(self._on_settled)

    def submit(
        self,
        work: Work,
        *,
        done: Done,
        failed: Failed,
        label: str = "",
        dropped: Callable[[], None] | None = None,
    ) -> int:
        """Have `work` done; then `done`, `failed`, or `dropped` (cancelled) is called here.

        `label` is what the progress strip says; without it the strip says nothing.
        """
        key = next(self._keys)
        waiting = _Waiting(done, failed, dropped)
        self._waiting[key] = waiting
        self.started.emit(key, label)
        self._pool.start(_Job(self, key, work, waiting.stop))
        return key

    def cancel(self, key: int) -> None:
        """Ask a job to stop at its next progress; one that has not begun never does."""
        if key in self._waiting:
            self._waiting[key].stop.set()

    @property
    def busy(self) -> bool:
        """Whether somebody waits for a job."""
        return bool(self._waiting)

    def drain(self, msecs: int = 30_000) -> bool:
        """Wait until every job has run and whoever waited was told; False when that took too
        long."""
        ended = self._pool.waitForDone(msecs)
        QCoreApplication.sendPostedEvents(self)
        return ended

    def shutdown(self, msecs: int = 5_000) -> bool:
        """Ask all jobs to stop, and wait for the one that runs."""
        for waiting in self._waiting.values():
            waiting.stop.set()
        return self._pool.waitForDone(msecs)

    @Slot(int, object, object)
    def _on_settled(self, key: int, outcome: object, fault: BaseException | None) -> None:
        waiting = self._waiting.pop(key)
        try:
            if waiting.stop.is_set() or isinstance(fault, CancelledError):
                if waiting.dropped is not None and not _gone(waiting.dropped):
                    waiting.dropped()
            elif _gone(waiting.done):
                pass  # nobody is there to be told any more
            elif fault is None:
                waiting.done(outcome)
            else:
                waiting.failed(fault)
        finally:
            self.ended.emit(key)


def _gone(told: Callable[..., Any]) -> bool:
    """Whether it is the method of a widget or an object that Qt has deleted meanwhile."""
    method = told.func if isinstance(told, partial) else told
    owner = getattr(method, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)
