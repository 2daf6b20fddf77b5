# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The solver beside every placement tried one by one, on small instances (R3, R4)."""

from itertools import pairwise

import pytest

from autodiag.model.questionnaire import PROFILES
from autodiag.roadmap.plan import place_actions
from autodiag.roadmap.shortest import find_shortest_path
from tests.roadmap.brute import Instance, instance


def path_instance(seed: int) -> Instance:
    """Nine actions; every other collectivité is high enough to aim at the highest profile."""
    levels = (1, 1, 2, 3, 3) if seed % 2 else (0, 0, 1, 2)
    return instance(seed, retained=seed % 4 == 2, done=seed % 5 == 0, actions=9, levels=levels)


@pytest.mark.parametrize("seed", range(30))
def test_R3_the_plan_is_the_best_of_all_placements(seed: int) -> None:
    small = instance(seed, retained=seed % 3 == 2, done=seed % 4 == 1)
    placed = place_actions(small.situation, 60)
    assert placed.proven
    every = list(small.plans())
    if not every:  # delays that what was retained cannot hold
        assert not placed.wishes_kept
        return
    assert placed.horizons in every
    best = max(map(small.key, every))
    assert small.key(placed.horizons) == best


@pytest.mark.parametrize("seed", range(30, 60))
def test_R4_the_shortest_path_is_the_least_of_all_sets(seed: int) -> None:
    small = path_instance(seed)
    low = small.situation.result.profile.low
    found = find_shortest_path(small.situation, lambda: 60.0)
    above = dict(pairwise(PROFILES))
    assert found.target == (above.get(low) if low else None)
    if found.target is None:
        return
    assert found.proven
    expected = small.shortest(found.target)
    assert found.possible == (expected is not None)
    if expected is not None:
        assert (found.days.high, found.euros.high) == pytest.approx(expected)


@pytest.mark.long
def test_the_instances_meet_every_case() -> None:
    smalls = [instance(seed, retained=seed % 3 == 2) for seed in range(30)]
    plans = [len(list(small.plans())) for small in smalls]
    assert sum(number > 50 for number in plans) >= 15
    placed = [len(place_actions(small.situation, 60).horizons) for small in smalls]
    assert sum(number >= 3 for number in placed) >= 10
    paths = [path_instance(seed).situation for seed in range(30, 60)]
    found = [find_shortest_path(each, lambda: 60.0) for each in paths]
    assert sum(path.possible for path in found) >= 10
    assert sum(path.target is not None and not path.possible for path in found) >= 2
