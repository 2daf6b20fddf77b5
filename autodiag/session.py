# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One open dossier, its questionnaire and its result: the only truth while it is open.

Tells its listeners what changed. Knows nothing of screens, of plans or of paper.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from autodiag.catalogue.answers import fault_of, fitting
from autodiag.dossier.store import Dossier
from autodiag.model.assessment import Answer, Answered
from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import Snapshot, StoredPlan
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.result import Result
from autodiag.model.roadmap import Capacity, Decision, OwnAction
from autodiag.scoring.score import score
from autodiag.scoring.wording import variant_for

Listener = Callable[["Session"], None]
T = TypeVar("T")
Change = Callable[[Dossier], object]
"""One write to the file, whichever file it is by then."""


@dataclass(frozen=True, slots=True)
class Read:
    """What the file says: the snapshot without the answers that their questions cannot take,
    and why these cannot be."""

    snapshot: Snapshot
    faults: Mapping[str, str]


class Session:
    """What is answered now, and what it amounts to.

    Each change is handed to `write` before it is seen here. Without a `write`, it is on disk when
    the method returns, and a change that cannot be written is not made. A `write` that waits
    must make them in order, and says itself when they are on disk (contract D2).
    """

    def __init__(
        self,
        dossier: Dossier,
        load_packed: Callable[[str], Questionnaire],
    ) -> None:
        self._dossier = dossier
        self._load_packed = load_packed
        self._write: Callable[[Change], None] = self._write_now
        self._listeners: list[Listener] = []
        self._text = dossier.questionnaire_text()
        self._questionnaire_read = load_packed(self._text)
        found = self.read()
        self._snapshot, self._faults = found.snapshot, found.faults
        self._result = self._score()

    @property
    def dossier(self) -> Dossier:
        """The file, for copies and history."""
        return self._dossier

    @property
    def snapshot(self) -> Snapshot:
        """All that the dossier holds, immutable: what worker threads and leaves are given."""
        return self._snapshot

    @property
    def faults(self) -> Mapping[str, str]:
        """The questions whose stored answer is not one of theirs, and why, in French. They count
        as «sans réponse» until they are answered again."""
        return MappingProxyType(self._faults)

    @property
    def result(self) -> Result:
        """The result of the current answers."""
        return self._result

    def write_with(self, write: Callable[[Change], None]) -> None:
        """Hand every change from now on to `write`."""
        self._write = write

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after each change; what is returned stops that."""
        self._listeners.append(listener)

        def stop() -> None:
            self._listeners.remove(listener)

        return stop

    def answer(self, question_id: str, answer: Answer | None) -> None:
        """Answer a question under the wording read here, or take the answer away with None.

        Raises ValueError for a value that the question cannot take.
        """
        question = self._snapshot.questionnaire.questions[question_id]
        if answer is not None and (fault := fault_of(question, answer)):
            raise ValueError(f"{question_id}: {fault}")
        if isinstance(answer, Answered):
            answer = replace(answer, variant=self.variant(question_id))
        self._write(partial(Dossier.set_answer, question=question_id, answer=answer))
        self._faults = {k: fault for k, fault in self._faults.items() if k != question_id}
        assessment = self._snapshot.assessment.with_answer(question_id, answer)
        self._become(replace(self._snapshot, assessment=assessment))

    def variant(self, question_id: str) -> str:
        """The wording of a question that this collectivité reads."""
        questionnaire = self._snapshot.questionnaire
        question = questionnaire.questions[question_id]
        return variant_for(questionnaire, question, self._snapshot.authority, self._snapshot.facts)

    def note(self, question_id: str, text: str) -> None:
        """Note something beside a question; an empty text takes the note away."""
        self._write(partial(Dossier.set_note, question=question_id, text=text))
        self._become(replace(self._snapshot, notes=_put(self._snapshot.notes, question_id, text)))

    def set_opening_mark(self, mark: float | None) -> None:
        """Where they saw themselves before answering, between 0 and 10."""
        self._write(partial(Dossier.set_opening_mark, mark=mark))
        self._become(replace(self._snapshot, opening_mark=mark))

    def set_facts(self, facts: Mapping[str, bool | None]) -> None:
        """Declare facts true, false, or unknown again."""
        self._write(partial(Dossier.set_facts, facts=dict(facts)))
        known = {**self._snapshot.facts, **facts}
        kept = {fact: value for fact, value in known.items() if value is not None}
        self._become(replace(self._snapshot, facts=MappingProxyType(kept)))

    def set_authority(self, authority: LocalAuthority) -> None:
        """Correct the identity."""
        self._write(partial(Dossier.set_authority, authority=authority))
        self._become(replace(self._snapshot, authority=authority))

    def decide(self, decision: Decision) -> None:
        """Decide about an action (contract R6), in place of what was decided before."""
        self._write(partial(Dossier.decide, decision=decision))
        decisions = _put(self._snapshot.decisions, decision.action, decision)
        self._become(replace(self._snapshot, decisions=decisions))

    def forget_decision(self, action: str) -> None:
        """Go back to no decision about an action."""
        self._write(partial(Dossier.forget_decision, action=action))
        decisions = _put(self._snapshot.decisions, action, None)
        self._become(replace(self._snapshot, decisions=decisions))

    def set_own_action(self, own: OwnAction) -> None:
        """Add an own action, or change the one of that id."""
        self._write(partial(Dossier.set_own_action, own=own))
        known = {one.id: one for one in self._snapshot.own_actions} | {own.id: own}
        self._become(replace(self._snapshot, own_actions=tuple(known.values())))

    def remove_own_action(self, own_id: str) -> None:
        """Take an own action away."""
        self._write(partial(Dossier.remove_own_action, own_id=own_id))
        kept = tuple(own for own in self._snapshot.own_actions if own.id != own_id)
        self._become(replace(self._snapshot, own_actions=kept))

    def set_capacity(self, capacity: Capacity | None) -> None:
        """What they can give (contract R8); None goes back to the default."""
        self._write(partial(Dossier.set_capacity, capacity=capacity))
        self._become(replace(self._snapshot, capacity=capacity))

    def store_plan(self, plan: StoredPlan) -> None:
        """Keep the roadmap of the current assessment."""
        self._write(partial(Dossier.store_plan, plan=plan))
        self._become(replace(self._snapshot, plan=plan))

    def undo(self) -> bool:
        """Take the last change back; False when there is none."""
        changed = bool(self._dossier.undo())
        self.reload()
        return changed

    def redo(self) -> bool:
        """Do again the last change taken back; False when there is none."""
        changed = bool(self._dossier.redo())
        self.reload()
        return changed

    def reload(self) -> None:
        """Read the dossier again, after a change made through it."""
        self.adopt(self.read())

    def read(self) -> Read:
        """What the file says now; from any thread."""
        snapshot = self._dossier.snapshot(self._questionnaire)
        assessment, faults = fitting(snapshot.assessment, snapshot.questionnaire)
        return Read(replace(snapshot, assessment=assessment), faults)

    def adopt(self, read: Read) -> None:
        """Take what was read as the truth."""
        self._faults = read.faults
        self._become(read.snapshot)

    def move_to(self, dossier: Dossier) -> None:
        """Go on in another file that holds the same; the one left is closed."""
        left, self._dossier = self._dossier, dossier
        left.close()

    def close(self) -> None:
        """Close the file; the session is no longer of use."""
        self._dossier.close()

    def _write_now(self, change: Change) -> None:
        change(self._dossier)

    def _questionnaire(self, text: str) -> Questionnaire:
        """The questionnaire already read, unless its text is another one."""
        if text != self._text:
            self._text, self._questionnaire_read = text, self._load_packed(text)
        return self._questionnaire_read

    def _become(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._result = self._score()
        for listener in tuple(self._listeners):
            listener(self)

    def _score(self) -> Result:
        snapshot = self._snapshot
        return score(
            snapshot.questionnaire, snapshot.assessment, snapshot.authority, snapshot.facts
        )


def _put(known: Mapping[str, T], key: str, value: T | None) -> Mapping[str, T]:
    """The same with one entry changed, or taken away when the value is empty."""
    kept = {k: v for k, v in known.items() if k != key}
    return MappingProxyType({**kept, key: value} if value else kept)
