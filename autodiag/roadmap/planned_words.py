# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The time and the money of one planned action, in words. What nobody gave for an own action is
said so: a dossier holds 0 for it, and work that takes no time is not known either."""

from collections.abc import Callable

from autodiag.model.roadmap import OwnAction, PlannedAction
from autodiag.text.numbers import day_range, euro_range

NOT_SAID = "non précisé"
NO_TIME = f"temps {NOT_SAID}"
NO_COST = "aucun coût noté"


def time_said(planned: PlannedAction, said: Callable[[float, float], str] = day_range) -> str:
    """«1 à 3 jours», as `said` writes them; «temps non précisé»."""
    if planned.kind == "own" and not planned.effort.high:
        return NO_TIME
    return said(planned.effort.low, planned.effort.high)


def first_cost_said(planned: PlannedAction) -> str:
    """«200 à 1 000 €» in its period; «aucun coût noté»."""
    if planned.kind == "own" and not planned.cost.high:
        return NO_COST
    return euro_range(planned.cost.low, planned.cost.high)


def own_said(own: OwnAction) -> tuple[str, str]:
    """Time and money beside their names: «non précisé», «aucun noté»."""
    time = day_range(own.effort.low, own.effort.high) if own.effort.high else NOT_SAID
    return time, euro_range(own.cost.low, own.cost.high) if own.cost.high else "aucun noté"
