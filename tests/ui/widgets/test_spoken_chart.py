# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A mark says itself under the mouse and at the keyboard, in a frame that is in nobody's way."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from autodiag.charts.sheet import Sheet
from autodiag.charts.spots import Spot, box_spot, disc_spot
from tests.sources import ROOT
from ui.theme import Theme
from ui.widgets.action_face import MeterFace
from ui.widgets.callout import Callout, callout_of, told_in
from ui.widgets.capacity_meter import CapacityBar, CapacityMeter
from ui.widgets.row_button import RowButton
from ui.widgets.spoken_chart import SpokenChart
from ui.widgets.teller import Teller

RESOURCES = ROOT / "resources"
TAB = Qt.FocusReason.TabFocusReason


def build(look: Any, width: float, height: float) -> Any:
    return Sheet(look, width, height).figure


def spots(_width: float, _height: float) -> tuple[Spot, ...]:
    return disc_spot((40, 40), 5, "le disque"), box_spot((20, 20, 120, 60), "le cadre")


@pytest.fixture
def theme() -> Theme:
    return Theme(RESOURCES)


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> Iterator[SpokenChart]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 500)
    made = SpokenChart(theme, RESOURCES, window)
    made.setGeometry(100, 100, 400, 300)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.show_figure(build)
    made.show_spots(spots)
    with qtbot.waitExposed(window):
        window.show()
    made.draw_now()
    made.clearFocus()
    yield made
    window.close()  # lives as long as its chart


def hover(chart: SpokenChart, at: QPoint) -> None:
    none = Qt.MouseButton.NoButton
    point, whole = QPointF(at), QPointF(chart.mapToGlobal(at))
    move = QMouseEvent(
        QMouseEvent.Type.MouseMove, point, whole, none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(chart, move)


def said(widget: QWidget) -> str:
    found = told_in(widget)
    return found.text if found else ""


def test_the_mark_under_the_mouse_says_itself(chart: SpokenChart) -> None:
    hover(chart, chart.spot_rect(0).center())
    assert said(chart) == "le disque"
    hover(chart, chart.spot_rect(1).center())
    assert said(chart) == "le cadre"
    hover(chart, QPoint(390, 10))
    assert said(chart) == ""


def test_arrows_go_from_mark_to_mark_and_stop_at_the_ends(
    chart: SpokenChart, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr("ui.widgets.spoken_chart.announce", lambda _, text: heard.append(text))
    chart.setFocus(TAB)
    assert said(chart) == "le disque"
    for key, text in (
        (Qt.Key.Key_Right, "le cadre"),
        (Qt.Key.Key_Right, "le cadre"),
        (Qt.Key.Key_Home, "le disque"),
        (Qt.Key.Key_End, "le cadre"),
        (Qt.Key.Key_Left, "le disque"),
    ):
        QTest.keyClick(chart, key)
        assert said(chart) == text
    assert heard[:2] == ["le disque", "le cadre"]


def test_the_ring_is_around_the_mark_and_follows_it(qtbot: QtBot, chart: SpokenChart) -> None:
    chart.setFocus(TAB)
    assert chart.focus_rect() == chart.spot_rect(0)
    with qtbot.waitSignal(chart.focus_moved):
        QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.focus_rect() == chart.spot_rect(1)
    assert chart.rect().contains(chart.focus_rect())


def test_entree_asks_why_and_escape_only_closes_the_frame(qtbot: QtBot, chart: SpokenChart) -> None:
    chart.setFocus(TAB)
    with qtbot.waitSignal(chart.chosen):
        QTest.keyClick(chart, Qt.Key.Key_Return)
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert said(chart) == ""
    assert chart.hasFocus()


def test_escape_closes_what_the_mouse_asked_for_wherever_the_focus_is(
    qtbot: QtBot, chart: SpokenChart
) -> None:
    """And only while something is said: the key is then free again."""
    elsewhere = KeysKept(chart.window())
    elsewhere.setGeometry(0, 0, 50, 20)
    elsewhere.show()
    elsewhere.setFocus(TAB)
    chart.window().activateWindow()
    qtbot.waitUntil(elsewhere.hasFocus)
    hover(chart, chart.spot_rect(0).center())
    assert said(chart) == "le disque"
    QTest.keyClick(elsewhere, Qt.Key.Key_Escape)
    assert said(chart) == ""
    assert elsewhere.escapes == 0
    QTest.keyClick(elsewhere, Qt.Key.Key_Escape)
    assert elsewhere.escapes == 1


class KeysKept(QWidget):
    """Counts the Échap that come to it."""

    escapes = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.escapes += event.key() == Qt.Key.Key_Escape


def test_the_frame_takes_nothing_and_covers_nothing_of_its_mark(chart: SpokenChart) -> None:
    chart.setFocus(TAB)
    frame = told_in(chart)
    assert isinstance(frame, Callout)
    assert frame.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert frame.focusPolicy() == Qt.FocusPolicy.NoFocus
    mark = chart.spot_rect(0)
    mark = QRect(chart.mapTo(chart.window(), mark.topLeft()), mark.size())
    assert not frame.geometry().intersects(mark)
    assert chart.window().rect().contains(frame.geometry())
    chart.clearFocus()
    assert said(chart) == ""


def test_the_frame_follows_what_scrolls_and_goes_with_it(qtbot: QtBot, theme: Theme) -> None:
    area, inside = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(inside)
    row = RowButton(theme, "rangée")
    row.setFixedSize(200, 50)
    column.addWidget(row)
    column.addSpacing(2_000)
    area.setWidget(inside)
    area.resize(500, 400)
    with qtbot.waitExposed(area):
        area.show()
    callout_of(row, theme).tell(row, "le texte", row.rect())
    found = told_in(row)
    assert found is not None
    top = found.y()
    area.verticalScrollBar().setValue(5)
    assert found.y() == top - 5
    area.verticalScrollBar().setValue(500)
    assert found.text == ""


def test_a_row_says_itself_when_the_keyboard_comes_not_when_it_is_clicked(
    qtbot: QtBot, theme: Theme
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 300)
    row = RowButton(theme, "rangée")
    row.setParent(window)
    row.setGeometry(380, 100, 200, 50)
    Teller(row, theme, lambda: "ce que dit la barre")
    with qtbot.waitExposed(window):
        window.show()
    row.setFocus(Qt.FocusReason.MouseFocusReason)
    QApplication.processEvents()
    assert said(row) == ""
    row.clearFocus()
    row.setFocus(TAB)
    qtbot.waitUntil(lambda: said(row) == "ce que dit la barre")
    frame = told_in(row)
    assert frame is not None
    assert frame.geometry().right() < row.x(), "beside the list, not over its other rows"
    QTest.keyClick(row, Qt.Key.Key_Escape)
    assert said(row) == ""


def test_a_bar_of_days_says_what_it_shows_and_how_to_read_it(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 300)
    meter = CapacityMeter(theme)
    meter.setParent(window)
    meter.setGeometry(380, 100, 300, 120)
    meter.show_face(
        MeterFace(3, 5, 6, "3 à 5 jours, pour 6", "à l’aise", "ok", "", "ink2"), "0 – 6 mois"
    )
    with qtbot.waitExposed(window):
        window.show()
    (bar,) = meter.findChildren(CapacityBar)
    QApplication.sendEvent(bar, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    qtbot.waitUntil(lambda: said(bar).startswith("3 à 5 jours, pour 6. Plein\u00a0:"))
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert said(bar) == ""
