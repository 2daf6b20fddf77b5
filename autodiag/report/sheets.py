# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One sheet per action of the plan, three to a page: what the council decides (why, who, time,
cost, duty) and what the secretary follows (steps to tick, proof, dates)."""

from autodiag.model.roadmap import HORIZONS, Action, HorizonId, PlannedAction
from autodiag.report.context import Context
from autodiag.report.horizon import short_who
from autodiag.report.markup import bold, join
from autodiag.report.obligations import referenced_duties
from autodiag.report.propositions import print_propositions
from autodiag.report.sheet_frame import SheetFrame
from autodiag.roadmap.quarter_words import month_name, quarter_name
from autodiag.roadmap.schedule import missed_month
from autodiag.scoring.actors import funders
from autodiag.text.articles import people
from autodiag.text.numbers import day_from_iso, day_range, euro_range, listing, months
from autodiag.text.typography import capitalised, plain, uncapitalised

_BOLD = ("qui", "temps", "cout", "delai")
"""What is read at a glance."""
_ROOM = 420
"""Points that the title, its introduction and a first sheet take: below, a new page."""

Planned = tuple[HorizonId, PlannedAction, Action]


def numbered_actions(context: Context) -> dict[int, Planned]:
    """The actions of the catalogue that are planned, by their number, in the order of the plan."""
    roadmap = context.content.roadmap
    planned: list[Planned] = [
        (horizon.id, item, action)
        for horizon in (roadmap.horizons if roadmap else ())
        for item in horizon.actions
        if (action := context.action(item.id))
    ]
    return dict(enumerate(planned, 1))


def numbers_of(context: Context) -> dict[str, int]:
    """The same numbers, by action."""
    return {item.id: number for number, (_, item, _) in numbered_actions(context).items()}


def print_sheets(context: Context) -> None:
    """The sheets in the order of the plan, each whole."""
    story, words = context.story, context.words
    planned = numbered_actions(context)
    story.section(words.raw("titres.fiches"), "fiches", _ROOM if planned else 120)
    if not planned:
        story.text(words("fiches.aucune_ailleurs" if context.kept_back.themes else "fiches.aucune"))
        return
    kind = context.content.snapshot.authority.kind
    if kind not in ("commune", "epci"):
        story.text(words("fiches.lire_autre"), "Note")
    shared = words("fiches.partage_epci" if kind == "epci" else "fiches.partage")
    story.text(join([shared, context.content.knowledge.actions.warning]), "Note")
    frame = SheetFrame(context)
    for number, (horizon, item, action) in planned.items():
        place = words.raw("fiches.place").format(
            numero=str(number),
            theme=context.theme(action.theme),
            periode=words.raw(f"horizons.{horizon}"),
        )
        if carried := _carried(context, action):
            key = "fiches.met_en_oeuvre" if len(carried) > 1 else "fiches.met_en_oeuvre_une"
            place += words.raw(key).format(numeros=listing([str(n) for n in carried]))
        with frame.sheet(action.theme, action.title, place):
            _sheet(context, frame, (horizon, item, action))
    frame.end()
    print_propositions(context, numbers_of(context))


def _sheet(context: Context, frame: SheetFrame, one: Planned) -> None:
    horizon, planned, action = one
    words, decision = context.words, context.content.snapshot.decisions.get(action.id)
    facts = _facts(context, planned, action)
    missed = missed_month(context.content.snapshot, action.id, HORIZONS.index(horizon))
    due = decision.day if decision and missed is None else ""
    frame.body(action.why, action.steps, [*facts.values()])
    near = [key for key in action.obligations if key not in planned.obligations]
    for key, ids in (("obligations", planned.obligations), ("en_lien", near)):
        if duties := referenced_duties(context, ids):
            frame.line(join([bold(words.raw(f"fiches.{key}")), listing(duties)]))
    frame.line(words("fiches.indicateur", texte=uncapitalised(action.indicator)))
    if decision and decision.note:
        frame.line(join([bold(words.raw("fiches.note")), plain(decision.note)]))
    execution = context.content.execution
    if missed and execution and (slot := execution.schedule.slots.get(action.id)):
        placed = quarter_name(slot.quarter)
        frame.line(words("fiches.souhaitee", mois=month_name(missed), trimestre=placed))
    frame.follow_up(day_from_iso(due), whole=len(due) in (0, len("2029-03-15")))


def _facts(context: Context, planned: PlannedAction, action: Action) -> dict[str, str]:
    """Only what there is to say, each with its name."""
    numbers = numbers_of(context)
    # one that is not planned is reached, or the table says that it is missing
    before = [a.title for p in action.prerequisites if p in numbers and (a := context.action(p))]
    funding = funders(action.funding, context.content.snapshot.authority)
    partners = [p for p in action.partners if p not in funding]
    facts = {
        "qui": short_who(context, action.id),
        "temps": day_range(planned.effort.low, planned.effort.high),
        "cout": _cost(context, action),
        "delai": months(action.delay_months) if action.delay_months else "",
        "avec": people([context.actor(p) for p in partners]),
        "aide": people([context.actor(f) for f in funding]),
        "apres": listing(before),
    }
    words = context.words
    lines: dict[str, str] = {
        key: join([words.raw(f"fiches.{key}"), bold(capitalised(said)) if key in _BOLD else said])
        for key, said in facts.items()
        if said
    }
    if action.shareable:  # beside the shortest of them
        last = [lines["delai"]] if "delai" in lines else []
        lines["delai"] = join([*last, words.raw("fiches.a_plusieurs")], " · ")
    return lines


def _carried(context: Context, action: Action) -> list[int]:
    """The numbers of what was proposed to collectivités and that it carries out."""
    return [n for n in action.syntec if n in context.content.knowledge.propositions.titles]


def _cost(context: Context, action: Action) -> str:
    """The first cost, then the yearly one, both before aid."""
    initial = euro_range(action.initial_cost.low, action.initial_cost.high)
    if action.yearly_cost.high == 0:
        return initial
    yearly = euro_range(action.yearly_cost.low, action.yearly_cost.high)
    if action.initial_cost.high == 0:
        return context.words.raw("fiches.par_an").format(annuel=yearly)
    return context.words.raw("fiches.puis_par_an").format(initial=initial, annuel=yearly)
