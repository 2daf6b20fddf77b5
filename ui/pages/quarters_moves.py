# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Moving an action to another quarter or month: what is decided of it, what is refused, what is
said of it. Shows nothing."""

from dataclasses import dataclass
from datetime import date

from autodiag.roadmap.calendar import (
    MONTHS,
    Quarter,
    closed_by,
    horizon_of,
    months_between,
    quarter_of,
    shifted,
)
from autodiag.roadmap.quarter_words import month_name, quarter_months, quarter_name
from autodiag.roadmap.schedule import Schedule
from autodiag.scoring.said import quoted
from autodiag.text.numbers import listing
from autodiag.text.typography import NO_BREAK
from ui.pages.plan_view import PlanReading
from ui.pages.roadmap_deciding import Decider

READING = "Ce dossier est ouvert en lecture\u00a0: rien ne peut y être déplacé."
OLDER = "Ce diagnostic est plus ancien\u00a0: rien ne s’y déplace."
FIRST = "Se renseigner vient toujours en premier\u00a0: ces réponses ne se déplacent pas."
OUTSIDE = "Ce mois n’est pas dans les trois ans de la feuille de route."
SAME_QUARTER = "Cette action finit déjà dans ce trimestre."
SAME_MONTH = "Cette action finit déjà ce mois-là."


@dataclass(frozen=True, slots=True)
class Move:
    """An action to be done by that month (its first day), which is in that horizon (0–2)."""

    key: str
    month: date
    horizon: int


def month_to_end(reading: PlanReading, start: date, quarter: Quarter) -> date | None:
    """The month that a move to a quarter names: the last of it, an open one where there is one;
    None where the three years hold none."""
    months = quarter_months(quarter, start)
    opened = [m for m in months if not closed_by(reading.words.snapshot.calendar, m)]
    return next(iter((opened or list(months))[-1:]), None)


def month_after(reading: PlanReading, schedule: Schedule, key: str, step: int) -> date | None:
    """The open month so many months before (below 0) or after that in which an action ends; beyond
    it where that one is closed."""
    month, way = shifted(schedule.slots[key].last, step), 1 if step > 0 else -1
    while 0 <= months_between(schedule.start, month) < MONTHS:
        if not closed_by(reading.words.snapshot.calendar, month):
            return month
        month = shifted(month, way)
    return None


def move_to(reading: PlanReading, schedule: Schedule, key: str, month: date | None) -> Move | str:
    """What to change for an action to end in a month, or the sentence of why it cannot."""
    slot, horizon = schedule.slots.get(key), None
    if not reading.writable:
        return READING if reading.words.snapshot.is_latest else OLDER
    if slot is None or not _movable(reading, key):
        return FIRST
    if month is None or (horizon := horizon_of(schedule.start, month)) is None:
        return OUTSIDE
    if slot.last == month and slot.chosen:
        return SAME_MONTH
    return Move(key, month, horizon)


def refusal(reading: PlanReading, schedule: Schedule, key: str, quarter: Quarter) -> str:
    """Why an action cannot be moved to a quarter, "" where it can."""
    slot = schedule.slots.get(key)
    found = move_to(reading, schedule, key, month_to_end(reading, schedule.start, quarter))
    here = slot is not None and slot.quarter == quarter and reading.writable
    if here and slot is not None and (isinstance(found, Move) or slot.chosen):
        return SAME_QUARTER
    return found if isinstance(found, str) else ""


def carry_out(decider: Decider, move: Move) -> None:
    """Hand a move over."""
    decider.plan(move.key, f"{move.month:%Y-%m}", move.horizon)


def waits_said(reading: PlanReading, schedule: Schedule, key: str, due: date) -> str:
    """«Attend « … », prévue en juin 2027.» where an action would end before what it waits for;
    "" else."""
    action = reading.words.action(key)
    needs = action.prerequisites if action is not None else ()
    later = [schedule.slots[n] for n in needs if n in schedule.slots]
    later = [slot for slot in later if slot.last > due]
    if not later:
        return ""
    named = [f"{quoted(reading.words.title(s.action))} ({month_name(s.last)})" for s in later]
    return f"Attend {listing(named)}."


def done_said(reading: PlanReading, schedule: Schedule, move: Move) -> tuple[str, str]:
    """What is said of a move that was just made, and its tone."""
    title = quoted(reading.words.title(move.key))
    where = f"{title}{NO_BREAK}: à finir en {month_name(move.month)}, "
    where += f"{quarter_name(quarter_of(move.month))}."
    waits = waits_said(reading, schedule, move.key, move.month)
    closed = closed_by(reading.words.snapshot.calendar, move.month)
    shut = " Personne ne peut y travailler ce mois-là." if closed else ""
    said = " ".join(part for part in (f"{where}{shut}", waits) if part)
    return said, "warn" if waits or shut else ""


def missed_said(reading: PlanReading, schedule: Schedule, move: Move) -> str:
    """Once the plan is made again: why an action is not where it was moved, "" where it is."""
    slot, title = schedule.slots.get(move.key), quoted(reading.words.title(move.key))
    if slot is None:
        return f"{title} n’a pas pu être placée. Les actions non retenues disent pourquoi."
    if slot.last == move.month:
        return ""
    where = quarter_name(slot.quarter)
    return f"{title} ne peut pas finir à ce moment\u00a0: la voici au {where}."


def _movable(reading: PlanReading, key: str) -> bool:
    planned = (p for h in reading.roadmap.horizons for p in h.actions if p.id == key)
    return any(p.kind in ("action", "own") for p in planned)
