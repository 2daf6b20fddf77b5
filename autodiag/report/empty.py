# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which sentence says why a plan holds nothing. Prints nothing itself."""

from autodiag.model.questionnaire import HIGHEST_LEVEL
from autodiag.report.context import Context
from autodiag.roadmap.situation import Situation, situation_of
from autodiag.roadmap.useful import raises_answered

_NO_ROOM = frozenset(("trop_grande", "trop_chere", "delai", "capacite", "argent", "calcul"))
"""Codes of actions that are useful, and for which there is no place."""


def empty_key(context: Context) -> str:
    """Its key in «feuille_de_route». The public edition tells neither means nor decisions."""
    if context.kept_back.themes:
        return "vide_ailleurs"
    if not context.scored:
        return "vide_encore"
    it = context.content
    if it.public:
        return "vide_publique"
    if it.roadmap and all(horizon.over for horizon in it.roadmap.horizons):
        return "vide_terminee"
    left = it.roadmap.left_out if it.roadmap else ()
    codes = {one.code for one in left}
    situation = situation_of(it.snapshot, it.result, it.knowledge)
    if codes & _NO_ROOM:
        return _no_room(situation)
    if any(one.code == "refusee" and _useful(situation, one.action) for one in left):
        return "vide_refus"
    if "faite" in codes:
        return "vide_faites"
    counting = [trace for trace in it.result.traces().values() if trace.counts]
    if any(trace.state != "niveau" for trace in counting):
        return "vide"
    return "vide_sommet" if all(trace.low == HIGHEST_LEVEL for trace in counting) else "vide_utile"


def _no_room(situation: Situation) -> str:
    if not situation.capacity.days_per_month:
        return "vide_sans_temps"
    return "vide_sans_place" if any(situation.months) else "vide_ferme"


def _useful(situation: Situation, action_id: str) -> bool:
    action = situation.catalogue.actions.get(action_id)
    if action is None:
        return False
    due = any(situation.clears(action, state) for state in situation.unmet)
    return due or raises_answered(situation, action)
