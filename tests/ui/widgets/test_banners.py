# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Messages: an error stays, a success leaves, one per key, heard as alerts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from autodiag.errors import AutodiagError
from ui.desk import Desk
from ui.widgets import banner as banner_module
from ui.widgets.banner import Banner
from ui.widgets.banner_stack import MOST, BannerStack


@pytest.fixture
def stack(desk: Desk, qtbot: QtBot) -> BannerStack:
    stack = BannerStack(desk.theme, desk.notices)
    qtbot.addWidget(stack)
    stack.resize(1366, 100)
    return stack


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(banner_module, "LEAVES_AFTER", 30)


def facts(stack: BannerStack) -> list[str]:
    return [banner.notice.fact for banner in stack.banners]


def test_with_nothing_to_tell_it_takes_no_room(stack: BannerStack) -> None:
    assert stack.isHidden()


def test_the_latest_message_is_on_top(stack: BannerStack, desk: Desk) -> None:
    desk.notices.tell("error", "Un.")
    desk.notices.tell("warning", "Deux.")
    assert stack.isVisible()
    assert facts(stack) == ["Deux.", "Un."]


def test_a_message_takes_the_place_of_the_one_with_its_key(stack: BannerStack, desk: Desk) -> None:
    desk.notices.tell("error", "Un.", key="disque")
    desk.notices.tell("error", "Deux.", key="disque")
    desk.notices.tell("error", "Trois.")
    assert facts(stack) == ["Trois.", "Deux."]
    desk.notices.clear("disque")
    assert facts(stack) == ["Trois."]


def test_the_same_message_twice_is_shown_once(stack: BannerStack, desk: Desk) -> None:
    desk.notices.tell("error", "Un.", "Réessayez.")
    desk.notices.tell("error", "Un.", "Réessayez.")
    assert facts(stack) == ["Un."]


def test_errors_are_never_pushed_away(stack: BannerStack, desk: Desk) -> None:
    for number in range(MOST):
        desk.notices.tell("error", f"Erreur {number}.")
        desk.notices.tell("success", f"Fait {number}.")
    assert [fact for fact in facts(stack) if fact.startswith("Erreur")] == [
        f"Erreur {number}." for number in reversed(range(MOST))
    ]
    assert len(facts(stack)) <= MOST + 1


@pytest.mark.parametrize(
    ("height", "kept"), [(300, ["Autre année."]), (600, ["Fait.", "Autre année."])]
)
def test_in_a_low_window_a_success_leaves_as_soon_as_there_is_something_else(
    stack: BannerStack, desk: Desk, height: int, kept: list[str]
) -> None:
    stack.resize(1366, height)
    desk.notices.tell("warning", "Autre année.")
    desk.notices.tell("success", "Fait.")
    desk.notices.tell("error", "Non écrit.")
    assert facts(stack) == ["Non écrit.", *kept]


@pytest.mark.usefixtures("soon")
def test_a_success_leaves_and_the_rest_stays(stack: BannerStack, desk: Desk, qtbot: QtBot) -> None:
    desk.notices.tell("error", "Erreur.")
    desk.notices.tell("warning", "Attention.")
    desk.notices.tell("success", "Fait.")
    qtbot.waitUntil(lambda: "Fait." not in facts(stack), timeout=2000)
    qtbot.wait(80)
    assert facts(stack) == ["Attention.", "Erreur."]


@pytest.mark.usefixtures("soon")
def test_a_success_waits_while_the_keyboard_is_on_it(
    stack: BannerStack, desk: Desk, qtbot: QtBot
) -> None:
    desk.notices.tell("success", "Fait.")
    stack.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is stack)
    close = stack.banners[0].close_button
    close.setFocus()
    qtbot.wait(120)
    assert facts(stack) == ["Fait."]
    qtbot.keyClick(close, Qt.Key.Key_Space)
    assert facts(stack) == []


@pytest.mark.usefixtures("soon")
def test_what_can_still_be_done_about_it_does_not_leave_by_itself(
    stack: BannerStack, desk: Desk, qtbot: QtBot
) -> None:
    done: list[str] = []
    act = ("Ouvrir", lambda: done.append("ouvert"))
    desk.notices.tell("success", "Fait.", actions=(act,))
    qtbot.wait(120)
    assert facts(stack) == ["Fait."]
    qtbot.keyClick(stack.banners[0].buttons[0], Qt.Key.Key_Space)
    assert done == ["ouvert"]


def test_a_message_that_has_the_keyboard_says_so_before_it_leaves(
    stack: BannerStack, desk: Desk, qtbot: QtBot
) -> None:
    desk.notices.tell("error", "Un.")
    desk.notices.tell("error", "Deux.", key="disque")
    stack.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is stack)
    last = stack.banners[1].close_button
    last.setFocus()
    left: list[bool] = []
    stack.focus_left.connect(lambda: left.append(last.hasFocus()))
    desk.notices.clear("disque")
    assert left == []
    last.click()
    assert left == [True]


def test_a_message_can_be_closed(stack: BannerStack, desk: Desk) -> None:
    desk.notices.tell("error", "Un.")
    close = stack.banners[0].close_button
    assert close.accessibleName() == "Fermer ce message"
    close.click()
    assert facts(stack) == []
    assert stack.isHidden()


def test_a_message_is_heard_as_an_alert(
    stack: BannerStack, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(banner_module, "alert", lambda _widget, text: heard.append(text))
    desk.notices.tell("error", "Rien n’est perdu.", "Réessayez.")
    stack.resize(700, 100)
    assert heard == ["Rien n’est perdu. Réessayez."]
    assert stack.banners[0].accessibleName() == "Rien n’est perdu. Réessayez."


def test_an_expected_failure_says_the_fact_then_what_to_do(stack: BannerStack, desk: Desk) -> None:
    error = AutodiagError("dossier_disque_plein", fichier="<b>mairie</b>.autodiag")
    desk.notices.tell_error(error)
    notice = stack.banners[0].notice
    assert f"{notice.fact} {notice.what_to_do}" == error.sentence
    for text in stack.banners[0].findChildren(QLabel):
        if text.text():
            assert text.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [1024, 1366])
def test_a_long_message_is_whole(
    stack: BannerStack, desk: Desk, qtbot: QtBot, scale: float, width: int
) -> None:
    desk.theme.set_scale(scale)
    desk.notices.tell("error", "Ce fichier n’a pas pu être lu.", "Vos réponses sont là. " * 12)
    stack.resize(width, 10)
    stack.adjustSize()
    stack.resize(width, stack.heightForWidth(width))
    qtbot.wait(20)
    for text in stack.banners[0].findChildren(QLabel):
        if text.text():
            needed = text.heightForWidth(text.width()) if text.wordWrap() else 0
            assert text.height() >= needed


def test_messages_that_left_leave_nothing_behind(
    stack: BannerStack, desk: Desk, qtbot: QtBot
) -> None:
    for number in range(30):
        desk.notices.tell("error", f"Erreur {number}.", actions=(("Réessayer", stack.update),))
        desk.notices.tell("error", "Autre.", key="clé")
        stack.banners[1].close_button.click()
    desk.notices.clear("clé")
    assert stack.banners == ()
    qtbot.waitUntil(lambda: not stack.findChildren(Banner))


@pytest.mark.parametrize(("scale", "beside"), [(1.0, True), (2.0, False)])
def test_the_buttons_go_under_words_that_would_pile_up(
    stack: BannerStack, desk: Desk, qtbot: QtBot, scale: float, beside: bool
) -> None:
    desk.theme.set_scale(scale)
    act = ("Enregistrer ailleurs…", stack.update)
    desk.notices.tell("error", "Rien n’est perdu.", "Libérez de la place. " * 8, actions=(act,))
    stack.resize(1024, stack.heightForWidth(1024))
    banner = stack.banners[0]
    words = [text for text in banner.findChildren(QLabel) if text.text()]
    button = banner.buttons[0]
    qtbot.waitUntil(lambda: (button.x() > words[0].geometry().right()) is beside)
    assert (button.y() > words[-1].geometry().bottom()) is not beside
