# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A figure on the screen: sharp, redrawn only when seen, heard as a picture, loaded late."""

import gc
import subprocess
import sys
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from autodiag.charts.sheet import Sheet
from tests.sources import ROOT
from ui.theme import Theme
from ui.widgets.chart import DEBOUNCE, Chart

RESOURCES = ROOT / "resources"


class Drawn:
    """A builder that counts, and covers the whole sheet with the palette’s own ink."""

    def __init__(self) -> None:
        self.sizes: list[tuple[float, float]] = []

    def __call__(self, look: Any, width: float, height: float) -> Any:
        self.sizes.append((width, height))
        sheet = Sheet(look, width, height)
        sheet.box((0, 0, width, height), facecolor=look.ink)
        return sheet.figure


@pytest.fixture
def theme() -> Theme:
    return Theme(RESOURCES)


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> Chart:
    made = Chart(theme, RESOURCES)
    qtbot.addWidget(made)
    made.resize(320, 200)
    return made


def color(chart: Chart) -> QColor:
    picture: QImage = chart.grab().toImage()
    return picture.pixelColor(picture.width() // 2, picture.height() // 2)


def test_a_figure_fills_its_widget_in_the_colours_of_the_theme(
    qtbot: QtBot, chart: Chart, theme: Theme
) -> None:
    chart.show_figure(Drawn())
    chart.show()
    qtbot.waitUntil(lambda: color(chart) == theme.color("ink"))
    picture = chart.grab().toImage()
    for x, y in ((2, 2), (317, 197)):
        assert picture.pixelColor(x, y) == theme.color("ink")
    theme.set_palette("dark")
    qtbot.waitUntil(lambda: color(chart) == theme.color("ink"))


def test_what_nobody_sees_is_not_drawn(qtbot: QtBot, theme: Theme) -> None:
    drawn, area = Drawn(), QScrollArea()
    qtbot.addWidget(area)
    inside = QWidget(area)
    chart = Chart(theme, RESOURCES, inside)
    chart.show_figure(drawn)
    qtbot.wait(DEBOUNCE + 50)
    assert not drawn.sizes
    layout = QVBoxLayout(inside)
    layout.addSpacing(2_000)
    layout.addWidget(chart)
    area.setWidget(inside)
    area.resize(400, 300)
    area.show()
    qtbot.wait(DEBOUNCE + 50)
    assert not drawn.sizes, "it is far below what the window shows"
    area.ensureWidgetVisible(chart)
    qtbot.waitUntil(lambda: len(drawn.sizes) == 1)


def test_a_burst_of_changes_is_drawn_once(qtbot: QtBot, chart: Chart) -> None:
    drawn = Drawn()
    chart.show_figure(drawn)
    chart.show()
    qtbot.waitUntil(lambda: len(drawn.sizes) == 1)
    for width in range(330, 400, 10):
        chart.resize(width, 200)
        QApplication.processEvents()
    assert len(drawn.sizes) == 1
    qtbot.waitUntil(lambda: len(drawn.sizes) == 2)
    assert drawn.sizes[1][0] == pytest.approx(390 / chart.zoom)


def test_the_same_data_is_not_drawn_again(qtbot: QtBot, chart: Chart) -> None:
    drawn = Drawn()
    chart.show()
    for data in ((1, 2), (1, 2), (1, 3)):
        chart.show_figure(drawn, data=data)
        chart.draw_now()
    assert len(drawn.sizes) == 2


def test_text_grows_with_the_size_of_text(chart: Chart, theme: Theme) -> None:
    drawn = Drawn()
    chart.show_figure(drawn, height=40)
    chart.draw_now()
    low = chart.sizeHint().height()
    theme.set_scale(2.0)
    chart.draw_now()
    (first, _), (second, _) = drawn.sizes
    assert first == pytest.approx(2 * second), "twice the text in the same room"
    assert chart.sizeHint().height() == pytest.approx(2 * low, abs=1)


def test_a_builder_that_fails_is_asked_once(qtbot: QtBot, chart: Chart) -> None:
    def broken(*_: object) -> Any:
        raise ValueError("figure")

    chart.show_figure(broken)
    with qtbot.captureExceptions() as caught:
        chart.show()
        qtbot.waitUntil(lambda: bool(caught))
        for _ in range(5):
            chart.repaint()
            qtbot.wait(5)
    assert len(caught) == 1


def test_it_is_heard_as_a_picture_with_its_conclusion(chart: Chart) -> None:
    chart.describe("Carte des profils : En route", "Pilotage : 2,1 sur 4.")
    seen = QAccessible.queryAccessibleInterface(chart)
    assert seen.role() == QAccessible.Role.Graphic
    assert seen.text(QAccessible.Text.Name) == "Carte des profils : En route"
    assert seen.text(QAccessible.Text.Description) == "Pilotage : 2,1 sur 4."


def test_the_wheel_goes_to_what_scrolls(qtbot: QtBot, chart: Chart) -> None:
    chart.show_figure(Drawn())
    chart.show()
    wheel = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(chart, wheel)
    assert not wheel.isAccepted()


def test_charts_come_and_go_with_their_accessible_side(qtbot: QtBot, theme: Theme) -> None:
    for _ in range(60):
        parent = QWidget()
        chart = Chart(theme, RESOURCES, parent)
        chart.describe("Carte")
        assert QAccessible.queryAccessibleInterface(chart).role() == QAccessible.Role.Graphic
        parent.deleteLater()
        QApplication.sendPostedEvents(None, 52)  # deferred deletions
        assert not isValid(chart)
        del chart, parent
    gc.collect()


def test_importing_it_loads_nothing_heavy() -> None:
    code = "import sys, ui.widgets.chart; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0
