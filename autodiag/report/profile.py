# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The profile: what it is, on the map, and what it rests on (contract P4–P7)."""

from fractions import Fraction
from functools import partial
from typing import Any

from autodiag.charts.profile_map import MapWords, Place, profile_map
from autodiag.charts.regions import hidden_conditions
from autodiag.model.questionnaire import PROFILES, ProfileId
from autodiag.model.result import ProfileResult, Range, Result
from autodiag.report.asking import print_doubts
from autodiag.report.conditions import measured_by, print_changes, print_conditions
from autodiag.report.context import Context
from autodiag.report.flow import fitted
from autodiag.report.horizon import placed
from autodiag.report.markup import join
from autodiag.report.panels import Cards, Row, Shape
from autodiag.report.styles import FRAME_HEIGHT, WIDTH
from autodiag.scoring.missing import themes_to_complete
from autodiag.text.numbers import listing

_SIZES = (
    (258, 12),
    (236, 12),
    (224, 12),
    (212, 12),
    (212, 8),
    (212, 6),
    (200, 5),
    (200, 4),
    (200, 3),
    (176, 4),
    (164, 3),
    (164, 2),
)
"""The side of the map, in points, and how many unknown answers are said: what the page holds."""
_TITLE = 36.0
_FIRST_STEPS = 3
"""Actions of the plan named as the next step."""
SHAPES: dict[ProfileId, Shape] = {
    "retardataire": "disc",
    "pragmatique": "triangle",
    "stratege": "square",
}
"""The shape of each profile, so that it also reads in grey."""


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


def print_headline(context: Context, style: str = "Kind", *, pinned: bool = False) -> None:
    """The kind label first, in that style, then the study’s word with its source; or what is
    missing. `pinned`: for who passes by, the word is quoted in small letters alone."""
    story, words, profile = context.story, context.words, context.content.result.profile
    if profile.low is None or profile.high is None:
        story.text(words("profil.pas_encore"), "Kind")
        story.text(_missing(context, profile), "Box")
        _preview(context)
        return
    low, colors = context.label(profile.low), context.look.profiles[profile.low]
    blind = "_public" if context.kept_back.themes else ""
    stages = [context.kind(profile.low)]
    if blind and not profile.certain:
        stages.append(context.kind(profile.high))
    story.text(listing(stages, "ou"), style)
    said = words("profil.mot_court", profil=low)
    if not profile.certain:
        said = words(f"profil.entre_court{blind}", bas=low, haut=context.label(profile.high))
    if not pinned:
        story.tag(said, profile.low, colors, SHAPES[profile.low])
    if not profile.certain:
        possible = context.kind(profile.high)
        story.text(words(f"profil.selon{blind}", possible=possible), "Box")
    source = words("profil.source_du_mot")
    story.text(join([said, source], ". ") if pinned else source, "Note")


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
    if documented < missing.needed:  # else the pilot theme alone is missing, and is named
        parts.append(
            words(
                "profil.manque_themes",
                il_en_faut=str(missing.needed),
                documentes=_so_far(context, documented),
            )
        )
    lacking = themes_to_complete(context.content.snapshot.questionnaire, context.content.result)
    if lacking:
        names = listing([context.quoted(context.theme(theme)) for theme in lacking])
        if len(lacking) == len(context.themes):
            names = words.raw("profil.tous_les_themes")
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
    """The stage on the map, what it rests on, what would change it: one page where that holds."""
    story, profile = context.story, context.content.result.profile
    story.new_page()
    story.heading(1, context.words.raw("titres.profil"), "profil")
    attempts = [partial(_page, context, profile, size) for size in _SIZES]
    fitted(story, FRAME_HEIGHT - _TITLE, attempts)


def _page(context: Context, profile: ProfileResult, size: tuple[float, int]) -> None:
    story, words = context.story, context.words
    with story.apart() as left:
        print_headline(context)
    settled = profile.certain or not context.kept_back.themes
    portraits = context.content.knowledge.portraits
    portrait = portraits[profile.low] if profile.low and settled else None
    cells: list[list[Any]] = [left]
    widths = [0.0]
    if portrait is not None:
        with story.apart() as right:
            story.text(portrait.portrait, "Card")
        cells, widths = [left, [], right], [0.0, 16.0, WIDTH * 0.47]
    story.flow.append(Cards([[Row(cells, widths)]], (context.look.line, ""), pad=12))
    if profile.pilot_not_concerned:
        story.text(words("profil.pilote_sans_objet"))
    with story.apart() as beside:
        if portrait is not None:
            story.text(words("profil.force", texte=portrait.strength), "Box")
            story.text(_next_step(context, portrait.next_step), "Box")
        if profile.low is not None and not context.content.public:  # what lacks is a measure too
            print_changes(context, profile)
    side, most = size
    _with_map(context, profile, side, beside)
    if profile.readings and context.scored:
        print_conditions(context, profile)
    print_doubts(context, profile, most)


def _next_step(context: Context, otherwise: str) -> str:
    """How the plan begins, where there is one that is current: never another first step than its
    own; else what the portrait says."""
    content, words = context.content, context.words
    roadmap = content.roadmap if content.plan_is_current else None
    for horizon in roadmap.horizons if roadmap else ():
        first = [context.quoted(one.title) for one in placed(horizon) if one.kind != "request"]
        if first:
            period = words.raw(f"horizons.{horizon.id}")
            return words(
                "profil.suite_du_plan",
                actions=listing(first[:_FIRST_STEPS]),
                periode=period[:1].lower() + period[1:],
            )
    return words("profil.suite", texte=otherwise)


def _with_map(context: Context, profile: ProfileResult, side: float, beside: list[Any]) -> None:
    """The map at left of what was written; or that alone where no map can be drawn."""
    story = context.story
    with story.apart() as chart:
        said = _map(context, profile, side)
    if chart:
        with story.apart() as note:
            story.text(said, "Note")
            story.text(context.words("profil.seuils"), "Note")
        story.flow.append(Row([chart, [], [*beside, *note]], [side, 16, 0]))
        return
    story.flow += beside
    story.text(context.words("profil.seuils"), "Note")


def _map(context: Context, profile: ProfileResult, side: float) -> str:
    """The map, where the pilot theme and the global score are both known; how to read it."""
    story, words, content = context.story, context.words, context.content
    scoring, overall = content.snapshot.questionnaire.scoring, content.result.overall
    if scoring is None or overall is None or profile.low is None:
        return ""
    pilot = scoring.classable.pilot_theme
    here = content.result.theme(pilot).range
    if here is None:
        return ""
    after = _projected(context, pilot)
    names: dict[ProfileId, str] = {p: context.kind(p) for p in PROFILES}
    labels = MapWords(words.raw("carte.horizontal"), words.raw("carte.vertical"), names)
    story.heading(2, words.raw("titres.carte"))
    alt = words.raw("carte.alt").format(
        pilotage=context.said(here), score=context.said(overall), etape=context.kind(profile.low)
    )
    places = (Place(here, overall), after)
    story.figure(profile_map(context.look, scoring, labels, places, side), alt)
    said = [words("carte.legende_projection" if after else "carte.legende")]
    if hidden := hidden_conditions(scoring):
        measures = listing([measured_by(context, t.measure) for t in hidden])
        said.append(words("carte.non_montre", mesures=measures))
    return join(said)


def _projected(context: Context, pilot: str) -> Place | None:
    roadmap = context.content.roadmap
    if roadmap is None or roadmap.projection.overall is None:
        return None
    later: Range | None = roadmap.projection.themes.get(pilot)
    return Place(later, roadmap.projection.overall) if later else None
