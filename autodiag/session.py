# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One open dossier, its questionnaire and its result: the only truth while it is open.

Tells its listeners what changed. Knows nothing of screens, of plans or of paper.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from autodiag.catalogue.answers import fault_of, fitting
from autodiag.dossier.store import Dossier
from autodiag.model.assessment import Answer, Answered
from autodiag.model.dossier import Snapshot
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.result import Result
from autodiag.scoring.score import score
from autodiag.scoring.wording import variant_for

Listener = Callable[["Session"], None]


class Session:
    """What is answered now, and what it amounts to. Every change is on disk when it returns."""

    def __init__(self, dossier: Dossier, load_packed: Callable[[str], Questionnaire]) -> None:
        self._dossier = dossier
        self._load_packed = load_packed
        self._listeners: list[Listener] = []
        self._text = dossier.questionnaire_text()
        self._read = load_packed(self._text)
        self._faults: Mapping[str, str] = {}
        self._snapshot = self._load()
        self._result = self._score()

    @property
    def dossier(self) -> Dossier:
        """The file, for copies, history and decisions."""
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
        self._dossier.set_answer(question_id, answer)
        self._faults = {k: fault for k, fault in self._faults.items() if k != question_id}
        assessment = self._snapshot.assessment.with_answer(question_id, answer)
        self._become(replace(self._snapshot, assessment=assessment))

    def variant(self, question_id: str) -> str:
        """The wording of a question that this collectivité reads."""
        questionnaire = self._snapshot.questionnaire
        question = questionnaire.questions[question_id]
        return variant_for(questionnaire, question, self._snapshot.authority, self._snapshot.facts)

    def set_facts(self, facts: Mapping[str, bool | None]) -> None:
        """Declare facts true, false, or unknown again."""
        self._dossier.set_facts(facts)
        known = {**self._snapshot.facts, **facts}
        kept = {fact: value for fact, value in known.items() if value is not None}
        self._become(replace(self._snapshot, facts=MappingProxyType(kept)))

    def reload(self) -> None:
        """Read the dossier again, after a change made through it."""
        self._become(self._load())

    def _load(self) -> Snapshot:
        """What the dossier holds, without the answers that their questions cannot take."""
        snapshot = self._dossier.snapshot(self._questionnaire)
        assessment, self._faults = fitting(snapshot.assessment, snapshot.questionnaire)
        return replace(snapshot, assessment=assessment)

    def _questionnaire(self, text: str) -> Questionnaire:
        """The questionnaire already read, unless its text is another one."""
        if text != self._text:
            self._text, self._read = text, self._load_packed(text)
        return self._read

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

    def close(self) -> None:
        """Close the file; the session is no longer of use."""
        self._dossier.close()

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
