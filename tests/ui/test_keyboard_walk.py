# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The keyboard alone, on every page: after each key it is somewhere that is seen and has a name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from autodiag.model.assessment import Answered
from tests.gallery.window import wait
from tests.ui.rounds import PAGES, Shown, calm
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.widgets.focus_ring import FocusRing

KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Press = tuple[Qt.Key, Qt.KeyboardModifier]
ROUND: tuple[Press, ...] = (
    *[(KEY.Key_F6, NONE)] * 4,
    *[(KEY.Key_Tab, NONE)] * 5,
    *[(KEY.Key_F6, SHIFT)] * 2,
    *[(KEY.Key_Backtab, SHIFT)] * 5,
)
SETTLED, MOST = 15, 60
"""Milliseconds after which what a key scrolls or shows has its place, and how many times they are
waited for, on a busy machine."""

pages = pytest.mark.parametrize("page", PAGES)
filled = pytest.mark.parametrize("shown", ["rempli"], indirect=True)


def press(window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or window, key, held)
    wait(0)


def lost(window: MainWindow) -> str:
    """What is wrong with where the keyboard is; empty when one sees it and hears it, at last."""
    for _ in range(MOST):
        if not lost_now(window):
            break
        wait(SETTLED)
    return lost_now(window)


def lost_now(window: MainWindow) -> str:
    """The same, without waiting."""
    focus = QApplication.focusWidget()
    if focus is None:
        return "nowhere"
    said = QAccessible.queryAccessibleInterface(focus).text(QAccessible.Text.Name)
    rings = [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]
    if not said or not rings:
        return f"{type(focus).__name__} «{said}», {len(rings)} ring"
    return "" if in_view(focus) else f"{type(focus).__name__} «{said}» is out of sight"


def in_view(widget: QWidget) -> bool:
    """Whole, or as much of it as what scrolls it has room for."""
    seen, holder = widget.visibleRegion().boundingRect(), widget.parentWidget()
    while holder is not None and not isinstance(holder, QScrollArea):
        holder = holder.parentWidget()
    room = holder.viewport().height() if isinstance(holder, QScrollArea) else 0
    return holder is None or seen.height() >= min(widget.height(), room)


@pytest.fixture
def window(shown: Shown) -> MainWindow:
    """One window for all pages; what was told on the one before is gone."""
    window, _ = shown
    for banner in window._banners.banners:
        banner.close_button.click()
    window.activateWindow()
    return window


@filled
@pages
def test_from_area_to_area_and_both_ways_the_keyboard_is_seen_and_heard(
    window: MainWindow, shown: Shown, page: str
) -> None:
    desk: Desk = shown[1]
    window.go(page)
    calm(window, desk)
    assert lost(window) == ""
    for number, (key, held) in enumerate(ROUND):
        press(window, key, held)
        assert lost(window) == "", f"{key.name}, {number + 1}"


@pytest.mark.long
@filled
@pages
def test_undoing_redoing_and_closing_the_message_leave_the_keyboard_on_the_page(
    window: MainWindow, shown: Shown, page: str
) -> None:
    desk, bridge = shown[1], window.bridge
    assert bridge is not None
    bridge.answer("str-1", Answered(1))
    bridge.answer("str-1", Answered(3))
    window.go(page)
    calm(window, desk)
    window._page(page).begin()
    for key, held in ((KEY.Key_Z, CTRL), (KEY.Key_Z, CTRL | SHIFT), (KEY.Key_Z, CTRL)):
        press(window, key, held)
        calm(window, desk)
        assert lost(window) == ""
    (banner,) = window._banners.banners
    for way_out in (banner.buttons[0], None):
        button = way_out or window._banners.banners[0].close_button
        button.setFocus()
        press(window, KEY.Key_Space)
        calm(window, desk)
        assert lost(window) == ""
        assert window._page(page).isAncestorOf(QApplication.focusWidget())
    assert window._banners.banners == ()
