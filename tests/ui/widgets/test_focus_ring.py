# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The focus ring: where the keyboard is, always, and nowhere else."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.colours import MARK, contrast
from ui.desk import Desk
from ui.theme import PaletteName
from ui.widgets.focus_ring import REACH, FocusRing
from ui.widgets.scroll import scroll_area
from ui.widgets.stepper import Stepper


class Window(QWidget):
    """Two buttons, and a page of ten in a scroll area."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.first, self.second = QPushButton("un", self), QPushButton("deux", self)
        page = QWidget()
        inside = QVBoxLayout(page)
        self.many = [QPushButton(str(n)) for n in range(10)]
        for button in self.many:
            button.setMinimumHeight(60)
            inside.addWidget(button)
        self.area = scroll_area(page)
        layout = QVBoxLayout(self)
        for widget in (self.first, self.second, self.area):
            layout.addWidget(widget)
        self.resize(400, 400)
        self.ring = FocusRing(self, desk.theme)


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Window:
    window = Window(desk)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def around(window: Window, widget: QWidget) -> QRect:
    corner = widget.mapTo(window, widget.rect().topLeft())
    return QRect(corner, widget.size()).adjusted(-REACH, -REACH, REACH, REACH)


def test_the_ring_is_around_what_has_the_focus(window: Window) -> None:
    window.first.setFocus()
    assert window.ring.isVisible()
    assert window.ring.geometry() == around(window, window.first) & window.rect()
    window.second.setFocus()
    assert window.ring.target is window.second
    assert window.ring.geometry() == around(window, window.second) & window.rect()


def test_the_ring_follows_what_moves(window: Window, qtbot: QtBot) -> None:
    window.second.setFocus()
    before = window.ring.geometry()
    window.first.setMinimumHeight(90)
    qtbot.waitUntil(lambda: window.ring.geometry() != before)
    assert window.ring.geometry() == around(window, window.second) & window.rect()


def test_the_ring_scrolls_with_its_target_and_leaves_with_it(window: Window) -> None:
    window.many[0].setFocus()
    assert window.ring.isVisible()
    bar = window.area.verticalScrollBar()
    before = window.ring.geometry()
    bar.setValue(30)
    assert window.ring.geometry().top() <= before.top()
    viewport = around(window, window.area.viewport())
    assert viewport.contains(window.ring.geometry()), "it shows outside the scroll area"
    bar.setValue(bar.maximum())
    assert not window.ring.isVisible()
    bar.setValue(0)
    assert window.ring.geometry() == before


def test_the_ring_hides_with_its_target(window: Window, qtbot: QtBot) -> None:
    window.many[0].setFocus()
    window.area.hide()
    qtbot.waitUntil(lambda: window.ring.target is not window.many[0] or window.ring.isHidden())


def test_the_ring_survives_the_end_of_its_target(window: Window, qtbot: QtBot) -> None:
    window.second.setFocus()
    window.second.deleteLater()
    qtbot.waitUntil(lambda: window.ring.target is not window.second)
    window.ring.place()
    window.grab()


def test_a_click_does_not_hide_the_ring(window: Window, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.first, Qt.MouseButton.LeftButton)
    assert window.ring.isVisible()


def test_the_ring_lets_the_mouse_through(window: Window) -> None:
    window.first.setFocus()
    middle = window.first.geometry().center()
    assert window.childAt(middle) is window.first


def test_another_window_takes_the_ring_away(window: Window, desk: Desk, qtbot: QtBot) -> None:
    window.first.setFocus()
    other = Window(desk)
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is other)
    other.first.setFocus()
    assert not window.ring.isVisible()
    assert other.ring.target is other.first


def test_a_frame_may_take_the_ring_of_its_field(window: Window) -> None:
    frame = QWidget(window)
    frame.setProperty("focus_frame", True)
    field = QLineEdit(frame)
    frame.setGeometry(10, 10, 200, 40)
    frame.show()
    field.setFocus()
    assert window.ring.target is frame


def test_the_ring_is_around_the_current_step_only(window: Window, desk: Desk) -> None:
    stepper = Stepper(desk.theme, window)
    stepper.resize(stepper.sizeHint())
    stepper.show()
    stepper.set_current("questions")
    stepper.setFocus()
    first = window.ring.geometry()
    stepper.set_current("comparaison")
    assert window.ring.geometry().left() > first.left()
    assert window.ring.width() < stepper.width()


@pytest.mark.parametrize("holder", ["area", "page"])
def test_no_ring_around_what_only_holds_other_things(window: Window, holder: str) -> None:
    held = window.area if holder == "area" else QWidget(window)
    if holder == "page":
        held.setObjectName("page")
        held.show()
    window.first.setFocus()
    held.setFocus()
    assert held.hasFocus()
    assert not window.ring.isVisible()


@pytest.mark.parametrize("palette", ["light", "dark", "projection"])
def test_the_ring_is_three_pixels_wide_and_stands_out(
    window: Window, desk: Desk, palette: PaletteName
) -> None:
    """On each of its sides, by its pixels, from the ground of the window."""
    desk.theme.set_palette(palette)
    desk.theme.apply()
    window.second.setFocus()
    picture = window.grab().toImage()
    place = window.second.geometry()
    ring = desk.theme.color("focus").name()
    ground = picture.pixelColor(2, 2).name()
    middle = place.center()
    sides = (
        [(place.left() - far, middle.y()) for far in range(1, REACH + 3)],
        [(place.right() + far, middle.y()) for far in range(1, REACH + 3)],
        [(middle.x(), place.top() - far) for far in range(1, REACH + 1)],
        [(middle.x(), place.bottom() + far) for far in range(1, REACH + 1)],
    )
    for side in sides:
        seen = [picture.pixelColor(*at).name() for at in side]
        assert seen.count(ring) == 3, seen
        assert ground in seen
    assert contrast(ring, ground) >= MARK
    desk.theme.set_palette("light")
