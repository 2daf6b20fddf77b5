# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One open dossier as the pages see it: what they read, what they may ask for. No logic of its own.

What they ask for is seen at once and written, in order, on another thread.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from autodiag.benchmarks.library import Library
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answer
from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import Snapshot, StoredPlan
from autodiag.model.knowledge import Knowledge
from autodiag.model.questionnaire import Question, Questionnaire, Wording
from autodiag.model.result import Result
from autodiag.model.roadmap import Capacity, Decision, OwnAction
from autodiag.scoring.wording import wording_read
from autodiag.session import Change, Read, Session
from ui.opening import Opened
from ui.saving import SaveQueue
from ui.tasks import Progress, TaskRunner


class Bridge(QObject):
    """Between the pages and the session of the open dossier."""

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

    def __init__(self, opened: Opened, disk: TaskRunner, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session = opened.session
        self._disk = disk
        self.knowledge: Knowledge = opened.knowledge
        self.library: Library = opened.library
        self.installed = opened.installed
        """Whether the questionnaire is installed here: else no action is known."""
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

    # What the pages read

    @property
    def snapshot(self) -> Snapshot:
        """All that is known, answered and decided."""
        return self._session.snapshot

    @property
    def result(self) -> Result:
        """What the answers amount to."""
        return self._session.result

    @property
    def questionnaire(self) -> Questionnaire:
        """The one that the dossier embeds."""
        return self._session.snapshot.questionnaire

    @property
    def faults(self) -> Mapping[str, str]:
        """Questions whose stored answer no longer fits, and why, in French."""
        return self._session.faults

    @property
    def stored_plan(self) -> StoredPlan | None:
        """The roadmap as it was stored."""
        return self._session.snapshot.plan

    @property
    def dossier(self) -> Dossier:
        """The file, for copies and for its place."""
        return self._session.dossier

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._session.dossier.access.path

    @property
    def why_read_only(self) -> AutodiagError | None:
        """Why nothing can be changed, None when it can."""
        return self._session.dossier.access.why_read_only

    @property
    def writable(self) -> bool:
        """Whether the pages let anything be changed."""
        return self.why_read_only is None

    @property
    def pending(self) -> int:
        """How many changes are not on disk yet."""
        return self._queue.pending

    def variant(self, question_id: str) -> str:
        """The wording that this collectivité reads today."""
        return self._session.variant(question_id)

    def wording(self, question: Question) -> Wording:
        """The wording to show: that of the answer, if there is one."""
        snapshot = self.snapshot
        return wording_read(
            snapshot.questionnaire,
            question,
            snapshot.assessment,
            snapshot.authority,
            snapshot.facts,
        )

    # What the pages ask for

    def answer(self, question_id: str, answer: Answer | None) -> None:
        """Answer, or take the answer away. Raises ValueError for a value of another type."""
        self._session.answer(question_id, answer)

    def note(self, question_id: str, text: str) -> None:
        """Note something; an empty text takes the note away."""
        if text != self.snapshot.notes.get(question_id, ""):
            self._session.note(question_id, text)

    def set_opening_mark(self, mark: float | None) -> None:
        """Where they see themselves, out of 10."""
        self._session.set_opening_mark(mark)

    def set_facts(self, facts: Mapping[str, bool | None]) -> None:
        """Yes, no, or unknown again."""
        self._session.set_facts(facts)

    def set_authority(self, authority: LocalAuthority) -> None:
        """Correct the identity."""
        self._session.set_authority(authority)

    def decide(self, decision: Decision) -> None:
        """Retain, postpone, refuse, mark as done."""
        self._session.decide(decision)

    def forget_decision(self, action: str) -> None:
        """Back to what the plan proposes."""
        self._session.forget_decision(action)

    def set_own_action(self, own: OwnAction) -> None:
        """Add or change an own action."""
        self._session.set_own_action(own)

    def remove_own_action(self, own_id: str) -> None:
        """Take an own action away."""
        self._session.remove_own_action(own_id)

    def set_capacity(self, capacity: Capacity | None) -> None:
        """Days and money; None goes back to the hypothesis of R8."""
        self._session.set_capacity(capacity)

    def store_plan(self, plan: StoredPlan) -> None:
        """Keep a roadmap."""
        self._session.store_plan(plan)

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
        self._queue.add(change)

    def _on_session_changed(self, _session: Session) -> None:
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
        self._stale = True
        if not self._queue.pending:
            self._stale = False
            self._read_again()

    def _read_again(self) -> None:
        changes = self._changes

        def read(_progress: Progress) -> tuple[int, Read]:
            return changes, self._session.read()

        self._disk.submit(read, done=self._on_read, failed=self._on_read_failed)

    def _on_read(self, outcome: tuple[int, Read]) -> None:
        changes, read = outcome
        if changes == self._changes:
            self._session.adopt(read)
        else:  # something was asked meanwhile: read once more after it is written
            self._stale = True

    def _on_read_failed(self, error: BaseException) -> None:
        if not isinstance(error, AutodiagError):
            raise error
        self.save_failed.emit(error)
