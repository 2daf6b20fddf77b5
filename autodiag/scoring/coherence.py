# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Two answers that sit oddly together, said gently. Changes no score."""

from collections.abc import Mapping
from dataclasses import dataclass

from autodiag.model.condition import COMPARISONS
from autodiag.model.questionnaire import Coherence, Questionnaire
from autodiag.model.result import QuestionTrace


@dataclass(frozen=True, slots=True)
class OddPair:
    """The remark that `question` makes when its answer and the one to `other` are compared."""

    question: str
    other: str
    message: str


def odd_pairs(questionnaire: Questionnaire, traces: Mapping[str, QuestionTrace]) -> list[OddPair]:
    """The remarks due where both questions have a level, in the order of the questionnaire."""
    return [
        OddPair(question.id, rule.other, rule.message)
        for question in questionnaire.questions.values()
        for rule in question.coherence
        if _holds(rule, traces.get(question.id), traces.get(rule.other))
    ]


def _holds(rule: Coherence, here: QuestionTrace | None, other: QuestionTrace | None) -> bool:
    if here is None or other is None or not here.state == other.state == "niveau":
        return False
    return COMPARISONS[rule.comparison](here.low, rule.value) and COMPARISONS[
        rule.other_comparison
    ](other.low, rule.other_value)
