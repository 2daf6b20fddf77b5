# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A roadmap read with what was once proposed to collectivités: which of its actions answer each
proposition. Judges nothing: a proposition without an action is no lack."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from autodiag.model.knowledge import Addressee, Knowledge, Proposition
from autodiag.model.roadmap import Action, Decision, Roadmap

ADDRESSED: dict[Addressee, str] = {
    "collectivites": "",
    "etat": "Adressée à l’État.",
    "les_deux": "Adressée à l’État et aux collectivités.",
    "non_dit": "Le texte ne dit pas à qui.",
}
"""Whom it asks, in words; nothing where it asks collectivités, which is what one expects."""
TITLE = "Votre feuille de route, lue avec les dix propositions de 2017"
ABOUT = (
    "Un syndicat professionnel, celui des entreprises du numérique, a fait ces propositions. "
    "Une proposition sans action n’est pas un manque."
)
NOTHING = "Rien dans votre feuille de route."
NOTHING_EXPECTED = "Elle s’adresse à l’État\u00a0: rien n’est attendu de votre feuille de route."
NOTHING_SHOWN = "Rien dans ce que montre ce document."


@dataclass(frozen=True, slots=True)
class PropositionRead:
    """One proposition, and the ids of the actions that answer it: those in the plan, in its order,
    and those marked done, in that of the catalogue."""

    proposition: Proposition
    planned: tuple[str, ...]
    done: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether no action answers it."""
        return not self.planned and not self.done

    @property
    def about(self) -> str:
        """What it asks and whom, in our words."""
        told = self.proposition
        parts = (told.asks, told.remark or ADDRESSED[told.addressee])
        return " ".join(part for part in parts if part)

    def nothing_said(self, *, partial: bool = False) -> str:
        """What to say where no action answers it. `partial`: the document shows a part of the plan
        only, and must not say what is not in the rest."""
        if self.proposition.addressee == "etat":
            return NOTHING_EXPECTED
        return NOTHING_SHOWN if partial else NOTHING


def read_propositions(
    knowledge: Knowledge, roadmap: Roadmap | None, decisions: Mapping[str, Decision]
) -> tuple[PropositionRead, ...]:
    """Each proposition, by its number; none where the knowledge tells none. An action of the plan
    that is marked done since is told as done."""
    catalogue = knowledge.actions.actions
    done = [key for key in catalogue if _is_done(key, decisions)]
    planned = [
        one.id
        for horizon in (roadmap.horizons if roadmap else ())
        for one in horizon.actions
        if one.id in catalogue and one.kind in ("action", "request") and one.id not in done
    ]
    return tuple(
        PropositionRead(
            told,
            _answering(number, planned, catalogue),
            _answering(number, done, catalogue),
        )
        for number, told in sorted(knowledge.propositions.told.items())
    )


def _is_done(key: str, decisions: Mapping[str, Decision]) -> bool:
    decision = decisions.get(key)
    return decision is not None and decision.state == "faite"


def _answering(
    number: int, keys: Iterable[str], catalogue: Mapping[str, Action]
) -> tuple[str, ...]:
    return tuple(key for key in keys if number in catalogue[key].syntec)
