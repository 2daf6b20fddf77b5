# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What actions marked done go on asking in each period: their work again each year, their yearly
cost (contract R3). It is there before anything is planned. Knows no plan."""

from autodiag.model.roadmap import Span
from autodiag.roadmap.capacity import WHOLE, cost_in, effort_in, total
from autodiag.roadmap.situation import Situation

_BEFORE = -1
"""The period of what was done before the plan begins."""


def days_in_place(situation: Situation, period: int) -> Span:
    """The days that what is done asks again in what is left of a period (0–2)."""
    actions = situation.catalogue.actions
    asked = total([effort_in(actions[a], _BEFORE, period) for a in situation.marked_done])
    left = situation.lengths[period] / WHOLE[period]
    return Span(asked.low * left, asked.high * left)


def euros_in_place(situation: Situation, period: int) -> Span:
    """The euros that what is done goes on costing in a period (0–2), before aid."""
    actions = situation.catalogue.actions
    return total([cost_in(actions[a], _BEFORE, period) for a in situation.marked_done])
