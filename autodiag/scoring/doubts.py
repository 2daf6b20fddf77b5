# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which unknown answers matter most to the profile, and whom to ask (contract P4)."""

from dataclasses import replace
from fractions import Fraction

from autodiag.model.questionnaire import HIGHEST_LEVEL, Questionnaire, Scoring
from autodiag.model.result import Doubt, QuestionTrace, Range, Result, ThemeResult
from autodiag.scoring.profile import Ranges, bounds, read_thresholds


def with_doubts(questionnaire: Questionnaire, result: Result) -> Result:
    """The same result with the doubts of an uncertain profile, the weightiest first.

    Apart from `score`, which stays far below the millisecond: this one tries the five levels of
    every unknown answer.
    """
    scoring = questionnaire.scoring
    if scoring is None or not result.profile.classable or result.profile.certain:
        return result
    ranges = {theme.theme: theme.range for theme in result.themes}
    evaluable = sum(r is not None for r in ranges.values())
    doubts = [
        Doubt(
            trace.question,
            Fraction(HIGHEST_LEVEL * trace.weight, _weight(theme) * evaluable),
            _settles(scoring, ranges, theme, trace),
            questionnaire.questions[trace.question].whom,
        )
        for theme in result.themes
        for trace in theme.questions
        if trace.state in ("nsp", "sans_reponse")
    ]
    doubts.sort(key=lambda doubt: (not doubt.settles, -doubt.narrows))
    return replace(result, profile=replace(result.profile, doubts=tuple(doubts)))


def by_whom(doubts: tuple[Doubt, ...]) -> dict[str, tuple[str, ...]]:
    """The questions to clarify, by the first person to ask, in order of weight."""
    groups: dict[str, tuple[str, ...]] = {}
    for doubt in doubts:
        whom = doubt.whom[0] if doubt.whom else ""
        groups[whom] = (*groups.get(whom, ()), doubt.question)
    return groups


def _weight(theme: ThemeResult) -> int:
    return sum(trace.weight for trace in theme.questions if trace.counts)


def _settles(scoring: Scoring, ranges: Ranges, theme: ThemeResult, trace: QuestionTrace) -> bool:
    """Whether the profile would be certain whatever the level answered."""
    assert theme.range is not None
    step = Fraction(trace.weight, _weight(theme))
    for level in range(HIGHEST_LEVEL + 1):
        narrowed = Range(
            theme.range.low + step * (level - trace.low),
            theme.range.high - step * (trace.high - level),
        )
        readings = read_thresholds(scoring.profile_rules, {**ranges, theme.theme: narrowed})
        low, high = bounds(readings, scoring.profile_rules)
        if low != high:
            return False
    return True
