# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""An action marked done before its answer is brought up to date never makes the plan look worse,
and never makes it ask again for what is done."""

from dataclasses import replace
from datetime import date

from autodiag.model.roadmap import Decision
from autodiag.roadmap.cleared import obligations_left
from autodiag.roadmap.path_reasons import path_reasons
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.shortest import find_shortest_path
from autodiag.roadmap.steps import scores_by_horizon
from tests.support.builders import action, question, questionnaire, situate
from tests.support.shipped import random_dossier

DAY = date(2026, 11, 22)


def test_R2_R7_marking_done_keeps_where_the_plan_leads_and_what_it_settles() -> None:
    before = random_dossier(1).situation()
    plan = plan_roadmap(before, DAY, 60)
    placed = [one for horizon in plan.horizons for one in horizon.actions if one.kind == "action"]
    done = next(one for one in placed if one.obligations)
    after = replace(before, decisions={**before.decisions, done.id: Decision(done.id, "faite")})
    assert after.obligations == before.obligations  # the reading of the answers is the same
    assert {state.obligation.id for state in after.to_update} >= set(done.obligations)
    assert not {state.obligation.id for state in after.unmet} & set(done.obligations)
    chosen = [one.id for one in placed if one.id != done.id]
    assert obligations_left(after, chosen) == obligations_left(before, [*chosen, done.id])
    assert after.levels(chosen) == before.levels([*chosen, done.id])
    made = plan_roadmap(after, DAY, 60)
    assert not {duty for h in made.horizons for a in h.actions for duty in a.obligations} & set(
        done.obligations
    )
    assert not set(made.shortest.obligations_left) & set(done.obligations)
    first, *_, last = scores_by_horizon(after, made)
    assert first == before.result.overall
    assert last == made.projection.overall
    assert last is not None
    assert plan.projection.overall is not None
    assert last.low >= plan.projection.overall.low


ASKED = questionnaire(
    question("cyber-1"), question("cyber-2"), question("usagers-1"), question("eco-1"),
    foundations=(("cyber-1", 3),),
)  # fmt: skip
LEVELS = {"cyber-1": 1, "cyber-2": 1, "usagers-1": 0, "eco-1": "nsp"}
ACTIONS = (
    action("faite", {"cyber-1": 3, "eco-1": 2}),
    action("autre", {"cyber-1": 3}),
    action("moindre", {"cyber-1": 2}),
    action("mieux", {"cyber-1": 4}),
    action("ailleurs", {"usagers-1": 2}),
)


def test_R1_R5_nothing_already_done_is_asked_again_while_its_answer_is_behind() -> None:
    situation = situate(ASKED, LEVELS, ACTIONS, decisions=[Decision("faite", "faite")])
    plan = plan_roadmap(situation, DAY)
    planned = [one for horizon in plan.horizons for one in horizon.actions]
    assert {one.id for one in planned} == {"mieux", "ailleurs"}  # nor «se renseigner» on eco-1
    left = {one.action: one.code for one in plan.left_out}
    assert left == {"faite": "faite", "autre": "niveau_deja_fait", "moindre": "niveau_deja_fait"}
    assert "mettez la réponse à jour" in plan.left_out[1].sentence
    assert situation.result == situate(ASKED, LEVELS, ACTIONS).result  # a decision is no answer


def test_R4_the_shortest_path_starts_from_what_is_done() -> None:
    asked = questionnaire(question("cyber-1"), question("usagers-1"))
    answers = {"cyber-1": 0, "usagers-1": 0}
    actions = [
        action("a", {"cyber-1": 2}),
        action("b", {"usagers-1": 2}),
        action("c", {"usagers-1": 4}, effort=(9, 9)),
    ]
    before = find_shortest_path(situate(asked, answers, actions), lambda: 9)
    assert set(before.actions) == {"a", "b"}
    done = situate(asked, answers, actions, decisions=[Decision("a", "faite")])
    path = find_shortest_path(done, lambda: 9)
    assert (path.target, path.actions) == (before.target, ("b",))
    (reason,) = path_reasons(done, path)["b"]
    assert (reason.question, reason.before, reason.after) == ("usagers-1", 0, 2)
    both = [Decision("a", "faite"), Decision("b", "faite")]
    for known in (actions, actions[:2]):  # the second time, nothing is left to choose from
        there = find_shortest_path(situate(asked, answers, known, decisions=both), lambda: 9)
        assert (there.possible, there.actions, there.days.high) == (True, (), 0)
