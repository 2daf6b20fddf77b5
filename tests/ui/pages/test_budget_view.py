# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The view « Budget » on a real dossier and its plan; the files that it has written."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from autodiag.model.calendar import Aid
from autodiag.roadmap.budget import Budget, budget
from autodiag.roadmap.schedule import schedule
from tests.support.desks import ChosenFiles, open_bridge, write_dossier
from tests.ui.pages.planned import OpenCopy, at_rest, settle, show_view
from ui.bridge import Bridge
from ui.desk import Desk
from ui.notices import Notice
from ui.pages.budget_faces import LEFT_ALL, LEFT_GRANTED
from ui.pages.budget_view import BudgetView


@pytest.fixture
def bridge(open_copy: OpenCopy, dated_file: Path) -> Bridge:
    return open_copy(dated_file)


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, bridge: Bridge) -> BudgetView:
    view = shown(qtbot, desk, bridge)
    settle(qtbot, view)
    return view


def shown(qtbot: QtBot, desk: Desk, bridge: Bridge, width: int = 1366) -> BudgetView:
    view = show_view(qtbot, BudgetView, desk, bridge, width)
    at_rest(qtbot, view)
    return view


def expected(view: BudgetView) -> Budget:
    snapshot, roadmap = view.bridge.snapshot, view.planner.roadmap
    assert roadmap is not None
    timing = schedule(snapshot, roadmap, view.bridge.knowledge.actions)
    return budget(snapshot, roadmap, timing, view.bridge.knowledge)


def column(view: BudgetView, table: int, at: int) -> list[str]:
    shown = view.tables[table].table
    items = [shown.item(row, at) for row in range(shown.rowCount())]
    return [item.text() for item in items if item is not None]


def head(view: BudgetView, table: int) -> list[str]:
    shown = view.tables[table].table
    items = [shown.horizontalHeaderItem(at) for at in range(shown.columnCount())]
    return [item.text().replace("\n", " ") for item in items if item is not None]


def test_the_whole_comes_first_by_year_then_the_actions_of_each_section(view: BudgetView) -> None:
    found = expected(view)
    assert head(view, 0)[1:] == [*(str(year) for year in found.years), "Sur trois ans"]
    assert column(view, 0, 0)[-1] == "Total avant aide"
    sections = [rows for rows in (found.of(s) for s in ("investissement", "fonctionnement",
                                                        "a_preciser")) if rows]  # fmt: skip
    for table, rows in enumerate(sections, start=1):
        assert column(view, table, 0) == [*(row.title for row in rows), "Total"]
        assert "Aide notée" not in head(view, table)
    assert "Aucune aide n’est notée" in view.summary.text()
    assert "Le comptable public confirme" in view.estimates.text()


def test_an_aid_typed_elsewhere_is_shown_and_what_is_left_follows(view: BudgetView) -> None:
    first, second = [row for row in expected(view).rows if row.total.high > 100][:2]
    view.bridge.set_aid(first.action, Aid(first.action, 60, "Le département", "obtenue"))
    view.bridge.set_aid(second.action, Aid(second.action, 40))
    assert [one for one in column(view, 0, 0) if one.startswith("Reste")] == [
        LEFT_ALL,
        LEFT_GRANTED,
    ]
    assert head(view, 1)[-2:] == ["Aide notée", "Reste à votre charge"]
    assert "60\u00a0€, obtenue (Le département)" in column(view, 1, len(head(view, 1)) - 2)
    assert "100\u00a0€" in view.summary.text()


def test_where_it_is_narrow_the_years_are_one_below_another(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    view = shown(qtbot, desk, bridge, 700)
    found = expected(view)
    assert column(view, 0, 0) == [*(str(year) for year in found.years), "Sur trois ans"]
    assert head(view, 1) == ["Action", "Sur trois ans"]
    view.resize(1366, 636)
    assert column(view, 0, 0)[-1] == "Total avant aide"


def test_return_on_an_action_opens_its_detail(view: BudgetView, qtbot: QtBot) -> None:
    table = view.tables[1].table
    table.setFocus()
    table.setCurrentCell(0, 0)
    with qtbot.waitSignal(view.went_to, timeout=1_000) as went:
        QTest.keyClick(table, Qt.Key.Key_Return)
    first = next(row for row in expected(view).rows if row.title == column(view, 1, 0)[0])
    assert went.args == ["feuille", first.action]


def test_tables_are_named_and_read_as_tables(view: BudgetView) -> None:
    for one in view.tables:
        heard = QAccessible.queryAccessibleInterface(one.table)
        assert heard.role() == QAccessible.Role.Table
        assert heard.text(QAccessible.Text.Name)
    order = [view.save_table, view.save_dates, *(one.table for one in view.tables)]
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in order)


def posted(desk: Desk) -> list[Notice]:
    said: list[Notice] = []
    desk.notices.posted.connect(said.append)
    return said


def chosen(desk: Desk, path: Path) -> ChosenFiles:
    assert isinstance(desk.dialogs, ChosenFiles)
    desk.dialogs.chosen = path
    return desk.dialogs


def test_the_table_is_written_where_one_says_and_opens_again(
    view: BudgetView, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    said, target = posted(desk), tmp_path / "budget.xlsx"
    asked = chosen(desk, target).asked
    view.save_table.click()
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert asked == ["save_table"]
    assert (said[0].kind, "budget.xlsx" in said[0].fact) == ("success", True)
    book = openpyxl.load_workbook(target)
    assert book.sheetnames[:2] == ["Budget", "À lire"]
    assert book.properties.creator == "Montbrelle"


def test_the_dates_are_written_and_read_by_a_calendar(
    view: BudgetView, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    said, target = posted(desk), tmp_path / "dates.ics"
    chosen(desk, target)
    view.save_dates.click()
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert "met à jour" in said[0].what_to_do
    titles = {str(e["summary"]) for e in Calendar.from_ical(target.read_bytes()).walk("VEVENT")}
    assert {row.title for row in expected(view).rows if not row.in_place} <= titles


def test_files_made_from_an_older_plan_say_so_as_the_printed_papers_do(
    view: BudgetView, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    said = posted(desk)
    assert view._reading is not None
    view._reading = replace(view._reading, current=False)  # another plan is being made
    for ask, name in ((view.save_table, "budget.xlsx"), (view.save_dates, "dates.ics")):
        chosen(desk, tmp_path / name)
        said.clear()
        ask.click()
        qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    sheet = openpyxl.load_workbook(tmp_path / "budget.xlsx")["À lire"]
    told = "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert "des décisions ou des contenus ont changé" in told
    dates = Calendar.from_ical((tmp_path / "dates.ics").read_bytes())
    assert "ont changé" in str(dates["x-wr-caldesc"])


def test_what_cannot_be_written_is_said_and_can_be_saved_elsewhere(
    view: BudgetView, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    said = posted(desk)
    chosen(desk, tmp_path / "absent" / "budget.xlsx")
    view.save_table.click()
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert said[0].kind == "error"
    chosen(desk, tmp_path / "budget.xlsx")
    said[0].actions[0][1]()
    qtbot.waitUntil(lambda: len(said) == 2, timeout=10_000)
    assert (tmp_path / "budget.xlsx").exists()


def test_nothing_chosen_writes_nothing(view: BudgetView, desk: Desk) -> None:
    said = posted(desk)
    view.save_table.click()
    view.save_dates.click()
    assert not desk.work.busy
    assert not said


def test_without_an_answer_it_leads_to_the_questions(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    empty = open_bridge(desk, write_dossier(tmp_path / "vide.autodiag"))
    view = shown(qtbot, desk, empty)
    assert view.nothing.isVisible()
    assert not view.save_table.isVisible()
    assert view.nothing.button is not None
    with qtbot.waitSignal(view.went_to, timeout=1_000) as went:
        view.nothing.button.click()
    assert went.args == ["questions", None]
    empty.close()
