# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Why each action that is not in the plan is not in it (contract R5)."""

from collections.abc import Iterable

from autodiag.model.roadmap import HORIZONS, Action, LeftOut
from autodiag.roadmap.adding import what_lacks, with_needs
from autodiag.roadmap.cleared import obligations_left
from autodiag.roadmap.plan import Placed
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.useful import Candidate, why_useless

SENTENCES: dict[str, str] = {
    "faite": "Vous l’avez notée comme faite.",
    "refusee": "Vous avez choisi de ne pas la retenir{raison}.",
    "sans_objet": "Elle ne concerne pas votre collectivité.",
    "a_confirmer": "À confirmer d’abord\u00a0: la réponse qu’elle améliore n’est pas connue.",
    "sans_reponse": "La question qu’elle améliore n’a pas encore de réponse.",
    "niveau_deja_atteint": "Vos réponses sont déjà au niveau qu’elle vise.",
    "niveau_deja_fait": "Une action déjà faite atteint ce niveau\u00a0: mettez la réponse à jour.",
    "non_utile": "Rien, dans vos réponses, ne la demande aujourd’hui.",
    "epci": "À proposer à l’intercommunalité. Retenez-la pour préparer la demande.",
    "selon_contexte": "Utile selon votre situation\u00a0: retenez-la si elle vous convient.",
    "niveau_atteint": "Une autre action du plan suffit pour atteindre ce niveau.",
    "combinaison": "Elle n’améliore votre réponse que si l’on fait aussi\u00a0: {autres}.",
    "prerequis": "Il faudrait d’abord\u00a0: {autres}.",
    "delai": "Le temps qu’elle demande ne tient pas dans les trois périodes.",
    "trop_grande": "Elle demande plus de jours qu’aucune des trois périodes n’en offre.",
    "trop_chere": "Elle demande plus d’argent qu’aucune des trois périodes n’en offre.",
    "capacite": "Le temps disponible est déjà pris par le reste du plan.",
    "argent": "Le budget disponible est déjà pris par le reste du plan.",
    "calcul": "L’ordinateur n’a pas eu le temps d’essayer cette action\u00a0: "
    "recalculez la feuille de route.",
}
SEVERAL: dict[str, str] = {
    "sans_objet": "Les questions qu’elle améliore ne vous concernent pas.",
    "niveau_atteint": "D’autres actions du plan suffisent pour atteindre ce niveau.",
    "delai": "Avec les actions qui l’accompagnent, elle demande plus de temps "
    "que n’en offrent les trois périodes.",
    "trop_grande": "Avec les actions qui l’accompagnent, elle demande plus de jours "
    "que n’en offrent les trois périodes.",
    "trop_chere": "Avec les actions qui l’accompagnent, elle demande plus d’argent "
    "que n’en offrent les trois périodes.",
}
"""The same codes, where it is not the action itself, or not one action alone, that tells why."""
NONE: dict[str, str] = {
    "trop_grande": "Aucun jour n’est disponible dans les trois périodes\u00a0: "
    "elle n’y trouve pas de place.",
    "trop_chere": "Aucune dépense n’est prévue dans les trois périodes\u00a0: "
    "elle n’y trouve pas de place.",
}
"""The same codes, where there is nothing at all rather than too little."""
OVER = "Les trois périodes sont passées\u00a0: elle n’y trouve plus de place."
"""Of «delai», where no month is left at all."""


def explain_left_out(situation: Situation, placed: Placed) -> tuple[LeftOut, ...]:
    """A code and a sentence for every action of the catalogue that was not placed."""
    explained: list[LeftOut] = []
    for candidate in placed.candidates.values():
        action = candidate.action
        if action.id in placed.horizons or candidate.standing == "demande":
            continue
        code, others = _why(situation, placed, candidate)
        explained.append(
            LeftOut(action.id, code, _sentence(situation, placed, action, (code, others)))
        )
    return tuple(explained)


def _sentence(
    situation: Situation, placed: Placed, action: Action, why: tuple[str, tuple[str, ...]]
) -> str:
    code, others = why
    decision = situation.decisions.get(action.id)
    reason = f"\u00a0: {decision.reason}" if decision and decision.reason else ""
    titles = [f"«\u202f{situation.catalogue.actions[other].title}\u202f»" for other in others]
    sentences = SENTENCES
    if code == "delai" and situation.now == len(HORIZONS):
        return OVER
    if code in NONE and not any(_available(situation, code)):
        sentences = NONE
    elif code in SEVERAL and not _alone(situation, placed, action, code):
        sentences = SEVERAL
    return sentences[code].format(raison=reason, autres=", ".join(titles))


def _alone(situation: Situation, placed: Placed, action: Action, code: str) -> bool:
    """Whether the action itself, or one other action alone, is what the code says."""
    last = len(HORIZONS) - 1  # the longest period
    match code:
        case "sans_objet":
            return situation.concerns(action) is False
        case "niveau_atteint":
            catalogue = situation.catalogue.actions
            return any(_replaces(situation, catalogue[name], action) for name in placed.horizons)
        case "delai":
            return action.delay_months > situation.lengths[last]
        case "trop_grande":
            return action.effort.high > _available(situation, code)[last]
        case _:
            return action.initial_cost.high > _available(situation, code)[last]


def _available(situation: Situation, code: str) -> tuple[float, ...]:
    """The days, or the euros, of the three periods, as the code asks."""
    return situation.days if code == "trop_grande" else situation.euros


def _replaces(situation: Situation, other: Action, action: Action) -> bool:
    """Whether another action, alone, raises all that this one would raise."""
    reached = {target.question: target.level for target in other.raises}
    return all(
        reached.get(target.question, 0) >= target.level
        or situation.reached(target.question) >= target.level
        for target in action.raises
        if situation.counts(target.question)
    )


def _why(situation: Situation, placed: Placed, candidate: Candidate) -> tuple[str, tuple[str, ...]]:
    action = candidate.action
    if candidate.standing != "possible":
        return candidate.standing, ()
    if candidate.support:  # nothing that needs it was placed
        return why_useless(situation, action), ()
    blocked = _blocked(situation, placed, action.id)
    if blocked:
        return "prerequis", blocked
    if _helps(situation, placed, with_needs(situation, placed, (action.id,))):
        return what_lacks(situation, placed, (action.id,)), ()
    return _together(situation, placed, action)


def _together(situation: Situation, placed: Placed, action: Action) -> tuple[str, tuple[str, ...]]:
    """Why an action that adds nothing alone is not placed with the others of a combination:
    one of them cannot be chosen, or all together lack time, days or money."""
    settled = situation.settled()
    planned = situation.levels(placed.horizons)
    closed: tuple[str, ...] = ()
    for group in situation.catalogue.combinations:
        today = situation.level(group.question)
        reached = max(today or 0, planned.get(group.question, 0))
        if action.id not in group.actions or today is None or reached >= group.level:
            continue
        missing = [m for m in group.actions if m not in placed.horizons and m not in settled]
        barred = tuple(
            member
            for member in missing
            if not placed.candidates[member].placeable or _blocked(situation, placed, member)
        )
        if not barred:
            return what_lacks(situation, placed, missing), ()
        closed = closed or barred
    return ("combinaison", closed) if closed else ("niveau_atteint", ())


def _blocked(situation: Situation, placed: Placed, action_id: str) -> tuple[str, ...]:
    """The prerequisites, at any depth, that the plan could not choose."""
    found: list[str] = []
    for need in situation.open_prerequisites(action_id):
        if not placed.candidates[need].placeable:
            found.append(need)
        elif need not in placed.horizons:
            found.extend(_blocked(situation, placed, need))
    return tuple(dict.fromkeys(found))


def _helps(situation: Situation, placed: Placed, added: Iterable[str]) -> bool:
    """Whether adding actions to the plan would raise a level or clear an obligation."""
    before = situation.levels(placed.horizons)
    after = situation.levels({*placed.horizons, *added})
    for question, level in after.items():
        today = situation.level(question) or 0
        if situation.counts(question) and level > max(today, before.get(question, 0)):
            return True
    left = obligations_left(situation, placed.horizons)
    return obligations_left(situation, {*placed.horizons, *added}) != left
