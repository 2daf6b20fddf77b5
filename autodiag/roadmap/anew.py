# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What stays of the decisions where plans are compared: the same before a plan is adopted and
after, so that the others stay beside it. Plans nothing."""

from dataclasses import replace

from autodiag.model.roadmap import SIZES, Action, ActionCatalogue, Decision
from autodiag.roadmap.situation import Situation

ADOPTED = {
    "sans_depense": "plan «\u202fSans dépense\u202f»",
    "obligations": "plan «\u202fObligations d’abord\u202f»",
}
"""The reason of what is refused because that plan was adopted, by the name of the plan."""


def anew(situation: Situation) -> Situation:
    """What is done, asked of the EPCI, or refused for a reason of theirs, stays; all else that was
    retained, postponed, or refused by adopting a plan, is proposed anew."""
    return replace(
        situation,
        decisions={a: one for a, one in situation.decisions.items() if _stays(situation, one)},
        catalogue=_with_consent(situation),
    )


def by_adoption(decision: Decision | None) -> bool:
    """Whether it was refused only because a plan was adopted."""
    return (
        decision is not None and decision.state == "refusee" and decision.reason in ADOPTED.values()
    )


def costs(action: Action) -> bool:
    """Whether it may cost money, in any year."""
    return action.initial_cost.high > 0 or action.yearly_cost.high > 0


def _stays(situation: Situation, decision: Decision) -> bool:
    if decision.state != "retenue":
        return decision.state in ("faite", "refusee") and not by_adoption(decision)
    action = situation.catalogue.actions.get(decision.action)
    return action is not None and situation.fitness(action) == "a_laisser_a_l_epci"


def _with_consent(situation: Situation) -> ActionCatalogue:
    """What suits some only, and was retained, then perhaps left by adopting a plan: the user has
    said that it suits. A plan may choose it, and need not."""
    actions = {
        action.id: replace(action, fitness=dict.fromkeys(SIZES, "adaptee"))
        if situation.fitness(action) == "selon_contexte" and _consented(situation, action.id)
        else action
        for action in situation.catalogue.actions.values()
    }
    return replace(situation.catalogue, actions=actions)


def _consented(situation: Situation, action: str) -> bool:
    decision = situation.decisions.get(action)
    return by_adoption(decision) or (decision is not None and decision.state == "retenue")
