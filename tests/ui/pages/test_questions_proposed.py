# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What was answered in another questionnaire, told beside a question, taken up, and taken back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from autodiag.model.assessment import Answered
from tests.support.desks import NOON
from tests.support.plain import plain
from tests.ui.conftest import OpenBridge
from tests.ui.pages.questions_support import shown
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.questions import QuestionsPage
from ui.pages.questions_list import PROPOSED

BAROMETER = "numerique-et-collectivites"


def begun(qtbot: QtBot, bridge: Bridge, **given: str) -> None:
    """The barometer, with these choices; the main questionnaire is shown again."""
    with qtbot.waitSignal(bridge.turned):
        bridge.begin(BAROMETER, NOON.date())
    for question, choice in given.items():
        bridge.answer(question.replace("_", "-"), Answered(choice))
    with qtbot.waitSignal(bridge.turned):
        bridge.choose_assessment(1)


def said(page: QuestionsPage) -> str:
    return plain(page.view.column.remarks[0].text)


def test_an_answer_of_another_questionnaire_is_offered_taken_up_and_taken_back(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of()
    begun(qtbot, bridge, dem_2="partie")
    page = shown(qtbot, desk, bridge, "adm-3")
    remark = page.view.column.remarks[0]
    assert said(page).startswith(
        "Dans « Numérique et collectivités, par thèmes », vous avez répondu « "
    )
    assert said(page).endswith("mais pas encore toute la chaîne.")
    assert plain(remark.button.text()) == "Reprendre « niveau 3 »"
    QTest.mouseClick(remark.button, Qt.MouseButton.LeftButton)
    assert bridge.snapshot.assessment.answers == {"adm-3": Answered(3)}
    page.show_detail("adm-3")
    assert said(page).startswith("Comme dans « Numérique et collectivités, par thèmes »")
    assert remark.button.isHidden()
    with qtbot.waitSignal(bridge.undone):
        bridge.undo()
    qtbot.waitUntil(lambda: not bridge.snapshot.assessment.answers)
    page.refresh()
    assert remark.button.isVisible()


def test_what_is_only_bounded_or_differs_is_told_without_a_button(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(answers={"adm-3": 1})
    begun(qtbot, bridge, dem_2="partie", inc_4="oui")
    page = shown(qtbot, desk, bridge, "adm-3")
    assert said(page).endswith("Ce serait « niveau 3 ». Votre réponse ici est différente.")
    assert page.view.column.remarks[0].button.isHidden()
    page.show_detail("usa-5")
    assert said(page).endswith("Ce serait au moins le niveau 1.")
    assert page.view.column.remarks[0].button.isHidden()


def test_a_filter_lists_what_can_be_taken_up_and_leads_from_one_to_the_next(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(answers={"don-1": 1})
    page = shown(qtbot, desk, bridge)
    chip = page.view.rail.search.chips["proposed"]
    assert chip.isHidden()
    begun(qtbot, bridge, dem_2="partie", dat_1="oui", sta_2="votee", inc_4="oui")
    page.show_detail(PROPOSED)
    # what differs from an answer given, or is only bounded, is not to be taken up in one gesture
    rows = page.view.rail.search.found.rows
    assert [plain(row.state.text)[:24] for row in rows] == [
        bridge.questionnaire.questions[one].wording().text[:24] for one in ("str-2", "adm-3")
    ]
    assert (page.current, chip.isHidden()) == ("str-2", False)
    QTest.mouseClick(page.view.column.remarks[0].button, Qt.MouseButton.LeftButton)
    page.go_on()
    assert page.current == "adm-3"
    QTest.mouseClick(page.view.column.remarks[0].button, Qt.MouseButton.LeftButton)
    assert page.view.rail.search.found.rows == []
    page.go_on()
    assert (page.view.rail.search.found.isHidden(), chip.isHidden()) == (True, True)
