# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Second stage: the shape of a questionnaire's files. Fields are named as the keys of the files.

Only types and bounds: what a value refers to is for the checks.
"""

from typing import Annotated

from pydantic import Field

from autodiag.catalogue.values import (
    Blank,
    Bound,
    ById,
    Day,
    Id,
    Items,
    Level,
    Measured,
    Several,
    Shape,
    SomeItems,
    Target,
    Text,
    When,
    WhenAsked,
    WhenBoth,
)
from autodiag.model.questionnaire import ProfileId, QuestionType


class VariantShape(Shape):
    id: Id
    si: When


class ThresholdShape(Shape):
    mesure: Text
    min: Bound | None = None
    moins_de: Bound | None = None


class ProfileRuleShape(Shape):
    profil: ProfileId
    conditions: Several[ThresholdShape]


class FoundationShape(Shape):
    question: Id
    vers: Target


class ScoringShape(Shape):
    theme_pilote: Id
    themes_documentes: Annotated[int, Field(ge=1, le=100)]
    profils: Several[ProfileRuleShape]
    socle: Several[FoundationShape] = ()


class QuestionnaireShape(Shape):
    """questionnaire.toml"""

    id: Id
    version: Annotated[int, Field(ge=1, le=1_000_000)]
    titre: Text
    resume: Blank = ""
    consigne: Text
    echelle: Several[Text] = ()
    date: Day | None = None
    par_theme: bool = False
    avis: bool = False
    variantes: Several[VariantShape] = ()
    notation: ScoringShape | None = None
    renommages: ById[Several[Id]] = Field(default={})


class ChoiceShape(Shape):
    id: Id
    texte: Text
    seul: bool = False


class CoherenceShape(Shape):
    avec: Id
    si: WhenBoth
    message: Text


class WordingShape(Shape):
    """What a variant writes again; the base's is kept where it writes nothing."""

    texte: Text
    texte_elus: Text
    niveaux: Several[Text] = ()
    pourquoi: Blank | None = None
    ou_trouver: Blank | None = None
    exemple: Blank | None = None
    sans_objet_motifs: Several[Text] | None = None
    motif_non_applicable: Blank | None = None


class QuestionShape(Shape):
    id: Id
    type: QuestionType = "niveaux"
    poids: Annotated[int, Field(ge=1, le=10)] = 1
    poids_raison: Blank = ""
    express: bool = False
    texte: Text
    texte_elus: Text
    niveaux: Several[Text] = ()
    pourquoi: Blank = ""
    ou_trouver: Blank = ""
    a_qui_demander: Several[Id] = ()
    exemple: Blank = ""
    applicable: WhenAsked | None = None
    motif_non_applicable: Blank = ""
    sans_objet_motifs: Several[Text] = ()
    obligations: Several[Id] = ()
    choix: Several[ChoiceShape] = ()
    choix_au_plus: Annotated[int, Field(ge=2, le=60)] | None = None
    minimum: Measured | None = None
    maximum: Measured | None = None
    unite: Blank = ""
    variantes: ById[WordingShape] = Field(default={})
    coherence: Several[CoherenceShape] = ()


class ThemeShape(Shape):
    """themes/NN-id.toml"""

    id: Id
    titre: Text
    sous_titre: Blank = ""
    questions: SomeItems[QuestionShape]


class PortraitShape(Shape):
    id: ProfileId
    libelle: Text
    libelle_doux: Text
    portrait: Text
    ce_qui_va_bien: Text
    prochaine_marche: Text


class ReadingShape(Shape):
    theme: Id
    min: Level
    max: Level
    texte: Text


class ProfilesShape(Shape):
    """profils.toml"""

    profils: Items[PortraitShape] = ()
    lectures: Items[ReadingShape] = ()
