# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The dates of a plan as a calendar file: when each action is due, when aid can be asked for.

Whole days, nobody invited, nothing sent. Importing it again changes the same events.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from icalendar import Alarm, Calendar, Component, Event, vText

from autodiag.dates.words import (
    CLOSES,
    OPENS,
    about_action,
    about_again,
    about_asking,
    about_window,
    again_title,
)
from autodiag.model.authority import LocalAuthority
from autodiag.model.calendar import AidWindow
from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import Knowledge
from autodiag.model.roadmap import Action, Decision, PlannedAction, Roadmap
from autodiag.roadmap.calendar import MONTHS, shifted
from autodiag.roadmap.schedule import Schedule, Slot

WARNED_BEFORE = timedelta(days=14)
_FIRST_SEQUENCE = datetime(2026, 1, 1, tzinfo=UTC)


def plan_calendar(
    snapshot: Snapshot,
    roadmap: Roadmap,
    schedule: Schedule,
    knowledge: Knowledge,
    at: datetime,
    *,
    warning: str = "",
) -> bytes:
    """An iCalendar file. `at` is when it is made, with its time zone: of two events with the same
    UID, calendars keep the later one. An action is due on the day typed, else on the last working
    day (Monday to Friday) of its month. `warning` is what must be read first, if anything: many
    calendars do not show what is said of a whole, so that the first event says it too."""
    made = _Made(snapshot, schedule, knowledge, at.astimezone(UTC).replace(microsecond=0))
    book = Calendar()
    _put(book, "prodid", "-//Autodiag//Feuille de route//FR")
    _put(book, "version", "2.0")
    _put(book, "calscale", "GREGORIAN")
    _put(book, "method", "PUBLISH")
    _put(book, "x-wr-calname", f"Feuille de route numérique, {snapshot.authority.name}")
    planned = [action for horizon in roadmap.horizons for action in horizon.actions]
    events = [*made.actions(planned), *made.windows()]
    if warning:
        _put(book, "x-wr-caldesc", warning)
        for event in events[:1]:
            event["description"] = vText(f"{warning}\n\n{event['description']}")
    for event in events:
        book.add_component(event)
    return bytes(book.to_ical())


@dataclass(frozen=True, slots=True)
class _Made:
    snapshot: Snapshot
    schedule: Schedule
    knowledge: Knowledge
    at: datetime

    def actions(self, planned: Sequence[PlannedAction]) -> Iterable[Event]:
        """What is due, and what comes back each year. All that is to be asked is one event."""
        asked = [one for one in planned if one.kind == "enquiry"]
        if asked:
            due = max(last_working_day(self._slot(one).last) for one in asked)
            words = about_asking([one.title for one in asked])
            yield self._event("renseigner", "Se renseigner", words, due)
        for one in planned:
            if one.kind == "enquiry":
                continue
            decision = self.snapshot.decisions.get(one.id)
            due = due_day(self._slot(one), decision)
            words = about_action(one, self.knowledge, decision)
            yield self._event(f"action-{one.id}", one.title, words, due)
            known = self.knowledge.actions.actions.get(one.id)
            if known is not None and known.recurrent and one.kind == "action":
                yield from self._again(one, known, due)

    def _again(self, one: PlannedAction, known: Action, due: date) -> Iterable[Event]:
        """What comes back each year, as long as the plan lasts: then comes another diagnosis."""
        again, end = last_working_day(shifted(due, 12)), shifted(self.schedule.start, MONTHS)
        if (again.month, again.day) == (2, 29):
            again -= timedelta(days=1)  # else it would come back every four years
        times = sum(shifted(again, 12 * year) < end for year in range(MONTHS // 12))
        if times:
            words = about_again(known, self.knowledge, self.snapshot.decisions.get(one.id))
            event = self._event(f"chaque-annee-{one.id}", again_title(one.title), words, again)
            if times > 1:  # what never repeats is no repetition
                _put(event, "rrule", {"freq": "yearly", "count": times})
            yield event

    def windows(self) -> Iterable[Event]:
        """When each aid can be asked for: the day it opens, the day it closes."""
        titles = {one.id: one.title for one in self.knowledge.actions.actions.values()}
        titles |= {own.id: own.title for own in self.snapshot.own_actions}
        for one in self.snapshot.calendar.windows:
            words = about_window(one, [titles[a] for a in one.actions if a in titles])
            yield from self._window(one, words)

    def _window(self, one: AidWindow, words: str) -> Iterable[Event]:
        for kind, text, day in (("ouvre", OPENS, one.opens), ("ferme", CLOSES, one.closes)):
            if day:
                name = f"{kind}-{one.id}"
                yield self._event(name, f"{text}{one.title}", words, date.fromisoformat(day))

    def _event(self, name: str, title: str, words: str, day: date) -> Event:
        event = Event()
        _put(event, "uid", f"{name}-{identity(self.snapshot.authority)}@autodiag")
        _put(event, "dtstamp", self.at)
        _put(event, "sequence", int((self.at - _FIRST_SEQUENCE).total_seconds() // 60))
        _put(event, "summary", title)
        _put(event, "description", words)
        _put(event, "dtstart", day)
        _put(event, "dtend", day + timedelta(days=1))
        _put(event, "transp", "TRANSPARENT")
        _put(event, "categories", ["Feuille de route numérique"])
        alarm = Alarm()
        _put(alarm, "action", "DISPLAY")
        _put(alarm, "description", title)
        _put(alarm, "trigger", -WARNED_BEFORE)
        event.add_component(alarm)
        return event

    def _slot(self, planned: PlannedAction) -> Slot:
        return self.schedule.slots[planned.id]


def due_day(slot: Slot, decision: Decision | None) -> date:
    """The day that the user typed in the month when the action is due, else its last working
    one."""
    if decision is not None and len(decision.day) == len("2027-04-30"):
        try:
            chosen = date.fromisoformat(decision.day)
        except ValueError:
            return last_working_day(slot.last)
        if (chosen.year, chosen.month) == (slot.last.year, slot.last.month):
            return chosen
    return last_working_day(slot.last)


def last_working_day(month: date) -> date:
    """The last day of a month that is neither a Saturday nor a Sunday."""
    day = shifted(month, 1) - timedelta(days=1)
    return day - timedelta(days=max(0, day.weekday() - 4))


def identity(authority: LocalAuthority) -> str:
    """What tells a collectivité's events from another's, the same from one export to the next."""
    known = authority.siren or authority.insee or authority.name
    return sha256(f"{authority.kind}:{known}".encode()).hexdigest()[:16]


def _put(part: Component, name: str, value: object) -> None:
    """Add a property; the library escapes its text."""
    part.add(name, value)  # pyright: ignore[reportUnknownMemberType]
