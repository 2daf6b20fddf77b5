# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What each question brings to the score, and why. Knows nothing of themes' scores or profiles."""

from dataclasses import replace

from autodiag.model.assessment import Answered, Assessment, NotConcerned, Unknown
from autodiag.model.authority import LocalAuthority
from autodiag.model.condition import Facts, holds
from autodiag.model.questionnaire import HIGHEST_LEVEL, Question, Questionnaire
from autodiag.model.result import QuestionTrace

Traces = dict[str, tuple[QuestionTrace, ...]]
"""The traces of each theme's level questions, by theme id."""


def applies(question: Question, authority: LocalAuthority, facts: Facts) -> bool:
    """Whether a question is asked: an unknown condition never hides it (contract S1)."""
    return question.applicable is None or holds(question.applicable, authority, facts) is not False


def trace_answers(
    questionnaire: Questionnaire,
    assessment: Assessment,
    authority: LocalAuthority,
    facts: Facts,
) -> Traces:
    """The trace of every question that has levels (contract S2, S3, S8)."""
    return {
        theme.id: tuple(
            _trace(question, assessment, applies(question, authority, facts))
            for question in theme.questions
            if question.type == "niveaux"
        )
        for theme in questionnaire.themes
    }


def _trace(question: Question, assessment: Assessment, applicable: bool) -> QuestionTrace:
    blank = QuestionTrace(question.id, question.weight, "sans_reponse", 0, HIGHEST_LEVEL)
    if not applicable:
        return replace(blank, state="non_applicable", reason=question.not_applicable_reason)
    match assessment.answers.get(question.id):
        case Answered(int() as level):
            return replace(blank, state="niveau", low=level, high=level)
        case NotConcerned(reason):
            return replace(blank, state="sans_objet", reason=reason)
        case Unknown():
            return replace(blank, state="nsp")
        case _:
            return blank
