# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The essentials on one page: profile, scores, three priorities, where the plan leads."""

from autodiag.charts.radar import can_draw, radar
from autodiag.charts.range_bars import range_bars, score_bar
from autodiag.model.questionnaire import PROFILES
from autodiag.model.result import ProfileResult
from autodiag.model.roadmap import Obligation, Roadmap
from autodiag.report.context import Context
from autodiag.report.horizon import plan_size
from autodiag.report.markup import join
from autodiag.report.profile import next_global_bound, print_headline
from autodiag.report.roadmap import print_warnings
from autodiag.text.numbers import count, decimal, listing

_LEFT, _RIGHT = 232.0, 250.0


def print_synthesis(context: Context) -> None:
    """Everything on one page; what is missing is said in its place."""
    story, words, result = context.story, context.words, context.content.result
    story.new_page()
    story.heading(1, words.raw("titres.synthese"), "synthese")
    with story.box():
        print_headline(context)
        if result.overall is not None and context.scored:
            story.text(words("synthese.score", score=context.said(result.overall)), "Box")
            chart = score_bar(context.look, result.overall, 330, next_global_bound(context))
            alt = words.raw("synthese.score_alt").format(score=context.said(result.overall))
            story.figure(chart, alt)
    _charts(context)
    story.text(_counts(context), "Note")
    _priorities(context)


def _charts(context: Context) -> None:
    story, words, rows = context.story, context.words, context.rows()
    if not context.scored:
        story.text(words("synthese.rien"))
        return
    bars_alt = words.raw("synthese.barres_alt").format(
        valeurs=" ; ".join(
            f"{row.title}, {context.said(row.range) if row.range else 'sans objet'}" for row in rows
        )
    )
    if not can_draw(rows):
        story.figure(range_bars(context.look, rows, 480), bars_alt)
        return
    with story.columns((_LEFT, _RIGHT)) as cells:
        story.heading(2, words.raw("titres.forme"), style="H3")
        radar_alt = words.raw("synthese.radar_alt")
        story.figure(radar(context.look, rows, _LEFT - 14), radar_alt)
        cells.append(story.take())
        story.heading(2, words.raw("titres.scores"), style="H3")
        story.figure(range_bars(context.look, rows, _RIGHT), bars_alt)
        cells.append(story.take())


def _counts(context: Context) -> str:
    traces = context.content.result.traces().values()
    applicable = [t for t in traces if t.state != "non_applicable"]
    states = [t.state for t in applicable]
    parts = [
        context.words(
            "synthese.reponses",
            donnees=count(states.count("niveau"), "réponse"),
            posees=count(len(states), "question"),
        )
    ]
    if unknown := states.count("nsp"):
        parts.append(context.words("synthese.nsp", nombre=count(unknown, "réponse")))
    if concerned := states.count("sans_objet"):
        parts.append(context.words("synthese.sans_objet", nombre=count(concerned, "question")))
    if blank := states.count("sans_reponse"):
        parts.append(context.words("synthese.sans_reponse", nombre=count(blank, "question")))
    mark = context.content.snapshot.opening_mark
    if mark is not None:
        parts.append(context.words("synthese.note_ouverture", note=decimal(mark)))
    return join(parts)


def _begun(context: Context) -> bool:
    """Whether any question has an answer."""
    traces = context.content.result.traces().values()
    return any(trace.state in ("niveau", "nsp", "sans_objet") for trace in traces)


def _priorities(context: Context) -> None:
    story, words, roadmap = context.story, context.words, context.content.roadmap
    story.heading(2, words.raw("titres.priorites"))
    if not _begun(context):
        story.text(words("synthese.rien_encore"))
        return
    if roadmap is None:
        story.text(words("feuille_de_route.absente"))
        return
    print_warnings(context, roadmap)
    first = [a for horizon in roadmap.horizons for a in horizon.actions if a.kind != "enquiry"][:3]
    if not first:
        enquiries = sum(len(horizon.actions) for horizon in roadmap.horizons)
        key = "synthese.renseigner" if enquiries else "feuille_de_route.vide"
        story.text(words(key, nombre=count(enquiries, "réponse")))
        return
    lines: list[str] = []
    for planned in first:
        why = listing([o.title for o in _obligations(context, planned.obligations)])
        key = "synthese.priorite_obligation" if why else "synthese.priorite"
        lines.append(words(key, titre=planned.title, obligation=why))
    story.items(lines, kind="Decimal")
    story.text(_projection(context, roadmap))


def _obligations(context: Context, ids: tuple[str, ...]) -> list[Obligation]:
    known = context.content.knowledge.obligations
    return [known[i] for i in ids if i in known]


def _projection(context: Context, roadmap: Roadmap) -> str:
    """Where the plan leads: the score, then the stage where there is one."""
    words, after = context.words, roadmap.projection
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
