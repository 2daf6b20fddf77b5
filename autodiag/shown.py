# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What an open dossier shows: one of its assessments, its questionnaire, and what it amounts to.

Reads, and tells its listeners; the changes are the business of `session`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from autodiag.catalogue.answers import fitting_all
from autodiag.dossier.author import Stamp
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.dossier import Snapshot
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.result import Result
from autodiag.model.roadmap import Decision
from autodiag.scoring.change import Change
from autodiag.scoring.score import score
from autodiag.scoring.wording import variant_for
from autodiag.since import Earlier, compared, number_before, read_earlier
from autodiag.text.numbers import day as spelled

Listener = Callable[["Shown"], None]


@dataclass(frozen=True, slots=True)
class Read:
    """What the file says: the snapshot without the answers that their questions cannot take,
    and why these cannot be."""

    snapshot: Snapshot
    faults: Mapping[str, str]


class Shown:
    """What is answered now in the assessment shown: the latest of the main questionnaire, until
    `turn_to`."""

    def __init__(
        self,
        dossier: Dossier,
        load_packed: Callable[[str], Questionnaire],
    ) -> None:
        self._dossier = dossier
        self._load_packed = load_packed
        self._listeners: list[Listener] = []
        self._loaded: dict[str, Questionnaire] = {}
        self._before: dict[tuple[int, int], Earlier] = {}
        self._shown: int | None = None
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

    @property
    def why_read_only(self) -> AutodiagError | None:
        """Why nothing can be changed, None when it can: the file, or an older assessment."""
        if self._dossier.access.why_read_only is not None or self._snapshot.is_latest:
            return self._dossier.access.why_read_only
        latest = self._snapshot.years[-1].day
        shown = self._snapshot.assessment.day
        scored = self._snapshot.questionnaire.scoring is not None
        code = "older_assessment" if scored else "older_answers"
        return AutodiagError(code, jour=spelled(shown), dernier=spelled(latest))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after each change; what is returned stops that."""
        self._listeners.append(listener)

        def stop() -> None:
            self._listeners.remove(listener)

        return stop

    def main(self) -> Snapshot:
        """The main diagnosis: what is shown, or its latest while another questionnaire is, read
        from the file on each call. Raises AutodiagError."""
        now = self._snapshot
        if now.is_main:
            return now
        return fitting_all(self._dossier.snapshot(self.load, now.main_years[-1].id))[0]

    def answered_by(self) -> Mapping[str, Stamp]:
        """When and by whom each answer of the assessment shown was given: read on each call."""
        return self._dossier.answered_by(self._snapshot.assessment_id)

    def decided_by(self) -> Mapping[str, Stamp]:
        """When and by whom each decision was taken: read on each call."""
        return self._dossier.decided_by()

    def decided_before_done(self, action: str) -> Decision | None:
        """What was decided about an action when it was last said to be done: read on each call."""
        return self._dossier.decided_before_done(action)

    def since(self, earlier: int | None = None) -> Change | None:
        """What changed since the assessment before the one shown, or since that number, which is
        read once. Raises KeyError for a number that is not an earlier one."""
        number = number_before(self._snapshot, earlier)
        if number is None:
            return None
        # one that was taken away and begun again has another number
        pair = number, self._snapshot.assessment_id
        if pair not in self._before:
            self._before[pair] = read_earlier(self._dossier, self.load, number)
        return compared(self._before[pair], self._snapshot, self._result)

    def turn_to(self, number: int) -> None:
        """From the next reading on, show the assessment of that number; only the latest of each
        questionnaire can be changed. Raises KeyError for an unknown one."""
        if all(brief.id != number for brief in self._snapshot.assessments):
            raise KeyError(number)
        self._shown = number

    def turn_to_latest(self) -> None:
        """From the next reading on, show the one that the file has chosen by then: the one that is
        being begun, or the one before that is taken away."""
        self._shown = None

    def variant(self, question_id: str) -> str:
        """The wording of a question that this collectivité reads."""
        questionnaire = self._snapshot.questionnaire
        question = questionnaire.questions[question_id]
        return variant_for(questionnaire, question, self._snapshot.authority, self._snapshot.facts)

    def reload(self) -> None:
        """Read the dossier again, after a change made through it."""
        self.adopt(self.read())

    def read(self) -> Read:
        """What the file says now; from any thread."""
        snapshot = self._dossier.snapshot(self.load, self._shown)
        if not snapshot.is_latest:  # who they were then, where the journal says it
            known = self._dossier.known_when(snapshot.assessment_id)
            if known is not None:
                snapshot = replace(snapshot, authority=known.authority, facts=known.facts)
        return Read(*fitting_all(snapshot))

    def load(self, text: str) -> Questionnaire:
        """The questionnaire of a packed text, read once. Raises AutodiagError."""
        if text not in self._loaded:
            self._loaded[text] = self._load_packed(text)
        return self._loaded[text]

    def adopt(self, read: Read) -> None:
        """Take what was read as the truth."""
        self._faults = read.faults
        if self._shown is None:  # another file would have chosen another one
            self._shown = read.snapshot.assessment_id
        self._become(read.snapshot)

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
