# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The keys of the whole window: undoing from any page, going from area to area, no mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from autodiag.model.assessment import Answered
from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import HandoverNote
from tests.support.desks import write_dossier
from tests.ui.rounds import calm, level, open_at_rest, press
from ui.desk import Desk
from ui.dialogs.help_dialog import HelpDialog
from ui.main_window import MainWindow
from ui.notices import Notice
from ui.pages.authority_facts import is_asked
from ui.widgets.callout import Callout

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
BOTH = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(window: MainWindow, desk: Desk) -> MainWindow:
    """On a dossier with one answer."""
    window.activateWindow()
    path = write_dossier(desk.paths.dossiers / "mairie.autodiag", {"str-1": 1})
    open_at_rest(window, desk, path)
    return window


def test_an_answer_is_taken_back_from_another_page_which_leads_to_it(
    window: MainWindow, desk: Desk, told: list[Notice]
) -> None:
    window.bridge.answer("str-2", Answered(3))
    window.go("feuille")
    calm(window, desk)
    press(window, desk, KEY.Key_Z, CTRL)
    assert level(window, "str-2") is None
    assert told[-1].fact.startswith("Annulé\u00a0: votre réponse à «")
    assert [text for text, _ in told[-1].actions] == ["Rétablir", "Y aller"]
    told[-1].actions[1][1]()
    calm(window, desk)
    assert window.dossier.shown == "questions"
    assert window._page("questions")._place.current == "str-2"
    press(window, desk, KEY.Key_Z, BOTH)
    assert level(window, "str-2") == 3
    assert told[-1].fact.startswith("Rétabli\u00a0: votre réponse à «")
    assert [text for text, _ in told[-1].actions] == ["Annuler"]
    press(window, desk, KEY.Key_Z, CTRL)
    press(window, desk, KEY.Key_Y, CTRL)
    assert level(window, "str-2") == 3


def test_a_field_that_is_typed_in_keeps_its_own_undoing(window: MainWindow, desk: Desk) -> None:
    window.go("questions", "str-1")
    calm(window, desk)
    fields = window._page("questions").findChildren(QPlainTextEdit)
    field = next(field for field in fields if field.isVisible())
    field.setFocus()
    QTest.keyClicks(field, "voir Anne")
    QTest.keyClick(field, KEY.Key_Z, CTRL)
    calm(window, desk)
    assert level(window, "str-1") == 1
    assert "Anne" not in field.toPlainText()


@pytest.mark.parametrize("page", ["collectivite", "passation"])
def test_what_was_taken_back_is_led_to_on_the_other_pages_too(
    window: MainWindow, desk: Desk, told: list[Notice], page: str
) -> None:
    snapshot, facts = window.bridge.snapshot, window.bridge.knowledge.facts
    asked = [i for i, one in facts.items() if is_asked(one, snapshot.authority, snapshot.facts)]
    fact, topic = asked[-1], "site"
    if page == "collectivite":
        window.bridge.set_facts({fact: True})
    else:
        window.bridge.set_handover(topic, HandoverNote(topic, "Classeur", ""))
    window.go("questions")
    press(window, desk, KEY.Key_Z, CTRL)
    told[-1].actions[1][1]()
    calm(window, desk)
    assert window.dossier.shown == page
    focus = QApplication.focusWidget()
    assert focus is not None
    made = window._page(page)
    row = made.facts.rows[fact] if page == "collectivite" else made.places.rows[topic]
    assert row.isAncestorOf(focus)
    assert focus.visibleRegion().boundingRect() == focus.rect(), "it is in sight"


def test_nothing_left_to_take_back_is_said_in_passing(
    window: MainWindow, desk: Desk, told: list[Notice]
) -> None:
    """Beside the button: nothing moves, and the next key takes it away."""
    press(window, desk, KEY.Key_Z, CTRL)
    callout = window.findChild(Callout)
    assert callout.text == "Il n’y a rien à annuler."
    assert callout.about is window._bar.undo
    press(window, desk, KEY.Key_Y, CTRL)
    assert callout.text == "Il n’y a rien à rétablir."
    QTest.keyClick(window.windowHandle(), KEY.Key_Tab)
    assert callout.text == ""
    assert told == []
    assert level(window, "str-1") == 1


def test_a_year_just_begun_is_taken_back_by_its_key_while_it_is_intact(
    window: MainWindow, desk: Desk, told: list[Notice]
) -> None:
    later = desk.today().replace(year=2027)
    window.bridge.start_next(later)
    calm(window, desk)
    press(window, desk, KEY.Key_Z, CTRL)
    assert len(window.bridge.snapshot.assessments) == 1
    assert told[-1].fact.endswith("2027 est supprimé.")
    assert window.dossier.shown == "collectivite"
    window.bridge.start_next(later)
    calm(window, desk)
    window.bridge.note("str-1", "à voir")
    press(window, desk, KEY.Key_Z, CTRL)
    press(window, desk, KEY.Key_Z, CTRL)
    assert len(window.bridge.snapshot.assessments) == 2, "the note could not come back"
    press(window, desk, KEY.Key_Y, CTRL)
    window.bridge.choose_assessment(window.bridge.snapshot.assessments[0].id)
    calm(window, desk)
    press(window, desk, KEY.Key_Z, BOTH)
    callout = window.findChild(Callout)
    assert callout.text.endswith("il n’y a rien à rétablir ici.")
    window.bridge.choose_assessment(window.bridge.snapshot.assessments[1].id)
    calm(window, desk)
    assert callout.text == ""


def test_the_menu_says_what_would_be_taken_back_before_it_is(
    window: MainWindow, desk: Desk
) -> None:
    window.bridge.set_authority(LocalAuthority("Montbrelle", population=700))
    button = window._bar.undo
    button.look_asked.emit()
    calm(window, desk)
    assert button.undo.text().startswith("Annuler\u00a0: le choix d’une autre collectivité.")
    assert button.undo.isEnabled()
    assert not button.redo.isEnabled()
    button.undo.trigger()
    calm(window, desk)
    assert window.bridge.snapshot.authority.population == 612


def test_f6_goes_from_the_page_to_the_steps_the_messages_and_back(
    window: MainWindow, desk: Desk
) -> None:
    window.go("questions")
    press(window, desk, KEY.Key_F6)
    assert window._bar.stepper.hasFocus()
    press(window, desk, KEY.Key_Down)
    inside = QApplication.focusWidget()
    assert window._page("questions").isAncestorOf(inside)
    desk.notices.tell("error", "Voilà.", actions=(("Réessayer", window.show_help),))
    press(window, desk, KEY.Key_F6)
    press(window, desk, KEY.Key_F6)
    assert window._banners.banners[0].buttons[0].hasFocus()
    press(window, desk, KEY.Key_F6)
    assert QApplication.focusWidget() is inside


def test_steps_printing_and_leaving_have_their_keys(window: MainWindow, desk: Desk) -> None:
    shown: list[str] = []
    window.page_shown.connect(shown.append)
    window.go("questions")
    press(window, desk, KEY.Key_PageDown, CTRL)
    press(window, desk, KEY.Key_PageUp, CTRL)
    press(window, desk, KEY.Key_P, CTRL)
    press(window, desk, KEY.Key_PageDown, CTRL)
    press(window, desk, KEY.Key_W, CTRL)
    assert shown == ["questions", "resultats", "questions", "imprimer", "accueil"]
    assert window._home.search.field.hasFocus()
    press(window, desk, KEY.Key_P, CTRL)
    press(window, desk, KEY.Key_Z, CTRL)
    assert window.bridge is None


def test_another_dossier_is_opened_in_place_of_this_one(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    other = write_dossier(desk.paths.dossiers / "voisine.autodiag", {"str-1": 4})
    press(window, desk, KEY.Key_O, CTRL)
    assert desk.dialogs.asked == ["open_dossier"]
    desk.dialogs.chosen = other
    press(window, desk, KEY.Key_O, CTRL)
    qtbot.waitUntil(lambda: level(window, "str-1") == 4, timeout=15_000)
    assert window.bridge.path == other


def test_the_help_comes_once_and_leaves_the_window_free(window: MainWindow, desk: Desk) -> None:
    press(window, desk, KEY.Key_F1)
    press(window, desk, KEY.Key_F1)
    dialogs = window.findChildren(HelpDialog)
    assert len(dialogs) == 1
    assert not dialogs[0].isModal()
    dialogs[0].close()
