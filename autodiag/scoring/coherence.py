# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Two answers that sit oddly together, said gently. Changes no score."""

from collections.abc import Container
from dataclasses import dataclass

from autodiag.model.assessment import Answered, Assessment
from autodiag.model.condition import COMPARISONS
from autodiag.model.questionnaire import Coherence, Questionnaire


@dataclass(frozen=True, slots=True)
class OddPair:
    """The remark that `question` makes when its answer and the one to `other` are compared."""

    question: str
    other: str
    message: str


def odd_pairs(
    questionnaire: Questionnaire, assessment: Assessment, asked: Container[str]
) -> list[OddPair]:
    """The remarks due where both questions are `asked` and have a level or a number, in the order
    of the questionnaire."""

    def given(question: str) -> float | None:
        answer = assessment.answers.get(question) if question in asked else None
        value = answer.value if isinstance(answer, Answered) else None
        return value if isinstance(value, int | float) else None

    return [
        OddPair(question.id, rule.other, rule.message)
        for question in questionnaire.questions.values()
        for rule in question.coherence
        if _holds(rule, given(question.id), given(rule.other))
    ]


def _holds(rule: Coherence, here: float | None, other: float | None) -> bool:
    if here is None or other is None:
        return False
    if rule.value is None:
        return COMPARISONS[rule.comparison](here, other)
    both = COMPARISONS[rule.comparison], COMPARISONS[rule.other_comparison]
    return both[0](here, rule.value) and both[1](other, rule.other_value)
