# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What each stage asks for, what is reached of it, what would change the stage (contract P6)."""

from autodiag.model.questionnaire import Measure, Threshold
from autodiag.model.result import ProfileResult, ThresholdReading
from autodiag.report.context import Context
from autodiag.report.markup import Markup, bold, join
from autodiag.report.reserved import betrays
from autodiag.scoring.steps import distance, lacking, next_stage, reached, towards
from autodiag.text.numbers import listing, shortfall
from autodiag.text.typography import NARROW


def measured_by(context: Context, measure: Measure) -> str:
    if measure.kind == "global":
        return context.words.raw("profil.mesure_global")
    names = listing([context.quoted(context.theme(theme)) for theme in measure.themes])
    key = "profil.mesure_theme" if measure.kind == "theme" else "profil.mesure_moyenne"
    return context.words.raw(key).format(themes=names)


def _bound(threshold: Threshold) -> str:
    return threshold.bound.replace(".", ",")


def print_conditions(context: Context, profile: ProfileResult) -> None:
    """One line per condition. «Moins de 2» is said as what it takes to go further: «au moins 2»."""
    story, words = context.story, context.words
    story.heading(2, words.raw("titres.conditions"))
    rows: list[list[str | tuple[str, str]]] = []
    for reading in profile.readings:
        condition = words(
            "profil.condition",
            mesure=measured_by(context, reading.threshold.measure),
            borne=_bound(reading.threshold),
        )
        stage = bold(context.kind(towards(reading)))
        said = (condition, _measured(context, reading), _state(context, reading))
        rows.append([(stage, "Row"), *((text, "Row") for text in said)])
    head = [words.raw(f"colonnes.{key}") for key in ("etape", "condition", "score", "etat")]
    story.table(head, rows, (56, 276, 54, 110), tight=True)


def _measured(context: Context, reading: ThresholdReading) -> str:
    if betrays(reading.threshold.measure, context.kept_back):
        return "–"
    return context.short(reading.measured) if reading.measured else "sans objet"


def _state(context: Context, reading: ThresholdReading) -> str:
    if betrays(reading.threshold.measure, context.kept_back):
        return context.words("profil.edition_interne")
    low, high = reached(reading)
    if low and high:
        return context.words("profil.atteinte")
    if context.content.public:
        return context.words("profil.a_confirmer_seul" if high else "profil.manque_seul")
    key = "profil.a_confirmer" if high else "profil.manque"
    return context.words(key, ecart=shortfall(distance(reading)))


def print_changes(context: Context, profile: ProfileResult) -> None:
    """What would change the profile (contract P6), in one paragraph."""
    story, words = context.story, context.words
    assert profile.low is not None
    said: list[str] = [words("profil.changer")]
    target = next_stage(profile.low)
    if target is None:
        story.text(join([*said, words("profil.au_sommet")]), "Box")
        return
    conditions = [
        words(
            "profil.il_manque",
            ecart=shortfall(distance(reading)),
            mesure=measured_by(context, reading.threshold.measure),
            borne=_bound(reading.threshold),
        )
        for reading in lacking(profile)
    ]
    said.append(words("profil.pour_aller", etape=context.quoted(context.kind(target))))
    said.append(Markup(join(conditions, f"{NARROW}; ") + "."))
    if profile.doubts and not profile.certain:
        alone = any(doubt.settles for doubt in profile.doubts)
        said.append(words("profil.doute_change" if alone else "profil.doutes_changent"))
    story.text(join(said), "Box")
