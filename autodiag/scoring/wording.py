# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which wording of a question this collectivité reads. Knows nothing of scores."""

from collections.abc import Mapping
from dataclasses import replace

from autodiag.model.assessment import Answer, Answered, Assessment
from autodiag.model.authority import LocalAuthority
from autodiag.model.condition import Facts, holds
from autodiag.model.questionnaire import Question, Questionnaire, Wording


def variant_for(
    questionnaire: Questionnaire, question: Question, authority: LocalAuthority, facts: Facts
) -> str:
    """The first variant of the questionnaire that is true and that the question has, else ""."""
    for variant in questionnaire.variants:
        if variant.id in question.wordings and holds(variant.condition, authority, facts):
            return variant.id
    return ""


def wording_read(
    questionnaire: Questionnaire,
    question: Question,
    assessment: Assessment,
    authority: LocalAuthority,
    facts: Facts,
) -> Wording:
    """The wording shown: an answer keeps the one it was given under, even if the population
    has changed since."""
    answer = assessment.answers.get(question.id)
    if isinstance(answer, Answered):
        return question.wording(answer.variant)
    return question.wording(variant_for(questionnaire, question, authority, facts))


def under_their_wording(
    answers: Mapping[str, Answer],
    questionnaire: Questionnaire,
    authority: LocalAuthority,
    facts: Facts,
) -> dict[str, Answer]:
    """The same answers, each remembering the wording that this collectivité reads."""

    def worded(question_id: str, answer: Answer) -> Answer:
        if not isinstance(answer, Answered):
            return answer
        question = questionnaire.questions[question_id]
        variant = variant_for(questionnaire, question, authority, facts)
        return replace(answer, variant=variant)

    return {question_id: worded(question_id, answer) for question_id, answer in answers.items()}
