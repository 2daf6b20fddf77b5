# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One sheet per planned action of the catalogue: why, steps to tick, effort, cost, who, aid."""

from autodiag.model.roadmap import Action, HorizonId, PlannedAction
from autodiag.report.context import Context
from autodiag.report.markup import bold, join
from autodiag.report.obligations import duties, see_also
from autodiag.text.numbers import day_from_iso, day_range, euro_range, listing, months
from autodiag.text.typography import capitalised, plain

_NEEDS = ("temps", "cout", "delai")
"""What the action asks, told on one line."""
_REACHED = ("faite", "niveau_deja_atteint")
"""Why an action is left out when nothing remains of it to be done first."""


def print_sheets(context: Context) -> None:
    """The sheets in the order of the plan, each kept whole."""
    story, words, roadmap = context.story, context.words, context.content.roadmap
    story.section(words.raw("titres.fiches"), "fiches", 330)
    planned: list[tuple[HorizonId, PlannedAction, Action]] = [
        (horizon.id, item, action)
        for horizon in (roadmap.horizons if roadmap else ())
        for item in horizon.actions
        if (action := context.action(item.id))
    ]
    if not planned:
        story.text(words("fiches.aucune"))
        return
    if context.content.snapshot.authority.kind != "commune":
        epci = context.content.snapshot.authority.kind == "epci"
        story.text(words("fiches.lire_epci" if epci else "fiches.lire_autre"))
    story.text(context.content.knowledge.actions.warning, "Note")
    hidden = context.kept_back.actions
    if any(action.syntec for _, _, action in planned if action.id not in hidden):
        story.text(words("fiches.syntec_est"), "Note")
    for horizon, item, action in planned:
        with story.together():
            _sheet(context, horizon, item, action)


def _sheet(context: Context, horizon: HorizonId, planned: PlannedAction, action: Action) -> None:
    story, words = context.story, context.words
    story.heading(2, action.title, style="Sheet")
    where = f"{context.theme(action.theme)} · {words.raw(f'horizons.{horizon}')}"
    story.text(where, "Note")
    if action.id in context.kept_back.actions:
        brief = _facts(context, planned, action, ("qui", "temps", "cout", "delai", "pour_le"))
        story.text(join(brief, " · "), "Cell")
        return
    story.text(action.why, "Cell")
    with story.columns((1, 1.1)) as cells:
        story.heading(3, words.raw("fiches.etapes"), style="Part")
        story.items(action.steps, "Step", kind="Tick")
        story.text(words("fiches.indicateur", texte=action.indicator), "CellNote")
        cells.append(story.take())
        story.heading(3, words.raw("fiches.reperes"), style="Part")
        for line in _facts(context, planned, action):
            story.text(line, "CellNote")
        cells.append(story.take())


def _facts(
    context: Context, planned: PlannedAction, action: Action, only: tuple[str, ...] = ()
) -> list[str]:
    """Only what there is to say, each with its name; `only` those named, where any is."""
    words, decision = context.words, context.content.snapshot.decisions.get(action.id)
    linked = (*planned.obligations, *action.obligations)
    before = [a.title for p in _still_before(context, action) if (a := context.action(p))]
    facts = {
        "qui": context.who(action.id),
        "avec": listing([context.actor(p) for p in action.partners]),
        "temps": day_range(planned.effort.low, planned.effort.high),
        "cout": _cost(context, action),
        "delai": months(action.delay_months) if action.delay_months else "",
        "aide": listing([context.actor(f) for f in action.funding]),
        "obligations": listing(duties(context, linked)),
        "voir_aussi": listing(see_also(context, linked)),
        "apres": listing(before),
        "pour_le": day_from_iso(decision.day) if decision else "",
        "note": plain(decision.note) if decision else "",
        "syntec": listing([str(n) for n in action.syntec]),
    }
    said = {k: v for k, v in facts.items() if v and (not only or k in only)}
    lines = {k: join([bold(words.raw(f"fiches.{k}")), capitalised(v)]) for k, v in said.items()}
    needs = [lines.pop(k) for k in _NEEDS if k in lines]
    return [join(needs, " · "), *lines.values()] if needs else [*lines.values()]


def _still_before(context: Context, action: Action) -> list[str]:
    """Its prerequisites, without those that the answers or the user say are reached."""
    roadmap = context.content.roadmap
    left = roadmap.left_out if roadmap else ()
    reached = {one.action for one in left if one.code in _REACHED}
    return [p for p in action.prerequisites if p not in reached]


def _cost(context: Context, action: Action) -> str:
    """The first cost, then the yearly one, both before aid."""
    initial = euro_range(action.initial_cost.low, action.initial_cost.high)
    if action.yearly_cost.high == 0:
        return initial
    yearly = euro_range(action.yearly_cost.low, action.yearly_cost.high)
    if action.initial_cost.high == 0:
        return context.words.raw("fiches.par_an").format(annuel=yearly)
    return context.words.raw("fiches.puis_par_an").format(initial=initial, annuel=yearly)
