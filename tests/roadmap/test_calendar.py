# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The months of a roadmap: closures of one year and of each, quarters, what is worked in."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autodiag.model.calendar import Calendar, Closure
from autodiag.model.dossier import Snapshot
from autodiag.roadmap.calendar import (
    LONGEST,
    MONTHS,
    Quarter,
    closed_by,
    first_month,
    horizon_of,
    is_closed,
    is_past,
    months_between,
    months_of,
    months_to_work,
    open_months,
    quarter_of,
    quarters_of,
    shifted,
)
from tests.support.builders import VILLAGE, assess, question, questionnaire

SUMMER = Closure("ete", "Congés d’été", "2027-07", "2027-08", yearly=True)
WINTER = Closure("hiver", "Fin d’année", "2027-12", "2028-01", yearly=True)
VOTE = Closure("elections", "Élections", "2027-04", "2027-05")
ALWAYS = Closure("tout", "Toute l’année", "2027-01", "2027-12", yearly=True)

months = st.dates(date(2024, 1, 1), date(2034, 12, 31)).map(lambda day: day.replace(day=1))
closures = st.builds(
    lambda month, length, yearly: Closure(
        "x", "", f"{month:%Y-%m}", f"{shifted(month, length):%Y-%m}", yearly
    ),
    months,
    st.integers(0, 10),
    st.booleans(),
)
calendars = st.lists(closures, max_size=3).map(lambda found: Calendar("", tuple(found)))


def month(text: str) -> date:
    return date.fromisoformat(f"{text}-01")


def dossier(start: str = "", day: date = date(2026, 11, 22)) -> Snapshot:
    assessment = replace(assess({}), day=day)
    asked = questionnaire(question("strategie-1"))
    return Snapshot(VILLAGE, {}, asked, assessment, {}, {}, calendar=Calendar(start))


# --- closures


@pytest.mark.parametrize(
    ("closure", "closed", "opened"),
    [
        (VOTE, ("2027-04", "2027-05"), ("2027-03", "2027-06", "2028-04", "2026-05")),
        (SUMMER, ("2027-07", "2027-08", "2031-07", "2026-08"), ("2027-06", "2027-09")),
        (WINTER, ("2026-12", "2027-01", "2027-12", "2030-01"), ("2027-11", "2028-02", "2028-06")),
        (ALWAYS, ("2026-01", "2029-06", "2030-12"), ()),
        (replace(VOTE, first="2027-12", last="2028-02"), ("2028-01",), ("2029-01", "2027-11")),
    ],
)
def test_a_closure_closes_its_months_that_year_or_every_year(
    closure: Closure, closed: tuple[str, ...], opened: tuple[str, ...]
) -> None:
    assert all(is_closed(closure, month(text)) for text in closed)
    assert not any(is_closed(closure, month(text)) for text in opened)


def test_a_month_is_told_by_all_that_closes_it() -> None:
    calendar = Calendar("", (SUMMER, VOTE, replace(VOTE, id="autre", first="2027-05")))
    assert [one.id for one in closed_by(calendar, month("2027-05"))] == ["elections", "autre"]
    assert closed_by(calendar, month("2027-06")) == ()


def test_R3_closed_months_are_not_counted_in_their_horizon() -> None:
    start = month("2026-12")
    assert open_months(Calendar(), start) == (6, 12, 18)
    # summers of 2027 and 2028 (6–18 months), 2028 and 2029; April and May of the first six
    assert open_months(Calendar("", (SUMMER,)), start) == (6, 10, 14)
    assert open_months(Calendar("", (SUMMER, VOTE, WINTER)), start) == (2, 8, 12)
    assert open_months(Calendar("", (ALWAYS,)), start) == (0, 0, 0)


@settings(max_examples=60)
@given(calendars, months)
def test_R3_open_months_are_between_none_and_all_of_a_horizon(
    calendar: Calendar, start: date
) -> None:
    found = open_months(calendar, start)
    for horizon, number in enumerate(found):
        opened = [m for m in months_of(start, horizon) if not closed_by(calendar, m)]
        assert number == len(opened) <= (6, 12, 18)[horizon]


# --- the first month


def test_it_begins_in_the_month_chosen_else_in_the_one_after_the_diagnosis() -> None:
    assert first_month(dossier("2027-09")) == date(2027, 9, 1)
    assert first_month(dossier()) == date(2026, 12, 1)
    assert first_month(dossier(day=date(2026, 12, 31))) == date(2027, 1, 1)


@pytest.mark.parametrize(
    "written", [dossier("9999-12"), dossier(day=date.max), dossier(day=date.min)]
)
def test_any_day_that_can_be_written_has_its_three_years(written: Snapshot) -> None:
    start = first_month(written)
    assert months_between(start, months_of(start, 2)[-1]) == MONTHS - 1
    assert months_to_work(Calendar("", (ALWAYS,)), start, 1) is None


@settings(max_examples=60)
@given(months, st.integers(-400, 400))
def test_shifting_months_is_undone_by_as_many_back(start: date, count: int) -> None:
    there = shifted(start, count)
    assert there.day == 1
    assert months_between(start, there) == count
    assert shifted(there, -count) == start


# --- horizons and quarters


@settings(max_examples=40)
@given(months)
def test_the_three_horizons_follow_one_another_over_thirty_six_months(start: date) -> None:
    whole = [m for horizon in range(3) for m in months_of(start, horizon)]
    assert whole == [shifted(start, rank) for rank in range(36)]
    assert [horizon_of(start, m) for m in whole] == [0] * 6 + [1] * 12 + [2] * 18
    assert horizon_of(start, shifted(start, -1)) is horizon_of(start, shifted(start, 36)) is None


@pytest.mark.parametrize(
    ("text", "quarter"),
    [("2027-01", (2027, 1)), ("2027-03", (2027, 1)), ("2027-04", (2027, 2)),
     ("2027-09", (2027, 3)), ("2027-12", (2027, 4))],
)  # fmt: skip
def test_a_month_is_of_its_civil_quarter(text: str, quarter: tuple[int, int]) -> None:
    found = quarter_of(month(text))
    assert (found.year, found.number) == quarter
    assert found.first <= month(text) <= found.last
    assert months_between(found.first, found.last) == 2


@pytest.mark.parametrize("first", range(1, 13))
def test_three_years_touch_twelve_quarters_or_thirteen(first: int) -> None:
    start = date(2027, first, 1)
    quarters = quarters_of(start)
    assert len(quarters) == (12 if first in (1, 4, 7, 10) else 13)
    assert list(quarters) == sorted(set(quarters))
    assert quarters[0] == quarter_of(start)
    assert quarters[-1] == quarter_of(shifted(start, 35))
    assert Quarter(2027, 4) < Quarter(2028, 1)


# --- months that it takes


@settings(max_examples=60)
@given(calendars, months, st.integers(-3, 40))
def test_R4_the_months_it_takes_end_with_the_last_one_needed(
    calendar: Calendar, start: date, needed: int
) -> None:
    taken = months_to_work(calendar, start, needed)
    if taken is None:
        assert all(closed_by(calendar, shifted(start, 200 + rank)) for rank in range(12))
        return
    opened = [not closed_by(calendar, shifted(start, rank)) for rank in range(taken)]
    assert sum(opened) == max(0, needed) <= taken
    assert not opened or opened[-1]


def test_R4_nobody_waits_for_months_that_never_come() -> None:
    start = month("2027-01")
    assert months_to_work(Calendar("", (ALWAYS,)), start, 1) is None
    assert months_to_work(Calendar("", (ALWAYS,)), start, 0) == 0
    assert months_to_work(Calendar("", (SUMMER,)), start, 7) == 9
    assert months_to_work(Calendar(), start, LONGEST) == LONGEST
    assert months_to_work(Calendar(), start, 20_000_000_000) is None


def test_three_years_are_past_once_their_last_month_is() -> None:
    assert not is_past(date(2026, 12, 1), date(2029, 11, 30))
    assert is_past(date(2026, 12, 1), date(2029, 12, 1))
