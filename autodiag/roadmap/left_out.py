# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Why each action that is not in the plan is not in it (contract R5)."""

from collections.abc import Mapping
from itertools import product

from autodiag.model.roadmap import HORIZONS, Action, LeftOut
from autodiag.roadmap.capacity import (
    ENQUIRY_DAYS,
    cost_in,
    days_available,
    effort_in,
    euros_available,
)
from autodiag.roadmap.plan import Placed, half_hours
from autodiag.roadmap.programme import LENGTHS
from autodiag.roadmap.shortest import obligations_left
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.useful import Candidate, raises_unknown
from autodiag.roadmap.whatif import target_levels

SENTENCES: dict[str, str] = {
    "faite": "Vous l’avez notée comme faite.",
    "refusee": "Vous avez choisi de ne pas la retenir{raison}.",
    "sans_objet": "Elle ne concerne pas votre collectivité.",
    "non_utile": "Vos réponses sont déjà au niveau qu’elle vise, ou manquent encore.",
    "a_confirmer": "À confirmer d’abord\u00a0: la réponse qu’elle améliore n’est pas connue.",
    "epci": "À proposer à l’intercommunalité. Retenez-la pour préparer la demande.",
    "selon_contexte": "Utile selon votre situation\u00a0: retenez-la si elle vous convient.",
    "niveau_atteint": "Une autre action du plan suffit pour atteindre ce niveau.",
    "combinaison": "Seule, elle ne suffit pas\u00a0: il faudrait aussi {autres}.",
    "prerequis": "Il faudrait d’abord\u00a0: {autres}.",
    "delai": "Le temps qu’elle demande ne tient pas dans les trois périodes.",
    "capacite": "Le temps disponible est déjà pris par des actions plus utiles.",
    "calcul": "Le calcul s’est arrêté avant d’avoir tout essayé\u00a0: relancez-le.",
    "argent": "Le budget disponible est déjà pris, ou ne suffit pas.",
}


def explain_left_out(situation: Situation, placed: Placed) -> tuple[LeftOut, ...]:
    """A code and a sentence for every action of the catalogue that was not placed."""
    explained: list[LeftOut] = []
    for candidate in placed.candidates.values():
        action = candidate.action
        if action.id in placed.horizons or candidate.standing == "demande":
            continue
        code, others = _why(situation, placed, candidate)
        explained.append(LeftOut(action.id, code, _sentence(situation, action, code, others)))
    return tuple(explained)


def _sentence(situation: Situation, action: Action, code: str, others: tuple[str, ...]) -> str:
    decision = situation.decisions.get(action.id)
    reason = f"\u00a0: {decision.reason}" if decision and decision.reason else ""
    titles = [f"«\u202f{situation.catalogue.actions[other].title}\u202f»" for other in others]
    return SENTENCES[code].format(raison=reason, autres=", ".join(titles))


def _why(situation: Situation, placed: Placed, candidate: Candidate) -> tuple[str, tuple[str, ...]]:
    action = candidate.action
    if candidate.standing != "possible":
        return candidate.standing, ()
    if candidate.support:  # nothing that needs it was placed
        return "a_confirmer" if raises_unknown(situation, action) else "non_utile", ()
    blocked = _blocked(situation, placed, action.id)
    if blocked:
        return "prerequis", blocked
    chain = (*_chain(situation, placed, action.id), action.id)
    if not _helps(situation, placed, chain):
        partners = _partners(situation, placed, action)
        return ("combinaison", partners) if partners else ("niveau_atteint", ())
    return _lacking(situation, placed, chain), ()


def _blocked(situation: Situation, placed: Placed, action_id: str) -> tuple[str, ...]:
    """The prerequisites, at any depth, that the plan could not choose."""
    found: list[str] = []
    for need in situation.open_prerequisites(action_id):
        if not placed.candidates[need].placeable:
            found.append(need)
        elif need not in placed.horizons:
            found.extend(_blocked(situation, placed, need))
    return tuple(dict.fromkeys(found))


def _chain(situation: Situation, placed: Placed, action_id: str) -> tuple[str, ...]:
    """The prerequisites that would have to be added to the plan, first things first."""
    found: list[str] = []
    for need in situation.open_prerequisites(action_id):
        if need not in placed.horizons:
            found.extend((*_chain(situation, placed, need), need))
    return tuple(dict.fromkeys(found))


def _helps(situation: Situation, placed: Placed, added: tuple[str, ...]) -> bool:
    """Whether adding actions to the plan would raise a level or clear an obligation."""
    settled = situation.settled()
    before = target_levels(situation.catalogue, placed.horizons.keys(), settled)
    after = target_levels(situation.catalogue, {*placed.horizons, *added}, settled)
    for question, level in after.items():
        today = situation.level(question) or 0
        if situation.counts(question) and level > max(today, before.get(question, 0)):
            return True
    left = obligations_left(situation, placed.horizons)
    return obligations_left(situation, {*placed.horizons, *added}) != left


def _partners(situation: Situation, placed: Placed, action: Action) -> tuple[str, ...]:
    """The other members, not placed, of a combination that would raise an answer."""
    settled = situation.settled()
    for group in situation.catalogue.combinations:
        today = situation.level(group.question)
        if action.id in group.actions and today is not None and today < group.level:
            missing = tuple(
                member
                for member in group.actions
                if member != action.id and member not in placed.horizons and member not in settled
            )
            if missing:
                return missing
    return ()


def _lacking(situation: Situation, placed: Placed, chain: tuple[str, ...]) -> str:
    """What stands in the way of a useful chain of actions: delays, then days, then money.

    Every way of adding it to the plan is tried; a chain is one to four actions long.
    """
    tries = [
        where
        for periods in product(range(len(LENGTHS)), repeat=len(chain))
        if _in_time(situation, placed, where := dict(zip(chain, periods, strict=True)))
    ]
    if not tries:
        return "delai"
    tries = [where for where in tries if _fits(situation, placed, where, money=False)]
    if not tries:
        return "capacite"
    if not any(_fits(situation, placed, where, money=True) for where in tries):
        return "argent"
    return "calcul"


def _in_time(situation: Situation, placed: Placed, added: dict[str, int]) -> bool:
    """Whether actions can be added there: not before their time or what they need, and with the
    delays of what waits for one another on one horizon."""
    plan = {**placed.horizons, **added}
    return all(
        period >= placed.candidates[action].earliest
        and all(plan[need] <= period for need in situation.open_prerequisites(action))
        and months_waited(situation, plan, action) <= LENGTHS[period]
        for action, period in added.items()
    )


def months_waited(situation: Situation, plan: Mapping[str, int], action_id: str) -> int:
    """The months from the start of its horizon until an action is done: its own, after those of
    the longest chain on the same horizon that it waits for."""
    waited = (
        months_waited(situation, plan, need)
        for need in situation.open_prerequisites(action_id)
        if plan.get(need) == plan[action_id]
    )
    return max(waited, default=0) + situation.catalogue.actions[action_id].delay_months


def _fits(situation: Situation, placed: Placed, added: dict[str, int], *, money: bool) -> bool:
    """Whether adding actions keeps every period that they weigh on within what is available."""
    available = (euros_available if money else days_available)(situation.capacity)
    asked = cost_in if money else effort_in
    actions = situation.catalogue.actions
    own = [(o.horizon, o.cost if money else o.effort) for o in situation.own_actions]
    for period in range(len(LENGTHS)):
        used = sum(asked(actions[a], h, period).high for a, h in placed.horizons.items())
        used += sum(span.high for horizon, span in own if horizon == HORIZONS[period])
        more = sum(asked(actions[a], h, period).high for a, h in added.items())
        asking = 0.0 if money or period else half_hours(situation) * ENQUIRY_DAYS
        if more and used + more + asking > available[period] + 1e-6:
            return False
    return True
