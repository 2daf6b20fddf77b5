# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Answering with the keyboard: each key writes exactly one answer, an arrow never does."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from autodiag.model.assessment import Answered, NotConcerned, Unknown
from tests.ui.conftest import OpenBridge
from tests.ui.pages.questions_support import answers, on_disk, press, shown, type_text
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.questions_keys import digit

DIGITS = [Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4]


def changes(bridge: Bridge) -> int:
    return len(bridge.dossier.history(limit=100))


@pytest.mark.parametrize("level", range(5))
def test_each_digit_writes_exactly_one_answer_and_it_is_on_disk(
    qtbot: QtBot, desk: Desk, bridge: Bridge, level: int
) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    before = changes(bridge)
    press(page, DIGITS[level])
    press(page, DIGITS[level])  # the same again is no change
    assert answers(bridge) == {"out-1": Answered(level)}
    assert on_disk(bridge, qtbot) == {"out-1": Answered(level)}
    assert changes(bridge) == before + 1
    assert page.current == "out-1"
    cards = page.view.column.body.levels.cards
    assert [card.isChecked() for card in cards] == [place == level for place in range(5)]
    assert cards[level].hasFocus()


def test_the_keypad_answers_as_the_row_does(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    press(page, Qt.Key.Key_3, Qt.KeyboardModifier.KeypadModifier)
    assert answers(bridge) == {"out-1": Answered(3)}


@pytest.mark.parametrize("beyond", [Qt.Key.Key_5, Qt.Key.Key_9, Qt.Key.Key_A])
def test_other_keys_write_nothing(qtbot: QtBot, desk: Desk, bridge: Bridge, beyond: Qt.Key) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    press(page, beyond)
    press(page, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert not answers(bridge)


def test_an_arrow_moves_the_focus_and_space_chooses(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    cards = page.view.column.body.levels.cards
    for _ in range(7):
        press(page, Qt.Key.Key_Down)
    assert cards[4].hasFocus()
    press(page, Qt.Key.Key_Up)
    assert cards[3].hasFocus()
    assert not answers(bridge)
    press(page, Qt.Key.Key_Space)
    assert answers(bridge) == {"out-1": Answered(3)}
    press(page, Qt.Key.Key_Up)
    assert cards[2].hasFocus()
    assert answers(bridge) == {"out-1": Answered(3)}, "one is chosen: an arrow still writes nothing"


def test_enter_goes_on_and_alt_left_goes_back(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    press(page, Qt.Key.Key_Return)
    assert page.current == "out-2"
    press(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.current == "out-1"
    press(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.current == "out-1", "there is none before the first one"
    press(page, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert page.current == "out-2"
    assert not answers(bridge)


def test_entree_on_a_card_that_is_not_chosen_goes_on_and_says_that_nothing_was(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    assert page.view.bar.hint.text() == "0 à 4 ou Espace puis Entrée"
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Return)
    assert (page.current, dict(answers(bridge))) == ("out-2", {})
    assert page.view.column.crumb.text().endswith("Précédente\u00a0: sans réponse")
    press(page, Qt.Key.Key_2)
    press(page, Qt.Key.Key_Return)
    assert "Précédente" not in page.view.column.crumb.text()


def test_enter_on_a_button_presses_it(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = shown(qtbot, desk, bridge, "out-2")
    page.view.bar.previous.setFocus()
    press(page, Qt.Key.Key_Return)
    assert page.current == "out-1"


def test_n_says_unknown_and_enter_then_goes_on(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    press(page, Qt.Key.Key_N)
    assert answers(bridge) == {"out-1": Unknown()}
    assert page.view.column.unknown.isChecked()
    page.view.column.unknown.setFocus()
    press(page, Qt.Key.Key_Return)
    assert (page.current, answers(bridge)) == ("out-2", {"out-1": Unknown()})


@pytest.mark.parametrize("keys", [True, False])
def test_enter_presses_the_buttons_under_the_answers_then_goes_on(
    qtbot: QtBot, desk: Desk, bridge: Bridge, keys: bool
) -> None:
    desk.preferences.answer_keys = keys
    page = shown(qtbot, desk, bridge, "out-1")
    column = page.view.column
    column.review.setFocus()
    press(page, Qt.Key.Key_Return)
    assert bridge.snapshot.assessment.to_review == {"out-1"}
    assert page.current == "out-1"
    column.unknown.setFocus()
    press(page, Qt.Key.Key_Return)
    assert (page.current, answers(bridge)) == ("out-1", {"out-1": Unknown()})
    press(page, Qt.Key.Key_Return)
    assert page.current == "out-2", "it is the answer: there is nothing more to choose"
    page.go_back()
    column.not_concerned.setFocus()
    press(page, Qt.Key.Key_Return)
    assert column.body.reasons.cards.cards[0].hasFocus()
    press(page, Qt.Key.Key_Return)
    assert isinstance(answers(bridge)["out-1"], NotConcerned)
    assert column.not_concerned.hasFocus()
    press(page, Qt.Key.Key_Return)
    assert page.current == "out-2"


def test_keys_answer_only_where_one_looks_at_the_question(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    given = {"str-1": 3, "str-2": "nsp"}
    bridge = open_dossier_of(answers=given)
    page = shown(qtbot, desk, bridge, "str-1")
    view, before = page.view, bridge.snapshot
    view.open_find()
    view.rail.search.chips["unknown"].click()
    elsewhere = (
        view.rail.search.found.rows[0],
        view.rail.search.chips["unknown"],
        view.rail.search.close_search,
        view.help.own.fold.findChildren(QAbstractButton)[0],
    )
    for widget in elsewhere:
        widget.setFocus()
        for key in (*DIGITS, Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_R):
            press(page, key)
        assert QApplication.focusWidget() is widget
    page.leave_list()
    view.rail.rows[1].setFocus()
    press(page, Qt.Key.Key_1)
    assert bridge.snapshot is before
    assert not view.column.body.reasons_open
    for widget, key in ((view.bar.next, Qt.Key.Key_1), (view.column.unknown, Qt.Key.Key_2)):
        widget.setFocus()
        press(page, key)
    assert answers(bridge)["str-1"] == Answered(2)


def test_s_opens_the_reasons_and_a_digit_chooses_one(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    body = page.view.column.body
    press(page, Qt.Key.Key_S)
    assert body.reasons_open
    assert not answers(bridge)
    assert not page.view.column.not_concerned.isChecked()
    press(page, Qt.Key.Key_4)
    assert not answers(bridge), "a level is not chosen while the reasons are shown"
    press(page, Qt.Key.Key_1)
    reason = "La commune n’a aucun fichier à elle."
    assert on_disk(bridge, qtbot) == {"out-1": NotConcerned(reason)}
    assert not body.reasons_open
    assert page.view.column.not_concerned.isChecked()
    assert page.view.column.remarks[0].text.endswith(reason)


def test_another_reason_is_typed_digits_included(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    press(page, Qt.Key.Key_S)
    page.view.column.body.reasons.other.setFocus()
    type_text(page, "Nos 3 postes sont a l'ecole n 2")
    assert not answers(bridge)
    press(page, Qt.Key.Key_Return)
    assert answers(bridge) == {"out-1": NotConcerned("Nos 3 postes sont a l'ecole n 2")}
    assert page.current == "out-1"


def test_the_field_of_a_reason_is_heard_as_it_is_seen(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    reasons = page.view.column.body.reasons
    for question, name in (("out-1", "Autre motif"), ("out-2", "Votre motif")):
        page.show_detail(question)
        press(page, Qt.Key.Key_S)
        assert reasons._other_name.text() == reasons.other.accessibleName() == name


def test_escape_leaves_the_reasons_without_an_answer(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    press(page, Qt.Key.Key_S)
    press(page, Qt.Key.Key_Escape)
    assert not page.view.column.body.reasons_open
    assert not answers(bridge)


def test_a_note_keeps_its_digits_and_letters(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    note = page.view.help.note
    note.setFocus()
    type_text(page, "Voir n 3, S et N")
    press(page, Qt.Key.Key_Return)
    type_text(page, "012")
    assert not answers(bridge)
    assert page.current == "out-1"
    with qtbot.waitSignal(bridge.saved):
        page.view.bar.next.click()
    assert bridge.snapshot.notes == {"out-1": "Voir n 3, S et N\n012"}
    assert note.toPlainText() == ""


def test_undo_and_redo_show_the_question_they_change(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    press(page, Qt.Key.Key_2)
    press(page, Qt.Key.Key_Return)
    assert page.current == "out-2"
    with qtbot.waitSignal(bridge.saved):
        bridge.undo()
    qtbot.waitUntil(lambda: not answers(bridge))
    assert page.current == "out-1"
    page.show_detail("out-3")
    with qtbot.waitSignal(bridge.saved):
        bridge.redo()
    qtbot.waitUntil(lambda: answers(bridge) == {"out-1": Answered(2)})
    assert page.current == "out-1"
    assert page.view.column.body.levels.cards[2].isChecked()


def test_an_answer_can_be_taken_away(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    clear = page.view.column.clear
    assert clear.isHidden()
    press(page, Qt.Key.Key_2)
    assert clear.isVisible()
    clear.click()
    assert on_disk(bridge, qtbot) == {}
    assert not any(card.isChecked() for card in page.view.column.body.levels.cards)


def test_a_click_anywhere_on_a_card_chooses_it(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    card = page.view.column.body.levels.cards[4]
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().bottomRight())
    assert answers(bridge) == {"out-1": Answered(4)}


def test_a_read_only_dossier_is_read_and_never_written(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    from tests.support.desks import open_bridge

    first = open_dossier_of(answers={"str-1": 3, "str-2": "so"})
    second = open_bridge(desk, first.path)
    assert not second.writable
    page = shown(qtbot, desk, second, "str-1")
    column = page.view.column
    assert column.body.levels.cards[3].isChecked()
    for key in (*DIGITS, Qt.Key.Key_N, Qt.Key.Key_S):
        press(page, key)
    press(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    column.body.levels.cards[1].click()
    column.unknown.click()
    assert answers(second) == answers(first)
    assert column.clear.isHidden()
    assert page.view.help.note.isReadOnly()
    press(page, Qt.Key.Key_Return)
    assert page.current == "str-2"
    assert column.remarks[0].text == "Sans objet\u00a0: Pas chez nous"
    assert column.remarks[0].button.isHidden()
    second.close()


# --- The digits of every keyboard


def key_event(key: int, text: str, scan: int, *, held: bool = False) -> QKeyEvent:
    none = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, key, none, scan, 0, 0, text, held)


@pytest.mark.parametrize(
    ("platform", "scan", "text", "meant"),
    [
        ("xcb", 10, "&", 1),
        ("xcb", 11, "é", 2),
        ("xcb", 13, "'", 4),
        ("xcb", 19, "à", 0),
        ("xcb", 12, "3", 3),
        ("xcb", 87, "1", 1),
        ("xcb", 24, "a", None),
        ("windows", 2, "&", 1),
        ("windows", 11, "à", 0),
        ("cocoa", 0, "é", 2),
        ("cocoa", 0, "à", 0),
        ("cocoa", 0, "a", None),
    ],
)
def test_a_digit_is_the_same_key_on_every_layout(
    monkeypatch: pytest.MonkeyPatch, platform: str, scan: int, text: str, meant: int | None
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    assert digit(key_event(0, text, scan)) == meant


def test_a_key_held_down_answers_once(
    qtbot: QtBot, desk: Desk, bridge: Bridge, qapp: QApplication
) -> None:
    assert digit(key_event(Qt.Key.Key_2, "2", 11, held=True)) is None
    page = shown(qtbot, desk, bridge, "out-1")
    enter = QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier
    qapp.sendEvent(page, QKeyEvent(*enter, "\r", autorep=True))
    assert page.current == "out-1"
