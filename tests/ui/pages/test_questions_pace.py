# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«À revoir», going on after each answer, and the keys that answer switched off."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from autodiag.dossier.opening import open_dossier
from autodiag.model.assessment import Answered, NotConcerned, Unknown
from tests.dossier.samples import author
from tests.support.desks import FIVE, every
from tests.support.shipped import shipped_questionnaire
from tests.ui.conftest import OpenBridge
from tests.ui.pages.questions_support import answers, on_disk, press, shown, type_text
from ui.bridge import Bridge
from ui.desk import Desk
from ui.display import Display
from ui.motion import motion_reduced
from ui.pages.questions import QuestionsPage
from ui.widgets.display_menu import DisplayButton

FRENCH_ROW = {0: (19, "à"), 1: (10, "&"), 2: (11, "é"), 3: (12, '"'), 4: (13, "'")}
"""The native scan code under X11, and the sign of the row without Shift, of each level."""


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def type_on_azerty(page: QuestionsPage, level: int) -> None:
    scan, text = FRENCH_ROW[level]
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, 0, none, scan, 0, 0, text)
    QApplication.sendEvent(QApplication.focusWidget() or page, event)


# --- À revoir


def test_r_marks_a_question_and_takes_the_mark_away(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    review = page.view.column.review
    press(page, Qt.Key.Key_R)
    assert review.isChecked()
    assert page.view.rail.rows[0].accessibleName().endswith("1 à revoir, thème en cours")
    qtbot.waitUntil(lambda: bridge.pending == 0)
    with open_dossier(bridge.path, author("Paul")) as other:
        assert other.assessment().to_review == {"out-1"}
    assert not answers(bridge), "a mark is no answer"
    press(page, Qt.Key.Key_R)
    assert not review.isChecked()
    assert not bridge.snapshot.assessment.to_review
    review.click()
    assert bridge.snapshot.assessment.to_review == {"out-1"}


def test_a_mark_is_taken_back_and_its_question_shown(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    press(page, Qt.Key.Key_R)
    press(page, Qt.Key.Key_Return)
    with qtbot.waitSignal(bridge.saved):
        bridge.undo()
    qtbot.waitUntil(lambda: not bridge.snapshot.assessment.to_review)
    assert page.current == "out-1"
    assert not page.view.column.review.isChecked()


def test_answers_are_heard_as_radio_buttons_and_the_mark_as_a_check_box(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    column = page.view.column
    assert role(column.unknown) == QAccessible.Role.RadioButton
    assert role(column.not_concerned) == QAccessible.Role.RadioButton
    assert role(column.review) == QAccessible.Role.CheckBox
    column.unknown.click()
    assert QAccessible.queryAccessibleInterface(column.unknown).state().checked
    column.body.levels.cards[1].click()
    assert not QAccessible.queryAccessibleInterface(column.unknown).state().checked


def test_r_typed_in_a_note_stays_in_the_note(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    page.view.help.note.setFocus()
    type_text(page, "R/r")
    assert page.view.help.note.toPlainText() == "R/r"
    assert not bridge.snapshot.assessment.to_review


# --- One key per answer


def test_each_key_answers_and_goes_on_when_that_is_preferred(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a French keyboard, without Shift."""
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    desk.preferences.moves_on = True
    bridge = open_dossier_of()
    page = shown(qtbot, desk, bridge, "str-1")
    for number, level in enumerate((4, 0, 2, 1, 3), 1):
        assert page.current == f"str-{number}"
        type_on_azerty(page, level)
        said = page.view.column.crumb.text()
        assert said.endswith(f"Précédente\u00a0: niveau {level}")
    press(page, Qt.Key.Key_N)
    assert page.view.column.crumb.text().endswith("Précédente\u00a0: je ne sais pas")
    press(page, Qt.Key.Key_S)
    assert page.current == "str-7", "a reason is still to be chosen"
    type_on_azerty(page, 1)
    assert page.current == "str-8"
    given = answers(bridge)
    assert [given[f"str-{n}"] for n in (1, 2, 3, 4, 5, 6)] == [
        *(Answered(level) for level in (4, 0, 2, 1, 3)),
        Unknown(),
    ]
    assert isinstance(given["str-7"], NotConcerned)
    press(page, Qt.Key.Key_2)
    assert page.view.column.crumb.text().endswith("terminé"), "which says that it was answered"
    assert set(on_disk(bridge, qtbot)) == {f"str-{n}" for n in range(1, 9)}


def test_without_the_preference_an_answer_goes_nowhere(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    press(page, Qt.Key.Key_2)
    press(page, Qt.Key.Key_N)
    assert page.current == "out-1"


def test_space_and_a_click_go_on_too_and_a_double_click_answers_once(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    desk.preferences.moves_on = True
    bridge = open_dossier_of()
    page = shown(qtbot, desk, bridge, "str-1")
    press(page, Qt.Key.Key_Down)
    assert page.current == "str-1", "an arrow writes nothing and goes nowhere"
    press(page, Qt.Key.Key_Space)
    assert page.current == "str-2"
    qtbot.wait(QApplication.doubleClickInterval() + 20)
    card = page.view.column.body.levels.cards[3]
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(card, Qt.MouseButton.LeftButton)
    assert page.current == "str-3"
    assert answers(bridge) == {"str-1": Answered(1), "str-2": Answered(3)}


def test_several_choices_and_a_number_wait_for_entree(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    desk.preferences.moves_on = True
    page = shown(qtbot, desk, bridge, "acc-2")
    press(page, Qt.Key.Key_1)
    assert page.current == "acc-2"
    page.show_detail("out-2")
    press(page, Qt.Key.Key_2)
    assert page.current == "out-3", "one choice is one act"


def test_the_last_question_is_never_left_by_itself(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    desk.preferences.moves_on = True
    questionnaire = shipped_questionnaire()
    page = shown(qtbot, desk, open_dossier_of(answers=every(questionnaire, 2)), "cyb-8")
    with qtbot.assertNotEmitted(page.went_to):
        press(page, Qt.Key.Key_3)
    assert page.current == "cyb-8"
    assert page.view.column.remarks[0].text == "Vous avez vu toutes les questions."


def test_an_answer_taken_back_is_shown_and_not_passed_over(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    desk.preferences.moves_on = True
    page = shown(qtbot, desk, bridge, "out-1")
    press(page, Qt.Key.Key_2)
    assert page.current == "out-2"
    with qtbot.waitSignal(bridge.saved):
        bridge.undo()
    qtbot.waitUntil(lambda: not answers(bridge))
    assert page.current == "out-1"
    press(page, Qt.Key.Key_3)
    assert (page.current, answers(bridge)) == ("out-2", {"out-1": Answered(3)})


# --- Keys switched off (WCAG 2.1.4)


def test_bare_keys_are_switched_off_and_the_page_says_none(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    column, bar = page.view.column, page.view.bar
    assert bar.hint.isVisible()
    wide = column.unknown.width()
    desk.preferences.answer_keys = False
    assert bar.hint.text() == "Espace puis Entrée", "at once"
    assert column.unknown.accessibleDescription() == ""
    assert column.unknown.sizeHint().width() < wide
    for key in (Qt.Key.Key_2, Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_R, Qt.Key.Key_Slash):
        press(page, key)
    assert not answers(bridge)
    assert not column.body.reasons_open
    assert not bridge.snapshot.assessment.to_review
    assert not page.view.rail.search.field.hasFocus()
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Space)
    assert answers(bridge) == {"out-1": Answered(1)}
    press(page, Qt.Key.Key_Return)
    assert page.current == "out-2"
    desk.preferences.answer_keys = True
    press(page, Qt.Key.Key_2)
    assert "out-2" in answers(bridge)


def test_the_start_says_no_key_that_does_nothing(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    desk.preferences.answer_keys = False
    page = shown(qtbot, desk, open_dossier_of(folder=FIVE))
    assert not page.view.start._keys.isVisible()
    desk.preferences.answer_keys = True
    assert page.view.start._keys.isVisible()


def test_the_ticks_of_the_menu_are_the_preferences(qtbot: QtBot, desk: Desk) -> None:
    menu = DisplayButton(desk.theme)
    qtbot.addWidget(menu)
    menu.follow(desk.preferences)
    display = Display(desk)
    menu.menu().aboutToShow.emit()
    assert [tick.text() for tick in menu.ticks if tick.isChecked()] == [
        "Touches de réponse\u00a0: 0 à 4, N, S, R"
    ]
    for tick in menu.ticks:
        tick.trigger()
    kept = desk.preferences
    assert (kept.moves_on, kept.answer_keys, kept.less_motion) == (True, False, True)
    assert motion_reduced()
    menu.ticks[2].trigger()
    assert (kept.moves_on, kept.less_motion) == (True, False)
    display.deleteLater()
