# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Digits on marks and choices: ten is typed 1 then 0, and the focus goes to what was chosen."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from autodiag.model.assessment import Answered
from tests.support.unscored import UNSCORED
from tests.ui.conftest import OpenBridge
from tests.ui.pages.questions_support import answers, press, shown
from ui.desk import Desk

KEY = Qt.Key


def test_one_then_zero_is_ten_and_a_zero_that_comes_later_is_zero(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(folder=UNSCORED, facts={"ecole": False})
    page = shown(qtbot, desk, bridge, "avis-note")
    marks, typing = page.view.column.body.marks, page.view.column.body.typing
    assert page.view.bar.hint.text() == "0 à 9 · 1 0 pour 10 · Entrée"
    assert page.view.bar.hint.isVisible(), "on a laptop, between both buttons"
    press(page, KEY.Key_1)
    assert answers(bridge) == {"avis-note": Answered(1)}
    press(page, KEY.Key_0)
    assert answers(bridge) == {"avis-note": Answered(10)}
    assert marks.segment("10").hasFocus()
    press(page, KEY.Key_0)
    assert answers(bridge) == {"avis-note": Answered(0)}, "a third digit stands alone"
    press(page, KEY.Key_1)
    marks.segment("5").click()
    press(page, KEY.Key_0)
    assert answers(bridge) == {"avis-note": Answered(0)}, "something else came between"
    press(page, KEY.Key_1)
    with qtbot.waitSignal(typing.settled, timeout=3_000):
        typing._wait.start(1)  # the second is over
    press(page, KEY.Key_0)
    assert answers(bridge) == {"avis-note": Answered(0)}
    press(page, KEY.Key_2)
    press(page, KEY.Key_Space)
    assert answers(bridge) == {"avis-note": Answered(2)}, "Espace is about what was typed"


def test_a_digit_takes_the_focus_to_its_choice_so_that_space_keeps_it(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(folder=UNSCORED, facts={"ecole": False})
    page = shown(qtbot, desk, bridge, "avis-choix")
    press(page, KEY.Key_2)
    press(page, KEY.Key_Space)
    assert answers(bridge) == {"avis-choix": Answered("non")}
    page.show_detail("avis-plusieurs")
    press(page, KEY.Key_2)
    assert page.view.column.body.several.cards[1].hasFocus()
    assert answers(bridge)["avis-plusieurs"] == Answered(("prestataire",))


def test_going_on_by_itself_waits_for_the_zero_of_a_ten(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    desk.preferences.moves_on = True
    bridge = open_dossier_of(folder=UNSCORED, facts={"ecole": False})
    page = shown(qtbot, desk, bridge, "avis-note")
    press(page, KEY.Key_1)
    assert page.current == "avis-note", "what is typed next may belong to it"
    press(page, KEY.Key_0)
    assert (page.current, dict(answers(bridge))) == ("avis-choix", {"avis-note": Answered(10)})
    page.show_detail("avis-note")
    press(page, KEY.Key_1)
    typing = page.view.column.body.typing
    with qtbot.waitSignal(typing.settled, timeout=3_000):
        typing._wait.start(1)
    assert (page.current, dict(answers(bridge))) == ("avis-choix", {"avis-note": Answered(1)})
