# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The plan as a calendar, the means it takes, what to ask first, the shortest path."""

from collections.abc import Mapping

from autodiag.model.roadmap import PlannedAction, Roadmap
from autodiag.report.budget_table import print_budget, source_said, years_over
from autodiag.report.context import Context
from autodiag.report.duties_left import duties_left
from autodiag.report.empty import empty_key
from autodiag.report.flow import tick_list
from autodiag.report.horizon import plan_euros, plan_size, reserved_said
from autodiag.report.left_out import print_left_out
from autodiag.report.markup import bold, join
from autodiag.report.means import print_means, print_signature
from autodiag.report.plan_table import PlanTable
from autodiag.report.quarters import print_quarters, print_yearly
from autodiag.report.sheets import numbers_of
from autodiag.report.shortest_path import print_shortest
from autodiag.report.three_plans import print_plans
from autodiag.roadmap.calendar import first_month, is_past
from autodiag.roadmap.schedule import Slot
from autodiag.text.numbers import (
    count,
    days,
    euro_range,
    euros,
    listing,
)
from autodiag.text.typography import NO_BREAK

_ROOM = 280
"""Points below which the section begins on a new page."""
_ROOM_FOR_ROWS = 120
"""Points for the head of the plan’s table and its first rows."""


def print_roadmap(context: Context) -> None:
    """The whole section, or what to do to have one."""
    story, words, roadmap = context.story, context.words, context.content.roadmap
    some = roadmap is not None and any(horizon.actions for horizon in roadmap.horizons)
    story.section(words.raw("titres.feuille_de_route"), "feuille_de_route", _ROOM if some else 160)
    if roadmap is None:
        story.text(words("feuille_de_route.absente"))
        return
    print_warnings(context, roadmap)
    if not some:
        print_empty(context)
        _all_the_same(context, roadmap)
    else:
        _intro(context, roadmap)
        _calendar(context, roadmap)
        over = any(horizon.over_capacity for horizon in roadmap.horizons)
        if _only_asks(roadmap) and not over:  # nothing more to say of periods without an action
            _in_place(context)
        elif not context.content.public:
            print_means(context, roadmap)
            _carried_out(context)
        _enquiries(context, roadmap)
        print_signature(context)
    if not context.content.public:
        print_shortest(context, roadmap)
    print_left_out(context, roadmap)


def _carried_out(context: Context) -> None:
    """What the plan asks each year, its budget, the plans beside it."""
    if execution := context.content.execution:
        print_yearly(context, execution)
        print_budget(context, execution)
        print_plans(context, execution)


def print_empty(context: Context) -> None:
    """That there is nothing to do, among what this edition may tell."""
    context.story.text(context.words(f"feuille_de_route.{empty_key(context)}"))
    if said := reserved_said(context):
        context.story.text(said, "Note")


def _all_the_same(context: Context, roadmap: Roadmap) -> None:
    """What holds although nothing is planned: the duties still due, what is in place."""
    if context.content.public:
        return
    _still_due(context, roadmap)
    _in_place(context)


def _in_place(context: Context) -> None:
    """What is done goes on asking, though no action is planned."""
    execution = context.content.execution
    if execution and execution.yearly:
        print_yearly(context, execution)


def _only_asks(roadmap: Roadmap) -> bool:
    """Whether it holds no action: only answers to find."""
    return all(one.kind == "enquiry" for horizon in roadmap.horizons for one in horizon.actions)


def _intro(context: Context, roadmap: Roadmap) -> None:
    """What the whole plan is and asks; not in the public edition, where it would tell how much is
    not shown."""
    if context.content.public:
        return
    cost, size = plan_euros(roadmap), plan_size(context, roadmap)
    if _only_asks(roadmap):
        context.story.text(bold(f"{size}."))
    else:
        spent = euro_range(cost.low, cost.high)
        context.story.text(context.words("feuille_de_route.intro", actions=size, cout=spent))
    _capacity(context, roadmap)
    _still_due(context, roadmap)


def _capacity(context: Context, roadmap: Roadmap) -> None:
    """What there is, and whether the plan holds in it."""
    words, capacity = context.words, roadmap.capacity
    means = words(
        "feuille_de_route.capacite",
        jours=days(capacity.days_per_month),
        jours_source=source_said(context, assumed=capacity.days_assumed),
        euros=euros(capacity.euros_per_year),
        euros_source=source_said(context, assumed=capacity.euros_assumed),
    )
    over = any(horizon.over_capacity for horizon in roadmap.horizons)
    held = "feuille_de_route.limites_depassees" if over else "feuille_de_route.limites_tenues"
    said = [means, words(held)]
    execution = context.content.execution
    if not over and execution and years_over(execution.budget, capacity):
        said.append(words("feuille_de_route.limites_annee"))
    context.story.text(join(said), "Note")


def _still_due(context: Context, roadmap: Roadmap) -> None:
    """The duties to do that no action of the plan clears: the plan does not settle everything."""
    due, late = duties_left(context.content, roadmap)
    for key, titles in (("restent_dues", due), ("a_mettre_a_jour", late)):
        if titles:
            said = context.words(f"feuille_de_route.{key}", titres=listing(titles))
            context.story.text(said, "Note")


def print_warnings(context: Context, roadmap: Roadmap) -> None:
    """What the reader must know of the plan before reading it."""
    story, words = context.story, context.words
    if not context.content.plan_is_current:
        story.text(words("feuille_de_route.perimee"))
    if is_past(first_month(context.content.snapshot), context.content.today):
        story.text(words("feuille_de_route.passee"))
    if not roadmap.optimal:
        story.text(words("feuille_de_route.non_prouvee"), "Note")
    if not roadmap.wishes_kept:
        story.text(words("feuille_de_route.souhaits_non_tenus"), "Note")


def _calendar(context: Context, roadmap: Roadmap) -> None:
    if _only_asks(roadmap):
        return
    execution = context.content.execution
    if execution:
        print_quarters(context, execution)
    context.story.need(_ROOM_FOR_ROWS)
    start = first_month(context.content.snapshot)
    slots: Mapping[str, Slot] = execution.schedule.slots if execution else {}
    PlanTable(context, start, numbers_of(context), slots).write(roadmap)
    legend = "legende" if execution else "legende_periodes"
    context.story.text(context.words(f"feuille_de_route.{legend}"), "Note")


def _enquiries(context: Context, roadmap: Roadmap) -> None:
    """«Se renseigner»: the unknown answers worth half an hour each, as boxes to tick."""
    asked = [p for h in roadmap.horizons for p in h.actions if p.kind == "enquiry"]
    if not asked:
        return
    story, words = context.story, context.words
    story.heading(2, words.raw("titres.renseigner"))
    one = "_un" if len(asked) == 1 else ""
    said = words(f"feuille_de_route.renseigner{one}", temps=_half_hours(len(asked)))
    story.text(said, "Note")
    lines = [_asked(context, one) for one in asked]
    tick_list(story, lines, "Step", words.raw("fiches.case"))


def _half_hours(number: int) -> str:
    """«2 heures», «2 h 30»."""
    hours, half = divmod(number, 2)
    return f"{hours}{NO_BREAK}h{NO_BREAK}30" if half else count(hours, "heure")


def _asked(context: Context, one: PlannedAction) -> str:
    return join([bold(context.number(one.question)), context.question(one.question)])
