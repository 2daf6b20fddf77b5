# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The words of the board by quarter: its cards, meters and heads. Decides nothing."""

from dataclasses import dataclass, replace
from datetime import date

from autodiag.model.calendar import AidWindow
from autodiag.model.roadmap import ROUNDING, TIGHT, PlannedAction
from autodiag.roadmap.calendar import Quarter, quarter_of
from autodiag.roadmap.quarter_days import QuarterDays, quarter_days
from autodiag.roadmap.quarter_words import (
    closures_said,
    month_name,
    months_said,
    quarter_months,
    quarter_name,
    span_said,
    window_said,
    windows_in,
)
from autodiag.roadmap.schedule import Schedule, Slot
from autodiag.text.numbers import count, day_range, days, decimal, euro_range, plural
from autodiag.text.typography import capitalised
from ui.pages.plan_view import PlanReading
from ui.pages.quarters_moves import waits_said
from ui.pages.roadmap_words import KEYS
from ui.widgets.action_face import ActionFace, MeterFace

NOTHING = "Rien ne finit dans ce trimestre"
MOVES = "Alt et flèches\u00a0: trimestre précédent, trimestre suivant."


@dataclass(frozen=True, slots=True)
class QuarterFace:
    """One column: its names, what is written at its head, its meter and its cards."""

    quarter: Quarter
    name: str
    months: str
    closed: tuple[str, ...]
    windows: tuple[AidWindow, ...]
    meter: MeterFace
    cards: tuple[ActionFace, ...]
    nothing: str = ""
    """What is said where there is no card."""
    aid: tuple[str, ...] = ()
    """What is said of its windows."""


def quarter_faces(reading: PlanReading, schedule: Schedule, today: date) -> list[QuarterFace]:
    """Every quarter of the three years, in order."""
    asked = quarter_days(reading.words.snapshot, reading.roadmap, schedule)
    faces = [
        _face(reading, schedule, quarter, rank, asked[quarter])
        for rank, quarter in enumerate(schedule.quarters)
    ]
    now = quarter_of(today) if today >= schedule.start else None
    return [_today(face, today, now=face.quarter == now) for face in faces]


def _today(face: QuarterFace, today: date, *, now: bool) -> QuarterFace:
    """With what depends on the day: whether this is the quarter, which aid is over."""
    months = f"{face.months}, en ce moment" if now else face.months
    return replace(face, months=months, aid=tuple(window_said(w, today) for w in face.windows))


def _face(
    reading: PlanReading, schedule: Schedule, quarter: Quarter, rank: int, asked: QuarterDays
) -> QuarterFace:
    calendar = reading.words.snapshot.calendar
    months = quarter_months(quarter, schedule.start)
    closed = closures_said(calendar, months)
    due = {slot.action: slot for slot in schedule.due_in(quarter)}
    cards, spent = _cards(reading, schedule, due, rank)
    return QuarterFace(
        quarter,
        quarter_name(quarter),
        months_said(months),
        closed,
        windows_in(calendar, months),
        _meter(asked, spent, bool(closed)),
        tuple(cards),
        _nothing(reading, schedule, quarter),
    )


def _nothing(reading: PlanReading, schedule: Schedule, quarter: Quarter) -> str:
    """What goes on; an answer to find is no action."""
    every = [p for horizon in reading.roadmap.horizons for p in horizon.actions]
    slots = [(p.kind, schedule.slots[p.id]) for p in every if p.id in schedule.slots]
    going = [kind for kind, s in slots if s.first <= quarter.last and s.quarter > quarter]
    asked = going.count("enquiry")
    return going_on(len(going) - asked, asked)


def going_on(done: int, asked: int) -> str:
    """What is said of a quarter in which nothing ends, but so many actions and answers go on."""
    parts: list[str] = []
    if done:
        later = count(done, "action commencée finit", "actions commencées finissent")
        parts.append(f"{later} plus tard")
    if asked:
        answers = count(asked, "réponse à préciser", "réponses à préciser")
        parts.append(f"{answers} {'aussi' if done else 'plus tard'}")
    return f"{NOTHING}\u00a0: {', '.join(parts)}." if parts else f"{NOTHING}."


def _cards(
    reading: PlanReading, schedule: Schedule, due: dict[str, Slot], rank: int
) -> tuple[list[ActionFace], list[PlannedAction]]:
    """The cards of what is due, all that is asked on one; and what was planned of it."""
    cards: list[ActionFace] = []
    spent: list[PlannedAction] = []
    for period, horizon in enumerate(reading.roadmap.horizons):
        here = tuple(planned for planned in horizon.actions if planned.id in due)
        if here:
            spent += here
            faces = reading.words.faces(replace(horizon, actions=here), period)
            cards += [_card(reading, schedule, face, due, rank) for face in faces]
    return cards, spent


def _card(
    reading: PlanReading,
    schedule: Schedule,
    face: ActionFace,
    due: dict[str, Slot],
    rank: int,
) -> ActionFace:
    slot = due.get(face.key)
    if slot is None:  # all that is asked: a half-hour here and there
        last = max(one.last for one in due.values())
        when = f"D’ici la fin de {month_name(last)}"
    else:
        when = capitalised(span_said(slot.first, slot.last))
        when += ", mois choisi" if slot.chosen else ""
    waits = waits_said(reading, schedule, face.key, slot.last) if slot else ""
    marks = "".join(f" {capitalised(badge.text)}." for badge in face.badges)
    whys = [*(badge.why for badge in face.badges if badge.why), *face.notes, waits]
    return replace(
        face,
        horizon=rank,
        meta=_narrow(face.meta),
        notes=(*face.notes, waits) if waits else face.notes,
        name=f"{face.title}, {', '.join(face.meta)}, {when}.{marks}",
        description=" ".join(part for part in (*whys, KEYS) if part),
        late=when,
        moves=MOVES,
    )


def _narrow(meta: tuple[str, ...]) -> tuple[str, ...]:
    """The first cost and what comes every year apart: together they are wider than a column."""
    parts: list[str] = []
    for part in meta:
        first, _, yearly = part.partition(" + ")
        parts += [first, f"puis {yearly}"] if yearly else [part]
    return tuple(parts)


def _meter(asked: QuarterDays, spent: list[PlannedAction], closed: bool) -> MeterFace:
    """As in the periods: what is asked, what there is, and the word of how they stand."""
    high, there = asked.days.high, asked.available
    word, tone, more = "à l’aise", "ok", ""
    if asked.over_by_asking:
        word, tone = "à votre rythme", "ink2"
    elif asked.over:
        word, tone = "trop", "warn"
        more = f"Jusqu’à {days(high - there)} de plus que le temps disponible."
    elif not there:
        word, tone = "fermé" if closed else "aucun temps", "ink2" if closed else "warn"
    elif high > TIGHT * there - ROUNDING:
        word, tone = "rempli", "ink"
    few = f"{decimal(there)} disponible{plural(there)}"
    low_cost, high_cost = sum(p.cost.low for p in spent), sum(p.cost.high for p in spent)
    money = f"Coût estimé\u00a0: {euro_range(low_cost, high_cost)}" if spent else ""
    sentence = f"{day_range(asked.days.low, high)} pour {few}"
    return MeterFace(asked.days.low, high, there, sentence, word, tone, money, "ink2", more)
