# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Fills what a search cut by time left free: no plan holds less because the machine was slow.

Moves nothing of what the search placed within its limits, and proves nothing.
"""

from collections.abc import Iterator
from dataclasses import replace

from autodiag.roadmap.adding import earliest_places, fits, with_needs
from autodiag.roadmap.cleared import obligations_left
from autodiag.roadmap.goals import gain_factors
from autodiag.roadmap.plan import Placed
from autodiag.roadmap.situation import Situation

_Worth = tuple[int, int, float]


def fill(situation: Situation, placed: Placed) -> Placed:
    """The same placement with all that still helps and has room: what serves the first goals
    first, then what raises the score most for its days (contract R3). Where more than what was
    retained is over a period, only that is kept and the rest is chosen anew."""
    retained = [a for a, one in placed.candidates.items() if one.standing == "retenue"]
    needed = with_needs(situation, placed, retained)
    kept = {a: h for a, h in placed.horizons.items() if a in needed}
    if not fits(situation, placed, kept):
        placed = replace(placed, horizons=kept)
    units = [unit for unit in _units(situation, placed) if any(_worth(situation, placed, unit))]
    units.sort(key=lambda unit: _worth(situation, placed, unit), reverse=True)
    more = True
    while more:  # what one waits for may have come with another
        more = False
        for unit in units:
            if not any(_worth(situation, placed, unit)):
                continue
            places = earliest_places(situation, placed, unit)
            if places:
                placed = replace(placed, horizons={**placed.horizons, **places})
                more = True
    return placed


def _units(situation: Situation, placed: Placed) -> Iterator[tuple[str, ...]]:
    """What may be added at once: an action, or what is missing of a combination; each with all
    that it needs placeable."""
    settled = situation.settled()
    groups = (
        tuple(a for a in group.actions if a not in settled and a not in placed.horizons)
        for group in situation.catalogue.combinations
    )
    alone = ((a,) for a, one in placed.candidates.items() if not one.support)
    for unit in (*alone, *groups):
        whole = with_needs(situation, placed, unit)
        if all(a in placed.horizons or placed.candidates[a].placeable for a in whole):
            yield unit


def _worth(situation: Situation, placed: Placed, unit: tuple[str, ...]) -> _Worth:
    """How much of the first two goals it reaches, then the gain of the score for a day of work;
    nothing where the plan does as well without it."""
    whole = {*with_needs(situation, placed, unit)} - placed.horizons.keys()
    now, then = (*placed.horizons,), (*placed.horizons, *whole)
    before, after = situation.levels(now), situation.levels(then)
    cleared = obligations_left(situation, now), obligations_left(situation, then)
    scoring = situation.questionnaire.scoring
    wanted = dict(scoring.foundations) if scoring else {}
    gain, reached = 0, 0
    for question, factor in gain_factors(situation).items():
        low = max(situation.reached(question), before.get(question, 0))
        high = max(low, after.get(question, 0))
        gain += factor * (high - low)
        reached += low < wanted.get(question, 0) <= high
    due = len(cleared[0]) - len(cleared[1])
    first, second = (due, reached) if situation.obligations_first else (reached, due)
    actions = situation.catalogue.actions
    return first, second, gain / (1 + sum(actions[a].effort.high for a in whole))
