# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The planning model as rows: which action on which horizon, and what levels that reaches.

Shared by the plan (R3) and by the shortest path (R4). Knows no capacity and no goal.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from autodiag.model.roadmap import HORIZON_MONTHS, HORIZONS, Action
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.solver import Programme
from autodiag.roadmap.useful import Candidate

LENGTHS = tuple(HORIZON_MONTHS[h] for h in HORIZONS)
Steps = list[tuple[int, int]]
"""What raises a question: (height of the step, variable), above today's prudent level."""


@dataclass
class Placement:
    """The variables of a programme: `x[action][horizon]`, and what they raise at the end of each.

    `periods` is 3 for a plan, 1 for a shortest path, where time does not count. `late` tells the
    delays that what the user retained cannot hold.
    """

    situation: Situation
    candidates: dict[str, Candidate]
    periods: int
    programme: Programme = field(default_factory=Programme)
    x: dict[str, dict[int, int]] = field(default_factory=dict[str, dict[int, int]])
    combined: dict[tuple[int, int], int] = field(default_factory=dict[tuple[int, int], int])
    late: dict[int, int] = field(default_factory=dict[int, int])

    def needs(self, action: str) -> list[str]:
        """The prerequisites that are to be placed too."""
        return [need for need in self.situation.open_prerequisites(action) if need in self.x]

    def forced(self) -> frozenset[str]:
        """What the user retained, and what that needs, at any depth."""
        found = [action for action in self.x if self.candidates[action].standing == "retenue"]
        for action in found:
            found += [need for need in self.needs(action) if need not in found]
        return frozenset(found)

    def until(self, action: str, period: int) -> dict[int, int]:
        """The sum that is 1 when the action is placed on this horizon or before."""
        return {v: 1 for h, v in self.x.get(action, {}).items() if h <= period}

    def reaches(self, question: str, level: int, period: int) -> dict[int, int]:
        """The sum that is at least 1 when the question reaches the level by the end of a period."""
        terms: dict[int, int] = {}
        for action in self.x:
            targets = self.situation.catalogue.actions[action].raises
            if any(t.question == question and t.level >= level for t in targets):
                terms |= self.until(action, period)
        for number, group in enumerate(self.situation.catalogue.combinations):
            if group.question == question and group.level >= level:
                variable = self.combined.get((number, period))
                terms |= {} if variable is None else {variable: 1}
        return terms

    def indicator(self, terms: dict[int, int]) -> int:
        """A variable that can be 1 only when the sum is at least 1."""
        variable = self.programme.variable(whole=False)
        self.programme.at_most({variable: 1, **{v: -f for v, f in terms.items()}}, 0)
        return variable

    def steps(self, question: str, period: int) -> Steps:
        """The heights that a counting question can climb, each with the variable that tells.
        What is done is climbed already."""
        today = self.situation.reached(question)
        found: Steps = []
        for level in self._targets(question):
            if level > today:
                variable = self.indicator(self.reaches(question, level, period))
                found.append((level - today, variable))
                today = level
        return found

    def _targets(self, question: str) -> list[int]:
        catalogue = self.situation.catalogue
        alone = {
            t.level for a in self.x for t in catalogue.actions[a].raises if t.question == question
        }
        together = {
            catalogue.combinations[number].level
            for number, _ in self.combined
            if catalogue.combinations[number].question == question
        }
        return sorted(alone | together)


def place(situation: Situation, candidates: dict[str, Candidate], *, timed: bool) -> Placement:
    """The variables and the rows of prerequisites, delays and combinations.

    With `timed`, three horizons and their delays, and what the user retained is placed; without,
    one period of any length, and every action is free. Whatever the user decided, some placement
    satisfies the rows.
    """
    placement = Placement(situation, candidates, len(LENGTHS) if timed else 1)
    programme = placement.programme
    for action, allowed in _attainable(situation, candidates, timed=timed).items():
        placement.x[action] = {h: programme.variable() for h in allowed}
    for action, variables in placement.x.items():
        once = dict.fromkeys(variables.values(), 1)
        programme.at_most(once, 1)
        if timed and candidates[action].standing == "retenue":
            programme.at_least(once, 1)
    _require(placement)
    if timed:
        _fit_delays(placement)
    _combine(placement)
    return placement


def _attainable(
    situation: Situation, candidates: dict[str, Candidate], *, timed: bool
) -> dict[str, Sequence[int]]:
    """The horizons that each action may take. What cannot have all its prerequisites is not
    there, unless the user retained it."""
    allowed = {
        a: _allowed(c, situation.lengths) if timed else (0,)
        for a, c in candidates.items()
        if c.placeable
    }
    if timed:
        _with_promises(situation, candidates, allowed)
    allowed = {action: horizons for action, horizons in allowed.items() if horizons}
    lacking = [""]
    while lacking:
        lacking = [
            action
            for action in allowed
            if candidates[action].standing != "retenue"
            and not allowed.keys() >= set(situation.open_prerequisites(action))
        ]
        for action in lacking:
            del allowed[action]
    return allowed


def _allowed(candidate: Candidate, lengths: Sequence[int]) -> Sequence[int]:
    """The horizons with enough months left for the action, from the first one allowed."""
    needed = max(1, candidate.action.delay_months)
    later = [h for h, left in enumerate(lengths) if needed <= left and h >= candidate.earliest]
    return later or ([len(LENGTHS) - 1] if candidate.standing == "retenue" else [])


def _with_promises(
    situation: Situation,
    candidates: dict[str, Candidate],
    allowed: dict[str, Sequence[int]],
) -> None:
    """Lets what the user retained stay on its horizon, and what it needs with it, even where its
    months are over: it is late until they move it."""
    for candidate in candidates.values():
        horizon = candidate.pinned
        if horizon is None or candidate.standing != "retenue":
            continue
        for link in _chain(situation, candidate.action.id):
            delay = situation.catalogue.actions[link].delay_months
            in_time = candidates[link].earliest <= horizon and delay <= LENGTHS[horizon]
            if link in allowed and in_time:
                allowed[link] = sorted({*allowed[link], horizon})


def _chain(situation: Situation, action: str) -> list[str]:
    """An action and all that it waits for, at any depth."""
    found = [action]
    for each in found:
        found += [need for need in situation.open_prerequisites(each) if need not in found]
    return found


def _require(placement: Placement) -> None:
    """A prerequisite is not later than what needs it."""
    for action in placement.x:
        for need in placement.needs(action):
            for period in range(placement.periods):
                terms = placement.until(action, period)
                terms |= dict.fromkeys(placement.until(need, period), -1)
                placement.programme.at_most(terms, 0)
    for support in placement.x:
        if placement.candidates[support].support:
            _only_if_needed(placement, support)


def _only_if_needed(placement: Placement, support: str) -> None:
    """What is of no use alone is placed only with something that needs it."""
    terms = placement.until(support, placement.periods)
    for action in placement.x:
        if support in placement.needs(action):
            terms |= dict.fromkeys(placement.until(action, placement.periods), -1)
    placement.programme.at_most(terms, 0)


def _fit_delays(placement: Placement) -> None:
    """Actions that wait for one another on one horizon must fit in it together; what the user
    retained is placed even so, late."""
    forced = placement.forced()
    for action in placement.x:
        lengths = LENGTHS if action in forced else placement.situation.lengths
        for period, months in enumerate(lengths):
            for chain in _too_long(placement, (action,), months):
                terms = {
                    placement.x[link][period]: 1 for link in chain if period in placement.x[link]
                }
                if len(terms) < len(chain):
                    continue
                if action in forced:
                    late = placement.programme.variable()
                    placement.late[late] = 1
                    terms[late] = -1
                placement.programme.at_most(terms, len(chain) - 1)


def _too_long(
    placement: Placement, chain: tuple[str, ...], months: int
) -> Iterator[tuple[str, ...]]:
    """The shortest chains of prerequisites from an action whose delays exceed the months."""
    actions = placement.situation.catalogue.actions
    if len(chain) > 1 and sum(actions[link].delay_months for link in chain) > months:
        yield chain
        return
    for need in placement.needs(chain[len(chain) - 1]):
        yield from _too_long(placement, (*chain, need), months)


def _combine(placement: Placement) -> None:
    """A combination is reached once each member is placed, done, or does not apply (R2)."""
    settled = placement.situation.settled()
    for number, group in enumerate(placement.situation.catalogue.combinations):
        missing = [member for member in group.actions if member not in settled]
        if not missing or any(member not in placement.x for member in missing):
            continue
        for period in range(placement.periods):
            variable = placement.programme.variable(whole=False)
            placement.combined[number, period] = variable
            for member in missing:
                terms = {variable: 1} | dict.fromkeys(placement.until(member, period), -1)
                placement.programme.at_most(terms, 0)


def chosen_actions(placement: Placement) -> dict[str, int]:
    """The horizon (0–2) of each action placed in the best assignment found."""
    return {
        action: period
        for action, variables in placement.x.items()
        for period, variable in variables.items()
        if placement.programme.chosen(variable)
    }


def weighted(placement: Placement, weigh: Callable[[Action, int], int]) -> dict[int, int]:
    """A sum over every placement: the weight of each (action, horizon)."""
    return {
        variable: weigh(placement.candidates[action].action, period)
        for action, variables in placement.x.items()
        for period, variable in variables.items()
    }
