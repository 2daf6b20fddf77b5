# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a plan goes on asking each year (contract R3)."""

from datetime import date

import pytest

from autodiag.model.roadmap import Decision, OwnAction, Span
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.yearly import yearly_work
from tests.support.builders import action, question, questionnaire, situate
from tests.support.shipped import random_dossier

ASKED = questionnaire(question("strategie-1"), question("usagers-1"), question("cyber-1"))
DAY = date(2026, 11, 22)


def test_R3_recurrent_work_and_subscriptions_are_told_by_the_year() -> None:
    actions = [
        action("une-fois", {"strategie-1": 2}, effort=(1, 2), cost=(100, 200)),
        action("revue", {"usagers-1": 3}, effort=(1, 4), recurrent=True),
        action("abonnement", {"cyber-1": 3}, effort=(1, 2), yearly=(50, 90)),
    ]
    answers = {"strategie-1": 1, "usagers-1": 1, "cyber-1": 1}
    own = [OwnAction("x", "x", Span(1, 1), Span(9, 9))]
    situation = situate(ASKED, answers, actions, own=own)
    roadmap = plan_roadmap(situation, DAY)
    assert yearly_work(roadmap, situation.catalogue) == (
        ("revue", Span(1, 1), Span(0, 0), False),
        ("abonnement", Span(0, 0), Span(50, 90), False),
    )


@pytest.mark.parametrize("seed", [1, 6])
def test_R3_the_years_add_up_to_what_the_plan_says_is_repeated(seed: int) -> None:
    situation = random_dossier(seed).situation()
    roadmap = plan_roadmap(situation, DAY, 0.3)
    yearly = {one.action: one for one in yearly_work(roadmap, situation.catalogue)}
    assert yearly
    earlier: list[str] = []
    for horizon, length in zip(roadmap.horizons, (0.5, 1, 1.5), strict=True):
        again = [yearly[name] for name in earlier if name in yearly]
        assert sum(one.days.high for one in again) * length == pytest.approx(
            horizon.repeated_days.high
        )
        assert sum(one.euros.low for one in again) * length == pytest.approx(
            horizon.repeated_euros.low
        )
        earlier += [one.id for one in horizon.actions if one.kind == "action"]


def test_R3_what_is_done_goes_on_asking_and_is_said_to_be_in_place() -> None:
    actions = [
        action("revue", {"usagers-1": 3}, effort=(1, 4), recurrent=True),
        action("abonnement", {"cyber-1": 3}, effort=(1, 2), yearly=(50, 90)),
    ]
    done = [Decision("abonnement", "faite")]
    situation = situate(ASKED, {"usagers-1": 1, "cyber-1": 1}, actions, decisions=done)
    roadmap = plan_roadmap(situation, DAY)
    assert yearly_work(roadmap, situation.catalogue, situation.marked_done) == (
        ("revue", Span(1, 1), Span(0, 0), False),
        ("abonnement", Span(0, 0), Span(50, 90), True),
    )
