# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One open dossier: what is asked of it is written in order on another thread, and read again
where only the file knows what came of it. Knows nothing of what is asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from autodiag.benchmarks.library import Library
from autodiag.benchmarks.pack_store import Kept
from autodiag.dossier.next_year import Started
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.linking.proposals import Proposal
from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import Knowledge
from autodiag.scoring.wording import actions_worded, variants_read
from autodiag.session import Change, Session
from autodiag.shown import Read, Shown
from autodiag.text.numbers import day as spelled
from ui.opening import Beside, Opened
from ui.saving import SaveQueue
from ui.shelf import Shelf
from ui.tasks import Progress, TaskRunner


class Written(QObject):
    """The session of the open dossier, and its file."""

    changed = Signal()
    """The snapshot, and with it the result, is another one."""
    saving = Signal()
    saved = Signal(object)
    """All that was asked is on disk, at this local time: the only ground for «Enregistré»."""
    save_failed = Signal(object)
    refused = Signal(object)
    """An AutodiagError: this one change was given up."""
    undone = Signal(object)
    """The changes (of the journal) that `undo` took back; empty when there was none."""
    redone = Signal(object)
    """The same for `redo`."""
    next_started = Signal(object)
    """What became of everything (a `Started`) when the next assessment was begun; it is shown."""
    withdrawn = Signal(object)
    """The day of the assessment that was taken away; the one before can be changed again."""
    turned = Signal(int)
    """Another assessment is shown, of that number: of another year, or of another questionnaire."""
    _begun = Signal(object)

    def __init__(self, opened: Opened, disk: TaskRunner, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session = opened.session
        self._disk = disk
        self._known = opened.knowledge
        """As installed, for whoever reads it."""
        self._worded: tuple[Knowledge, tuple[str, ...], Knowledge] | None = None
        self._shelf = Shelf(opened.library, opened.packs)
        self.links, self.axes = opened.links, opened.axes
        self._proposed: tuple[Snapshot, Mapping[str, Proposal]] | None = None
        self.installed = opened.installed
        """Whether the questionnaire is installed here: else no action is known."""
        self._beside = opened.beside
        self._started: Started | None = None
        self._turning = ""
        """The code of what is said while an assessment is begun or taken away; else empty."""
        dossier = self._session.dossier
        self._queue = SaveQueue(dossier, disk, opened.clock, self)
        self._stale = False
        self._changes = 0
        self.closed = False
        """Whether the file is closed: what was asked elsewhere and comes late has no place."""
        self._session.write_with(self._write)
        self._stop = self._session.subscribe(self._on_session_changed)
        self._queue.saving.connect(self.saving)
        self._queue.saved.connect(self._on_saved)
        self._queue.failed.connect(self.save_failed)
        self._queue.refused.connect(self._on_refused)
        self._begun.connect(self._on_begun)

    @property
    def dossier(self) -> Dossier:
        """The file, for copies and for its place."""
        return self._session.dossier

    @property
    def knowledge(self) -> Knowledge:
        """What is installed beside the questionnaire, in the words that this collectivité reads;
        the same object as long as these are the same."""
        now, known = self._session.snapshot, self._known
        variants = variants_read(now.questionnaire, now.authority, now.facts)
        if self._worded is None or self._worded[0] is not known or self._worded[1] != variants:
            self._worded = known, variants, actions_worded(known, variants)
        return self._worded[2]

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._session.dossier.access.path

    @property
    def library(self) -> Library:
        """The published figures and those of the packs, for the questionnaire shown."""
        return self._shelf.library(self._session.snapshot)

    @property
    def packs(self) -> Kept:
        """The packs kept on this computer, as far as this dossier knows."""
        return self._shelf.kept

    def put_packs(self, kept: Kept) -> None:
        """Other packs are kept: what is compared is another thing."""
        self._shelf.put(kept)
        self.changed.emit()

    @property
    def why_read_only(self) -> AutodiagError | None:
        """Why nothing can be changed, None when it can: the file, or an older assessment."""
        if self._turning:
            today = spelled(self._session.snapshot.assessment.day)
            return AutodiagError(self._turning, jour=today)
        return self._session.why_read_only

    @property
    def writable(self) -> bool:
        """Whether the pages let anything be changed."""
        return self.why_read_only is None

    @property
    def pending(self) -> int:
        """How many changes are not on disk yet."""
        return self._queue.pending

    def undo(self) -> None:
        """Take the last change back, once those before it are written; `undone` says which."""
        self._write(self._told(Dossier.undo, self.undone))
        self._stale = True

    def redo(self) -> None:
        """Do the last change taken back again; `redone` says which."""
        self._write(self._told(Dossier.redo, self.redone))
        self._stale = True

    # Saving

    @Slot()
    def retry(self) -> None:
        """Write again what could not be written."""
        self._queue.retry()
        if self._turning and not self._queue.pending:
            self._read_when_written()

    def hold(self) -> None:
        """Write nothing while the file is copied; `move_to` or `go_on_here` ends it."""
        self._queue.hold()

    def go_on_here(self) -> None:
        """Go on in the same file."""
        self._queue.release()

    def move_to(self, dossier: Dossier) -> None:
        """Go on in a copy saved elsewhere: what waits is written there."""
        self._queue.write_to(dossier)
        self._session.move_to(dossier)

    def finish(self) -> bool:
        """Have all that waits written, now; False when something is not."""
        return self._queue.finish()

    def close(self) -> None:
        """Close the file; what waits is written first, if it can be."""
        self.closed = True
        try:
            self._queue.finish()
        finally:
            self._queue.stop()
            self._stop()
            self._session.close()

    def _told(self, act: Callable[[Dossier], object], tell: SignalInstance) -> Change:
        def change(dossier: Dossier) -> None:
            tell.emit(act(dossier))  # queued: this runs on the thread of the disk

        return change

    def _write(self, change: Change) -> None:
        if self.why_read_only is not None:
            raise self.why_read_only
        self._changes += 1
        self._queue.add(self._session.placed(change))

    def _turn(self, change: Change, said: str) -> None:
        """Show what the file chooses: one begun, or the one before one that is taken away. Nothing
        else can be asked until it is read."""
        self._write(change)
        self._session.turn_to_latest()
        self._stale, self._turning = True, said
        self.changed.emit()

    def _read_when_written(self) -> None:
        """Read the file again, now if nothing waits to be written."""
        self._stale = bool(self._queue.pending)
        if not self._stale:
            self._read_again()

    def _on_session_changed(self, _session: Shown) -> None:
        self.changed.emit()

    @Slot(object)
    def _on_saved(self, at: object) -> None:
        self.saved.emit(at)
        if self._stale:
            self._stale = False
            self._read_again()

    @Slot(object)
    def _on_refused(self, error: object) -> None:
        self.refused.emit(error)
        self._read_when_written()

    def _read_again(self) -> None:
        known = _Known(self._session.snapshot.questionnaire.id, self._known, self.installed)
        read = partial(_read, self._session, self._beside, known, self._changes)
        self._disk.submit(read, done=self._on_read, failed=self._on_read_failed)

    def _on_read(self, found: "_Found") -> None:
        if found.changes != self._changes:  # something was asked meanwhile: once more after it
            self._stale = True
            return
        if self._turning:
            self._turning = ""
            self._queue.say_saved()
        self._known, self.installed = found.known.knowledge, found.known.installed
        before = self._session.snapshot.assessment_id
        self._session.adopt(found.read)
        if found.read.snapshot.assessment_id != before:
            self.turned.emit(found.read.snapshot.assessment_id)
        started, self._started = self._started, None
        if started is not None:
            self.next_started.emit(started)

    def _on_read_failed(self, error: BaseException) -> None:
        self._stale = True
        if not isinstance(error, AutodiagError):
            raise error
        if self._turning:  # nothing can be done until it is read: it is tried again when asked
            self.save_failed.emit(error)
        else:
            self._session.turn_to(self._session.snapshot.assessment_id)
            self.refused.emit(error)

    @Slot(object)
    def _on_begun(self, started: object) -> None:
        if isinstance(started, Started):
            self._started = started


@dataclass(frozen=True, slots=True)
class _Known:
    """The knowledge beside a questionnaire, and whether this one is installed here."""

    questionnaire: str
    knowledge: Knowledge
    installed: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read, when so many changes had been asked, and the knowledge that goes with it."""

    changes: int
    read: Read
    known: _Known


def _read(session: Session, beside: Beside, known: _Known, changes: int, _p: Progress) -> _Found:
    read = session.read()
    snapshot = read.snapshot
    if snapshot.questionnaire.id != known.questionnaire:  # another year may have had another one

        def text() -> str:
            return session.dossier.questionnaire_text(snapshot.assessment_id)

        knowledge, installed = beside.knowledge(snapshot.questionnaire.id, text)
        known = _Known(snapshot.questionnaire.id, knowledge, installed)
    return _Found(changes, read, known)
