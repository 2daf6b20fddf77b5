# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The roadmap in the note de synthèse: each period with its means, and the aid noted so far."""

from collections.abc import Iterator

from autodiag.documents.facts import Facts
from autodiag.documents.sheet import Cell, Line, Sheet
from autodiag.documents.styles import ABOUT, BODY, CELL, CELL_NOTE
from autodiag.documents.words import joined
from autodiag.model.calendar import Aid
from autodiag.model.roadmap import HORIZONS, Horizon, PlannedAction, Roadmap, Span
from autodiag.report.horizon import half_days
from autodiag.roadmap.calendar import MONTHS, months_of, quarter_of, shifted
from autodiag.roadmap.planned_words import time_said
from autodiag.roadmap.quarter_words import span_said
from autodiag.text.numbers import count, day_range, days, euro_range, euros
from autodiag.text.typography import NO_BREAK, plain


def write_plan(sheet: Sheet, facts: Facts) -> None:
    """Every action of every period, with who, when, how long and how much."""
    words, plan = facts.words, facts.content.roadmap
    sheet.heading(1, words("plan.titre"))
    if plan is None or facts.empty:
        sheet.text(words("plan.aucune"))
        return
    start = facts.papers.schedule.start
    number = sum(len(actions) for _, actions in facts.horizons())
    dates = span_said(start, shifted(start, MONTHS - 1))
    sheet.lead(words("plan.intro", actions=count(number, "action"), dates=dates))
    assumed = _assumed(plan)
    sheet.lead(
        joined(words("plan.estimations"), words(f"plan.{assumed}") if assumed else ""), ABOUT
    )
    for horizon, actions in facts.horizons():
        _period(sheet, facts, horizon, actions)


def _assumed(plan: Roadmap) -> str:
    """Which of the means nobody has given yet."""
    means = plan.capacity
    if means.assumed:
        return "hypothese"
    return (
        "hypothese_jours"
        if means.days_assumed
        else ("hypothese_euros" if means.euros_assumed else "")
    )


def _period(sheet: Sheet, facts: Facts, horizon: Horizon, actions: list[PlannedAction]) -> None:
    words, name = facts.words, facts.period(horizon)
    own = months_of(facts.papers.schedule.start, HORIZONS.index(horizon.id))
    title = words("plan.periode", periode=name, dates=span_said(own[0], own[-1]))
    sheet.heading(2, title)
    asked = facts.enquiries(horizon)
    for said, style in _means(facts, horizon):
        sheet.lead(said, style)
    if not actions and not asked:
        sheet.text(words("plan.aucune_periode"))
        return
    keys = ("action", "qui", "quand", "temps", "cout")
    head = [words.raw(f"colonnes.{key}") for key in keys]
    rows = [*([_asking(facts, asked)] if asked else []), *(_row(facts, one) for one in actions)]
    sheet.table(head, rows, (38, 19, 13.5, 12, 17.5), words.raw("plan.tableau", periode=name))


def _means(facts: Facts, horizon: Horizon) -> Iterator[Line]:
    """What the period asks for, beside what there is: above its table, which a page may cut."""
    words, again, cost = facts.words, horizon.repeated_days, horizon.repeated_euros
    if horizon.days.high or horizon.euros.high:
        yield (
            words(
                "plan.moyens",
                jours=day_range(*half_days(horizon.days)),
                disponibles=days(horizon.days_available),
                euros=euro_range(horizon.euros.low, horizon.euros.high),
                budget=euros(horizon.euros_available),
            ),
            BODY,
        )
    if again.high or cost.high:
        spent, paid = day_range(*half_days(again)), euro_range(cost.low, cost.high)
        yield words("plan.suite", jours=spent, euros=paid), ABOUT
    if horizon.over_capacity and not horizon.over_by_asking:
        yield words("plan.trop"), BODY


def _asking(facts: Facts, asked: list[PlannedAction]) -> list[Cell]:
    """All that is to be asked in one row: its time is in the sum too."""
    words = facts.words
    about: Cell = [
        (words("plan.renseigner"), CELL),
        (words("plan.a_preciser", nombre=count(len(asked), "réponse")), CELL_NOTE),
    ]
    when = max((facts.papers.schedule.slots[one.id].last for one in asked), default=None)
    due = facts.quarter(quarter_of(when)) if when else ""
    hours = half_hours(len(asked))
    return [about, words.raw("plan.tous"), due, hours, euro_range(0, 0)]


def half_hours(number: int) -> str:
    """«2 heures», «2 h 30»: so many half-hours."""
    hours, half = divmod(number, 2)
    if not hours:
        return count(30 * half, "minute")
    return f"{hours}{NO_BREAK}h{NO_BREAK}30" if half else count(hours, "heure")


def _row(facts: Facts, one: PlannedAction) -> list[Cell]:
    words = facts.words
    notes = [
        words.raw(f"plan.{key}")
        for key, told in (
            ("obligation", bool(one.obligations)),
            ("demande", one.kind == "request"),
            ("ajoutee", one.kind == "own"),
            ("si_confirme", one.to_confirm),
        )
        if told
    ]
    if facts.voted(one):
        notes.append(words.raw("vote.note"))
    title = facts.named(one)
    return [
        words("plan.avec_note", titre=title, notes=", ".join(notes)) if notes else title,
        facts.who(one.id),
        facts.due(one),
        time_said(one),
        facts.cost(one),
    ]


def write_aids(sheet: Sheet, facts: Facts) -> None:
    """What aid was typed for the actions; none is guessed."""
    words, aids = facts.words, facts.snapshot.aids
    if facts.empty:
        return
    sheet.heading(1, words("aides.titre"))
    if not aids:
        sheet.text(words("aides.aucune"))
        return
    titles = {one.id: facts.named(one) for _, actions in facts.horizons() for one in actions}
    rows: list[list[Cell]] = []
    for name, aid in aids.items():
        action = facts.action(name)
        state = words.raw(f"aides.{aid.state}")
        if aid.source:
            state = words.raw("aides.source", etat=state, source=plain(aid.source))
        title = titles.get(name, facts.adapted(action.title) if action else name)
        rows.append([title, euros(aid.euros), [(state, CELL), *_counted(facts, aid)]])
    keys = ("colonnes.action", "aides.montant", "aides.etat")
    head = [words.raw(key) for key in keys]
    sheet.table(head, rows, (54, 16, 30), words.raw("aides.tableau"))


def _counted(facts: Facts, aid: Aid) -> list[Line]:
    """How much of it counts, where that is less: never more than what its line costs."""
    words, budget = facts.words, facts.budget
    held = [row for row in budget.rows if row.aid == aid] if budget else []
    if not held:
        return [(words("aides.hors_plan"), CELL_NOTE)]
    cost = held[0].total
    if aid.euros <= cost.low:
        return []
    most = Span(cost.low, min(aid.euros, cost.high))
    return [(words("aides.comptee", euros=euro_range(most.low, most.high)), CELL_NOTE)]
