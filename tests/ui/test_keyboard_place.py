# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where the keyboard is: never nowhere, never out of sight, and back where it was once what it
went into has left."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from autodiag.model.assessment import Answered
from tests.gallery.window import wait
from tests.support.desks import write_dossier
from tests.ui.rounds import calm, level, open_at_rest, press
from ui.desk import Desk
from ui.main_window import MainWindow

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
BOTH = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(window: MainWindow, desk: Desk) -> MainWindow:
    """On a dossier with one answer."""
    window.activateWindow()
    path = write_dossier(desk.paths.dossiers / "mairie.autodiag", {"str-1": 1})
    open_at_rest(window, desk, path)
    return window


def answered_then_undone(window: MainWindow, desk: Desk) -> None:
    """The second question: a message proposes to redo."""
    window.go("questions", "str-2")
    calm(window, desk)
    press(window, desk, KEY.Key_3)
    press(window, desk, KEY.Key_Z, CTRL)


def test_f6_with_shift_goes_the_other_way_round(window: MainWindow, desk: Desk) -> None:
    window.go("questions")
    desk.notices.tell("error", "Voilà.", actions=(("Réessayer", window.show_help),))
    shift = Qt.KeyboardModifier.ShiftModifier
    press(window, desk, KEY.Key_F6, shift)
    assert window._banners.banners[0].buttons[0].hasFocus()
    press(window, desk, KEY.Key_F6, shift)
    assert window._bar.stepper.hasFocus()
    press(window, desk, KEY.Key_F6, shift)
    assert window._page("questions").isAncestorOf(QApplication.focusWidget())


def test_closing_a_message_gives_the_keyboard_back(window: MainWindow, desk: Desk) -> None:
    """To where it was; where that is gone, to the page: never to the way out of the dossier."""
    window.go("questions")
    calm(window, desk)
    before = window._bar.undo
    before.setFocus()
    desk.notices.tell("error", "Voilà.")
    press(window, desk, KEY.Key_F6)
    window._banners.enter()
    press(window, desk, KEY.Key_Space)
    assert window._banners.banners == ()
    assert before.hasFocus()
    window._page("questions").begin()
    gone = QApplication.focusWidget()
    desk.notices.tell("error", "Voilà.")
    window._banners.enter()
    gone.setEnabled(False)
    press(window, desk, KEY.Key_Space)
    assert QApplication.focusWidget() is not gone
    assert window._page("questions").isAncestorOf(QApplication.focusWidget())


def test_what_was_redone_from_the_message_gives_the_keyboard_back(
    window: MainWindow, desk: Desk
) -> None:
    answered_then_undone(window, desk)
    window._banners.enter()
    press(window, desk, KEY.Key_Space)
    assert level(window, "str-2") == 3
    assert window._page("questions").isAncestorOf(QApplication.focusWidget())


def test_another_change_takes_away_the_message_that_proposed_to_redo(
    window: MainWindow, desk: Desk
) -> None:
    answered_then_undone(window, desk)
    assert [made.text() for made in window._banners.banners[0].buttons] == ["Rétablir"]
    press(window, desk, KEY.Key_4)
    assert window._banners.banners == ()
    press(window, desk, KEY.Key_Z, CTRL)
    press(window, desk, KEY.Key_Z, BOTH)
    assert [made.text() for made in window._banners.banners[0].buttons] == ["Annuler"]
    press(window, desk, KEY.Key_2)
    assert window._banners.banners == ()
    assert level(window, "str-2") == 2


@pytest.mark.parametrize("page", ["collectivite", "passation"])
def test_from_a_page_that_is_no_step_the_next_one_is_the_questions(
    window: MainWindow, desk: Desk, page: str
) -> None:
    window.go("comparaison")
    window.go(page)
    press(window, desk, KEY.Key_PageUp, CTRL)
    assert window.dossier.shown == page
    press(window, desk, KEY.Key_PageDown, CTRL)
    assert window.dossier.shown == "questions"


def test_a_field_with_nothing_to_take_back_lets_the_window_do_it(
    window: MainWindow, desk: Desk
) -> None:
    window.bridge.answer("str-2", Answered(3))
    window.go("questions", "str-1")
    calm(window, desk)
    fields = window._page("questions").findChildren(QPlainTextEdit)
    field = next(field for field in fields if field.isVisible())
    field.setFocus()
    press(window, desk, KEY.Key_Z, CTRL)
    assert level(window, "str-2") is None
    window._page("questions").begin()
    press(window, desk, KEY.Key_F, CTRL)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    press(window, desk, KEY.Key_Z, BOTH)
    assert level(window, "str-2") == 3


def is_whole() -> bool:
    """Whether all of what has the keyboard is seen."""
    focus = QApplication.focusWidget()
    return focus.visibleRegion().boundingRect() == focus.rect()


def until(seen: Callable[[], bool]) -> bool:
    """Wait for what comes at a later turn of the loop."""
    for _ in range(60):
        if seen():
            break
        wait(15)
    return seen()


def test_what_takes_the_keyboard_is_scrolled_into_view(window: MainWindow, desk: Desk) -> None:
    """Also when it comes from the bar, where Qt lets it be out of sight."""
    window.go("passation")
    calm(window, desk)
    areas = window._page("passation").findChildren(QScrollArea)
    last = max(area.verticalScrollBar().maximum() for area in areas)
    assert last > 0
    window._bar.help.setFocus()
    for area in areas:
        area.verticalScrollBar().setValue(last)
    for held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        key = KEY.Key_Backtab if held else KEY.Key_Tab
        for _ in range(3):
            press(window, desk, key, held)
            assert until(is_whole), key


def test_a_button_thought_to_be_held_does_not_keep_it_out_of_sight(
    window: MainWindow, desk: Desk
) -> None:
    """After some drags Qt never hears that the button was let go."""
    window.go("passation")
    calm(window, desk)
    areas = window._page("passation").findChildren(QScrollArea)
    QTest.mousePress(window._bar.help, Qt.MouseButton.LeftButton)
    try:
        for area in areas:
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
        window._bar.help.setFocus()
        press(window, desk, KEY.Key_Tab)
        assert QApplication.mouseButtons() == Qt.MouseButton.LeftButton
        assert until(is_whole)
    finally:
        QTest.mouseRelease(window, Qt.MouseButton.LeftButton)


def test_on_the_welcome_page_a_dossier_taken_off_the_list_comes_back(
    window: MainWindow, desk: Desk
) -> None:
    """The keyboard follows it; once there is nothing more to take back, that is said."""
    window.close_dossier()
    window._home._side._on_others_asked()
    calm(window, desk)
    listed = window._home._side.recents
    assert listed is not None
    row = listed.rows[0]
    row.remove.setFocus()
    press(window, desk, KEY.Key_Space)
    assert listed.rows == ()
    assert listed.isAncestorOf(QApplication.focusWidget())
    press(window, desk, KEY.Key_Z, CTRL)
    assert [shown.recent for shown in listed.rows] == [row.recent]
    assert listed.rows[0].open.hasFocus()
    assert window._banners.banners == ()
    press(window, desk, KEY.Key_Z, CTRL)
    assert window._banners.banners[0].notice.fact == "Il n’y a rien à annuler."


def test_the_list_of_dossiers_is_gone_through_where_it_is_read(
    window: MainWindow, desk: Desk
) -> None:
    window.close_dossier()
    window._home._side._on_others_asked()
    calm(window, desk)
    listed = window._home._side.recents
    assert listed is not None
    assert listed.rows[0].open.hasFocus()
    reached: list[QWidget | None] = []
    for _ in range(4):
        press(window, desk, KEY.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached[:3] == [listed.rows[0].remove, listed.look_for, listed.close_button]
    assert reached[3] is window._home.display or reached[3] is window._home._foot.access
