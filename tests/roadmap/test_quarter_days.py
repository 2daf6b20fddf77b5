# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The days of each quarter, and its names (contract R8)."""

from datetime import date

import pytest

from autodiag.model.calendar import AidWindow, Calendar, Closure
from autodiag.model.roadmap import ActionCatalogue
from autodiag.roadmap.calendar import Quarter, quarters_of
from autodiag.roadmap.quarter_words import (
    closures_said,
    months_said,
    quarter_months,
    quarter_name,
    span_said,
    window_said,
    windows_in,
)
from tests.roadmap.test_schedule import Placed

START = date(2026, 12, 1)


def catalogue(placed: Placed) -> ActionCatalogue:
    return ActionCatalogue({one.id: one for actions in placed for one in actions}, (), "")


def test_a_quarter_is_said_with_its_real_dates() -> None:
    assert quarter_name(Quarter(2027, 1)) == "1er\u00a0trimestre 2027"
    assert quarter_name(Quarter(2027, 3)) == "3e\u00a0trimestre 2027"
    said = [months_said(quarter_months(quarter, START)) for quarter in quarters_of(START)]
    assert said[:2] == ["décembre", "janvier à mars"]
    assert said[-1] == "octobre à novembre"
    assert sum(len(quarter_months(quarter, START)) for quarter in quarters_of(START)) == 36


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2027, 3, 1), date(2027, 3, 1), "en mars 2027"),
        (date(2027, 4, 1), date(2027, 6, 1), "d’avril à juin 2027"),
        (date(2026, 12, 1), date(2027, 1, 1), "de décembre 2026 à janvier 2027"),
        (date(2027, 8, 1), date(2027, 10, 1), "d’août à octobre 2027"),
    ],
)
def test_a_span_of_months_is_said_in_french(first: date, last: date, said: str) -> None:
    assert span_said(first, last) == said


def test_the_head_of_a_quarter_says_what_is_closed_and_what_is_asked_for() -> None:
    summer = Closure("ferme-1", "Été", "2026-07", "2026-08", yearly=True)
    vote = Closure("ferme-2", "Vote du budget", "2027-03", "2027-03")
    aid = AidWindow("fenetre-1", "Dotation", "2027-01-04", "2027-04-01")
    calendar = Calendar("", (summer, vote), (aid,))
    months = {q: quarter_months(q, START) for q in quarters_of(START)}
    assert closures_said(calendar, months[Quarter(2028, 3)]) == (
        "Fermé en juillet et août\u00a0: Été",
    )
    assert closures_said(calendar, months[Quarter(2027, 1)]) == (
        "Fermé en mars\u00a0: Vote du budget",
    )
    asked = [quarter for quarter, own in months.items() if windows_in(calendar, own)]
    assert asked == [Quarter(2027, 1), Quarter(2027, 2)]
    assert (
        window_said(aid)
        == "Dotation\u00a0: à demander du 4\u00a0janvier 2027 au 1er\u00a0avril 2027"
    )
    assert "à demander" in window_said(aid, date(2027, 4, 1))
    assert "demande terminée" in window_said(aid, date(2027, 4, 2))
