# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The profile: what it is, what it rests on, what would change it, whom to ask (contract P4–P7)."""

from fractions import Fraction

from autodiag.charts.profile_map import MapWords, Place, profile_map
from autodiag.charts.regions import hidden_conditions
from autodiag.model.questionnaire import PROFILES, Measure, ProfileId, Threshold
from autodiag.model.result import Doubt, ProfileResult, Range, Result, ThresholdReading
from autodiag.report.context import Context
from autodiag.report.edition import betrays
from autodiag.report.markup import bold, join
from autodiag.scoring.doubts import by_whom
from autodiag.text.numbers import count, listing, shortfall

_MOST_DOUBTS = 12


def next_global_bound(context: Context) -> float | None:
    """The lowest bound on the global score that the prudent score has not reached."""
    overall = context.content.result.overall
    bounds = [
        float(reading.threshold.bound)
        for reading in context.content.result.profile.readings
        if reading.threshold.measure.kind == "global"
        and overall is not None
        and Fraction(reading.threshold.bound) > overall.low
    ]
    return min(bounds, default=None)


def print_headline(context: Context) -> None:
    """The kind label first, then the study’s word with its source; or what is missing."""
    story, words, profile = context.story, context.words, context.content.result.profile
    if profile.low is None or profile.high is None:
        story.text(words("profil.pas_encore"), "Kind")
        story.text(_missing(context, profile), "Box")
        _preview(context)
        return
    if profile.certain:
        story.text(context.kind(profile.low), "Kind")
        story.text(words("profil.mot", profil=context.label(profile.low)), "Box")
    else:
        prudent, possible = context.kind(profile.low), context.kind(profile.high)
        story.text(prudent, "Kind")
        names = (context.label(profile.low), context.label(profile.high))
        story.text(
            words("profil.entre", bas=names[0], haut=names[1], possible=possible),
            "Box",
        )
    story.text(words("profil.source_du_mot"), "Note")


def _missing(context: Context, profile: ProfileResult) -> str:
    words, missing = context.words, profile.missing
    if missing is None:
        return words("profil.sans_regle")
    if all(theme.range is None for theme in context.content.result.themes):
        return words("profil.rien_a_evaluer")
    parts: list[str] = []
    scoring = context.content.snapshot.questionnaire.scoring
    if missing.pilot and scoring:
        pilot = context.quoted(context.theme(scoring.classable.pilot_theme))
        parts.append(words("profil.manque_pilote", theme=pilot))
    documented = sum(theme.documented for theme in context.content.result.themes)
    parts.append(
        words(
            "profil.manque_themes",
            il_en_faut=str(missing.needed),
            documentes=_so_far(context, documented),
        )
    )
    if missing.themes:
        names = listing([context.quoted(context.theme(theme)) for theme in missing.themes])
        parts.append(words("profil.themes_a_completer", themes=names))
    return join(parts)


def _so_far(context: Context, documented: int) -> str:
    key = "aucun_encore" if not documented else "un_seul" if documented == 1 else "plusieurs"
    return context.words.raw(f"profil.{key}").format(nombre=documented)


def _preview(context: Context) -> None:
    """The *aperçu express*: never called a profile (contract S10). From «je ne sais pas» alone it
    would say nothing but «entre 0 et 4»."""
    story, words, preview = context.story, context.words, context.content.result.preview
    if preview is None or preview.overall is None:
        return
    if not any(theme.count("niveau") for theme in preview.themes):
        if not context.scored:
            story.text(words("profil.tout_inconnu"), "Box")
        return
    number = sum(t.state != "non_applicable" for t in preview.traces().values())
    story.text(
        words(
            "profil.apercu",
            nombre=str(number),
            score=context.said(preview.overall),
            tendance=_tendency(context, preview),
        ),
        "Box",
    )


def _tendency(context: Context, preview: Result) -> str:
    low, high = preview.profile.low, preview.profile.high
    if low is None or high is None:
        return context.words("profil.apercu_sans_tendance")
    names = [context.quoted(context.kind(p)) for p in dict.fromkeys((low, high))]
    return context.words("profil.apercu_tendance", etapes=listing(names, "ou"))


def print_profile(context: Context) -> None:
    """The whole section."""
    story, words, profile = context.story, context.words, context.content.result.profile
    story.new_page()
    story.heading(1, words.raw("titres.profil"), "profil")
    with story.box():
        print_headline(context)
    if profile.pilot_not_concerned:
        story.text(words("profil.pilote_sans_objet"))
    if profile.low is not None:
        portrait = context.content.knowledge.portraits[profile.low]
        story.text(portrait.portrait)
        story.text(words("profil.force", texte=portrait.strength))
        story.text(words("profil.suite", texte=portrait.next_step))
        _map(context, profile)
    if profile.readings and context.scored:
        with story.together():
            _conditions(context, profile)
    if profile.low is not None and not context.content.public:  # what lacks is a measure too
        _changes(context, profile)
    _doubts(context, profile)
    story.text(words("profil.seuils"), "Note")


def _measure(context: Context, measure: Measure) -> str:
    if measure.kind == "global":
        return context.words.raw("profil.mesure_global")
    names = listing([context.quoted(context.theme(theme)) for theme in measure.themes])
    key = "profil.mesure_theme" if measure.kind == "theme" else "profil.mesure_moyenne"
    return context.words.raw(key).format(themes=names)


def _bound(threshold: Threshold) -> str:
    return threshold.bound.replace(".", ",")


def _next_after(profile: ProfileId) -> ProfileId:
    return PROFILES[min(PROFILES.index(profile) + 1, len(PROFILES) - 1)]


def _conditions(context: Context, profile: ProfileResult) -> None:
    """One line per condition. «Moins de 2» is said as what it takes to go further: «au moins 2»."""
    story, words = context.story, context.words
    story.heading(2, words.raw("titres.conditions"))
    rows: list[list[str | tuple[str, str]]] = []
    for reading in profile.readings:
        towards = reading.profile if reading.threshold.at_least else _next_after(reading.profile)
        condition = words(
            "profil.condition",
            mesure=_measure(context, reading.threshold.measure),
            borne=_bound(reading.threshold),
        )
        stage = bold(context.kind(towards))
        rows.append([stage, condition, _measured(context, reading), _state(context, reading)])
    head = [words.raw(f"colonnes.{key}") for key in ("etape", "condition", "score", "etat")]
    story.table(head, rows, (1.2, 2.6, 0.9, 1.6))


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


def _changes(context: Context, profile: ProfileResult) -> None:
    """What would change the profile (contract P6)."""
    story, words = context.story, context.words
    story.heading(2, words.raw("titres.changer"))
    assert profile.low is not None
    if profile.low == PROFILES[-1]:
        story.text(words("profil.au_sommet"))
        return
    target = _next_after(profile.low)
    lines = [
        words(
            "profil.il_manque",
            ecart=shortfall(_distance(reading)),
            mesure=_measure(context, reading.threshold.measure),
            borne=_bound(reading.threshold),
        )
        for reading in profile.readings
        if (reading.profile if reading.threshold.at_least else _next_after(reading.profile))
        == target
        and not _reached(reading)[0]
    ]
    story.text(words("profil.pour_aller", etape=context.quoted(context.kind(target))))
    story.items(lines)
    if profile.doubts and not profile.certain:
        alone = any(doubt.settles for doubt in profile.doubts)
        story.text(words("profil.doute_change" if alone else "profil.doutes_changent"))


def _doubts(context: Context, profile: ProfileResult) -> None:
    """The unknown answers that matter most, by whom to ask (contract P4)."""
    if not profile.doubts:
        return
    story, words = context.story, context.words
    story.heading(2, words.raw("titres.doutes"))
    story.text(words("profil.doutes"))
    shown = {doubt.question: doubt for doubt in profile.doubts[:_MOST_DOUBTS]}
    for whom, questions in by_whom((*shown.values(),)).items():
        with story.together():
            name = context.actor(whom) if whom else words.raw("profil.personne")
            story.heading(3, words.raw("profil.demander").format(qui=name))
            story.items([_doubt(context, shown[question]) for question in questions], "Cell")
    left = len(profile.doubts) - _MOST_DOUBTS
    if left > 0:
        story.text(words("profil.autres_doutes", nombre=count(left, "question")), "Note")


def _doubt(context: Context, doubt: Doubt) -> str:
    text = join([bold(context.number(doubt.question)), context.question(doubt.question)])
    return join([text, context.words("profil.tranche")]) if doubt.settles else text


def _map(context: Context, profile: ProfileResult) -> None:
    """The map, where the pilot theme and the global score are both known."""
    story, words, content = context.story, context.words, context.content
    scoring = content.snapshot.questionnaire.scoring
    if scoring is None or content.result.overall is None:
        return
    pilot = scoring.classable.pilot_theme
    here = content.result.theme(pilot).range
    if here is None:
        return
    after = _projected(context, pilot)
    names: dict[ProfileId, str] = {p: context.kind(p) for p in PROFILES}
    across = words.raw("carte.horizontal").format(theme=context.theme(pilot))
    labels = MapWords(across, words.raw("carte.vertical"), names)
    places = (Place(here, content.result.overall), after)
    with story.together():
        story.heading(2, words.raw("titres.carte"))
        alt = words.raw("carte.alt").format(
            pilotage=context.said(here),
            score=context.said(content.result.overall),
            etape=context.kind(profile.low) if profile.low else "",
        )
        with story.columns((1.75, 1)) as cells:
            story.figure(profile_map(context.look, scoring, labels, places, 290), alt)
            cells.append(story.take())
            key = "carte.legende_projection" if after else "carte.legende"
            story.text(words(key), "Note")
            if hidden := hidden_conditions(scoring):
                mesures = listing([_measure(context, t.measure) for t in hidden])
                story.text(words("carte.non_montre", mesures=mesures), "Note")
            cells.append(story.take())


def _projected(context: Context, pilot: str) -> Place | None:
    roadmap = context.content.roadmap
    if roadmap is None or roadmap.projection.overall is None:
        return None
    later: Range | None = roadmap.projection.themes.get(pilot)
    return Place(later, roadmap.projection.overall) if later else None
