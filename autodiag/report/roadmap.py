# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The plan by horizon, with its capacity as a hypothesis, what is left out, the shortest path."""

from datetime import date

from autodiag.charts.timeline import TimelineRow, timeline
from autodiag.model.questionnaire import PROFILES
from autodiag.model.roadmap import HORIZON_MONTHS, HorizonId, Roadmap
from autodiag.report.context import Context
from autodiag.report.horizon import plan_size, print_horizon
from autodiag.report.markup import bold, join
from autodiag.report.obligations import duties
from autodiag.report.styles import WIDTH
from autodiag.text.numbers import (
    count,
    day_range,
    days,
    euro_range,
    euros,
    listing,
    months,
    short_day_range,
)

_FIRST_ROWS, _MORE_ROWS = 17, 25
_ROOM = 605
"""Points that the introduction and the first rows of the calendar take."""
_LONG_LIST = 12
_START: dict[HorizonId, int] = {"0-6": 0, "6-18": 6, "18-36": 18}


def print_roadmap(context: Context) -> None:
    """The whole section, or what to do to have one."""
    story, words, roadmap = context.story, context.words, context.content.roadmap
    story.section(words.raw("titres.feuille_de_route"), "feuille_de_route", _ROOM)
    if roadmap is None:
        story.text(words("feuille_de_route.absente"))
        return
    print_warnings(context, roadmap)
    if not any(horizon.actions for horizon in roadmap.horizons):
        story.text(words("feuille_de_route.vide"))
    else:
        _intro(context, roadmap)
        _chart(context, roadmap)
        for horizon in roadmap.horizons:
            print_horizon(context, horizon)
        _projection(context, roadmap)
    if not context.content.public:
        _shortest(context, roadmap)
    _left_out(context, roadmap)


def _intro(context: Context, roadmap: Roadmap) -> None:
    story, words, capacity = context.story, context.words, roadmap.capacity
    low = sum(h.euros.low for h in roadmap.horizons)
    high = sum(h.euros.high for h in roadmap.horizons)
    story.text(
        words(
            "feuille_de_route.intro",
            actions=plan_size(context, roadmap),
            cout=euro_range(low, high),
        )
    )
    means = words(
        "feuille_de_route.capacite",
        jours=days(capacity.days_per_month),
        jours_source=_source(context, assumed=capacity.days_assumed),
        euros=euros(capacity.euros_per_year),
        euros_source=_source(context, assumed=capacity.euros_assumed),
    )
    over = any(horizon.over_capacity for horizon in roadmap.horizons)
    held = "feuille_de_route.limites_depassees" if over else "feuille_de_route.limites_tenues"
    story.text(join([means, words(held)]))
    _still_due(context, roadmap)


def _still_due(context: Context, roadmap: Roadmap) -> None:
    """The duties to do that no action of the plan clears: the plan does not settle everything."""
    cleared = {o for h in roadmap.horizons for planned in h.actions for o in planned.obligations}
    left = [
        s.obligation.title
        for s in context.content.obligations
        if s.state == "non_remplie" and s.obligation.id not in cleared
    ]
    if left:
        context.story.text(context.words("feuille_de_route.restent_dues", titres=listing(left)))


def _source(context: Context, *, assumed: bool) -> str:
    """Whether a figure of the capacity was given, or is ours (contract R8)."""
    key = "feuille_de_route.hypothese" if assumed else "feuille_de_route.indique"
    return context.words.raw(key)


def print_warnings(context: Context, roadmap: Roadmap) -> None:
    """What the reader must know of the plan before reading it."""
    story, words = context.story, context.words
    if not context.content.plan_is_current:
        story.text(words("feuille_de_route.perimee"))
    if not roadmap.optimal:
        story.text(words("feuille_de_route.non_prouvee"), "Note")
    if not roadmap.wishes_kept:
        story.text(words("feuille_de_route.souhaits_non_tenus"), "Note")


def _chart(context: Context, roadmap: Roadmap) -> None:
    story, words = context.story, context.words
    rows = _rows(context, roadmap)
    if not rows:
        return
    start = date.fromisoformat(roadmap.made_on[:10]) if roadmap.made_on else context.content.today
    parts = [rows[:_FIRST_ROWS]]  # below the introduction; then a page holds more
    parts += [rows[i : i + _MORE_ROWS] for i in range(_FIRST_ROWS, len(rows), _MORE_ROWS)]
    for part in parts:
        alt = words.raw("feuille_de_route.alt").format(
            actions=" ; ".join(row.title for row in part)
        )
        story.figure(timeline(context.look, part, start, WIDTH), alt)
    story.text(words("feuille_de_route.legende"), "Note")


def _rows(context: Context, roadmap: Roadmap) -> list[TimelineRow]:
    """A bar lasts the action’s delay, after its prerequisites of the same horizon."""
    rows: list[TimelineRow] = []
    ends: dict[str, float] = {}
    for horizon in roadmap.horizons:
        first, length = _START[horizon.id], HORIZON_MONTHS[horizon.id]
        for planned in horizon.actions:
            if planned.kind == "enquiry":
                continue
            action = context.action(planned.id)
            before = [ends[p] for p in action.prerequisites if p in ends] if action else []
            delay = min(action.delay_months if action else 1, length)
            start = max([first, *before])
            start = min(start, first + length - delay) if start + delay > first + length else start
            ends[planned.id] = start + delay
            effort = short_day_range(planned.effort.low, planned.effort.high)
            who = context.who(planned.id)
            aside = f"{effort} · {who}" if who else effort
            due = bool(duties(context, planned.obligations))
            rows.append(TimelineRow(planned.title, aside, start, start + delay, due))
    return rows


def _projection(context: Context, roadmap: Roadmap) -> None:
    words, after = context.words, roadmap.projection
    if after.overall is None:
        return
    with context.story.box(context.look.primary_pale):
        context.story.text(
            words("feuille_de_route.projection", score=context.said(after.overall)), "Box"
        )
        if after.profile.low:
            kind = context.kind(after.profile.low)
            context.story.text(words("feuille_de_route.projection_profil", etape=kind), "Box")


def _shortest(context: Context, roadmap: Roadmap) -> None:
    """«Le plus court chemin» (contract R4)."""
    story, words, path = context.story, context.words, roadmap.shortest
    story.need(120)
    story.heading(2, words.raw("titres.plus_court_chemin"))
    if path.target is None:
        low = context.content.result.profile.low
        top = low is not None and low == PROFILES[-1]
        story.text(words("chemin.au_sommet" if top else "chemin.sans_profil"))
        return
    portraits = context.content.knowledge.portraits.items()
    names: dict[str, str] = {p: context.quoted(portrait.kind_label) for p, portrait in portraits}
    target = names.get(path.target, path.target)
    if not path.possible:
        story.text(words("chemin.impossible", etape=target))
        return
    story.text(
        words(
            "chemin.possible",
            etape=target,
            actions=count(len(path.actions), "action"),
            jours=day_range(path.days.low, path.days.high),
            euros=euro_range(path.euros.low, path.euros.high),
        )
    )
    if path.months is not None:
        pace = days(roadmap.capacity.days_per_month)
        story.text(words("chemin.duree", mois=months(path.months), rythme=pace))
    hidden = context.kept_back.actions
    shown = [i for i in path.actions if i not in hidden]
    story.items([action.title for i in shown if (action := context.action(i))], "Step")
    if len(shown) < len(path.actions):
        story.text(words("chemin.reservees"), "Note")
    known = context.content.knowledge.obligations
    if left := [known[o].title for o in path.obligations_left if o in known]:
        story.text(words("chemin.obligations", titres=listing(left)), "Note")
    if not path.proven:
        story.text(words("chemin.non_prouve"), "Note")


def _left_out(context: Context, roadmap: Roadmap) -> None:
    """Every action left out says why (contract R5), grouped by reason."""
    if not roadmap.left_out:
        return
    story, words = context.story, context.words
    story.need(120)
    story.heading(2, words.raw("titres.ecartees"))
    groups: dict[str, list[str]] = {}
    for left in roadmap.left_out:
        action = context.action(left.action)
        groups.setdefault(left.sentence, []).append(action.title if action else left.action)
    for sentence, titles in groups.items():
        if len(titles) > _LONG_LIST and not context.scored:
            number = count(len(titles), "action")
            why = sentence.rstrip(".")
            story.text(words("feuille_de_route.ecartees_compte", actions=number, raison=why))
            continue
        if len(titles) > _LONG_LIST:
            story.heading(3, sentence)
            story.items(titles, "Step")
            continue
        reason = bold(f"{sentence.rstrip('.')} :")
        story.text(join([reason, f"{' ; '.join(titles)}."]), "Entry")
