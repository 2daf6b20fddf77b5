# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Second stage: the shape of the actions' and the knowledge's files, fields named as their keys."""

# pydantic copies the defaults
# ruff: noqa: RUF012
from typing import Annotated

from pydantic import Field

from autodiag.catalogue.shapes import (
    Amount,
    ConditionText,
    Day,
    Id,
    Ids,
    Optional,
    Shape,
    Target,
    Text,
    Texts,
)
from autodiag.model.condition import Condition
from autodiag.model.roadmap import Fitness, Nature, ProofStatus


class RaiseShape(Shape):
    question: Id
    vers: Target


class SpanShape(Shape):
    min: Amount
    max: Amount


class FitnessShape(Shape):
    moins_1000: Fitness
    moins_3500: Fitness
    moins_10000: Fitness
    plus_10000: Fitness


class ActionShape(Shape):
    id: Id
    titre: Text
    pourquoi: Text
    etapes: Annotated[list[Text], Field(min_length=1, max_length=30)]
    fait_monter: list[RaiseShape] = []
    effort_jours: SpanShape
    cout_initial_eur: SpanShape
    cout_annuel_eur: SpanShape
    delai_mois: Annotated[int, Field(ge=0, le=60)]
    pilote: Id
    partenaires: Ids = []
    prerequis: Ids = []
    mutualisable: bool = False
    obligations: Ids = []
    financements: Ids = []
    indicateur: Text
    syntec: list[int] = []
    aptitude: FitnessShape
    recurrent: bool = False
    applicable: ConditionText = None

    @property
    def condition(self) -> Condition | None:
        """`applicable`, parsed."""
        return self.applicable


class ActionsShape(Shape):
    """actions/NN-id.toml"""

    theme: Id
    actions: Annotated[list[ActionShape], Field(min_length=1, max_length=200)]


class CombinationShape(Shape):
    question: Id
    vers: Target
    actions: Ids
    raison: Text


class CombinationsShape(Shape):
    """actions/combinaisons.toml"""

    avertissement: Text
    combinaisons: list[CombinationShape] = []


class FactShape(Shape):
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,59}$")]
    texte: Text
    texte_epci: Optional = ""
    demander_si: ConditionText = None

    @property
    def condition(self) -> Condition | None:
        """`demander_si`, parsed."""
        return self.demander_si


class FactsShape(Shape):
    """faits.toml"""

    faits: list[FactShape] = []


class ProofShape(Shape):
    question: Id
    niveau: Target


class ObligationShape(Shape):
    id: Id
    titre: Text
    quoi: Text
    qui: Text
    texte: Text
    date: Optional = ""
    themes: Ids = []
    conforme: Optional = ""
    risque: Optional = ""
    statut: ProofStatus
    verifie_le: Optional = ""
    nature: Nature
    applicable: ConditionText = None
    preuve: ProofShape | None = None
    remarque_preuve: Optional = ""
    levee_par: Ids = []
    a_verifier: Optional = ""
    sources: Ids = []

    @property
    def condition(self) -> Condition | None:
        """`applicable`, parsed."""
        return self.applicable


class ObligationsShape(Shape):
    """obligations.toml"""

    date: Day
    a_verifier: Texts = []
    obligations: list[ObligationShape] = []


class ActorShape(Shape):
    id: Id
    nom: Text
    apporte: Optional = ""
    a_qui: Optional = ""
    cout: Optional = ""
    statut: ProofStatus | None = None


class ActorsShape(Shape):
    """acteurs.toml"""

    acteurs: list[ActorShape] = []


class GlossaryShape(Shape):
    terme: Text
    definition: Text


class GlossaryFileShape(Shape):
    """glossaire.toml"""

    glossaire: list[GlossaryShape] = []


class SourcesShape(Shape):
    """sources.toml"""

    sources: dict[Id, Text] = {}
