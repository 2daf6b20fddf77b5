# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Second stage: the shape of the actions' and the knowledge's files, fields named as their keys."""

from typing import Annotated, Literal

from pydantic import Field

from autodiag.catalogue.values import (
    Amount,
    Blank,
    ById,
    Day,
    FactId,
    Id,
    Items,
    Several,
    Shape,
    SomeItems,
    Steps,
    Target,
    Text,
    When,
)
from autodiag.model.knowledge import Addressee
from autodiag.model.roadmap import Fitness, Nature, ProofStatus

Number = Annotated[int, Field(ge=1, le=1000)]
"""By which a proposition is named."""


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


class ActionWordingShape(Shape):
    """What a variant writes again; the base's is kept where it writes nothing."""

    titre: Text | None = None
    pourquoi: Text | None = None
    etapes: Steps | None = None
    indicateur: Text | None = None


class ActionShape(Shape):
    id: Id
    titre: Text
    pourquoi: Text
    etapes: Steps
    fait_monter: Several[RaiseShape] = ()
    effort_jours: SpanShape
    cout_initial_eur: SpanShape
    cout_annuel_eur: SpanShape
    depense: Literal["fonctionnement", "investissement"] | None = None
    delai_mois: Annotated[int, Field(ge=0, le=60)]
    pilote: Id
    partenaires: Several[Id] = ()
    prerequis: Several[Id] = ()
    mutualisable: bool = False
    obligations: Several[Id] = ()
    financements: Several[Id] = ()
    indicateur: Text
    syntec: Several[Number] = ()
    aptitude: FitnessShape
    recurrent: bool = False
    applicable: When | None = None
    variantes: ById[ActionWordingShape] = Field(default={})


class ActionsShape(Shape):
    """actions/NN-id.toml"""

    theme: Id
    actions: SomeItems[ActionShape]


class CombinationShape(Shape):
    question: Id
    vers: Target
    actions: Several[Id]
    raison: Text


class CombinationsShape(Shape):
    """actions/combinaisons.toml"""

    avertissement: Text
    combinaisons: Items[CombinationShape] = ()


class FactShape(Shape):
    id: FactId
    texte: Text
    texte_epci: Blank = ""
    texte_autre: Blank = ""
    demander_si: When | None = None


class FactsShape(Shape):
    """faits.toml"""

    faits: Items[FactShape] = ()


class ProofShape(Shape):
    question: Id
    niveau: Target


class ObligationShape(Shape):
    id: Id
    titre: Text
    quoi: Text
    qui: Text
    texte: Text
    date: Blank = ""
    themes: Several[Id] = ()
    conforme: Blank = ""
    risque: Blank = ""
    statut: ProofStatus
    verifie_le: Blank = ""
    nature: Nature
    applicable: When | None = None
    preuve: ProofShape | None = None
    remarque_preuve: Blank = ""
    levee_par: Several[Id] = ()
    a_verifier: Blank = ""
    sources: Several[Id] = ()


class ObligationsShape(Shape):
    """obligations.toml"""

    date: Day
    a_verifier: Several[Text] = ()
    obligations: Items[ObligationShape] = ()


class ActorShape(Shape):
    id: Id
    nom: Text
    apporte: Blank = ""
    a_qui: Blank = ""
    cout: Blank = ""
    statut: ProofStatus | None = None


class ActorsShape(Shape):
    """acteurs.toml"""

    acteurs: Items[ActorShape] = ()


class GlossaryShape(Shape):
    terme: Text
    definition: Text


class GlossaryFileShape(Shape):
    """glossaire.toml"""

    glossaire: Items[GlossaryShape] = ()


class SourcesShape(Shape):
    """sources.toml"""

    sources: ById[Text] = Field(default={})


class SynonymsOfShape(Shape):
    mots: Several[Text]
    comme: Several[Text]


class SynonymsShape(Shape):
    """synonymes.toml"""

    synonymes: Items[SynonymsOfShape] = ()


class PropositionShape(Shape):
    numero: Number
    titre: Text
    demande: Blank = ""
    adressee_a: Addressee = "collectivites"
    remarque: Blank = ""


class PropositionsShape(Shape):
    """propositions.toml"""

    source: Blank = ""
    auteur: Blank = ""
    propositions: Items[PropositionShape] = ()


class HandoverTopicShape(Shape):
    id: Id
    titre: Text
    quoi: Text
    lieu: Text
    qui: Text


class HandoverShape(Shape):
    """passation.toml"""

    sujets: Items[HandoverTopicShape] = ()
