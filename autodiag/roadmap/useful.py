# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which actions a plan may choose from, and why the others are not among them (contract R1).

An action that only raises unknown answers is not *useful*: it is left out, `a_confirmer`, behind
the half-hour of asking. Retained, or needed by another action, it is placed «si confirmé».
"""

from dataclasses import dataclass, replace
from typing import Literal

from autodiag.model.roadmap import HORIZONS, Action, Fitness, Raise
from autodiag.roadmap.situation import Situation

Standing = Literal[
    "possible",  # the plan may choose it
    "retenue",  # the plan must place it
    "demande",  # retained, and left to the EPCI: a request is printed
    "faite",
    "refusee",
    "sans_objet",
    "a_confirmer",
    "sans_reponse",
    "niveau_deja_atteint",
    "niveau_deja_fait",  # by an action marked done, while the answer does not say so
    "non_utile",  # it raises no question, and clears nothing that is unmet
    "epci",
    "selon_contexte",
]

USELESS: tuple[Standing, ...] = (
    "a_confirmer",
    "sans_reponse",
    "niveau_deja_atteint",
    "niveau_deja_fait",
    "non_utile",
)
WELCOME: tuple[Fitness, ...] = ("prioritaire", "adaptee")
"""How an action must suit the size to enter because another needs it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An action and where it stands. `earliest` is the first horizon it may take (0–2),
    `pinned` the one that the user chose; `support`: only a prerequisite of others."""

    action: Action
    standing: Standing
    earliest: int = 0
    pinned: int | None = None
    to_confirm: bool = False
    support: bool = False

    @property
    def placeable(self) -> bool:
        """Whether it takes part in the plan."""
        return self.standing in ("possible", "retenue")


def stand(situation: Situation) -> dict[str, Candidate]:
    """Where every action of the catalogue stands, in its order."""
    candidates = {
        action.id: _candidate(situation, action) for action in situation.catalogue.actions.values()
    }
    return _with_supports(situation, candidates)


def raises_answered(situation: Situation, action: Action) -> bool:
    """Whether it raises an answered question, alone or through a combination, above what is
    answered or done already."""
    return any(
        situation.level(target.question) is not None
        and situation.reached(target.question) < target.level
        for target in _targets(situation, action)
    )


def why_useless(situation: Situation, action: Action) -> Standing:
    """What keeps an action that is not useful from being so."""
    targets = [t for t in _targets(situation, action) if situation.counts(t.question)]
    states = {situation.traces[target.question].state for target in targets}
    if "nsp" in states:
        return "a_confirmer"
    if "sans_reponse" in states:
        return "sans_reponse"
    if any((situation.level(target.question) or 0) < target.level for target in targets):
        return "niveau_deja_fait"
    if states:
        return "niveau_deja_atteint"
    return "sans_objet" if _targets(situation, action) else "non_utile"


def _targets(situation: Situation, action: Action) -> list[Raise]:
    """What it raises, alone or through a combination."""
    return [
        *action.raises,
        *(
            Raise(group.question, group.level)
            for group in situation.catalogue.combinations
            if action.id in group.actions
        ),
    ]


def _candidate(situation: Situation, action: Action) -> Candidate:
    decision = situation.decisions.get(action.id)
    horizon = HORIZONS.index(decision.horizon) if decision and decision.horizon else None
    unsure = situation.concerns(action) is None
    useful = raises_answered(situation, action) or any(
        situation.clears(action, state) for state in situation.unmet
    )
    match decision.state if decision else "":
        case "faite":
            return Candidate(action, "faite")
        case "refusee":
            return Candidate(action, "refusee")
        case "retenue":
            left = situation.fitness(action) == "a_laisser_a_l_epci"
            standing = "demande" if left else "retenue"
            unsure |= not useful and why_useless(situation, action) == "a_confirmer"
            return Candidate(action, standing, 0, horizon, unsure)
        case "reportee":
            earliest = 1 if horizon is None else horizon
            return Candidate(action, _standing(situation, action, useful), earliest, None, unsure)
        case _:
            return Candidate(action, _standing(situation, action, useful), 0, None, unsure)


def _standing(situation: Situation, action: Action, useful: bool) -> Standing:
    if situation.concerns(action) is False:
        return "sans_objet"
    if not useful:
        return why_useless(situation, action)
    match situation.fitness(action):
        case "a_laisser_a_l_epci":
            return "epci"
        case "selon_contexte":
            return "selon_contexte"
        case _:
            return "possible"


def _with_supports(situation: Situation, candidates: dict[str, Candidate]) -> dict[str, Candidate]:
    """Lets in what a placeable action needs first, even where it is of no use alone.

    What suits some only (selon_contexte), or is left to the EPCI, never enters this way: it waits
    for the user, and the plan says that it is missing.
    """
    found = dict(candidates)
    waiting = [action for action, candidate in found.items() if candidate.placeable]
    while waiting:
        for need in situation.open_prerequisites(waiting.pop()):
            candidate = found[need]
            if candidate.standing in USELESS and situation.fitness(candidate.action) in WELCOME:
                unsure = candidate.standing == "a_confirmer" or candidate.to_confirm
                found[need] = replace(
                    candidate, standing="possible", to_confirm=unsure, support=True
                )
                waiting.append(need)
    return found
