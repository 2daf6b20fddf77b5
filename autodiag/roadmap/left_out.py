# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Why each action that is not in the plan is not in it (contract R5)."""

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
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.useful import Candidate
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
    if candidate.support and not _helps(situation, placed, (action.id,)):
        return "non_utile" if not candidate.to_confirm else "a_confirmer", ()
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
        else:
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
    actions = situation.catalogue.actions
    return any(
        not any(situation.clears(actions[done], state) for done in placed.horizons)
        and any(situation.clears(actions[new], state) for new in added)
        for state in situation.unmet
    )


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
    """What stands in the way of a useful chain of actions: delays, then days, then money."""
    action = situation.catalogue.actions[chain[-1]]
    earliest = _earliest(situation, placed, action.id)
    if earliest is None:
        return "delai"
    periods = [h for h in range(earliest[0], len(LENGTHS)) if action.delay_months <= LENGTHS[h]]
    in_days = [h for h in periods if _fits(situation, placed, chain, h, money=False)]
    if not in_days:
        return "capacite"
    if not any(_fits(situation, placed, chain, h, money=True) for h in in_days):
        return "argent"
    return "calcul"


def _earliest(situation: Situation, placed: Placed, action_id: str) -> tuple[int, int] | None:
    """The first horizon in which an action can be done, and the month in it; None when its
    delays and those that it waits for do not fit."""
    action = situation.catalogue.actions[action_id]
    start = (placed.candidates[action_id].earliest, 0)
    for need in situation.open_prerequisites(action_id):
        ready = _earliest(situation, placed, need)
        if ready is None:
            return None
        start = max(start, ready)
    horizon, month = start
    while horizon < len(LENGTHS):
        if month + action.delay_months <= LENGTHS[horizon]:
            return horizon, month + action.delay_months
        horizon, month = horizon + 1, 0
    return None


def _fits(
    situation: Situation, placed: Placed, chain: tuple[str, ...], start: int, *, money: bool
) -> bool:
    """Whether adding a chain on one horizon keeps every later period within what is available."""
    available = (euros_available if money else days_available)(situation.capacity)
    asked = cost_in if money else effort_in
    actions = situation.catalogue.actions
    own = [(o.horizon, o.cost if money else o.effort) for o in situation.own_actions]
    for period in range(start, len(LENGTHS)):
        used = sum(asked(actions[a], h, period).high for a, h in placed.horizons.items())
        used += sum(span.high for horizon, span in own if horizon == HORIZONS[period])
        added = sum(asked(actions[link], start, period).high for link in chain)
        asking = 0.0 if money or period else half_hours(situation) * ENQUIRY_DAYS
        if added and used + added + asking > available[period] + 1e-6:
            return False
    return True
