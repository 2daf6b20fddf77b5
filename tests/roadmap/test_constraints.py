# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Forty plans of the shipped content under every constraint, and the same input twice."""

import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from autodiag.model.roadmap import Decision, OwnAction, Span
from autodiag.roadmap import roadmap
from autodiag.roadmap.plan import Clock, Placed, place_actions
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.stored import digest_inputs, dump_roadmap, load_roadmap
from tests.roadmap.constraints import check_random
from tests.sources import ROOT
from tests.support.builders import DAY
from tests.support.shipped import random_dossier, shipped_knowledge

HASHED = """
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.stored import dump_roadmap
from tests.support.builders import DAY
from tests.support.shipped import random_dossier
print(dump_roadmap(plan_roadmap(random_dossier(7, (612,), decided=True).situation(), DAY, 60)))
"""


@pytest.mark.parametrize(
    "seed", [*range(16), *(pytest.param(n, marks=pytest.mark.long) for n in range(16, 40))]
)
def test_R3_R5_R7_a_plan_holds_every_constraint(seed: int) -> None:
    plan, faults = check_random(seed, seconds=1.0)
    assert not faults
    assert plan.capacity.assumed


@pytest.mark.parametrize(
    ("seed", "passed"),
    [
        (1, 9),
        (5, 3),
        (7, 20),
        (3, 40),
        *(
            pytest.param(seed, passed, marks=pytest.mark.long)
            for seed in range(9, 39, 2)
            for passed in (2, 9, 30, 36)
        ),
    ],
)
def test_R3_a_plan_made_later_uses_no_month_that_is_over(seed: int, passed: int) -> None:
    _, faults = check_random(seed, seconds=1.0, passed=passed)
    assert not faults


def test_R3_the_same_input_gives_the_same_plan_in_any_process() -> None:
    plans = {
        subprocess.run(
            [sys.executable, "-c", HASHED],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "20261121")
    }
    here = plan_roadmap(random_dossier(7, (612,), decided=True).situation(), DAY, 60)
    assert here.optimal
    assert plans == {dump_roadmap(here) + "\n"}


def test_R3_the_stored_plan_is_read_back_as_it_was() -> None:
    plan = plan_roadmap(random_dossier(3, (2_800,), decided=True).situation(), DAY, 2)
    assert load_roadmap(dump_roadmap(plan), shipped_knowledge().obligations) == plan


def test_R7_a_plan_stored_before_obligations_said_what_measures_them_is_still_read() -> None:
    plan = plan_roadmap(random_dossier(3, (2_800,)).situation(), DAY, 2)
    text = json.loads(dump_roadmap(plan))
    text["obligations"] = [each[:3] for each in text["obligations"]]
    known = shipped_knowledge().obligations
    assert load_roadmap(json.dumps(text), known).obligations == plan.obligations


def test_R3_the_digest_changes_with_each_input_and_only_then() -> None:
    dossier = random_dossier(5)
    before = digest_inputs(dossier.situation())
    assert before == digest_inputs(random_dossier(5).situation())
    name = next(n for n, short in dossier.answers.items() if short == 2)
    changed = (
        replace(dossier, answers={**dossier.answers, name: 3}),
        replace(dossier, facts={k: not v for k, v in dossier.facts.items()}),
        replace(dossier, authority=replace(dossier.authority, population=611)),
        replace(dossier, decisions={"usag-site": Decision("usag-site", "refusee")}),
        replace(dossier, own_actions=(OwnAction("x", "x", Span(1, 1), Span(0, 0)),)),
        replace(dossier, capacity=replace(dossier.situation().capacity, days_per_month=7.5)),
    )
    digests = {digest_inputs(each.situation()) for each in changed}
    assert len(digests | {before}) == 1 + len(changed)


def test_R6_noting_who_and_when_does_not_make_a_plan_outdated() -> None:
    noted = Decision("usag-site", "retenue", who="Mme Exemple", day="2027-01-15", note="appeler")
    own = OwnAction("x", "x", Span(1, 1), Span(0, 0))
    dossier = replace(
        random_dossier(5),
        decisions={"usag-site": Decision("usag-site", "retenue")},
        own_actions=(own,),
    )
    then = replace(
        dossier, decisions={"usag-site": noted}, own_actions=(replace(own, who="le maire"),)
    )
    assert digest_inputs(dossier.situation()) == digest_inputs(then.situation())


def cut(situation: Situation, seconds: float, clock: Clock) -> Placed:
    """What a search stopped at its very beginning may answer: what was retained alone."""
    placed = place_actions(situation, seconds, clock)
    kept = {a: h for a, h in placed.horizons.items() if situation.decided(a) == "retenue"}
    return replace(placed, horizons=kept, proven=False)


@pytest.mark.parametrize("seed", [3, 16, 22])
def test_R3_R5_a_plan_cut_by_time_is_filled_says_so_and_blames_no_money_that_is_left(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roadmap, "place_actions", cut)
    plan, faults = check_random(seed, seconds=0.0)
    assert not plan.optimal
    assert not faults
    assert "calcul" not in {left.code for left in plan.left_out}
