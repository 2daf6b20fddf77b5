# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Answers of one filling that sit oddly together, as lines of a terminal: refuses nothing."""

from collections.abc import Sequence

from autodiag.model.assessment import Assessment
from autodiag.model.authority import LocalAuthority
from autodiag.model.condition import Facts
from autodiag.model.questionnaire import Questionnaire
from autodiag.scoring.coherence import odd_pairs
from autodiag.scoring.trace import applies

REMARK = "Remarque – {texte}"


def odd_said(
    questionnaire: Questionnaire, assessment: Assessment, authority: LocalAuthority, facts: Facts
) -> Sequence[str]:
    """«questions inf-3b et inf-3a : …», as the window says it of the questions that are asked."""
    every, answers = questionnaire.questions.values(), assessment.answers
    asked = {one.id for one in every if applies(one, authority, facts, answers)}
    return [
        f"questions {pair.question} et {pair.other}\u00a0: {pair.message}"
        for pair in odd_pairs(questionnaire, assessment, asked)
    ]
