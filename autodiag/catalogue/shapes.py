# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Second stage: the shape of a questionnaire's files. Fields are named as the keys of the files.

Only types and bounds: what a value refers to is for the checks.
"""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from autodiag.catalogue.conditions import (
    CoherenceRule,
    ConditionError,
    parse_coherence,
    parse_condition,
)
from autodiag.model.condition import Condition
from autodiag.model.questionnaire import ProfileId, QuestionType

_NO_CONTROL = r"^[^\x00-\x08\x0b-\x1f\x7f]*$"

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=4000, pattern=_NO_CONTROL)]
Optional = Annotated[str, StringConstraints(max_length=4000, pattern=_NO_CONTROL)]
Ids = Annotated[list[Id], Field(max_length=60)]
Texts = Annotated[list[Text], Field(max_length=60)]
Level = Annotated[int, Field(ge=0, le=4)]
Target = Annotated[int, Field(ge=1, le=4)]
Amount = Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False)]


def _said(fault: ConditionError) -> PydanticCustomError:
    return PydanticCustomError("condition", "{said}", {"said": str(fault)})


def _condition(value: Any) -> Any:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "")
    try:
        return parse_condition(value)
    except ConditionError as fault:
        raise _said(fault) from fault


def _coherence(value: Any) -> Any:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "")
    try:
        return parse_coherence(value)
    except ConditionError as fault:
        raise _said(fault) from fault


def _day(value: Any) -> Any:
    """TOML has dates; they may be written with or without quotes."""
    try:
        return (value if isinstance(value, date) else date.fromisoformat(value)).isoformat()[:10]
    except (TypeError, ValueError) as fault:
        said = "cette date s’écrit AAAA-MM-JJ, par exemple 2026-11-21"
        raise PydanticCustomError("condition", "{said}", {"said": said}) from fault


ConditionText = Annotated[Any, BeforeValidator(_condition)]
Day = Annotated[str, BeforeValidator(_day)]


class Shape(BaseModel):
    """A table whose keys are all known and whose values have exactly the type written."""

    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True)


class VariantShape(Shape):
    id: Id
    si: ConditionText


class ThresholdShape(Shape):
    mesure: Text
    min: Annotated[float, Field(ge=0, le=4)] | None = None
    moins_de: Annotated[float, Field(ge=0, le=4)] | None = None


class ProfileRuleShape(Shape):
    profil: ProfileId
    conditions: list[ThresholdShape]


class FoundationShape(Shape):
    question: Id
    vers: Target


class ScoringShape(Shape):
    theme_pilote: Id
    themes_documentes: Annotated[int, Field(ge=1, le=100)]
    profils: list[ProfileRuleShape]
    socle: list[FoundationShape] = []


class QuestionnaireShape(Shape):
    """questionnaire.toml"""

    id: Id
    version: Annotated[int, Field(ge=1, le=1_000_000)]
    titre: Text
    resume: Optional = ""
    consigne: Text
    echelle: Texts = []
    date: Day | None = None
    variantes: list[VariantShape] = []
    notation: ScoringShape | None = None
    renommages: dict[Id, Ids] = {}


class ChoiceShape(Shape):
    id: Id
    texte: Text


class CoherenceShape(Shape):
    avec: Id
    si: Annotated[CoherenceRule, BeforeValidator(_coherence)]
    message: Text


class WordingShape(Shape):
    """What a variant writes again; the base's is kept where it writes nothing."""

    texte: Text
    texte_elus: Text
    niveaux: Texts = []
    pourquoi: Optional | None = None
    ou_trouver: Optional | None = None
    exemple: Optional | None = None
    sans_objet_motifs: Texts | None = None
    motif_non_applicable: Optional | None = None


class QuestionShape(Shape):
    id: Id
    type: QuestionType = "niveaux"
    poids: Annotated[int, Field(ge=1, le=10)] = 1
    poids_raison: Optional = ""
    express: bool = False
    texte: Text
    texte_elus: Text
    niveaux: Texts = []
    pourquoi: Optional = ""
    ou_trouver: Optional = ""
    a_qui_demander: Ids = []
    exemple: Optional = ""
    applicable: ConditionText = None
    motif_non_applicable: Optional = ""
    sans_objet_motifs: Texts = []
    obligations: Ids = []
    choix: list[ChoiceShape] = []
    minimum: Annotated[float, Field(allow_inf_nan=False)] | None = None
    maximum: Annotated[float, Field(allow_inf_nan=False)] | None = None
    unite: Optional = ""
    variantes: dict[Id, WordingShape] = {}
    coherence: list[CoherenceShape] = []

    @property
    def condition(self) -> Condition | None:
        """`applicable`, parsed."""
        return self.applicable


class ThemeShape(Shape):
    """themes/NN-id.toml"""

    id: Id
    titre: Text
    sous_titre: Optional = ""
    questions: Annotated[list[QuestionShape], Field(min_length=1, max_length=200)]


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

    profils: list[PortraitShape] = []
    lectures: list[ReadingShape] = []
