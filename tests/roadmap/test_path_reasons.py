# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Why each action is on the shortest path (contract R4)."""

from datetime import date

import pytest

from autodiag.model.roadmap import Combination, ShortestPath
from autodiag.roadmap.path_reasons import PathReason, path_reasons
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.whatif import target_levels
from tests.support.builders import Short, action, question, questionnaire, situate
from tests.support.shipped import random_dossier

ASKED = questionnaire(question("strategie-1"), question("usagers-1"), question("cyber-1"))
LOW: dict[str, Short] = {"strategie-1": 1, "usagers-1": 0, "cyber-1": "nsp"}


def path(*actions: str) -> ShortestPath:
    return ShortestPath("pragmatique", possible=True, proven=True, actions=actions)


def test_R4_an_action_raises_a_question_from_where_those_ahead_leave_it() -> None:
    situation = situate(ASKED, LOW, [
        action("b", {"strategie-1": 4}, needs=["a"]),
        action("a", {"strategie-1": 2, "cyber-1": 1}),
        action("c", {"strategie-1": 3, "usagers-1": 2}),
    ])  # fmt: skip
    found = path_reasons(situation, path("b", "a", "c"))
    assert list(found) == ["a", "b", "c"]
    assert found["a"] == (
        PathReason("strategie-1", 1, 2), PathReason("cyber-1", None, 1), PathReason(waiting="b"),
    )  # fmt: skip
    assert found["b"] == (PathReason("strategie-1", 2, 4),)
    assert found["c"] == (PathReason("usagers-1", 0, 2),)


def test_R4_what_only_others_wait_for_says_who_in_the_order_of_the_path() -> None:
    situation = situate(ASKED, LOW, [
        action("z", {"usagers-1": 3}, needs=["a"]),
        action("y", {"strategie-1": 3}, needs=["a"]),
        action("a"),
        action("hors", {"strategie-1": 4}, needs=["a"]),
    ])  # fmt: skip
    found = path_reasons(situation, path("z", "y", "a"))
    assert list(found) == ["a", "z", "y"]
    assert found["a"] == (PathReason(waiting="z"), PathReason(waiting="y"))


def test_R4_the_members_of_a_combination_name_one_another() -> None:
    trio = [Combination("usagers-1", 4, ("a", "b", "settled"), "")]
    situation = situate(
        ASKED, {**LOW, "usagers-1": 2}, [action("a"), action("b"), action("settled")],
        combinations=trio,
    )  # fmt: skip
    found = path_reasons(situation, path("a", "b", "settled"))
    assert found["a"] == (PathReason("usagers-1", 2, 4, ("b", "settled")),)
    assert found["b"] == (PathReason("usagers-1", 2, 4, ("a", "settled")),)
    assert found["settled"] == (PathReason("usagers-1", 2, 4, ("a", "b")),)


def test_R4_a_stored_path_may_name_an_action_that_is_gone_or_lead_nowhere() -> None:
    situation = situate(ASKED, LOW, [action("a", {"usagers-1": 2})])
    assert list(path_reasons(situation, path("retiree", "a"))) == ["a"]
    assert path_reasons(situation, ShortestPath("pragmatique", possible=False, proven=True)) == {}


@pytest.mark.parametrize("seed", [0, 3, 7, 11])
def test_R4_on_shipped_paths_every_action_has_a_reason_and_levels_follow_one_another(
    seed: int,
) -> None:
    situation = random_dossier(seed).situation()
    shortest = plan_roadmap(situation, date(2026, 11, 22), 0.1).shortest
    found = path_reasons(situation, shortest)
    assert set(found) == set(shortest.actions)
    assert all(found.values())
    reached = {name: situation.level(name) for name in situation.traces}
    for reasons in found.values():
        for one in (each for each in reasons if each.question and not each.together):
            assert one.before == reached[one.question]
            assert one.after > (one.before or 0)
            reached[one.question] = one.after
    levels = target_levels(situation.catalogue, shortest.actions, situation.settled())
    for name, level in levels.items():
        together = [r.after for rs in found.values() for r in rs if r.question == name]
        if situation.counts(name) and level > (situation.level(name) or 0):
            assert max(together) == level
