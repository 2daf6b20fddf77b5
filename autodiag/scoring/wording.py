# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The wording of a question, or of an action, that this collectivité reads. Knows no score."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from autodiag.model.assessment import Answer, Answered, Assessment
from autodiag.model.authority import LocalAuthority
from autodiag.model.condition import Facts, holds
from autodiag.model.knowledge import Knowledge
from autodiag.model.questionnaire import Question, Questionnaire, Wording
from autodiag.model.roadmap import Action


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


def variants_read(
    questionnaire: Questionnaire, authority: LocalAuthority, facts: Facts
) -> tuple[str, ...]:
    """The variants of the questionnaire that are true here, in their order."""
    true = (one.id for one in questionnaire.variants if holds(one.condition, authority, facts))
    return tuple(true)


def actions_worded(knowledge: Knowledge, variants: Sequence[str]) -> Knowledge:
    """The knowledge with each action in the wording of the first of these variants that it has.
    The same object where nothing is said otherwise; what was worded for others can be given."""
    actions = knowledge.actions.actions
    worded = {name: _worded(action, variants) for name, action in actions.items()}
    if all(worded[name] is action for name, action in actions.items()):
        return knowledge
    return replace(knowledge, actions=replace(knowledge.actions, actions=worded))


def _worded(action: Action, variants: Sequence[str]) -> Action:
    if not action.wordings:
        return action
    said = action.wordings[next((one for one in variants if one in action.wordings), "")]
    worded = replace(
        action, title=said.title, why=said.why, steps=said.steps, indicator=said.indicator
    )
    return action if worded == action else worded
