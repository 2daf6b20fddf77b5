# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The essentials on one page, always one: profile, scores, priorities, where the plan leads."""

from dataclasses import dataclass
from functools import partial

from autodiag.charts.radar import can_draw, radar
from autodiag.charts.range_bars import range_bars, score_bar
from autodiag.model.questionnaire import PROFILES
from autodiag.model.result import ProfileResult, Range
from autodiag.model.roadmap import Roadmap
from autodiag.report.context import Context
from autodiag.report.cover import elsewhere, identity, print_themes_to_come
from autodiag.report.felt import felt_line
from autodiag.report.first_steps import first_steps, print_steps
from autodiag.report.flow import fitted
from autodiag.report.horizon import plan_size, reserved_said
from autodiag.report.markup import join
from autodiag.report.panels import Cards, Row
from autodiag.report.profile import next_global_bound, print_headline
from autodiag.report.roadmap import print_empty, print_warnings
from autodiag.report.styles import FRAME_HEIGHT, GAP, WIDTH
from autodiag.report.taken_over import taken_over_said
from autodiag.text.numbers import count, day, decimal
from autodiag.text.typography import capitalised

_LEFT = 226.0
_RIGHT = WIDTH - _LEFT - 2 * GAP
_BAR = 230.0
_ROOMY = 23.0
"""Points of a theme’s row that take large letters."""
_TO_COME = 290.0
"""The side of the rosace without a petal, where the page is pinned up."""
_SHORT_NAME, _LONG_NAME, _LONGEST_NAME = 26, 38, 90


@dataclass(frozen=True, slots=True)
class _Size:
    """How much room the page gives to each part. `said` of each priority: 2 why and which
    obligation, 1 why alone, 0 neither."""

    radar: float
    row: float
    said: int = 2
    white: float = 6.0
    large: bool = False

    @property
    def letters(self) -> float:
        """Points, of the names of themes."""
        return 11 if self.large and self.row >= _ROOMY else 10 if self.large else 9


_SIZES = (
    _Size(236, 28, white=11),
    _Size(228, 26.5, white=7),
    _Size(214, 25),
    _Size(214, 25, said=1),
    _Size(196, 23.5, said=1, white=4),
    _Size(180, 22, said=1, white=3),
    _Size(166, 20.8, said=1, white=2),
    _Size(172, 21, said=0, white=2),
    _Size(150, 19.5, said=0, white=0),
    _Size(0, 0, said=0, white=0),
)

_PINNED = (
    _Size(236, 31, said=1, white=22, large=True),
    _Size(220, 27, said=1, white=12, large=True),
    _Size(200, 24, said=1, white=8, large=True),
    _Size(186, 23, said=1, white=5, large=True),
    _Size(176, 21.5, said=1, white=5, large=True),
    _Size(176, 21.5, said=0, white=4, large=True),
    _Size(158, 20.2, said=0, white=2, large=True),
    _Size(0, 18.5, said=0, white=2, large=True),
)
"""The page alone is pinned up: what is read from a step away is larger, the shape a little less."""


def print_synthesis(context: Context) -> None:
    """Everything on one page; what is missing is said in its place."""
    if context.content.model != "synthese":
        context.story.new_page()
    alone = context.content.model == "synthese"
    families = [
        [partial(_page, context, size) for size in sizes]
        for sizes in ((_PINNED, _SIZES) if alone else (_SIZES,))
    ]
    fitted(context.story, FRAME_HEIGHT, *families)


def _page(context: Context, size: _Size) -> None:
    story, words = context.story, context.words
    if context.content.model == "synthese":
        name = context.clipped(context.name, _LONGEST_NAME)
        large = "Cover28" if size.large and len(name) <= _SHORT_NAME else ""
        style = large if len(name) <= _LONG_NAME else "Cover18"
        story.heading(1, name, "synthese", style)
        made = day(context.content.snapshot.assessment.day)
        parts = [words.raw("titres.seule"), identity(context), made]
        story.text(" · ".join(part for part in parts if part), "Intro")
    else:
        story.heading(1, words.raw("titres.synthese"), "synthese")
    _headline(context, large=size.large)
    story.space(size.white)
    _charts(context, size)
    counts = [_other_scores(context)]
    counts.append(taken_over_said(context) if size.large else _counts(context))
    if context.content.model != "synthese":
        counts.append(elsewhere(context))
    if said := [part for part in counts if part]:
        story.text(join(said), "Note")
    story.space(size.white)
    _priorities(context, size)
    if context.content.model == "synthese":
        edition = "publique" if context.content.public else "interne"
        said = [words(f"diffusion.{edition}_gras"), elsewhere(context), words("couverture.nature")]
        said += [words(f"general.{key}") for key in story.letters.remarks()]
        nature = join([part for part in said if part])
        story.text(nature, "Box" if size.large else "Note")


def _headline(context: Context, *, large: bool) -> None:
    """The stage in words, and the global score where this edition gives one: beside them, or
    below what is still missing."""
    story, overall = context.story, context.content.result.overall
    with story.apart() as words:
        print_headline(context, "PinKind" if large else "Kind", pinned=large)
    card = words
    if overall is not None and context.scored:
        with story.apart() as title:
            _score(context, overall, large=large)
        with story.apart() as bar:
            _score_bar(context, overall, 11 if large else 9)
        if context.content.result.profile.low is None:
            card = [*words, Row([title, bar], [0, _BAR], middle=True)]
        else:
            card = [Row([words, [], [*title, *bar]], [0, 18, _BAR])]
    story.flow.append(Cards([card], (context.look.line, ""), pad=13))


def _score(context: Context, overall: Range, *, large: bool) -> None:
    """In a sentence; large, the figures alone on their line."""
    story, words, said = context.story, context.words, context.said(overall)
    if not large:
        story.text(words("synthese.score", score=said), "Box")
        return
    story.text(words("synthese.score_titre"), "Box")
    story.text(capitalised(said), "PinScore")


def _score_bar(context: Context, overall: Range, letters: float) -> None:
    words, bound = context.words, next_global_bound(context)
    label = ""
    if bound is not None:
        label = words.raw("synthese.seuil").format(borne=decimal(bound))
    alt = words.raw("synthese.score_alt").format(score=context.said(overall))
    context.story.figure(
        score_bar(context.look, overall, _BAR - 4, bound, label, size=letters), alt
    )


def _charts(context: Context, size: _Size) -> None:
    """The shape of the themes beside their scores."""
    story, words, rows = context.story, context.words, context.rows()
    if not context.scored:
        story.text(words("synthese.rien"))
        print_themes_to_come(context, *[_TO_COME] if size.large else [])
        return
    bars_alt = words.raw("synthese.barres_alt").format(
        valeurs=" ; ".join(
            f"{row.title}, {context.said(row.range) if row.range else 'sans objet'}" for row in rows
        )
    )
    shape = can_draw(rows) and size.radar
    width = _RIGHT if shape else WIDTH
    with story.apart() as right:
        story.heading(2, words.raw("titres.scores"), style="H3")
        if size.row:
            story.figure(range_bars(context.look, rows, width, size.row, size.letters), bars_alt)
        else:
            scores = [f"{r.title} : {context.short(r.range)}" for r in rows if r.range]
            story.text(" ; ".join(scores), "Card")
    if not shape:
        story.flow += right
        return
    at = len(story.tree.kids)
    with story.apart() as left:
        story.heading(2, words.raw("titres.forme"), style="H3")
        story.figure(radar(context.look, rows, size.radar), words.raw("synthese.radar_alt"))
    story.move_back(at, 2)
    story.flow.append(Row([left, [], right], [_LEFT, 0, _RIGHT]))


def _other_scores(context: Context) -> str:
    """Why the scores of this edition are not those of the screen, where some of its themes have
    questions that are kept back. It says so whatever was answered to them."""
    touched = context.kept_back.touched.intersection(theme.id for theme in context.themes)
    return context.words("diffusion.scores") if touched and context.scored else ""


def _counts(context: Context) -> str:
    traces = context.content.result.traces().values()
    states = [trace.state for trace in traces if trace.state != "non_applicable"]
    aside = states.count("sans_objet")  # said beside: they are not among those that concern
    parts: list[str] = [
        context.words(
            "synthese.reponses",
            donnees=count(states.count("niveau"), "réponse"),
            posees=count(len(states) - aside, "question"),
        )
    ]
    if unknown := states.count("nsp"):
        parts.append(context.words("synthese.nsp", nombre=count(unknown, "réponse")))
    if aside:
        parts.append(context.words("synthese.sans_objet", nombre=count(aside, "question")))
    if blank := states.count("sans_reponse"):
        parts.append(context.words("synthese.sans_reponse", nombre=count(blank, "question")))
    if taken := taken_over_said(context):
        parts.append(taken)
    if felt := felt_line(context):
        parts.append(felt)
    return join(parts)


def _begun(context: Context) -> bool:
    """Whether any question has an answer."""
    # the public edition keeps the states of the questions, not the answers
    states = {trace.state for trace in context.content.result.traces().values()}
    every = context.content.snapshot.questionnaire.questions.values()
    states |= {context.reply(q) for q in every if q.type != "niveaux"}
    return not states <= {"sans_reponse", "non_applicable"}


def _priorities(context: Context, size: _Size) -> None:
    story, words, roadmap = context.story, context.words, context.content.roadmap
    story.heading(2, words.raw("titres.priorites"))
    if not _begun(context):
        story.text(words("synthese.rien_encore"))
        return
    if roadmap is None:
        story.text(words("feuille_de_route.absente"))
        return
    print_warnings(context, roadmap)
    first = first_steps(context, roadmap)
    if not first:
        enquiries = sum(len(horizon.actions) for horizon in roadmap.horizons)
        if not enquiries:
            print_empty(context)
            return
        alone = "_seule" if context.content.model == "synthese" else ""
        said = words(f"synthese.renseigner{alone}", nombre=count(enquiries, "réponse"))
        story.text(said)
        return
    print_steps(context, first, said=size.said, large=size.large)
    said = [_projection(context, roadmap), reserved_said(context)]
    story.text(join([part for part in said if part]), "Box")


def _projection(context: Context, roadmap: Roadmap) -> str:
    """Where the plan leads: the score, then the stage where there is one. The public edition gives
    neither, nor how many actions there are."""
    words, after = context.words, roadmap.projection
    if context.content.public:
        return ""
    size = plan_size(context, roadmap)
    if after.overall is None:
        said = words("synthese.projection_sans", nombre=size)
    else:
        said = words("synthese.projection", nombre=size, score=context.said(after.overall))
    return join([said, _stage_then(context, after.profile)])


def _stage_then(context: Context, after: ProfileResult) -> str:
    """«Au moins» only where a higher stage exists and unknown answers may lead to it."""
    if after.low is None:
        return ""
    stays = after.low == context.content.result.profile.low
    open_above = after.low != PROFILES[-1] and not after.certain
    key = f"synthese.etape_{'reste' if stays else 'serait'}{'_au_moins' if open_above else ''}"
    return context.words(key, etape=context.quoted(context.kind(after.low)))
