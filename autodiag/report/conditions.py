# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What each stage asks for, what is reached of it, what would change the stage (contract P6)."""

from fractions import Fraction

from autodiag.model.questionnaire import PROFILES, Measure, ProfileId, Threshold
from autodiag.model.result import ProfileResult, ThresholdReading
from autodiag.report.context import Context
from autodiag.report.markup import Markup, bold, join
from autodiag.report.reserved import betrays
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


def _next_after(profile: ProfileId) -> ProfileId:
    return PROFILES[min(PROFILES.index(profile) + 1, len(PROFILES) - 1)]


def print_conditions(context: Context, profile: ProfileResult) -> None:
    """One line per condition. «Moins de 2» is said as what it takes to go further: «au moins 2»."""
    story, words = context.story, context.words
    story.heading(2, words.raw("titres.conditions"))
    rows: list[list[str | tuple[str, str]]] = []
    for reading in profile.readings:
        towards = reading.profile if reading.threshold.at_least else _next_after(reading.profile)
        condition = words(
            "profil.condition",
            mesure=measured_by(context, reading.threshold.measure),
            borne=_bound(reading.threshold),
        )
        stage = bold(context.kind(towards))
        said = (condition, _measured(context, reading), _state(context, reading))
        rows.append([(stage, "Row"), *((text, "Row") for text in said)])
    head = [words.raw(f"colonnes.{key}") for key in ("etape", "condition", "score", "etat")]
    story.table(head, rows, (56, 276, 54, 110), tight=True)


def _measured(context: Context, reading: ThresholdReading) -> str:
    if betrays(reading.threshold.measure, context.kept_back):
        return "–"
    return context.short(reading.measured) if reading.measured else "sans objet"


def _reached(reading: ThresholdReading) -> tuple[bool, bool]:
    """Whether the bound is reached, low then high, whichever way the rule is written."""
    if reading.threshold.at_least:
        return reading.met_low, reading.met_high
    return not reading.met_low, not reading.met_high


def _distance(reading: ThresholdReading) -> Fraction:
    if reading.measured is None:
        return reading.distance
    return max(Fraction(0), Fraction(reading.threshold.bound) - reading.measured.low)


def _state(context: Context, reading: ThresholdReading) -> str:
    if betrays(reading.threshold.measure, context.kept_back):
        return context.words("profil.edition_interne")
    low, high = _reached(reading)
    if low and high:
        return context.words("profil.atteinte")
    if context.content.public:
        return context.words("profil.a_confirmer_seul" if high else "profil.manque_seul")
    key = "profil.a_confirmer" if high else "profil.manque"
    return context.words(key, ecart=shortfall(_distance(reading)))


def print_changes(context: Context, profile: ProfileResult) -> None:
    """What would change the profile (contract P6), in one paragraph."""
    story, words = context.story, context.words
    assert profile.low is not None
    said: list[str] = [words("profil.changer")]
    if profile.low == PROFILES[-1]:
        story.text(join([*said, words("profil.au_sommet")]), "Box")
        return
    target = _next_after(profile.low)
    lacking = [
        words(
            "profil.il_manque",
            ecart=shortfall(_distance(reading)),
            mesure=measured_by(context, reading.threshold.measure),
            borne=_bound(reading.threshold),
        )
        for reading in profile.readings
        if (reading.profile if reading.threshold.at_least else _next_after(reading.profile))
        == target
        and not _reached(reading)[0]
    ]
    said.append(words("profil.pour_aller", etape=context.quoted(context.kind(target))))
    said.append(Markup(join(lacking, f"{NARROW}; ") + "."))
    if profile.doubts and not profile.certain:
        alone = any(doubt.settles for doubt in profile.doubts)
        said.append(words("profil.doute_change" if alone else "profil.doutes_changent"))
    story.text(join(said), "Box")
