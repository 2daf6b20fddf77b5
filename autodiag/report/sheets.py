# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One sheet per action to do first, three to a page: what the council decides (why, who, time,
cost, duty) and what the secretary follows (steps to tick, proof, dates)."""

from autodiag.model.roadmap import HORIZONS, Action, HorizonId, PlannedAction, Roadmap
from autodiag.report.context import Context
from autodiag.report.horizon import short_who
from autodiag.report.markup import bold, join
from autodiag.report.obligations import referenced_duties
from autodiag.report.panels import height_of
from autodiag.report.sheet_frame import SheetFrame
from autodiag.report.styles import FRAME_HEIGHT, WIDTH
from autodiag.text.numbers import day_from_iso, day_range, euro_range, listing, months
from autodiag.text.typography import capitalised, plain

_REACHED = ("faite", "niveau_deja_atteint", "niveau_deja_fait")
"""Why an action is left out when nothing remains of it to be done first."""
_BOLD = ("qui", "temps", "cout", "delai")
"""What is read at a glance."""
_ROOM = 120
"""Points that the title and its introduction take: the section begins lower on no page."""

_SLACK = 12
"""Points of white that may stand around an introduction."""

_SOON = 2
"""How many periods have sheets: those of the last one would be printed for nothing today."""
_MOST = 24
"""Sheets: eight pages."""

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


def _with_sheet(planned: dict[int, Planned]) -> dict[int, Planned]:
    """Those of the first periods, as many as may be printed; of one period, those that the user
    retained come first."""
    soon = {n: one for n, one in planned.items() if one[0] in HORIZONS[:_SOON]}
    first = sorted(soon, key=lambda n: (HORIZONS.index(soon[n][0]), not soon[n][1].retained, n))
    return {n: soon[n] for n in sorted(first[:_MOST])}


def print_sheets(context: Context) -> None:
    """The sheets in the order of the plan, each whole."""
    story, words = context.story, context.words
    planned = numbered_actions(context)
    printed = _with_sheet(planned)
    before = len(story.flow)
    story.section(words.raw("titres.fiches"), "fiches", _ROOM)
    if not planned:
        story.text(words("fiches.aucune"))
        return
    if others := len(planned) - len(printed):
        key = "fiches.autres" if others > 1 else "fiches.une_autre"
        story.text(words(key, nombre=str(others)), "Entry")
    if not printed:
        return
    if (kind := context.content.snapshot.authority.kind) != "commune":
        story.text(words("fiches.lire_epci" if kind == "epci" else "fiches.lire_autre"), "Note")
    story.text(context.content.knowledge.actions.warning, "Note")
    # the sheets begin a page: the introduction stands at the foot of the one before, or above them
    story.need(FRAME_HEIGHT - height_of(story.flow[before:], WIDTH) - _SLACK)
    frame = SheetFrame(context)
    for number, (horizon, item, action) in printed.items():
        place = words(
            "fiches.place",
            numero=str(number),
            theme=context.theme(action.theme),
            periode=words.raw(f"horizons.{horizon}"),
        )
        with frame.sheet(action.theme, action.title, place):
            _sheet(context, frame, item, action)
    frame.end()


def _sheet(context: Context, frame: SheetFrame, planned: PlannedAction, action: Action) -> None:
    words, decision = context.words, context.content.snapshot.decisions.get(action.id)
    facts = _facts(context, planned, action)
    due = day_from_iso(decision.day) if decision else ""
    frame.body(action.why, action.steps, [*facts.values()])
    near = [key for key in action.obligations if key not in planned.obligations]
    for key, ids in (("obligations", planned.obligations), ("en_lien", near)):
        if duties := referenced_duties(context, ids):
            frame.line(join([bold(words.raw(f"fiches.{key}")), listing(duties)]))
    frame.line(words("fiches.indicateur", texte=action.indicator))
    if decision and decision.note:
        frame.line(join([bold(words.raw("fiches.note")), plain(decision.note)]))
    frame.follow_up(due)


def _facts(context: Context, planned: PlannedAction, action: Action) -> dict[str, str]:
    """Only what there is to say, each with its name."""
    before = [a.title for p in _still_before(context, action) if (a := context.action(p))]
    partners = [p for p in action.partners if p not in action.funding]
    facts = {
        "qui": short_who(context, action.id),
        "temps": day_range(planned.effort.low, planned.effort.high),
        "cout": _cost(context, action),
        "delai": months(action.delay_months) if action.delay_months else "",
        "avec": listing([context.actor(p) for p in partners]),
        "aide": listing([context.actor(f) for f in action.funding]),
        "apres": listing(before),
    }
    words = context.words
    return {
        key: join([words.raw(f"fiches.{key}"), bold(capitalised(said)) if key in _BOLD else said])
        for key, said in facts.items()
        if said
    }


def _still_before(context: Context, action: Action) -> list[str]:
    """Its prerequisites, without those that the answers or the user say are reached."""
    roadmap: Roadmap | None = context.content.roadmap
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
