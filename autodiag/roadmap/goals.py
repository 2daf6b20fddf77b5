# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The goals of a plan, each as a sum to maximise, and the room that its periods leave (R3)."""

from collections.abc import Sequence
from math import floor, lcm

from autodiag.model.result import ThemeResult
from autodiag.model.roadmap import HORIZONS, Action
from autodiag.roadmap.capacity import (
    DAY,
    ENQUIRY_DAYS,
    EURO,
    cost_in,
    effort_in,
)
from autodiag.roadmap.in_place import days_in_place, euros_in_place
from autodiag.roadmap.programme import Placement, weighted
from autodiag.roadmap.situation import Situation

Sum = dict[int, int]


def limit_periods(placement: Placement, asked: int) -> tuple[Sum, Sum]:
    """The rows of days and of money, and what each period may exceed them by: (days, euros).
    What is in place already takes its part first.

    Only what the user retained can exceed; `asked` is how many enquiries the first horizon
    that is not over holds.
    """
    situation = placement.situation
    over_days: Sum = {}
    over_euros: Sum = {}
    own = situation.waiting_own
    days, euros = situation.days, situation.euros
    for period, horizon in enumerate(HORIZONS):
        taken_days = sum(o.effort.high for o in own if o.horizon == horizon)
        taken_days += days_in_place(situation, period).high
        taken_euros = sum(o.cost.high for o in own if o.horizon == horizon)
        taken_euros += euros_in_place(situation, period).high
        taken_days += asked * ENQUIRY_DAYS if period == situation.now else 0
        room = max(0, floor((days[period] - taken_days) * DAY + 1e-6))
        purse = max(0, floor((euros[period] - taken_euros) * EURO + 1e-6))
        over_days |= _limit(placement, days_in(placement, period), room)
        over_euros |= _limit(placement, euros_in(placement, period), purse)
    return over_days, over_euros


def days_in(placement: Placement, period: int) -> Sum:
    """The days (in twenty-eighths, upper estimates) that a period asks."""
    return weighted(placement, lambda a, h: round(effort_in(a, h, period).high * DAY))


def euros_in(placement: Placement, period: int) -> Sum:
    """The half-euros (upper estimates) that a period asks."""
    return weighted(placement, lambda a, h: round(cost_in(a, h, period).high * EURO))


def _limit(placement: Placement, used: Sum, room: int) -> Sum:
    kept = [c for c in placement.candidates.values() if c.standing == "retenue"]
    if not kept:
        placement.programme.at_most(used, room)
        return {}
    over = placement.programme.variable(whole=False, most=float(sum(used.values())))
    placement.programme.at_most(used | {over: -1}, room)
    return {over: 1}


def wished(placement: Placement) -> int:
    """How many placed actions have a horizon that the user chose."""
    return sum(placement.candidates[action].pinned is not None for action in placement.x)


def wishes_goal(placement: Placement) -> Sum:
    """The horizons that the user chose: as many as delays and prerequisites allow."""
    return {
        variables[pinned]: 1
        for action, variables in placement.x.items()
        if (pinned := placement.candidates[action].pinned) in variables
    }


def distance_goal(placement: Placement) -> Sum:
    """How many periods away from the one that the user chose, to be made as few as possible."""
    return {
        variable: abs(period - pinned)
        for action, variables in placement.x.items()
        if (pinned := placement.candidates[action].pinned) is not None
        for period, variable in variables.items()
        if period != pinned
    }


def foundations_goal(placement: Placement) -> Sum:
    """The *socle*: as many of its questions as possible, then as early as possible, the first
    named (the backup) rather than the last when not all can come at once."""
    scoring = placement.situation.questionnaire.scoring
    foundations = scoring.foundations if scoring else ()
    wanted = {
        question: (level, len(foundations) - rank)
        for rank, (question, level) in enumerate(foundations)
        if placement.situation.reached(question) < level
        and placement.situation.level(question) is not None
    }
    first_of_all = 1 + placement.periods * sum(haste for _, haste in wanted.values())
    goal: Sum = {}
    for question, (level, haste) in wanted.items():
        for period in range(placement.periods):
            reached = placement.reaches(question, level, period)
            goal |= _early(placement, reached, period, haste, first_of_all)
    return goal


def obligations_goal(placement: Placement) -> Sum:
    """The obligations *non remplies*: as many as possible, then as early as possible."""
    count = len(placement.situation.unmet)
    first_of_all = 1 + placement.periods * count
    goal: Sum = {}
    for number in range(count):
        for period in range(placement.periods):
            cleared = clearing(placement, number, period)
            goal |= _early(placement, cleared, period, 1, first_of_all)
    return goal


def clearing(placement: Placement, number: int, period: int) -> Sum:
    """The sum that is at least 1 when an unmet obligation is cleared by the end of a period."""
    situation = placement.situation
    state = situation.unmet[number]
    proof = state.obligation.proof
    if not state.obligation.cleared_by and proof:
        return placement.reaches(proof.question, proof.level, period)
    terms: Sum = {}
    for action in placement.x:
        if situation.clears(situation.catalogue.actions[action], state):
            terms |= placement.until(action, period)
    return terms


def _early(placement: Placement, reached: Sum, period: int, haste: int, first_of_all: int) -> Sum:
    """Reaching something by the end of a period; by the last one, it counts above all haste."""
    last = period == placement.periods - 1
    return {placement.indicator(reached): haste + first_of_all * last} if reached else {}


def gain_goal(placement: Placement) -> Sum:
    """The gain of the prudent global score, weighted 3, 2, 1 by horizon, in whole numbers.

    Summing the gain reached by the end of each horizon gives just these weights: what comes in
    the first is counted three times, in the second twice, in the last once.
    """
    goal: Sum = {}
    for question, factor in gain_factors(placement.situation).items():
        for period in range(placement.periods):
            goal |= {v: factor * rise for rise, v in placement.steps(question, period)}
    return goal


def gain_factors(situation: Situation) -> dict[str, int]:
    """What one level of each counting question weighs in the global score, in whole numbers."""
    weights = {t.theme: theme_weight(t) for t in situation.result.themes if t.range is not None}
    common = lcm(*weights.values()) if weights else 1
    return {
        trace.question: trace.weight * common // weights[theme.theme]
        for theme in situation.result.themes
        for trace in theme.questions
        if trace.counts
    }


def theme_weight(theme: ThemeResult) -> int:
    """The weight of the counting questions of a theme."""
    return sum(trace.weight for trace in theme.questions if trace.counts)


def effort_goal(placement: Placement) -> Sum:
    """The days of the three horizons together, to be made as few as possible."""
    return weighted(
        placement,
        lambda a, h: sum(
            round(effort_in(a, h, period).high * DAY) for period in range(placement.periods)
        ),
    )


def order_goal(placement: Placement, catalogue: Sequence[Action]) -> Sum:
    """The order of the catalogue, to be made as small as possible: what comes first, first."""
    rank = {action.id: number for number, action in enumerate(catalogue)}
    size = len(rank)
    return weighted(placement, lambda a, h: 3 * size * rank[a.id] + (size - rank[a.id]) * h)
