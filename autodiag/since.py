# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What changed since the assessment before: the same comparison for the window, the commands and
paper. Reads the dossier; shows nothing."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from autodiag.catalogue.answers import fitting
from autodiag.catalogue.renames import common_questions
from autodiag.dossier.reading import ReadDossier
from autodiag.model.dossier import Snapshot
from autodiag.model.questionnaire import Question, Questionnaire, Wording
from autodiag.model.result import Result
from autodiag.scoring.change import Change, Dated, compare_dates
from autodiag.scoring.score import score
from autodiag.scoring.wording import wording_read


def since(
    dossier: ReadDossier,
    load_packed: Callable[[str], Questionnaire],
    snapshot: Snapshot,
    result: Result,
    earlier: int | None = None,
) -> Change | None:
    """The assessment of `snapshot` beside an earlier one of the same questionnaire (by default,
    the one just before); None where there is none.

    The earlier one is scored with the identity and facts that were known then. Raises KeyError
    for a number that is not an earlier one.
    """
    others = _earlier(snapshot)
    if earlier is not None and earlier not in others:
        raise KeyError(earlier)
    if not others:
        return None
    number = others[-1] if earlier is None else earlier
    before, known = dossier.snapshot(load_packed, number), dossier.known_when(number)
    if known is not None:
        before = replace(before, authority=known.authority, facts=known.facts)
    before = before.with_assessment(fitting(before.assessment, before.questionnaire)[0])
    rated = score(before.questionnaire, before.assessment, before.authority, before.facts)
    pairs = common_questions(
        before.questionnaire,
        snapshot.questionnaire,
        partial(_read, before),
        partial(_read, snapshot),
    )
    return compare_dates(
        Dated(before, rated), Dated(snapshot, result), pairs, dated=known is not None
    )


def _earlier(snapshot: Snapshot) -> list[int]:
    """The assessments of the same questionnaire before this one, oldest first."""
    own = snapshot.assessment.questionnaire_id
    same = [brief.id for brief in snapshot.assessments if brief.questionnaire_id == own]
    return same[: same.index(snapshot.assessment_id)] if snapshot.assessment_id in same else []


def _read(snapshot: Snapshot, question: Question) -> Wording:
    return wording_read(
        snapshot.questionnaire, question, snapshot.assessment, snapshot.authority, snapshot.facts
    )
