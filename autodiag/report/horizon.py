# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One period of the plan: what it needs beside what is available, its actions, what to ask."""

from autodiag.model.roadmap import Horizon, PlannedAction, Roadmap
from autodiag.report.context import Context
from autodiag.report.markup import bold, join
from autodiag.report.obligations import duties
from autodiag.report.story import Cell
from autodiag.text.numbers import (
    count,
    day_range,
    days,
    euro_range,
    euros,
    listing,
    short_day_range,
)
from autodiag.text.typography import plain


def plan_size(context: Context, roadmap: Roadmap) -> str:
    """«27 actions et 4 points à éclaircir»: asking is no action."""
    kinds = [planned.kind for horizon in roadmap.horizons for planned in horizon.actions]
    enquiries = kinds.count("enquiry")
    parts: list[str] = []
    if actions := len(kinds) - enquiries:
        parts.append(count(actions, "action"))
    if enquiries:
        one = context.words.raw("feuille_de_route.point")
        parts.append(count(enquiries, one, context.words.raw("feuille_de_route.points")))
    return listing(parts)


def print_horizon(context: Context, horizon: Horizon) -> None:
    story, words = context.story, context.words
    story.need(140)
    story.heading(2, words.raw(f"horizons.{horizon.id}"))
    story.text(
        words(
            "feuille_de_route.besoin",
            jours=day_range(horizon.days.low, horizon.days.high),
            disponibles=days(horizon.days_available),
            euros=euro_range(horizon.euros.low, horizon.euros.high),
            budget=euros(horizon.euros_available),
            mesure=words.raw(f"feuille_de_route.{_measure(horizon)}"),
        ),
        "Note",
    )
    again = _again(context, horizon)
    if not horizon.actions and not again:
        story.text(words("feuille_de_route.horizon_vide"))
        return
    placed = [planned for planned in horizon.actions if planned.kind != "enquiry"]
    if placed or again:
        head = [words.raw(f"colonnes.{k}") for k in ("action", "temps", "cout", "qui")]
        rows = [*(_row(context, planned) for planned in placed), *again]
        story.table(head, rows, (3.2, 0.9, 1.1, 1.5))
    _enquiries(context, [planned for planned in horizon.actions if planned.kind == "enquiry"])


def _again(context: Context, horizon: Horizon) -> list[list[Cell]]:
    """What the actions of earlier periods go on asking: the rows then add up to the total."""
    effort, cost = horizon.repeated_days, horizon.repeated_euros
    if not effort.high and not cost.high:
        return []
    title = bold(context.words.raw("feuille_de_route.suite"))
    spent = short_day_range(effort.low, effort.high)
    return [[[context.story.cell_text(title)], spent, euro_range(cost.low, cost.high), ""]]


def _measure(horizon: Horizon) -> str:
    """How the horizon stands beside its capacity; asking is never counted as too much."""
    if horizon.over_capacity:
        if horizon.over_by_asking:
            return "renseigner_d_abord"
        both = horizon.over_days and horizon.over_euros
        return "trop" if both else "trop_temps" if horizon.over_days else "trop_argent"
    if not horizon.days_available:
        return "sans_temps"
    return "serre" if horizon.tight else "aise"


def _enquiries(context: Context, enquiries: list[PlannedAction]) -> None:
    """«Se renseigner»: the unknown answers worth half an hour each, as boxes to tick."""
    if not enquiries:
        return
    story, words = context.story, context.words
    story.heading(3, words.raw("titres.renseigner"))
    low, high = sum(e.effort.low for e in enquiries), sum(e.effort.high for e in enquiries)
    story.text(words("feuille_de_route.renseigner", temps=day_range(low, high)), "Note")
    lines = [
        join([bold(context.number(e.question)), context.question(e.question)]) for e in enquiries
    ]
    story.items(lines, "Cell", kind="Tick")


def _reasons(context: Context, planned: PlannedAction) -> list[str]:
    """What the action raises, and what needs it, from the plan's ids."""
    words = context.words
    raised: list[str] = []
    needed: list[str] = []
    for reason in planned.reasons:
        kind, _, rest = reason.partition(":")
        if kind == "question":
            question, _, level = rest.rpartition(":")
            number = context.number(question)
            raised.append(words("feuille_de_route.monte", question=number, niveau=level))
        elif kind == "prerequis" and (other := context.action(rest)):
            needed.append(context.quoted(other.title))
    said: list[str] = []
    if raised:
        said.append(words("feuille_de_route.fait_monter", questions=listing(raised)))
    if needed:
        said.append(words("feuille_de_route.necessaire", titres=listing(needed)))
    return said


def _row(context: Context, planned: PlannedAction) -> list[Cell]:
    story, words = context.story, context.words
    title = [story.cell_text(bold(plain(planned.title)))]
    notes = _reasons(context, planned)
    if planned.kind != "action":
        notes.append(words.raw(f"genres.{planned.kind}"))
    if planned.to_confirm:
        notes.append(words.raw("feuille_de_route.a_confirmer"))
    if planned.retained:
        notes.append(words.raw("feuille_de_route.retenue"))
    if planned.wish_missed:
        notes.append(words.raw("feuille_de_route.souhait_non_tenu"))
    if before := [a.title for i in planned.missing if (a := context.action(i))]:
        notes.append(words("feuille_de_route.sans_prealable", titres=listing(before)))
    if titles := duties(context, planned.obligations):
        notes.append(words.raw("feuille_de_route.obligation").format(titres=listing(titles)))
    if notes:
        title.append(story.cell_text(join(notes), "CellNote"))
    effort = short_day_range(planned.effort.low, planned.effort.high)
    return [title, effort, _cost(context, planned), context.who(planned.id)]


def _cost(context: Context, planned: PlannedAction) -> Cell:
    """What it costs in its period, then every year where it goes on costing."""
    first = euro_range(planned.cost.low, planned.cost.high)
    action = context.action(planned.id)
    if action is None or not action.yearly_cost.high:
        return first
    yearly = euro_range(action.yearly_cost.low, action.yearly_cost.high)
    then = context.words("feuille_de_route.puis_par_an", annuel=yearly)
    return [context.story.cell_text(first), context.story.cell_text(then, "CellNote")]
