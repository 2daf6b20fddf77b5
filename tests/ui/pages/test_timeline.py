# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The timeline, on a real dossier and a real plan (contract R6)."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from autodiag.roadmap.calendar import shifted
from tests.ui.pages.planned import DONE, OpenCopy, settle, show_view
from tests.ui.pages.walks import nameless
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.timeline import HINT, TimelineView
from ui.pages.timeline_places import Places
from ui.pages.timeline_rows import TimelineFace
from ui.widgets.callout import told_in

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def bridge(open_copy: OpenCopy, dated_file: Path) -> Bridge:
    return open_copy(dated_file)


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, bridge: Bridge) -> TimelineView:
    view = show_view(qtbot, TimelineView, desk, bridge)
    settle(qtbot, view)
    QApplication.processEvents()
    return view


def shown(view: TimelineView) -> TimelineFace:
    assert view.chart._face is not None
    return view.chart._face


def places(view: TimelineView) -> Places:
    assert view.chart.places is not None
    return view.chart.places


def test_each_bar_goes_from_its_first_month_to_its_last(view: TimelineView) -> None:
    made = view._schedule
    assert made is not None
    found = {bar.key: bar for bar in shown(view).bars}
    for key, slot in made.slots.items():
        if key in found:
            assert (found[key].first, found[key].last) == (slot.first, slot.last)
            place = places(view).span(slot.first, slot.last, view.chart.rect())
            assert place.left() == pytest.approx(places(view).x(slot.first), abs=1)
            assert place.right() <= places(view).right + 1
    assert len(found) > 5


def test_closed_months_aid_and_what_is_done_are_shown_and_said(view: TimelineView) -> None:
    face = shown(view)
    assert [lane.title for lane in face.lanes] == ["Été", "Vote du budget", "Dotation"]
    assert "de juillet à août 2028" in face.lanes[0].said
    assert face.lanes[2].said == "À demander du 1er\u00a0février 2027 au 28\u00a0février 2027"
    assert len(face.closed) == 4
    done = face.bars[-1]
    assert (done.state, done.when) == ("faite", "En janvier 2027")
    assert face.today is not None
    assert face.start <= face.today


def test_a_closed_month_is_hatched_and_not_only_coloured(view: TimelineView) -> None:
    picture = view.chart.grab().toImage()
    first, last = shown(view).closed[0]
    left, right = (round(places(view).x(day)) for day in (first, shifted(last, 1)))
    y = places(view).height - 9  # below the rows
    inks = {picture.pixelColor(x, y).name() for x in range(left + 2, right - 2)}
    surface = view.desk.theme.color("surface").name()
    assert len(inks) > 1
    assert surface not in inks


def test_up_and_down_go_through_the_bars_and_each_says_itself(view: TimelineView) -> None:
    chart, bars = view.chart, shown(view).bars
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.key == bars[1].key
    callout = told_in(chart)
    assert callout is not None
    assert callout.text == bars[1].said
    assert bars[1].title in callout.text
    assert str(bars[1].last.year if bars[1].last else "?") in callout.text
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.key == bars[-1].key
    assert chart.visibleRegion().boundingRect().contains(chart.focus_rect().center())


def test_the_axis_stays_in_sight_above_the_bars(view: TimelineView) -> None:
    chart = view.chart
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chart, Qt.Key.Key_End)
    top = chart.visibleRegion().boundingRect().top()
    assert chart._top() == top
    assert chart.focus_rect().top() >= top + places(view).axis


def test_enter_and_a_click_open_the_detail(view: TimelineView, qtbot: QtBot) -> None:
    chart = view.chart
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.went_to) as went:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert went.args == ["feuille", shown(view).bars[1].key]
    at = places(view).bar_rows[2].rect.center()
    with qtbot.waitSignal(view.went_to) as went:
        QTest.mouseClick(
            chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(40, at.y())
        )
    assert went.args == ["feuille", shown(view).bars[2].key]


def test_R6_alt_right_ends_an_action_a_month_later_and_skips_closed_ones(
    view: TimelineView, qtbot: QtBot
) -> None:
    bar = next(bar for bar in shown(view).bars if bar.movable and bar.last)
    assert bar.last is not None
    view.chart.focus_on(bar.key)
    view.chart.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.chart, Qt.Key.Key_Right, ALT)
    wanted = shifted(bar.last, 1)
    while wanted.month in (7, 8) or (wanted.year, wanted.month) == (2027, 3):
        wanted = shifted(wanted, 1)
    decision = view.bridge.snapshot.decisions[bar.key]
    assert (decision.state, decision.day) == ("retenue", f"{wanted:%Y-%m}")
    settle(qtbot, view)
    moved = next(one for one in shown(view).bars if one.key == bar.key)
    assert (moved.last, moved.state, moved.chosen) == (wanted, "retenue", True)
    assert view.chart.key == bar.key
    assert "à finir en" in view.said.text
    view.bridge.undo()
    qtbot.waitUntil(lambda: view.said.text == HINT)  # what was said is no longer so
    assert bar.key not in view.bridge.snapshot.decisions


def test_R6_a_bar_that_is_pulled_ends_in_the_month_that_is_said_unless_it_is_given_up(
    view: TimelineView, qtbot: QtBot
) -> None:
    chart, left = view.chart, Qt.MouseButton.LeftButton
    row = next(row for row in places(view).bar_rows if row.bar and row.bar.movable)
    assert row.bar is not None
    assert row.bar.first is not None
    assert row.bar.last is not None
    key, opened = row.bar.key, list[object]()
    view.went_to.connect(opened.append)
    held = places(view).span(row.bar.first, row.bar.last, row.strip).toRect().center()
    over = held + QPoint(round(4 * places(view).month), 60)  # released over another row
    for given_up in (True, False):
        QTest.mousePress(chart, left, pos=held)
        QTest.mouseMove(chart, over)
        callout = told_in(chart)
        assert callout is not None
        said = callout.text
        assert said.startswith("À finir en ")
        if given_up:
            QTest.keyClick(chart, Qt.Key.Key_Escape)
        QTest.mouseRelease(chart, left, pos=over)
        assert (key in view.bridge.snapshot.decisions) is not given_up
    assert said.removeprefix("À").rstrip(".") in view.said.text
    assert not opened
    view.bridge.undo()
    qtbot.waitUntil(lambda: view.said.text == HINT)
    assert key not in view.bridge.snapshot.decisions


def test_what_is_done_no_longer_moves_and_says_so(view: TimelineView) -> None:
    QTest.keyClick(view.chart, Qt.Key.Key_End)
    QTest.keyClick(view.chart, Qt.Key.Key_Left, ALT)
    assert "ne se déplace plus" in view.said.text


def test_the_same_is_read_in_words(view: TimelineView) -> None:
    assert nameless(view) == []
    view.in_words.click()
    assert nameless(view) == []
    assert view.table.isVisible()
    assert not view.chart.isVisible()
    first = [view.table.item(row, 0) for row in range(view.table.rowCount())]
    read = [item.text() for item in first if item is not None]
    assert read == ["Été", "Vote du budget", "Dotation", *(bar.title for bar in shown(view).bars)]
    view.in_words.click()
    assert view.chart.isVisible()


def test_by_date_the_bars_follow_each_other(view: TimelineView) -> None:
    view.order.chosen.emit("date")
    begun = [bar.first for bar in shown(view).groups[0].bars]
    assert begun == sorted(day for day in begun if day is not None)
    assert len(shown(view).groups) == 2


def test_narrow_the_titles_are_above_their_bars(view: TimelineView) -> None:
    view.resize(700, 580)
    QApplication.processEvents()
    row = places(view).bar_rows[0]
    assert row.words.bottom() < row.strip.top() + 1
    assert row.strip.width() > 600


def test_without_any_action_there_is_a_sentence_and_no_empty_frame(view: TimelineView) -> None:
    view.bridge.forget_decision(DONE)
    reading = view._reading
    assert reading is not None
    horizons = tuple(replace(one, actions=()) for one in reading.roadmap.horizons)
    view.show_plan(replace(reading, roadmap=replace(reading.roadmap, horizons=horizons)))
    assert view._nothing.isVisible()
    unused = (view.chart, view.legend, view.order, view.in_words, view.said, view.table)
    assert not any(part.isVisible() for part in unused)
    view.show_plan(reading)
    assert not view._nothing.isVisible()
    assert view.chart.isVisible()
    assert view.said.isVisible()
