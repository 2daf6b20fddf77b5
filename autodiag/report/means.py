# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What each period of the plan takes beside what there is, and the score it may bring."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false

from autodiag.charts.timeline import meter
from autodiag.model.result import Range
from autodiag.model.roadmap import Horizon, Roadmap
from autodiag.report.context import Context
from autodiag.report.flow import cards
from autodiag.report.fonts import REGULAR
from autodiag.report.forms import Blank, FollowUp
from autodiag.report.horizon import half_days, measure_key, state_key
from autodiag.report.markup import bold, join
from autodiag.report.styles import WIDTH
from autodiag.report.tags import Node
from autodiag.text.numbers import day_range, days, euro_range, euros

_INSIDE = (WIDTH - 2 * 9) / 3 - 2 * 9


def print_means(context: Context, roadmap: Roadmap) -> None:
    """One card a period, then where the whole plan leads."""
    story, words = context.story, context.words
    story.need(160)
    story.heading(2, words.raw("titres.moyens"))
    after = context.content.after
    with cards(story) as each:
        for i, horizon in enumerate(roadmap.horizons):
            _card(context, horizon, after[i] if i < len(after) else None)
            each.append(story.take())
    story.text(words("feuille_de_route.legende_moyens"), "Note")
    _projection(context, roadmap)


def _card(context: Context, horizon: Horizon, after: Range | None) -> None:
    story, words = context.story, context.words
    keys = (f"horizons.{horizon.id}", f"etats_moyens.{state_key(horizon)}")
    story.text(join([bold(words.raw(key)) for key in keys], " · "), "Row")
    needed = half_days(horizon.days)
    alt = words.raw("feuille_de_route.alt_moyens").format(
        jours=day_range(*needed), disponibles=days(horizon.days_available)
    )
    story.figure(meter(context.look, needed, horizon.days_available, _INSIDE), alt)
    lines = [
        words(
            "feuille_de_route.temps",
            jours=day_range(*needed),
            disponibles=days(horizon.days_available),
        ),
        words(
            "feuille_de_route.argent",
            euros=euro_range(horizon.euros.low, horizon.euros.high),
            budget=euros(horizon.euros_available),
        ),
    ]
    if after is not None:
        lines.append(words("feuille_de_route.score_apres", score=context.short(after)))
    if not horizon.actions:
        lines.append(words("feuille_de_route.horizon_vide"))
    if key := measure_key(horizon):
        lines.append(words(f"feuille_de_route.{key}"))
    for line in lines:
        story.text(line, "Step")


def _projection(context: Context, roadmap: Roadmap) -> None:
    words, after = context.words, roadmap.projection
    if after.overall is None:
        return
    said = [words("feuille_de_route.projection", score=context.said(after.overall))]
    if after.profile.low:
        kind = context.kind(after.profile.low)
        said.append(words("feuille_de_route.projection_profil", etape=kind))
    context.story.text(join(said))


def print_signature(context: Context) -> None:
    """Two lines for the pen: when the council saw it, when it looks again."""
    story, raw = context.story, context.words.raw
    blanks: list[Blank] = []
    for key, share in (("conseil", 0.55), ("etape", 0.45)):
        label = raw(f"feuille_de_route.{key}")
        long = story.letters.width(story.letters.printable(label), REGULAR, 9)
        blanks.append(Blank(story.cell_text(label, "CellNote"), long, share))
    with story.box(context.look.ground):
        story.flow.append(FollowUp(blanks, Node("Sect", story.tree), context.look.control))
