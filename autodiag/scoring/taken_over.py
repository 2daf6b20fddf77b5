# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How many answers an assessment holds, and how many were taken over and wait to be confirmed:
the same count everywhere, of what is asked of the collectivité (contract S1)."""

from autodiag.model.dossier import AssessmentBrief, Snapshot
from autodiag.scoring.trace import applies
from autodiag.text.numbers import count


def not_asked(snapshot: Snapshot) -> frozenset[str]:
    """The questions of the one shown that do not concern the collectivité."""
    it = snapshot
    every = it.questionnaire.questions.values()
    known = it.assessment.answers
    return frozenset(q.id for q in every if not applies(q, it.authority, it.facts, known))


def waiting(snapshot: Snapshot) -> frozenset[str]:
    """The answers of the one shown that were taken over and that nobody confirmed yet."""
    left = snapshot.assessment.to_confirm
    return left - not_asked(snapshot) if left else left


def held_said(brief: AssessmentBrief, aside: frozenset[str] = frozenset()) -> str:
    """«61 réponses, dont 12 à confirmer», without the questions set `aside`."""
    said = count(len(brief.given - aside), "réponse")
    left = len(brief.waiting - aside)
    return f"{said}, dont {left} à confirmer" if left else said
