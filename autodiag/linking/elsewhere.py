# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What may be taken up in each questionnaire of a dossier, and which answers say the same thing
twice: computed, never stored. Knows nothing of the screen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from autodiag.linking.links import Link
from autodiag.linking.proposals import Proposal, Source, proposals
from autodiag.model.assessment import Answered
from autodiag.model.dossier import Filled, Snapshot


@dataclass(frozen=True, slots=True)
class Waiting:
    """A filling where some answers may be taken up: these questions have none yet."""

    filled: Filled
    questions: tuple[str, ...]


def ready(found: Mapping[str, Proposal]) -> tuple[str, ...]:
    """The questions without answer for which one is proved: one gesture takes it up."""
    return tuple(name for name, one in found.items() if one.answer is not None and not one.answered)


def waiting(links: Iterable[Link], snapshot: Snapshot) -> Mapping[str, Waiting]:
    """By questionnaire, its latest filling where answers may be taken up: the one shown too."""
    kept = tuple(links)
    shown = Filled(snapshot.assessment_id, snapshot.questionnaire, snapshot.assessment)
    seen = {snapshot.assessment.questionnaire_id: (shown, snapshot)} if snapshot.is_latest else {}
    seen |= {name: (one, seen_from(snapshot, one)) for name, one in snapshot.others.items()}
    every = {
        name: Waiting(one, ready(proposals(kept, there))) for name, (one, there) in seen.items()
    }
    return {name: one for name, one in every.items() if one.questions}


def seen_from(snapshot: Snapshot, filled: Filled) -> Snapshot:
    """The same dossier with another of its latest fillings shown."""
    shown = Filled(snapshot.assessment_id, snapshot.questionnaire, snapshot.assessment)
    others = {snapshot.assessment.questionnaire_id: shown, **snapshot.others}
    others.pop(filled.assessment.questionnaire_id, None)
    return replace(
        snapshot,
        questionnaire=filled.questionnaire,
        assessment=filled.assessment,
        assessment_id=filled.id,
        others=others,
    )


def same_said(links: Iterable[Link], snapshot: Snapshot, question_id: str) -> tuple[Source, ...]:
    """The answers of other questionnaires that prove the very answer given here; none where they
    prove another, several, or nothing. Whether it was taken up from them is not kept."""
    assessment = snapshot.assessment
    given = assessment.answers.get(question_id)
    if not isinstance(given, Answered):
        return ()
    about = [link for link in links if link.offered.question == question_id]
    left = {name: one for name, one in assessment.answers.items() if name != question_id}
    before = snapshot.with_assessment(replace(assessment, answers=left))
    one = proposals(about, before).get(question_id)
    same = one is not None and one.answer is not None and one.answer.value == given.value
    return one.sources if one is not None and same else ()
