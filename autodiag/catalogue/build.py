# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The shapes of a questionnaire that has no error, turned into the model."""

from collections.abc import Mapping

from autodiag.catalogue.drafts import QuestionnaireDraft
from autodiag.catalogue.measures import parse_measure
from autodiag.catalogue.shapes import (
    CoherenceShape,
    QuestionnaireShape,
    QuestionShape,
    ScoringShape,
    ThresholdShape,
    WordingShape,
)
from autodiag.model.condition import Condition, followed
from autodiag.model.questionnaire import (
    Choice,
    Classable,
    Coherence,
    Measure,
    NumberRange,
    ProfileRule,
    Question,
    Questionnaire,
    Scoring,
    Theme,
    Threshold,
    Variant,
    Wording,
)

_MARKS = (0.0, 10.0)
"""The bounds of a `note` (contract section 1)."""


def build_questionnaire(
    root: QuestionnaireShape, draft: QuestionnaireDraft, sha256: str
) -> Questionnaire:
    """The questionnaire, its themes in the order of their files' names."""
    return Questionnaire(
        id=root.id,
        version=root.version,
        title=root.titre,
        summary=root.resume,
        instructions=root.consigne,
        scale=root.echelle,
        by_theme=root.par_theme,
        opinions=root.avis,
        themes=_themes(draft),
        variants=tuple(Variant(one.id, one.si) for one in root.variantes),
        scoring=None if root.notation is None else _scoring(root.notation),
        renames=dict(root.renommages),
        sha256=sha256,
    )


def _themes(draft: QuestionnaireDraft) -> tuple[Theme, ...]:
    """In order: what a condition reads of an answer rests on a question asked before."""
    asked_if: dict[str, Condition | None] = {}
    themes: list[Theme] = []
    for shape in draft.themes.values():
        questions: list[Question] = []
        for one in shape.questions:
            question = _question(shape.id, one, asked_if)
            asked_if[question.id] = question.applicable
            questions.append(question)
        themes.append(Theme(shape.id, shape.titre, shape.sous_titre, tuple(questions)))
    return tuple(themes)


def _question(
    theme: str, shape: QuestionShape, asked_if: Mapping[str, Condition | None]
) -> Question:
    wordings = {"": _base(shape)}
    for variant, written in shape.variantes.items():
        wordings[variant] = _variant(wordings[""], written)
    return Question(
        id=shape.id,
        theme=theme,
        type=shape.type,
        wordings=wordings,
        whom=shape.a_qui_demander,
        weight=shape.poids,
        weight_reason=shape.poids_raison,
        express=shape.express,
        applicable=shape.applicable and followed(shape.applicable, asked_if),
        not_applicable_reason=shape.motif_non_applicable,
        choices=tuple(Choice(one.id, one.texte, one.seul) for one in shape.choix),
        most=shape.choix_au_plus or 0,
        range=_range(shape),
        coherence=tuple(_coherence(one) for one in shape.coherence),
        obligations=shape.obligations,
    )


def _range(shape: QuestionShape) -> NumberRange | None:
    if shape.type == "note":
        return NumberRange(*_MARKS)
    if shape.minimum is None or shape.maximum is None:
        return None
    return NumberRange(shape.minimum, shape.maximum, shape.unite)


def _base(shape: QuestionShape) -> Wording:
    return Wording(
        text=shape.texte,
        text_for_officials=shape.texte_elus,
        levels=shape.niveaux,
        why=shape.pourquoi,
        where=shape.ou_trouver,
        example=shape.exemple,
        not_concerned_reasons=shape.sans_objet_motifs,
        not_applicable_reason=shape.motif_non_applicable,
    )


def _variant(base: Wording, shape: WordingShape) -> Wording:
    """Complete: the base's where the variant writes nothing."""
    reasons = shape.sans_objet_motifs
    return Wording(
        text=shape.texte,
        text_for_officials=shape.texte_elus,
        levels=shape.niveaux or base.levels,
        why=_or(shape.pourquoi, base.why),
        where=_or(shape.ou_trouver, base.where),
        example=_or(shape.exemple, base.example),
        not_concerned_reasons=base.not_concerned_reasons if reasons is None else reasons,
        not_applicable_reason=_or(shape.motif_non_applicable, base.not_applicable_reason),
    )


def _or(written: str | None, base: str) -> str:
    return base if written is None else written


def _coherence(shape: CoherenceShape) -> Coherence:
    rule = shape.si
    return Coherence(
        other=shape.avec,
        comparison=rule.comparison,
        value=rule.value,
        other_comparison=rule.other_comparison,
        other_value=rule.other_value,
        message=shape.message,
    )


def _scoring(shape: ScoringShape) -> Scoring:
    rules = tuple(
        ProfileRule(rule.profil, tuple(_threshold(one) for one in rule.conditions))
        for rule in shape.profils
    )
    foundations = tuple((one.question, one.vers) for one in shape.socle)
    return Scoring(Classable(shape.theme_pilote, shape.themes_documentes), rules, foundations)


def _threshold(shape: ThresholdShape) -> Threshold:
    measure = parse_measure(shape.mesure) or Measure("global")
    at_least = shape.min is not None
    bound = shape.min if shape.min is not None else shape.moins_de or 0.0
    return Threshold(measure, repr(bound).removesuffix(".0"), at_least)
