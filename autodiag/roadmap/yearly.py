# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a plan goes on asking each year once its actions are done. Knows no date."""

from collections.abc import Collection
from typing import NamedTuple

from autodiag.model.roadmap import Action, ActionCatalogue, Roadmap, Span

NOTHING = Span(0, 0)
A_YEAR = 12


class YearlyWork(NamedTuple):
    """What one planned action asks every year after its own horizon: days, and euros before aid.

    As contract R3 counts them: days are its least effort, and only those of a recurrent action.
    """

    action: str
    days: Span
    euros: Span
    in_place: bool = False
    """Whether the action is marked done, and no longer in the plan."""


def looks_back(action: Action) -> bool:
    """Whether it is a yearly look back: done again each year, and not before one has passed."""
    return action.recurrent and action.delay_months >= A_YEAR


def yearly_work(
    roadmap: Roadmap, catalogue: ActionCatalogue, done: Collection[str] = ()
) -> tuple[YearlyWork, ...]:
    """The actions that go on asking days or euros: those planned, in the order of the plan, then
    those marked done."""
    found: list[YearlyWork] = []
    every = [one for horizon in roadmap.horizons for one in horizon.actions]
    planned = [one.id for one in every if one.kind == "action"]
    for name in (*planned, *(one for one in done if one not in planned)):
        action = catalogue.actions.get(name)
        if action is None:
            continue
        again = action.effort.low if action.recurrent else 0
        days, euros = Span(again, again), action.yearly_cost
        if days != NOTHING or euros != NOTHING:
            found.append(YearlyWork(name, days, euros, name in done))
    return tuple(found)
