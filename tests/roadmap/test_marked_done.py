# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""An action marked done before its answer is brought up to date never makes the plan look worse."""

from dataclasses import replace
from datetime import date

from autodiag.model.roadmap import Decision
from autodiag.roadmap.cleared import obligations_left
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.steps import scores_by_horizon
from tests.support.shipped import random_dossier

DAY = date(2026, 11, 22)


def test_R2_R7_marking_done_keeps_where_the_plan_leads_and_what_it_settles() -> None:
    before = random_dossier(1).situation()
    plan = plan_roadmap(before, DAY, 0.3)
    placed = [one for horizon in plan.horizons for one in horizon.actions if one.kind == "action"]
    done = next(one for one in placed if one.obligations)
    after = replace(before, decisions={**before.decisions, done.id: Decision(done.id, "faite")})
    assert after.obligations == before.obligations  # the reading of the answers is the same
    assert {state.obligation.id for state in after.to_update} >= set(done.obligations)
    assert not {state.obligation.id for state in after.unmet} & set(done.obligations)
    chosen = [one.id for one in placed if one.id != done.id]
    assert obligations_left(after, chosen) == obligations_left(before, [*chosen, done.id])
    assert after.levels(chosen) == before.levels([*chosen, done.id])
    made = plan_roadmap(after, DAY, 0.3)
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
