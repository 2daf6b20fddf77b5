# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a dossier holds, as one immutable snapshot that leaves and worker threads can be given."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from autodiag.model.assessment import Assessment
from autodiag.model.authority import LocalAuthority
from autodiag.model.calendar import NO_CALENDAR, Aid, Calendar
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.roadmap import Capacity, Decision, OwnAction

OF_ACTION = "action:"
"""Begins the `question` of evidence that is about an action."""


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A roadmap as it was stored: its JSON text, the digest of its inputs, the ISO day."""

    text: str
    inputs_sha256: str
    made_on: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an answer rests on: a file kept in the dossier, or only the mention of one.

    `file_name` is empty for a mention: the title says it. `size` is in bytes, `at` an ISO local
    time. `kept` is False where the file itself is no longer in the dossier: it was taken away,
    and an undo that came after the dossier was closed brought back only what it was.
    """

    id: str
    question: str
    title: str
    file_name: str
    size: int
    sha256: str
    at: str
    who: str
    kept: bool = True


def evidence_of(action: str) -> str:
    """The `question` of evidence that an action is done, which is about no question."""
    return f"{OF_ACTION}{action}"


@dataclass(frozen=True, slots=True)
class HandoverNote:
    """Where a contract or an access is to be found, and whom to ask. Never a secret itself."""

    topic: str
    place: str
    who: str


@dataclass(frozen=True, slots=True)
class AssessmentBrief:
    """One assessment among those of a dossier: the questions it holds an answer to, those of them
    taken over and still to be confirmed, and the mark given before it (0–10)."""

    id: int
    questionnaire_id: str
    day: date
    given: frozenset[str]
    waiting: frozenset[str]
    opening_mark: float | None = None

    @property
    def answered(self) -> int:
        """How many answers, also to what is not asked."""
        return len(self.given)

    @property
    def to_confirm(self) -> int:
        """How many of them are still to be confirmed."""
        return len(self.waiting)


@dataclass(frozen=True, slots=True)
class Filled:
    """The assessment of that number, with the questionnaire it fills."""

    id: int
    questionnaire: Questionnaire
    assessment: Assessment


def _no_evidence() -> Mapping[str, tuple[Evidence, ...]]:
    return MappingProxyType({})


def _no_aids() -> Mapping[str, Aid]:
    return MappingProxyType({})


def _no_variants() -> Mapping[str, StoredPlan]:
    return MappingProxyType({})


def _no_others() -> Mapping[str, Filled]:
    return MappingProxyType({})


def _no_contributors() -> Mapping[str, str]:
    return MappingProxyType({})


def _no_handover() -> Mapping[str, HandoverNote]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One collectivité's dossier at one instant: who it is, what is known, answered, decided.

    `questionnaire` is the embedded one (contract D7). `capacity` is None while the defaults of R8
    have not been changed. `plan` is the stored roadmap, None when none was computed. `evidence` is
    by question, or by `evidence_of` an action; `handover` by topic; `aids` by action; `variants`
    are the plans kept beside it, by the name of what they put first; `assessments` are all those
    of the dossier, oldest first, whichever questionnaire they fill, and `assessment_id` says which
    one this is. `main_id` is the questionnaire that the dossier is about, empty when it is the only
    one; `others` are the latest fillings of each other questionnaire than the one shown, by its id.
    `contributors` says who takes each theme of the one shown, by theme, where that was said.
    """

    authority: LocalAuthority
    facts: Mapping[str, bool]
    questionnaire: Questionnaire
    assessment: Assessment
    decisions: Mapping[str, Decision]
    notes: Mapping[str, str]
    own_actions: tuple[OwnAction, ...] = ()
    capacity: Capacity | None = None
    opening_mark: float | None = None
    plan: StoredPlan | None = None
    evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=_no_evidence)
    handover: Mapping[str, HandoverNote] = field(default_factory=_no_handover)
    calendar: Calendar = NO_CALENDAR
    aids: Mapping[str, Aid] = field(default_factory=_no_aids)
    variants: Mapping[str, StoredPlan] = field(default_factory=_no_variants)
    assessments: tuple[AssessmentBrief, ...] = ()
    assessment_id: int = 0
    main_id: str = ""
    others: Mapping[str, Filled] = field(default_factory=_no_others)
    contributors: Mapping[str, str] = field(default_factory=_no_contributors)

    @property
    def is_latest(self) -> bool:
        """Whether no later assessment of this questionnaire follows: the others can only be
        read."""
        years = self.years
        return not years or years[-1].id == self.assessment_id

    @property
    def is_main(self) -> bool:
        """Whether the questionnaire shown is the one that the dossier is about."""
        return self.main_id in ("", self._shown_id)

    @property
    def years(self) -> tuple[AssessmentBrief, ...]:
        """The assessments of the questionnaire shown, oldest first."""
        return self.fillings(self._shown_id)

    @property
    def main_years(self) -> tuple[AssessmentBrief, ...]:
        """The assessments of the main questionnaire, oldest first."""
        return self.fillings(self.main_id or self._shown_id)

    def fillings(self, questionnaire_id: str) -> tuple[AssessmentBrief, ...]:
        """The assessments of one questionnaire, oldest first; none when it was not begun."""
        return tuple(one for one in self.assessments if one.questionnaire_id == questionnaire_id)

    def filled(self, number: int | None = None) -> Filled | None:
        """The assessment of that number, or the one shown: None for an older one, which is in the
        file alone."""
        if number is None or number == self.assessment_id:
            return Filled(self.assessment_id, self.questionnaire, self.assessment)
        return next((one for one in self.others.values() if one.id == number), None)

    @property
    def _shown_id(self) -> str:
        """As the dossier names it, which is what tells its assessments apart."""
        return self.assessment.questionnaire_id

    def with_assessment(self, assessment: Assessment) -> "Snapshot":
        """The same with other answers or marks, counted among the assessments too."""
        given, waiting = frozenset(assessment.answers), assessment.to_confirm
        briefs = tuple(
            replace(brief, given=given, waiting=waiting)
            if brief.id == self.assessment_id
            else brief
            for brief in self.assessments
        )
        return replace(self, assessment=assessment, assessments=briefs)
