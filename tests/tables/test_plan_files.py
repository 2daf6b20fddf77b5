# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The spreadsheet and the calendar that go with the documents: what was decided since the plan
was made."""

import io
from datetime import UTC, datetime

import openpyxl
from icalendar import Calendar

from autodiag.carried_out import plan_files
from autodiag.model.roadmap import Decision
from autodiag.paper import Material
from tests.report.sample import RESOURCES, TODAY, library
from tests.support.builders import action, rated
from tests.support.plans import ASKED, Placed

AT = datetime(2026, 11, 21, 9, 42, tzinfo=UTC)
NAMES = ("lien", "tri", "stage")
ACTIONS = {name: (action(name, cost=(100, 200), delay=1), 0) for name in NAMES}


def files(*decisions: Decision, current: bool) -> tuple[str, str]:
    """All that the spreadsheet and the calendar say."""
    placed = Placed(ACTIONS, decisions=decisions)
    result = rated(ASKED, {})
    known = Material(placed.snapshot, result, placed.knowledge, library(), RESOURCES, TODAY, "5.0")
    made = plan_files(known, placed.roadmap, AT, current=current)
    book = openpyxl.load_workbook(io.BytesIO(made["budget"]))
    cells = (str(c.value) for sheet in book.worksheets for row in sheet for c in row if c.value)
    dates = Calendar.from_ical(made["calendrier"])
    said = [str(dates.get("x-wr-caldesc", "")), *(str(e["summary"]) for e in dates.walk("VEVENT"))]
    return "\n".join(cells), "\n".join(said)


def test_what_was_refused_or_done_since_is_neither_budgeted_nor_in_the_calendar() -> None:
    titles = [ACTIONS[name][0].title for name in NAMES]
    for text in files(current=True):
        assert all(title in text for title in titles), "the test must be able to fail"
        assert "ont changé" not in text
    for text in files(Decision("lien", "refusee"), Decision("tri", "faite"), current=False):
        assert [title in text for title in titles] == [False, False, True]
        assert "Attention\u00a0: des réponses, des décisions ou des contenus ont changé" in text


def test_where_nothing_is_left_to_do_there_is_no_file() -> None:
    done = [Decision(name, "faite") for name in NAMES]
    placed = Placed(ACTIONS, decisions=done)
    known = Material(
        placed.snapshot, rated(ASKED, {}), placed.knowledge, library(), RESOURCES, TODAY, "5.0"
    )
    assert plan_files(known, placed.roadmap, AT) == {}
