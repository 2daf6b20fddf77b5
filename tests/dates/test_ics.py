# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The dates of a plan, read again as any calendar reads them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar, Event

from autodiag.dates.ics import due_day, identity, last_working_day, plan_calendar
from autodiag.dates.words import again_title
from autodiag.model.authority import LocalAuthority
from autodiag.model.calendar import AidWindow
from autodiag.model.roadmap import Decision, OwnAction, PlannedAction, Span
from autodiag.roadmap.schedule import Slot
from tests.support.builders import action
from tests.support.plans import Placed

AT = datetime(2026, 11, 21, 9, 42, tzinfo=UTC)
BACKUP = replace(
    action("copies", effort=(1, 3), recurrent=True, delay=1),
    title="Mettre en place trois copies ; les vérifier, toutes",
    why="Une catastrophe devient une mauvaise journée.",
    steps=("Lister.", "Demander.", "Garder.", "Récupérer."),
)
OWN = OwnAction("a-nous", "Un kiosque\nDTSTART:19990101", Span(1, 2), Span(0, 0))
WINDOW = AidWindow(
    "fenetre-1", "Dotation", "2027-01-04", "2027-02-26", "Voir la préfecture", ("copies",)
)
PLACED = Placed(
    {"copies": (BACKUP, 0), "a-nous": (OWN, 0)},
    {"a-nous": "2027-04-15"},
    windows=(WINDOW,),
    decisions=[Decision("copies", "retenue", who="Marie", day="2027-05", note="Voir l’élu")],
)


def made(placed: Placed = PLACED, at: datetime = AT) -> bytes:
    return plan_calendar(placed.snapshot, placed.roadmap, placed.schedule, placed.knowledge, at)


def events(data: bytes) -> dict[str, Event]:
    """The events by the beginning of their UID."""
    book = Calendar.from_ical(data)
    return {str(one["uid"]).rsplit("-", 1)[0]: one for one in book.walk("VEVENT")}


def test_an_action_is_a_whole_day_at_the_end_of_the_month_when_it_is_due() -> None:
    due = events(made())["action-copies"]
    assert due["dtstart"].dt == date(2027, 5, 31)
    assert due["dtend"].dt == date(2027, 6, 1)
    assert str(due["summary"]) == BACKUP.title
    assert due["dtstamp"].dt == AT


def test_a_day_that_was_typed_is_that_day() -> None:
    assert events(made())["action-a-nous"]["dtstart"].dt == date(2027, 4, 15)
    slot = Slot("x", 0, date(2027, 3, 1), date(2027, 4, 1))
    assert due_day(slot, Decision("x", "retenue", day="2027-09-15")) == date(2027, 4, 30)
    assert due_day(slot, Decision("x", "retenue", day="2027-04-99")) == date(2027, 4, 30)


@pytest.mark.parametrize(
    ("month", "last"),
    [("2027-05-01", "2027-05-31"), ("2027-07-01", "2027-07-30"), ("2027-10-01", "2027-10-29"),
     ("2027-02-01", "2027-02-26")],
)  # fmt: skip
def test_the_last_working_day_is_no_saturday_and_no_sunday(month: str, last: str) -> None:
    found = last_working_day(date.fromisoformat(month))
    assert found == date.fromisoformat(last)
    assert found.weekday() < 5


def test_it_says_why_the_first_steps_who_and_the_note() -> None:
    said = str(events(made())["action-copies"]["description"])
    assert "mauvaise journée" in said
    assert "1. Lister.\n2. Demander.\n3. Garder." in said
    assert "Récupérer" not in said
    assert "Qui\u00a0: Marie" in said
    assert "1 à 3\u00a0jours" in said
    assert said.endswith("Note\u00a0: Voir l’élu")


def test_nobody_decided_who_the_lead_is_only_proposed() -> None:
    placed = replace(PLACED, decisions=())
    assert "Le secretaire (proposé)" in str(events(made(placed))["action-copies"]["description"])


def test_a_reminder_comes_two_weeks_before() -> None:
    for event in events(made()).values():
        (alarm,) = event.walk("VALARM")
        assert alarm["trigger"].dt == timedelta(days=-14)
        assert alarm["action"] == "DISPLAY"


def test_what_comes_back_each_year_is_a_yearly_event_from_the_next_year_on() -> None:
    again = events(made())["chaque-annee-copies"]
    assert again["dtstart"].dt == date(2028, 5, 31)
    assert again["rrule"] == {"FREQ": ["YEARLY"], "COUNT": [2]}, "the plan ends in December 2029"
    assert "Lister" not in str(again["description"]), "its first steps are behind"
    assert "chaque-annee-a-nous" not in events(made())


def test_nothing_comes_back_beyond_the_plan_nor_every_four_years() -> None:
    late = replace(PLACED, actions={"copies": (BACKUP, 2)}, decisions=(), due={"copies": "2029-05"})
    assert "chaque-annee-copies" not in events(made(late))
    once = replace(PLACED, actions={"copies": (BACKUP, 1)}, decisions=(), due={"copies": "2028-05"})
    assert "rrule" not in events(made(once))["chaque-annee-copies"], "once is no repetition"
    leap = replace(PLACED, decisions=(), due={"copies": "2027-02"})
    again = events(made(leap))["chaque-annee-copies"]
    assert again["dtstart"].dt == date(2028, 2, 28)


def test_the_title_of_what_comes_back_says_so_once() -> None:
    assert again_title("Refaire chaque année le point") == "Refaire chaque année le point"
    assert again_title("Trier") == "Chaque année\u00a0: Trier"


def test_a_plan_made_before_the_last_decisions_says_so_first() -> None:
    placed, warning = PLACED, "Attention\u00a0: des décisions ont changé."
    data = plan_calendar(
        placed.snapshot, placed.roadmap, placed.schedule, placed.knowledge, AT, warning=warning
    )
    assert str(Calendar.from_ical(data)["x-wr-caldesc"]) == warning
    assert str(events(data)["action-copies"]["description"]).startswith(f"{warning}\n\nUne")
    assert b"X-WR-CALDESC" not in made()


def test_an_aid_has_the_day_when_it_opens_and_the_day_when_it_closes() -> None:
    found = events(made())
    opens, closes = found["ouvre-fenetre-1"], found["ferme-fenetre-1"]
    assert (opens["dtstart"].dt, closes["dtstart"].dt) == (date(2027, 1, 4), date(2027, 2, 26))
    assert "Du 4\u00a0janvier 2027 au 26\u00a0février 2027." in str(opens["description"])
    assert BACKUP.title in str(closes["description"])


def test_importing_again_updates_the_same_events() -> None:
    moved = replace(PLACED, due={"a-nous": "2027-06-15"})
    before, after = events(made()), events(made(moved, AT + timedelta(hours=1)))
    assert before.keys() == after.keys()
    assert [str(e["uid"]) for e in before.values()] == [str(e["uid"]) for e in after.values()]
    assert after["action-a-nous"]["dtstart"].dt == date(2027, 6, 15)
    assert after["action-a-nous"]["sequence"] > before["action-a-nous"]["sequence"]


def test_two_collectivites_never_share_an_event() -> None:
    town, epci = LocalAuthority("Exemple", insee="42999"), LocalAuthority("Exemple", "epci")
    assert identity(town) != identity(epci)
    assert identity(town) == identity(replace(town, name="Exemple-le-Haut"))


def test_what_a_user_typed_adds_no_line_to_the_file() -> None:
    data = made()
    found = events(data)["action-a-nous"]
    assert str(found["summary"]) == OWN.title
    assert b"\r\nDTSTART:19990101" not in data


def test_nobody_is_invited_and_no_address_is_named() -> None:
    data = made()
    for word in (b"ATTENDEE", b"ORGANIZER", b"http", b"mailto"):
        assert word not in data


def test_all_that_is_to_be_asked_is_one_event() -> None:
    roadmap, schedule = PLACED.roadmap, PLACED.schedule
    asked = [
        PlannedAction(f"renseigner-{n}", "enquiry", f"Se renseigner\u00a0: {n} ?", Span(0, 0),
                      Span(0, 0))
        for n in ("a", "b")
    ]  # fmt: skip
    first = replace(roadmap.horizons[0], actions=(*asked, *roadmap.horizons[0].actions))
    roadmap = replace(roadmap, horizons=(first, *roadmap.horizons[1:]))
    january = date(2027, 1, 1)
    slots = {one.id: Slot(one.id, 0, january, january) for one in asked}
    timing = replace(schedule, slots={**slots, **schedule.slots})
    found = events(plan_calendar(PLACED.snapshot, roadmap, timing, PLACED.knowledge, AT))
    assert [name for name in found if "renseigner" in name] == ["renseigner"]
    assert str(found["renseigner"]["description"]).endswith("– a ?\n– b ?")
    assert found["renseigner"]["dtstart"].dt == date(2027, 1, 29)


def test_a_plan_of_nothing_is_a_calendar_without_events() -> None:
    assert events(made(Placed({}))) == {}
