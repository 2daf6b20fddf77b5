# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is said of one planned action or decision: unknown is said unknown, dates in good French."""

from dataclasses import replace

import pytest

from autodiag.model.roadmap import Decision, OwnAction, PlannedAction, Span
from autodiag.roadmap.planned_words import first_cost_said, own_said, time_said
from autodiag.scoring.handed import when_said

NOTHING = Span(0, 0)


def test_what_nobody_gave_for_an_own_action_is_said_so() -> None:
    planned = PlannedAction("a-nous-1", "own", "Changer les écrans", NOTHING, NOTHING)
    assert (time_said(planned), first_cost_said(planned)) == (
        "temps non précisé",
        "aucun coût noté",
    )
    given = replace(planned, effort=Span(1, 1), cost=Span(200, 200))
    assert (time_said(given), first_cost_said(given)) == ("1\u00a0jour", "200\u00a0€")
    assert first_cost_said(replace(planned, kind="action")) == "0\u00a0€"
    own = OwnAction("a-nous-1", "Changer les écrans", NOTHING, NOTHING)
    assert own_said(own) == ("non précisé", "aucun noté")


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (Decision("a", "retenue", day="2029-03-15"), "Pour le\u00a0: 15\u00a0mars 2029"),
        (Decision("a", "retenue", day="2029-03"), "Pour\u00a0: mars 2029"),
        (Decision("a", "faite", day="2026-11-03"), "Faite le\u00a0: 3\u00a0novembre 2026"),
        (Decision("a", "faite", day="2025"), "Faite en\u00a0: 2025"),
        (Decision("a", "retenue"), ""),
    ],
)
def test_R6_a_month_and_a_day_are_said_as_such(decision: Decision, said: str) -> None:
    assert when_said(decision) == said
