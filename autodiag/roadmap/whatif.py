# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the answers would become once actions are done: score(answers ⊕ actions) (contract R2)."""

from collections.abc import Collection
from dataclasses import replace

from autodiag.model.questionnaire import Questionnaire
from autodiag.model.result import QuestionTrace, Result
from autodiag.model.roadmap import ActionCatalogue
from autodiag.scoring.score import rate


def target_levels(
    catalogue: ActionCatalogue, done: Collection[str], settled: Collection[str] = ()
) -> dict[str, int]:
    """The level that these actions bring each question to: the highest, never a sum.

    `settled` are the actions that count as done in a combination without being in the plan:
    already done, or not applying to the collectivité.
    """
    levels: dict[str, int] = {}
    for action_id in done:
        for target in catalogue.actions[action_id].raises:
            levels[target.question] = max(levels.get(target.question, 0), target.level)
    done_or_settled = {*done, *settled}
    for group in catalogue.combinations:
        if set(group.actions) & set(done) and done_or_settled.issuperset(group.actions):
            levels[group.question] = max(levels.get(group.question, 0), group.level)
    return levels


def what_if(
    questionnaire: Questionnaire,
    result: Result,
    levels: dict[str, int],
) -> Result:
    """The result with each question raised to its target; applicability does not change.

    On an unknown answer the target is the low bound and 4 stays the high one. It only raises.
    """
    traces = {
        theme.theme: tuple(_raised(trace, levels) for trace in theme.questions)
        for theme in result.themes
    }
    return rate(questionnaire, traces)


def _raised(trace: QuestionTrace, levels: dict[str, int]) -> QuestionTrace:
    target = levels.get(trace.question, 0)
    if not trace.counts or target <= trace.low:
        return trace
    return replace(trace, low=target, high=max(target, trace.high))
