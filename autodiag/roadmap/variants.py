# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Two other plans to lay beside the commune's own: one that spends nothing, one that puts its
obligations first. Stores and compares nothing."""

import time
from dataclasses import replace
from datetime import date

from autodiag.model.roadmap import SIZES, Action, ActionCatalogue, Decision, LeftOut, Roadmap
from autodiag.roadmap.plan import FINAL_SECONDS, Clock
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.stored import digest_inputs
from autodiag.roadmap.useful import stand

VARIANTS: tuple[str, ...] = ("sans_depense", "obligations")
"""«Sans dépense», «Obligations d’abord». The third, «Le nôtre», is the stored plan itself."""

COSTS = "Elle coûte de l’argent\u00a0: ce plan n’en dépense pas."


def variant_situation(situation: Situation, name: str) -> Situation:
    """The inputs of a variant. What is done, refused or asked of the EPCI stays, and so do own
    actions; all else that was retained or postponed is proposed anew.

    «sans_depense»: nothing more that costs money in any year, by its upper estimate.
    «obligations»: the obligations *non remplies* come before the *socle*. Raises ValueError for
    another name.
    """
    if name not in VARIANTS:
        raise ValueError(name)
    anew = replace(
        situation,
        decisions={a: one for a, one in situation.decisions.items() if _stays(situation, one)},
        catalogue=_with_consent(situation),
    )
    if name == "obligations":
        return replace(anew, obligations_first=True)
    return _without_expense(anew)


def plan_variant(
    situation: Situation,
    name: str,
    made_on: date,
    seconds: float = FINAL_SECONDS,
    clock: Clock = time.monotonic,
) -> Roadmap:
    """The roadmap of a variant, in about the seconds given, as `plan_roadmap` makes it. What it
    leaves out only because it costs money has the code «depense»."""
    roadmap = plan_roadmap(variant_situation(situation, name), made_on, seconds, clock)
    left = tuple(
        LeftOut(one.action, "depense", COSTS)
        if one.code == "refusee" and situation.decided(one.action) != "refusee"
        else one
        for one in roadmap.left_out
    )
    return replace(roadmap, left_out=left)


def variant_digest(situation: Situation, name: str) -> str:
    """The SHA-256 of all that a variant depends on: another one means an outdated plan."""
    return digest_inputs(variant_situation(situation, name))


def _stays(situation: Situation, decision: Decision) -> bool:
    if decision.state != "retenue":
        return decision.state in ("faite", "refusee")
    action = situation.catalogue.actions.get(decision.action)
    return action is not None and situation.fitness(action) == "a_laisser_a_l_epci"


def _with_consent(situation: Situation) -> ActionCatalogue:
    """What suits some only, and was retained: the user has said that it suits. The plan may
    choose it, and need not."""
    actions = {
        action.id: replace(action, fitness=dict.fromkeys(SIZES, "adaptee"))
        if situation.decided(action.id) == "retenue"
        and situation.fitness(action) == "selon_contexte"
        else action
        for action in situation.catalogue.actions.values()
    }
    return replace(situation.catalogue, actions=actions)


def _without_expense(situation: Situation) -> Situation:
    """No money but what is in place goes on costing, and what would ask for some is refused: a
    subscription that begins in the last period costs nothing before its end, and would slip
    through."""
    costly = [
        candidate.action.id
        for candidate in stand(situation).values()
        if candidate.placeable and _costs(candidate.action)
    ]
    actions = situation.catalogue.actions
    in_place = float(sum(actions[done].yearly_cost.high for done in situation.marked_done))
    return replace(
        situation,
        decisions={**situation.decisions, **{a: Decision(a, "refusee") for a in costly}},
        own_actions=tuple(own for own in situation.own_actions if own.cost.high <= 0),
        capacity=replace(situation.capacity, euros_per_year=in_place, euros_assumed=False),
    )


def _costs(action: Action) -> bool:
    return action.initial_cost.high > 0 or action.yearly_cost.high > 0
