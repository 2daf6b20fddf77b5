# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Two other plans to lay beside the commune's own: one that spends nothing, one that puts its
obligations first. Stores and compares nothing."""

import time
from dataclasses import replace
from datetime import date

from autodiag.model.roadmap import Decision, LeftOut, Roadmap
from autodiag.roadmap.anew import anew, costs
from autodiag.roadmap.plan import FINAL_SECONDS, Clock
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.stored import digest_inputs
from autodiag.roadmap.useful import stand

VARIANTS: tuple[str, ...] = ("sans_depense", "obligations")
"""«Sans dépense», «Obligations d’abord». The third, «Le nôtre», is the stored plan itself."""

COSTS = "Elle coûte de l’argent\u00a0: ce plan n’en dépense pas."


def variant_situation(situation: Situation, name: str) -> Situation:
    """The inputs of a variant: what `anew` keeps of the decisions, and own actions.

    «sans_depense»: nothing more that costs money in any year, by its upper estimate.
    «obligations»: the obligations *non remplies* come before the *socle*. Raises ValueError for
    another name.
    """
    if name not in VARIANTS:
        raise ValueError(name)
    if name == "obligations":
        return replace(anew(situation), obligations_first=True)
    return _without_expense(anew(situation))


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
    theirs = anew(situation)
    left = tuple(
        LeftOut(one.action, "depense", COSTS)
        if one.code == "refusee" and theirs.decided(one.action) != "refusee"
        else one
        for one in roadmap.left_out
    )
    return replace(roadmap, left_out=left)


def variant_digest(situation: Situation, name: str) -> str:
    """The SHA-256 of all that a variant depends on: another one means an outdated plan."""
    return digest_inputs(variant_situation(situation, name))


def _without_expense(situation: Situation) -> Situation:
    """No money but what is in place goes on costing, and what would ask for some is refused: a
    subscription that begins in the last period costs nothing before its end, and would slip
    through."""
    costly = [
        candidate.action.id
        for candidate in stand(situation).values()
        if candidate.placeable and costs(candidate.action)
    ]
    actions = situation.catalogue.actions
    in_place = float(sum(actions[done].yearly_cost.high for done in situation.marked_done))
    return replace(
        situation,
        decisions={**situation.decisions, **{a: Decision(a, "refusee") for a in costly}},
        own_actions=tuple(own for own in situation.own_actions if own.cost.high <= 0),
        capacity=replace(situation.capacity, euros_per_year=in_place, euros_assumed=False),
    )
