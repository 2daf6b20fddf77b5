# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Second stage: the shape of a questionnaire's files. Fields are named as the keys of the files.

Only types and bounds: what a value refers to is for the checks.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, get_args

from autodiag.catalogue.conditions import CoherenceRule, parse_coherence, parse_condition
from autodiag.catalogue.fields import Shape, optional, required
from autodiag.catalogue.readers import (
    blank,
    by_id,
    day,
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
from autodiag.model.questionnaire import HIGHEST_LEVEL, PROFILES, ProfileId, QuestionType

TYPES: tuple[QuestionType, ...] = get_args(QuestionType)
_NONE: Mapping[str, Any] = MappingProxyType({})


class VariantShape(Shape):
    id: str = required(identifier)
    si: Condition = required(parsed(parse_condition))


class ThresholdShape(Shape):
    mesure: str = required(text)
    min: float | None = optional(number(0, HIGHEST_LEVEL))
    moins_de: float | None = optional(number(0, HIGHEST_LEVEL))


class ProfileRuleShape(Shape):
    profil: ProfileId = required(one_of(PROFILES))
    conditions: tuple[ThresholdShape, ...] = required(several(ThresholdShape.read))


class FoundationShape(Shape):
    question: str = required(identifier)
    vers: int = required(whole(1, HIGHEST_LEVEL))


class ScoringShape(Shape):
    theme_pilote: str = required(identifier)
    themes_documentes: int = required(whole(1, 100))
    profils: tuple[ProfileRuleShape, ...] = required(several(ProfileRuleShape.read))
    socle: tuple[FoundationShape, ...] = optional(several(FoundationShape.read), ())


class QuestionnaireShape(Shape):
    """questionnaire.toml"""

    id: str = required(identifier)
    version: int = required(whole(1, 1_000_000))
    titre: str = required(text)
    resume: str = optional(blank, "")
    consigne: str = required(text)
    echelle: tuple[str, ...] = optional(several(text), ())
    date: str | None = optional(day)
    variantes: tuple[VariantShape, ...] = optional(several(VariantShape.read), ())
    notation: ScoringShape | None = optional(ScoringShape.read)
    renommages: Mapping[str, tuple[str, ...]] = optional(by_id(several(identifier)), _NONE)


class ChoiceShape(Shape):
    id: str = required(identifier)
    texte: str = required(text)


class CoherenceShape(Shape):
    avec: str = required(identifier)
    si: CoherenceRule = required(parsed(parse_coherence))
    message: str = required(text)


class WordingShape(Shape):
    """What a variant writes again; the base's is kept where it writes nothing."""

    texte: str = required(text)
    texte_elus: str = required(text)
    niveaux: tuple[str, ...] = optional(several(text), ())
    pourquoi: str | None = optional(blank)
    ou_trouver: str | None = optional(blank)
    exemple: str | None = optional(blank)
    sans_objet_motifs: tuple[str, ...] | None = optional(several(text))
    motif_non_applicable: str | None = optional(blank)


class QuestionShape(Shape):
    id: str = required(identifier)
    type: QuestionType = optional(one_of(TYPES), "niveaux")
    poids: int = optional(whole(1, 10), 1)
    poids_raison: str = optional(blank, "")
    express: bool = optional(yes_no, False)
    texte: str = required(text)
    texte_elus: str = required(text)
    niveaux: tuple[str, ...] = optional(several(text), ())
    pourquoi: str = optional(blank, "")
    ou_trouver: str = optional(blank, "")
    a_qui_demander: tuple[str, ...] = optional(several(identifier), ())
    exemple: str = optional(blank, "")
    applicable: Condition | None = optional(parsed(parse_condition))
    motif_non_applicable: str = optional(blank, "")
    sans_objet_motifs: tuple[str, ...] = optional(several(text), ())
    obligations: tuple[str, ...] = optional(several(identifier), ())
    choix: tuple[ChoiceShape, ...] = optional(several(ChoiceShape.read), ())
    minimum: float | None = optional(number(-1e12, 1e12))
    maximum: float | None = optional(number(-1e12, 1e12))
    unite: str = optional(blank, "")
    variantes: Mapping[str, WordingShape] = optional(by_id(WordingShape.read), _NONE)
    coherence: tuple[CoherenceShape, ...] = optional(several(CoherenceShape.read), ())


class ThemeShape(Shape):
    """themes/NN-id.toml"""

    id: str = required(identifier)
    titre: str = required(text)
    sous_titre: str = optional(blank, "")
    questions: tuple[QuestionShape, ...] = required(items(QuestionShape, most=200, least=1))


class PortraitShape(Shape):
    id: ProfileId = required(one_of(PROFILES))
    libelle: str = required(text)
    libelle_doux: str = required(text)
    portrait: str = required(text)
    ce_qui_va_bien: str = required(text)
    prochaine_marche: str = required(text)


class ReadingShape(Shape):
    theme: str = required(identifier)
    min: int = required(whole(0, HIGHEST_LEVEL))
    max: int = required(whole(0, HIGHEST_LEVEL))
    texte: str = required(text)


class ProfilesShape(Shape):
    """profils.toml"""

    profils: tuple[PortraitShape, ...] = optional(items(PortraitShape), ())
    lectures: tuple[ReadingShape, ...] = optional(items(ReadingShape), ())
