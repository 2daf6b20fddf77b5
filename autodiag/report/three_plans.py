# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The stored plan beside those kept with it. Computes none; for the internal edition alone."""

from autodiag.model.roadmap import Roadmap, Span
from autodiag.report.content import Execution, PlanBeside
from autodiag.report.context import Context
from autodiag.report.horizon import half_days
from autodiag.report.markup import bold
from autodiag.report.story import Cell
from autodiag.text.numbers import day_range, euro_range, integer, listing
from autodiag.text.typography import capitalised

_FIRST = 3


def print_plans(context: Context, execution: Execution) -> None:
    """One column a plan; nothing where no other plan was kept."""
    if not execution.plans:
        return
    story, words = context.story, context.words
    story.heading(2, words.raw("plans.titre"))
    story.text(words("plans.intro"), "Entry")
    plans = execution.plans
    head = [words.raw("plans.colonne"), *(words.raw(f"plans.{plan.name}") for plan in plans)]
    columns = [_figures(context, plan) for plan in plans]
    rows: list[list[Cell]] = [
        [(words.raw(f"plans.{key}"), "Row"), *((bold(column[key]), "Row") for column in columns)]
        for key in columns[0]
    ]
    begins = [
        [story.cell_text(title, "RowNote") for title in _first(plan.roadmap)] for plan in plans
    ]
    rows.append([(words.raw("plans.d_abord"), "Row"), *begins])
    story.table(head, rows, (25, *[75 / len(plans)] * len(plans)))
    if old := [words.raw(f"plans.{plan.name}") for plan in plans if not plan.current]:
        names = listing([context.quoted(name) for name in old])
        story.text(words("plans.perime", noms=names), "Note")


def _figures(context: Context, plan: PlanBeside) -> dict[str, str]:
    """What it asks and where it leads, by the key of its name."""
    raw, after = context.words.raw, plan.roadmap.projection
    settled = {"nombre": str(plan.due - plan.left), "total": str(plan.due)}
    duties = raw("plans.sur").format(**settled) if plan.due else raw("plans.rien_a_regler")
    known = after.profile.low
    return {
        "actions": integer(len(_placed(plan.roadmap))),
        "temps": day_range(*half_days(_sum([h.days for h in plan.roadmap.horizons]))),
        "argent": _money(_sum([h.euros for h in plan.roadmap.horizons])),
        "obligations_reglees": duties,
        "score": context.short(after.overall) if after.overall else raw("plans.pas_encore"),
        "etape": context.kind(known) if known else raw("plans.pas_encore"),
    }


def _placed(roadmap: Roadmap) -> list[str]:
    """The titles of what is to be done; asking is no action."""
    return [one.title for h in roadmap.horizons for one in h.actions if one.kind != "enquiry"]


def _first(roadmap: Roadmap) -> list[str]:
    return [f"• {capitalised(title)}" for title in _placed(roadmap)[:_FIRST]] or ["–"]


def _sum(spans: list[Span]) -> Span:
    return Span(sum(span.low for span in spans), sum(span.high for span in spans))


def _money(span: Span) -> str:
    return euro_range(span.low, span.high)
