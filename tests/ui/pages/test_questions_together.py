# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Cards that do not go together, and a question that an answer sets aside: by keyboard, in words,
and told."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from autodiag.model.assessment import Answered
from tests.sources import ROOT
from tests.support.plain import plain
from tests.ui.conftest import OpenBridge
from tests.ui.pages.questions_support import answers, press, shown
from ui.desk import Desk

PERCEPTION = ROOT / "questionnaires" / "perception"
FULL = "3 choix cochés, 3 au plus. Décochez-en un pour en cocher un autre."


def test_choices_of_several_are_ticked_by_the_keyboard_as_they_go_together(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(folder=PERCEPTION)
    page = shown(qtbot, desk, bridge, "per-benefices")
    body, heard = page.view.column.body, list[str]()
    body.told.connect(heard.append)
    cards = body.several.cards
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        press(page, key)
    three = Answered(("service", "information", "agents"))
    assert answers(bridge)["per-benefices"] == three
    assert [plain(card.accessibleDescription()) for card in cards] == [*[""] * 3, *[FULL] * 4, ""]
    assert all(card.isEnabled() for card in cards), "who comes to one hears why"
    assert FULL in [plain(remark.text) for remark in page.view.column.remarks]
    press(page, Qt.Key.Key_4)
    QTest.mouseClick(cards[5], Qt.MouseButton.LeftButton)
    assert answers(bridge)["per-benefices"] == three
    assert [plain(one) for one in heard] == [FULL, FULL]
    press(page, Qt.Key.Key_8)
    assert answers(bridge)["per-benefices"] == Answered(("aucun",))
    assert [card.isChecked() for card in cards] == [*[False] * 7, True]
    assert plain(heard[-1]).startswith("Décochés : « Meilleur service aux habitants », «")
    assert not any(card.accessibleDescription() for card in cards)
    press(page, Qt.Key.Key_4)
    assert answers(bridge)["per-benefices"] == Answered(("partage",))
    assert plain(heard[-1]) == "Décoché : « Aucun pour l’instant »"
    press(page, Qt.Key.Key_4)
    assert "per-benefices" not in answers(bridge), "nothing ticked is no answer"


def test_S1_an_answer_sets_the_next_question_aside_and_the_way_back_to_it_is_shown(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(folder=PERCEPTION)
    page = shown(qtbot, desk, bridge, "per-libre-pourquoi")
    bridge.answer("per-libre-pourquoi", Answered("cout"))
    page.show_detail("per-libre")
    press(page, Qt.Key.Key_3)
    press(page, Qt.Key.Key_Return)
    assert page.current == "per-donnee", "the one that no longer applies is passed"
    page.show_detail("per-libre-pourquoi")
    remark = page.view.column.remarks[0]
    assert plain(remark.text).startswith("Cette question n’est pas posée. La réponse à la question")
    assert not page.view.column.body.isEnabled()
    QTest.mouseClick(remark.button, Qt.MouseButton.LeftButton)
    assert page.current == "per-libre"
    assert answers(bridge)["per-libre-pourquoi"] == Answered("cout"), "kept, and inactive"
