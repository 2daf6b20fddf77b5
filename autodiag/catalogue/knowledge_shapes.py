# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Second stage: the shape of the actions' and the knowledge's files, fields named as their keys."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, get_args

from autodiag.catalogue.conditions import parse_condition
from autodiag.catalogue.fields import Shape, optional, required
from autodiag.catalogue.readers import (
    blank,
    by_id,
    day,
    fact,
    identifier,
    items,
    number,
    one_of,
    parsed,
    several,
    text,
    whole,
    yes_no,
)
from autodiag.model.condition import Condition
from autodiag.model.questionnaire import HIGHEST_LEVEL
from autodiag.model.roadmap import Fitness, Nature, ProofStatus

FITNESS: tuple[Fitness, ...] = get_args(Fitness)
NATURES: tuple[Nature, ...] = get_args(Nature)
STATUSES: tuple[ProofStatus, ...] = get_args(ProofStatus)
_NONE: Mapping[str, Any] = MappingProxyType({})


class RaiseShape(Shape):
    question: str = required(identifier)
    vers: int = required(whole(1, HIGHEST_LEVEL))


class SpanShape(Shape):
    min: float = required(number(0, 1e9))
    max: float = required(number(0, 1e9))


class FitnessShape(Shape):
    moins_1000: Fitness = required(one_of(FITNESS))
    moins_3500: Fitness = required(one_of(FITNESS))
    moins_10000: Fitness = required(one_of(FITNESS))
    plus_10000: Fitness = required(one_of(FITNESS))


class ActionShape(Shape):
    id: str = required(identifier)
    titre: str = required(text)
    pourquoi: str = required(text)
    etapes: tuple[str, ...] = required(several(text, most=30, least=1))
    fait_monter: tuple[RaiseShape, ...] = optional(several(RaiseShape.read), ())
    effort_jours: SpanShape = required(SpanShape.read)
    cout_initial_eur: SpanShape = required(SpanShape.read)
    cout_annuel_eur: SpanShape = required(SpanShape.read)
    delai_mois: int = required(whole(0, 60))
    pilote: str = required(identifier)
    partenaires: tuple[str, ...] = optional(several(identifier), ())
    prerequis: tuple[str, ...] = optional(several(identifier), ())
    mutualisable: bool = optional(yes_no, False)
    obligations: tuple[str, ...] = optional(several(identifier), ())
    financements: tuple[str, ...] = optional(several(identifier), ())
    indicateur: str = required(text)
    syntec: tuple[int, ...] = optional(several(whole(1, 1000)), ())
    aptitude: FitnessShape = required(FitnessShape.read)
    recurrent: bool = optional(yes_no, False)
    applicable: Condition | None = optional(parsed(parse_condition))


class ActionsShape(Shape):
    """actions/NN-id.toml"""

    theme: str = required(identifier)
    actions: tuple[ActionShape, ...] = required(items(ActionShape, most=200, least=1))


class CombinationShape(Shape):
    question: str = required(identifier)
    vers: int = required(whole(1, HIGHEST_LEVEL))
    actions: tuple[str, ...] = required(several(identifier))
    raison: str = required(text)


class CombinationsShape(Shape):
    """actions/combinaisons.toml"""

    avertissement: str = required(text)
    combinaisons: tuple[CombinationShape, ...] = optional(items(CombinationShape), ())


class FactShape(Shape):
    id: str = required(fact)
    texte: str = required(text)
    texte_epci: str = optional(blank, "")
    demander_si: Condition | None = optional(parsed(parse_condition))


class FactsShape(Shape):
    """faits.toml"""

    faits: tuple[FactShape, ...] = optional(items(FactShape), ())


class ProofShape(Shape):
    question: str = required(identifier)
    niveau: int = required(whole(1, HIGHEST_LEVEL))


class ObligationShape(Shape):
    id: str = required(identifier)
    titre: str = required(text)
    quoi: str = required(text)
    qui: str = required(text)
    texte: str = required(text)
    date: str = optional(blank, "")
    themes: tuple[str, ...] = optional(several(identifier), ())
    conforme: str = optional(blank, "")
    risque: str = optional(blank, "")
    statut: ProofStatus = required(one_of(STATUSES))
    verifie_le: str = optional(blank, "")
    nature: Nature = required(one_of(NATURES))
    applicable: Condition | None = optional(parsed(parse_condition))
    preuve: ProofShape | None = optional(ProofShape.read)
    remarque_preuve: str = optional(blank, "")
    levee_par: tuple[str, ...] = optional(several(identifier), ())
    a_verifier: str = optional(blank, "")
    sources: tuple[str, ...] = optional(several(identifier), ())


class ObligationsShape(Shape):
    """obligations.toml"""

    date: str = required(day)
    a_verifier: tuple[str, ...] = optional(several(text), ())
    obligations: tuple[ObligationShape, ...] = optional(items(ObligationShape), ())


class ActorShape(Shape):
    id: str = required(identifier)
    nom: str = required(text)
    apporte: str = optional(blank, "")
    a_qui: str = optional(blank, "")
    cout: str = optional(blank, "")
    statut: ProofStatus | None = optional(one_of(STATUSES))


class ActorsShape(Shape):
    """acteurs.toml"""

    acteurs: tuple[ActorShape, ...] = optional(items(ActorShape), ())


class GlossaryShape(Shape):
    terme: str = required(text)
    definition: str = required(text)


class GlossaryFileShape(Shape):
    """glossaire.toml"""

    glossaire: tuple[GlossaryShape, ...] = optional(items(GlossaryShape), ())


class SourcesShape(Shape):
    """sources.toml"""

    sources: Mapping[str, str] = optional(by_id(text), _NONE)
