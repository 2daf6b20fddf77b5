# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Le plus court chemin»: the least effort that reaches the next profile (contract R4)."""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from math import ceil, lcm

from autodiag.model.questionnaire import PROFILES, ProfileId, Scoring, Threshold
from autodiag.model.result import ThemeResult
from autodiag.model.roadmap import ShortestPath
from autodiag.roadmap.calendar import months_to_work
from autodiag.roadmap.capacity import DAY, EURO, cost_in_three_years, total
from autodiag.roadmap.cleared import obligations_left
from autodiag.roadmap.goals import theme_weight
from autodiag.roadmap.programme import Placement, Steps, chosen_actions, place, weighted
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.solver import InfeasibleError
from autodiag.roadmap.useful import stand


def find_shortest_path(situation: Situation, left: Callable[[], float]) -> ShortestPath:
    """The least days (upper estimates), then the least money over three years, that reach the
    next profile at the low bound, without any limit of days or money. It starts from what is done:
    no action, where bringing the answers up to date is enough.

    `left` tells the seconds that remain; the path says when it is not proven the shortest.
    """
    low = situation.result.profile.low
    scoring = situation.questionnaire.scoring
    above = dict(pairwise(PROFILES))
    if low is None or scoring is None or low not in above:
        return ShortestPath(None, possible=False, proven=True)
    target = above[low]
    placement = place(situation, stand(situation), timed=False)
    try:
        _reach(placement, scoring, target)
        placement.programme.minimize(
            weighted(placement, lambda a, _: round(a.effort.high * DAY)), left()
        )
        placement.programme.minimize(
            weighted(placement, lambda a, _: round(cost_in_three_years(a).high * EURO)), left()
        )
    except InfeasibleError:
        return ShortestPath(target, possible=False, proven=placement.programme.proven)
    return _described(situation, placement, target)


def _reach(placement: Placement, scoring: Scoring, target: ProfileId) -> None:
    """The rows that make the profile at least the target at the low bound.

    Its own conditions are met, and every rule read before it that gives a lower profile is
    broken, at its first upper limit.
    """
    steps: dict[str, Steps] = {
        trace.question: placement.steps(trace.question, 0)
        for trace in placement.situation.traces.values()
        if trace.counts
    }
    for rule in scoring.profile_rules:
        if rule.profile == target:
            for threshold in rule.thresholds:
                _at_least(placement, steps, threshold)
            return
        if PROFILES.index(rule.profile) < PROFILES.index(target):
            limits = [threshold for threshold in rule.thresholds if not threshold.at_least]
            if not limits:
                raise InfeasibleError
            _at_least(placement, steps, limits[0])


def _at_least(placement: Placement, steps: dict[str, Steps], threshold: Threshold) -> None:
    """The row «measure ≥ bound», on the prudent scores, in whole numbers."""
    measure = threshold.measure
    themes = [
        theme
        for theme in placement.situation.started.themes
        if theme.range is not None and (measure.kind == "global" or theme.theme in measure.themes)
    ]
    if not themes:
        if measure.kind != "moyenne":
            raise InfeasibleError
        return
    common = lcm(*(theme_weight(theme) for theme in themes))
    asked = Fraction(threshold.bound) * common * len(themes) - sum(
        (theme.range.low * common for theme in themes if theme.range), Fraction(0)
    )
    terms: dict[int, int] = {}
    for theme in themes:
        terms |= _climb(theme, steps, common)
    placement.programme.at_least(terms, ceil(asked))


def _climb(theme: ThemeResult, steps: dict[str, Steps], common: int) -> dict[int, int]:
    factor = common // theme_weight(theme)
    return {
        variable: trace.weight * factor * rise
        for trace in theme.questions
        if trace.counts
        for rise, variable in steps[trace.question]
    }


def _described(situation: Situation, placement: Placement, target: ProfileId) -> ShortestPath:
    chosen = chosen_actions(placement)
    actions = [a for a in situation.catalogue.actions.values() if a.id in chosen]
    days = total([action.effort for action in actions])
    pace = situation.capacity.days_per_month
    longest = max((_delay(situation, chosen, action.id) for action in actions), default=0)
    return ShortestPath(
        target,
        possible=True,
        proven=placement.programme.proven,
        actions=tuple(action.id for action in actions),
        days=days,
        euros=total([cost_in_three_years(action) for action in actions]),
        months=_months(situation, ceil(days.high / pace), longest) if pace else None,
        obligations_left=obligations_left(situation, chosen),
    )


def _months(situation: Situation, needed: int, longest: int) -> int | None:
    """With the months when nobody can work on it, and no less than the longest delay."""
    start = max(situation.start, situation.today.replace(day=1))
    months = months_to_work(situation.calendar, start, needed)
    return None if months is None else max(months, longest)


def _delay(situation: Situation, chosen: dict[str, int], action_id: str) -> int:
    """The months of an action and of the longest chain of chosen actions that it waits for."""
    needs = (n for n in situation.open_prerequisites(action_id) if n in chosen)
    waited = max((_delay(situation, chosen, need) for need in needs), default=0)
    return waited + situation.catalogue.actions[action_id].delay_months
