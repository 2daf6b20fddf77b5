# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What changed since the assessment before: the same comparison for the window, the commands and
paper. Reads the dossier; shows nothing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from autodiag.catalogue.answers import fitting
from autodiag.catalogue.renames import common_questions
from autodiag.dossier.as_of import Known
from autodiag.dossier.reading import ReadDossier
from autodiag.model.dossier import Snapshot
from autodiag.model.questionnaire import Question, Questionnaire, Wording
from autodiag.model.result import Result
from autodiag.scoring.change import Change, Dated, compare_dates
from autodiag.scoring.score import score
from autodiag.scoring.wording import wording_read


@dataclass(frozen=True, slots=True)
class Earlier:
    """An assessment as it was left. `known` None: who the collectivité was then is not known."""

    snapshot: Snapshot
    known: Known | None


def since(
    dossier: ReadDossier,
    load_packed: Callable[[str], Questionnaire],
    snapshot: Snapshot,
    result: Result,
) -> Change | None:
    """The assessment of `snapshot` beside the one before; None for the first."""
    number = number_before(snapshot)
    if number is None:
        return None
    return compared(read_earlier(dossier, load_packed, number), snapshot, result)


def number_before(snapshot: Snapshot, earlier: int | None = None) -> int | None:
    """The assessment of the same questionnaire just before, or the one asked for. Raises KeyError
    where that is not an earlier one."""
    own = snapshot.assessment.questionnaire_id
    same = [brief.id for brief in snapshot.assessments if brief.questionnaire_id == own]
    before = same[: same.index(snapshot.assessment_id)] if snapshot.assessment_id in same else []
    if earlier is not None and earlier not in before:
        raise KeyError(earlier)
    return earlier or (before[-1] if before else None)


def read_earlier(
    dossier: ReadDossier, load_packed: Callable[[str], Questionnaire], number: int
) -> Earlier:
    """It no longer changes: what is read once may be kept."""
    found = dossier.snapshot(load_packed, number)
    assessment, _faults = fitting(found.assessment, found.questionnaire)
    return Earlier(found.with_assessment(assessment), dossier.known_when(number))


def compared(earlier: Earlier, snapshot: Snapshot, result: Result) -> Change:
    """Both side by side; the earlier one is scored with the identity and facts known then, or
    those of now."""
    known = earlier.known or Known(snapshot.authority, snapshot.facts)
    before = replace(earlier.snapshot, authority=known.authority, facts=known.facts)
    rated = score(before.questionnaire, before.assessment, before.authority, before.facts)
    pairs = common_questions(
        before.questionnaire,
        snapshot.questionnaire,
        partial(_read, before),
        partial(_read, snapshot),
    )
    dated = earlier.known is not None
    return compare_dates(Dated(before, rated), Dated(snapshot, result), pairs, dated=dated)


def _read(snapshot: Snapshot, question: Question) -> Wording:
    return wording_read(
        snapshot.questionnaire, question, snapshot.assessment, snapshot.authority, snapshot.facts
    )
