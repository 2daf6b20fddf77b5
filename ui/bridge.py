# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One open dossier as the pages see it: what they read, what they may ask for. No logic of its own.

What they ask for is seen at once and written, in order, on another thread.
"""

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from autodiag.dossier.embedded import Packed
from autodiag.dossier.evidence import Attachment, read_attachment
from autodiag.dossier.fillings import begin
from autodiag.dossier.next_year import Started, start_next
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.linking.proposals import Proposal, proposals
from autodiag.model.assessment import Answer
from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import Evidence, HandoverNote, Snapshot, StoredPlan
from autodiag.model.knowledge import Knowledge
from autodiag.model.questionnaire import Question, Questionnaire, Wording
from autodiag.model.result import Result
from autodiag.model.roadmap import Decision
from autodiag.scoring.change import Change as ScoreChange
from autodiag.scoring.wording import wording_read
from autodiag.session import Change
from ui.shared import Shared
from ui.tasks import Progress


class Bridge(Shared):
    """Between the pages and the session of the open dossier."""

    # What the pages read

    @property
    def snapshot(self) -> Snapshot:
        """All that is known, answered and decided."""
        return self._session.snapshot

    @property
    def result(self) -> Result:
        """What the answers amount to."""
        return self._session.result

    def since(self) -> ScoreChange | None:
        """What changed since the assessment before; nothing for the first, or when the file cannot
        be read: whoever writes to it is told then."""
        try:
            return self._session.since()
        except AutodiagError:
            return None

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
    def is_latest(self) -> bool:
        """Whether the assessment shown is the latest: the others can only be read."""
        return self.snapshot.is_latest

    def can_withdraw(self) -> bool:
        """Whether the assessment shown can be taken away: read from the file on each call."""
        now = self.snapshot.assessment
        alone = len(self.snapshot.years) < 2
        if alone or not self.writable or now.answers.keys() - now.to_confirm:
            return False
        try:
            return self.dossier.can_withdraw(self.snapshot.assessment_id)
        except AutodiagError:  # it cannot be read now: whoever asks is told then
            return False

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

    @property
    def proposed(self) -> Mapping[str, Proposal]:
        """By question, what the other questionnaires let one answer; nothing where nothing can be
        answered. Read once for each snapshot."""
        now = self.snapshot
        if not self.writable or not now.others:
            return {}
        if self._proposed is None or self._proposed[0] is not now:
            self._proposed = now, proposals(self.links, now)
        return self._proposed[1]

    # What the pages ask for

    def answer(self, question_id: str, answer: Answer | None) -> None:
        """Answer, or take the answer away. Raises ValueError for a value of another type."""
        self._session.answer(question_id, answer)

    def confirm(self, question_id: str) -> None:
        """The answer taken over from the assessment before is still true."""
        if question_id in self.snapshot.assessment.to_confirm:
            self._session.confirm(question_id)

    def set_to_review(self, question_id: str, to_review: bool) -> None:
        """Mark a question «à revoir», or not any more."""
        if to_review != (question_id in self.snapshot.assessment.to_review):
            self._session.set_to_review(question_id, to_review)

    def attach_file(self, question_id: str, path: Path, title: str) -> None:
        """Copy a file into the dossier, beside an answer; shown once it is there. `refused` says
        why it cannot be, and in its context for which `question`."""
        self._write(_attaching(question_id, path, title))
        self._stale = True

    def attach_reference(self, question_id: str, title: str) -> None:
        """Mention a document that stays where it is; shown once it is written."""
        self._write(_mentioning(question_id, title))
        self._stale = True

    def remove_evidence(self, evidence_id: str) -> None:
        """Take evidence away; `undo` brings it back until the dossier is closed."""
        self._session.remove_evidence(evidence_id)

    def save_evidence(self, evidence_id: str, target: Path, done: Callable[[Path], None]) -> None:
        """Write a copy of an attached file, over what is there, then call `done` here; `refused`
        says why it could not be, and in its context for which `question`."""
        every = (one for several in self.snapshot.evidence.values() for one in several)
        one = next((one for one in every if one.id == evidence_id), None)
        if one is None:
            self.refused.emit(AutodiagError("piece_absente"))
            return
        save = partial(_saved, self.dossier, one, target)
        self._disk.submit(save, done=done, failed=self._on_save_refused)

    def set_handover(self, topic: str, note: HandoverNote | None) -> None:
        """Where a contract or an access is to be found, and whom to ask."""
        if note != self.snapshot.handover.get(topic):
            self._session.set_handover(topic, note)

    def start_next(self, day: date) -> None:
        """Begin the next assessment from the answers of this one, each to be confirmed. It is
        shown when it is there, and `next_started` says what changed."""
        installed = partial(self._beside.packed, self.questionnaire.id)
        promised = partial(_promised, self.knowledge, day)
        begin = partial(
            _begin, day=day, installed=installed, load=self._session.load, promised=promised
        )
        scored = self.questionnaire.scoring is not None
        said = "diagnostic_en_preparation" if scored else "questionnaire_en_preparation"
        self._turn(self._told(begin, self._begun), said)

    def withdraw(self) -> None:
        """Take the latest assessment away, begun from another and untouched since: `withdrawn`
        follows, or `refused` when it was touched."""
        scored = self.questionnaire.scoring is not None
        said = "diagnostic_en_suppression" if scored else "reponses_en_suppression"
        self._turn(self._told(Dossier.withdraw, self.withdrawn), said)

    def choose_assessment(self, number: int) -> None:
        """Show the assessment of that number; only the latest of each questionnaire can be changed.
        `turned` follows. Raises KeyError for an unknown one."""
        self._session.turn_to(number)
        self._read_when_written()

    def begin(self, questionnaire_id: str, day: date) -> None:
        """Show the latest filling of another questionnaire, begun that day where there is none:
        `turned` follows, or `refused`."""
        filled = self.snapshot.fillings(questionnaire_id)
        if filled:
            self.choose_assessment(filled[-1].id)
            return
        installed = partial(self._beside.packed, questionnaire_id)
        begin = partial(_begin_other, questionnaire_id, day, installed)
        self._turn(begin, "questionnaire_en_preparation")

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

    def _on_save_refused(self, error: BaseException) -> None:
        if not isinstance(error, AutodiagError):
            raise error
        self.refused.emit(error)


def _attaching(question: str, path: Path, title: str) -> Change:
    """The file is read once: what is tried again after a failure is what was chosen."""
    read: list[Attachment] = []

    def attach(dossier: Dossier) -> None:
        with _about(question):
            if not read:
                read.append(read_attachment(path))
            dossier.attach(question, title, read[0])

    return attach


def _mentioning(question: str, title: str) -> Change:
    def attach(dossier: Dossier) -> None:
        with _about(question):
            dossier.attach(question, title)

    return attach


@contextmanager
def _about(question: str) -> Generator[None]:
    """A refusal comes late, when another question may be shown: it says which one it is about."""
    try:
        yield
    except AutodiagError as error:
        context = {**error.context, "question": question}
        raise AutodiagError(error.code, details=error.details, **context) from error


def _begin(
    dossier: Dossier,
    *,
    day: date,
    installed: Callable[[], Packed | None],
    load: Callable[[str], Questionnaire],
    promised: Callable[[Snapshot], Mapping[str, Decision]],
) -> Started:
    return start_next(dossier, day, installed(), load, promised)


def _promised(knowledge: Knowledge, day: date, snapshot: Snapshot) -> Mapping[str, Decision]:
    from autodiag.roadmap.promises import promises

    return promises(snapshot, knowledge, day)


def _begin_other(
    questionnaire_id: str, day: date, installed: Callable[[], Packed | None], dossier: Dossier
) -> None:
    packed = installed()
    if packed is None:
        raise AutodiagError("questionnaire_absent", id=questionnaire_id)
    begin(dossier, packed, questionnaire_id, day)


def _saved(dossier: Dossier, one: Evidence, target: Path, _progress: Progress) -> Path:
    with _about(one.question):
        return dossier.save_evidence(one, target)
