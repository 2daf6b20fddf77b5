# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the timeline shows, as dates and words: bars, lanes above them, and the same as a table.
Paints nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from autodiag.model.calendar import Calendar
from autodiag.model.roadmap import Decision, PlannedAction
from autodiag.roadmap.calendar import MONTHS, closed_by, months_between, shifted
from autodiag.roadmap.quarter_words import month_name, span_said, window_said
from autodiag.roadmap.schedule import Schedule
from autodiag.text.numbers import count, day_from_iso, plural
from autodiag.text.typography import capitalised, plain
from ui.pages.plan_view import PlanReading
from ui.pages.quarters_moves import waits_said
from ui.pages.roadmap_words import ENQUIRIES

State = Literal["proposee", "retenue", "faite"]
SAID: dict[State, str] = {"proposee": "proposée", "retenue": "retenue", "faite": "faite"}
DONE = "Déjà faites"
OWN = "Vos actions"
ASKED = "Se renseigner"
BEFORE = 6
"""Today is in the frame where the roadmap begins at most so many months later."""
HEAD = ("Quoi", "Quand", "Où en est-ce")


@dataclass(frozen=True, slots=True)
class Bar:
    """One row. `first` and `last` are first days of months, None where nobody said when it was
    done; `theme` is the rank of its theme, −1 for none."""

    key: str
    title: str
    theme: int
    state: State
    first: date | None
    last: date | None
    chosen: bool = False
    duty: bool = False
    movable: bool = False
    more: str = ""
    """What it waits for, in words."""

    @property
    def when(self) -> str:
        """«De janvier à mars 2027»."""
        if self.first is None or self.last is None:
            return "Date non notée"
        return capitalised(span_said(self.first, self.last))

    @property
    def marks(self) -> str:
        """«retenue, mois choisi, obligation»."""
        marks = [SAID[self.state]]
        marks += ["mois choisi"] if self.chosen else []
        marks += ["obligation"] if self.duty else []
        return ", ".join(marks)

    @property
    def said(self) -> str:
        """All of it in sentences."""
        parts = (f"{self.title}.", f"{self.when}.", f"{capitalised(self.marks)}.", self.more)
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Group:
    """Bars under a name, "" for none; `theme` is the rank of its theme, −1 for none."""

    name: str
    theme: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """Months that are closed, or when an aid can be asked for: days, both included."""

    title: str
    said: str
    aid: bool
    spans: tuple[tuple[date, date], ...]


@dataclass(frozen=True, slots=True)
class TimelineFace:
    """The frame is `months` long from `start`; the roadmap itself begins at `begins`."""

    start: date
    begins: date
    months: int
    today: date | None
    closed: tuple[tuple[date, date], ...]
    """The runs of closed months, as the first and the last of each."""
    lanes: tuple[Lane, ...]
    groups: tuple[Group, ...]

    @property
    def bars(self) -> tuple[Bar, ...]:
        """All of them, from top to bottom."""
        return tuple(bar for group in self.groups for bar in group.bars)


def timeline_face(
    reading: PlanReading, schedule: Schedule, today: date, *, by_theme: bool
) -> TimelineFace:
    """The three years, from today where it comes a little before them."""
    begins = schedule.start
    early = months_between(today, begins)
    start = today.replace(day=1) if 0 < early <= BEFORE else begins
    months = MONTHS + months_between(start, begins)
    calendar = reading.words.snapshot.calendar
    every = [shifted(start, n) for n in range(months)]
    inside = start <= today < shifted(start, months)
    bars = [*_planned(reading, schedule), *_asked(reading, schedule)]
    return TimelineFace(
        start,
        begins,
        months,
        today if inside else None,
        tuple(_runs([month for month in every if closed_by(calendar, month)])),
        (*_closures(calendar, every), *_windows(calendar, every, today)),
        _groups(reading, bars, _done(reading), by_theme=by_theme),
    )


def table_rows(face: TimelineFace) -> list[tuple[str, str, str]]:
    """The same data under `HEAD`: the lanes, then the bars."""
    rows = [(lane.title, lane.said, "aide" if lane.aid else "mois fermés") for lane in face.lanes]
    return rows + [(bar.title, bar.when, bar.marks) for bar in face.bars]


def summary(face: TimelineFace) -> str:
    """«De janvier 2027 à décembre 2029\u00a0: 27 actions prévues, 2 faites.»"""
    planned = [bar for bar in face.bars if bar.state != "faite" and bar.key != ENQUIRIES]
    done = sum(bar.state == "faite" for bar in face.bars)
    span = capitalised(span_said(face.begins, shifted(face.begins, MONTHS - 1)))
    many = count(len(planned), "action") if planned else "aucune action"
    parts = [f"{many} prévue{plural(len(planned))}"]
    parts += [f"{count(done, 'faite')}"] if done else []
    return f"{span}\u00a0: {', '.join(parts)}."


def _planned(reading: PlanReading, schedule: Schedule) -> Iterable[Bar]:
    decisions = reading.words.snapshot.decisions
    for planned in _plan(reading):
        slot = schedule.slots.get(planned.id)
        if slot is None or planned.kind == "enquiry":
            continue
        mine = planned.retained or planned.kind == "own" or _held(decisions.get(planned.id))
        yield Bar(
            planned.id,
            plain(planned.title),
            reading.words.rank(planned.theme),
            "retenue" if mine else "proposee",
            slot.first,
            slot.last,
            chosen=slot.chosen,
            duty=bool(planned.obligations),
            movable=planned.kind in ("action", "own") and reading.writable,
            more=waits_said(reading, schedule, planned.id, slot.last),
        )


def _asked(reading: PlanReading, schedule: Schedule) -> Iterable[Bar]:
    """All that is to be asked on one bar."""
    asked = [p.id for p in _plan(reading) if p.kind == "enquiry" and p.id in schedule.slots]
    slots = [schedule.slots[one] for one in asked]
    if slots:
        title = f"{ASKED}\u00a0: {count(len(slots), 'réponse')} à préciser"
        first, last = min(s.first for s in slots), max(s.last for s in slots)
        yield Bar(ENQUIRIES, title, -1, "proposee", first, last)


def _done(reading: PlanReading) -> list[Bar]:
    """What was said to be done, at its month where that is known."""
    found: list[Bar] = []
    for decision in reading.words.snapshot.decisions.values():
        if decision.state == "faite":
            month = _month(decision.day)
            title = reading.words.title(decision.action)
            action = reading.words.action(decision.action)
            theme = reading.words.rank(action.theme) if action else -1
            more = f"Le {day_from_iso(decision.day)}." if len(decision.day) == 10 else ""
            found.append(Bar(decision.action, title, theme, "faite", month, month, more=more))
    return sorted(found, key=lambda bar: (bar.last or date.min, bar.title))


def _groups(
    reading: PlanReading, bars: list[Bar], done: list[Bar], *, by_theme: bool
) -> tuple[Group, ...]:
    ordered = sorted(bars, key=lambda bar: (bar.first or date.max, bar.last or date.max))
    if not by_theme:
        groups = [Group("", -1, tuple(ordered))]
    else:
        themes = reading.words.snapshot.questionnaire.themes
        asked = tuple(bar for bar in ordered if bar.key == ENQUIRIES)
        groups = [Group("", -1, asked)]
        for rank, theme in enumerate(themes):
            name = reading.words.naming.theme(theme.id)
            groups.append(Group(name, rank, tuple(b for b in ordered if b.theme == rank)))
        own = tuple(bar for bar in ordered if bar.theme < 0 and bar not in asked)
        groups.append(Group(OWN, -1, own))
    return tuple(group for group in (*groups, Group(DONE, -1, tuple(done))) if group.bars)


def _closures(calendar: Calendar, months: list[date]) -> Iterable[Lane]:
    for one in calendar.closures:
        closed = [month for month in months if one in closed_by(calendar, month)]
        if closed:
            spans = tuple(_runs(closed))
            said = ", ".join(span_said(first, last) for first, last in spans)
            yield Lane(plain(one.title), capitalised(said), False, spans)


def _windows(calendar: Calendar, months: list[date], today: date) -> Iterable[Lane]:
    start, end = months[0], shifted(months[-1], 1)
    for one in calendar.windows:
        opens, closes = date.fromisoformat(one.opens), date.fromisoformat(one.closes)
        if opens < end and closes >= start:
            said = window_said(one, today).partition(": ")[2]
            yield Lane(plain(one.title), capitalised(said), True, ((opens, closes),))


def _runs(months: list[date]) -> Iterable[tuple[date, date]]:
    """Months that follow each other, as their first and their last."""
    begun: date | None = None
    for month in months:
        begun = begun or month
        if shifted(month, 1) not in months:
            yield begun, month
            begun = None


def _plan(reading: PlanReading) -> Iterable[PlannedAction]:
    return (planned for horizon in reading.roadmap.horizons for planned in horizon.actions)


def _held(decision: Decision | None) -> bool:
    return decision is not None and decision.state == "retenue"


def _month(text: str) -> date | None:
    try:
        return date.fromisoformat(f"{text[:7]}-01") if len(text) >= 7 else None
    except ValueError:
        return None


def lane_name(lane: Lane) -> str:
    """What is written beside a lane."""
    return f"Aide\u00a0: {lane.title}" if lane.aid else f"Fermé\u00a0: {lane.title}"


def due_said(bar: Bar) -> str:
    """What is written at the end of a bar."""
    return month_name(bar.last) if bar.last is not None else ""
