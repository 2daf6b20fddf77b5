# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What each question brings to the score, and why. Knows nothing of themes' scores or profiles."""

from typing import Literal

from autodiag.model.assessment import Answered, Assessment, NotConcerned, Unknown
from autodiag.model.authority import LocalAuthority
from autodiag.model.condition import NO_REPLIES, Facts, Replies, holds
from autodiag.model.questionnaire import HIGHEST_LEVEL, Question, Questionnaire
from autodiag.model.result import QuestionTrace, State

Traces = dict[str, tuple[QuestionTrace, ...]]
"""The traces of each theme's level questions, by theme id."""
Reply = State | Literal["repondue"]
"""How a question of any type stands: `repondue` for an answer that has no level."""


def applies(
    question: Question, authority: LocalAuthority, facts: Facts, replies: Replies = NO_REPLIES
) -> bool:
    """Whether a question is asked: an unknown condition never hides it (contract S1). `replies` are
    the answers of its own questionnaire; without them, it is asked as on a blank form."""
    condition = question.applicable
    return condition is None or holds(condition, authority, facts, replies) is not False


def reply(
    question: Question, assessment: Assessment, authority: LocalAuthority, facts: Facts
) -> Reply:
    """How a question stands, also one that brings nothing to the score and leaves no trace."""
    asked = applies(question, authority, facts, assessment.answers)
    given = assessment.answers.get(question.id)
    if asked and question.type != "niveaux" and isinstance(given, Answered):
        return "repondue"
    return _trace(question, assessment, asked).state


def trace_answers(
    questionnaire: Questionnaire,
    assessment: Assessment,
    authority: LocalAuthority,
    facts: Facts,
) -> Traces:
    """The trace of every question that has levels (contract S2, S3, S8)."""
    return {
        theme.id: tuple(
            _trace(question, assessment, applies(question, authority, facts, assessment.answers))
            for question in theme.questions
            if question.type == "niveaux"
        )
        for theme in questionnaire.themes
    }


def _trace(question: Question, assessment: Assessment, applicable: bool) -> QuestionTrace:
    name, weight = question.id, question.weight
    if not applicable:
        reason = question.not_applicable_reason
        return QuestionTrace(name, weight, "non_applicable", 0, HIGHEST_LEVEL, reason)
    match assessment.answers.get(name):
        case Answered(int() as level):
            return QuestionTrace(name, weight, "niveau", level, level)
        case NotConcerned(reason):
            return QuestionTrace(name, weight, "sans_objet", 0, HIGHEST_LEVEL, reason)
        case Unknown():
            return QuestionTrace(name, weight, "nsp", 0, HIGHEST_LEVEL)
        case _:
            return QuestionTrace(name, weight, "sans_reponse", 0, HIGHEST_LEVEL)
