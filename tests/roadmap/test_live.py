# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Et si…»: what a set of ticked actions leads to (contract R2)."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autodiag.model.roadmap import Decision, Roadmap, Span
from autodiag.roadmap.live import Trial
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.whatif import what_if
from tests.support.builders import action, question, questionnaire, situate
from tests.support.shipped import random_dossier, shipped_knowledge

ACTIONS = tuple(shipped_knowledge().actions.actions)
TODAY = date(2026, 11, 22)
ticks = st.sets(st.sampled_from(ACTIONS), max_size=30)


seeds = st.sampled_from(range(4))


@cache
def tried(seed: int) -> Trial:
    situation = random_dossier(seed, decided=True).situation()
    return Trial(situation, plan_roadmap(situation, TODAY, 0.3))


@settings(max_examples=40)
@given(seeds, ticks)
def test_R2_ticked_actions_give_the_score_of_the_answers_with_these_actions(
    seed: int, ticked: set[str]
) -> None:
    trial = tried(seed)
    outlook, situation = trial.outlook(ticked), trial.situation
    chosen = ticked & trial.offers.keys()
    levels = situation.levels(chosen)
    assert outlook.result == what_if(situation.questionnaire, situation.result, levels)
    today, then = situation.result.overall, outlook.result.overall
    if today is not None:
        assert then is not None
        assert then.low >= today.low
        assert then.high >= today.high


@pytest.mark.parametrize("seed", range(4))
def test_R2_the_plan_ticked_is_the_plan(seed: int) -> None:
    """Same scores, same stage, same days and euros as what the plan says of itself."""
    trial = tried(seed)
    plan, outlook = trial.roadmap, trial.outlook(trial.planned)
    assert outlook.result.overall == plan.projection.overall
    assert outlook.result.profile == plan.projection.profile
    days, euros = asked_by(plan)
    assert (outlook.days.low, outlook.days.high) == pytest.approx((days.low, days.high))
    assert (outlook.euros.low, outlook.euros.high) == pytest.approx((euros.low, euros.high))
    there = sum(h.days_available for h in plan.horizons)
    assert trial.available[0] == pytest.approx(there)


def asked_by(plan: Roadmap) -> tuple[Span, Span]:
    days = [horizon.days for horizon in plan.horizons]
    euros = [horizon.euros for horizon in plan.horizons]
    return (
        Span(sum(d.low for d in days), sum(d.high for d in days)),
        Span(sum(e.low for e in euros), sum(e.high for e in euros)),
    )


def test_R1_only_what_is_planned_useful_or_decided_is_offered() -> None:
    asked = questionnaire(question("edu-1"), question("edu-2"), question("eco-1"))
    actions = [
        action("utile", {"edu-1": 3}),
        action("atteinte", {"edu-2": 1}),
        action("inconnue", {"eco-1": 3}),
        action("refusee", {"eco-1": 2}),
        action("faite", {"edu-2": 4}),
    ]
    decisions = [Decision("refusee", "refusee"), Decision("faite", "faite")]
    situation = situate(asked, {"edu-1": 1, "edu-2": 4}, actions, decisions=decisions)
    trial = Trial(situation, plan_roadmap(situation, TODAY, 0.3))
    assert list(trial.offers) == ["utile", "refusee"]
    assert trial.planned == {"utile"}
    refused = trial.offers["refusee"].left_out
    assert refused is not None
    assert refused.code == "refusee"


def test_nothing_ticked_is_today_with_what_is_marked_done() -> None:
    trial = tried(3)
    situation = replace(trial.situation, decisions={})
    assert Trial(situation, trial.roadmap).outlook(()).result == situation.result
    outlook, situation = trial.outlook(()), trial.situation
    done = what_if(situation.questionnaire, situation.result, situation.levels(()))
    assert situation.marked_done
    assert outlook.result == done != situation.result
    assert outlook.cleared == ()
    assert (outlook.days, outlook.euros) == trial.besides


def test_what_waits_for_an_action_that_is_not_ticked_is_told() -> None:
    asked = questionnaire(question("edu-1"), question("edu-2"))
    actions = [
        action("avant", {"edu-1": 2}),
        action("apres", {"edu-2": 3}, needs=("avant",)),
    ]
    situation = situate(asked, {"edu-1": 0, "edu-2": 0}, actions)
    trial = Trial(situation, plan_roadmap(situation, TODAY, 0.3))
    assert trial.outlook({"apres"}).waiting == ("apres",)
    assert trial.outlook({"avant", "apres"}).waiting == ()
