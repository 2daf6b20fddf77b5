# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The five steps: real tabs, read aloud as steps, that never change page by themselves."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.widgets.stepper import STEPS, Stepper


@pytest.fixture
def stepper(desk: Desk, qtbot: QtBot) -> Stepper:
    stepper = Stepper(desk.theme)
    qtbot.addWidget(stepper)
    stepper.show()
    stepper.set_current("resultats")
    return stepper


@pytest.fixture
def chosen(stepper: Stepper) -> list[str]:
    pages: list[str] = []
    stepper.step_chosen.connect(pages.append)
    return pages


def said(stepper: Stepper) -> list[str]:
    tabs = QAccessible.queryAccessibleInterface(stepper)
    children = (tabs.child(index) for index in range(stepper.count()))
    assert tabs.role() == QAccessible.Role.PageTabList
    names = []
    for child in children:
        assert child.role() == QAccessible.Role.PageTab
        names.append(child.text(QAccessible.Text.Name))
    return names


def test_each_step_is_a_tab_that_says_where_one_is(stepper: Stepper) -> None:
    stepper.set_done({"questions"})
    assert said(stepper) == [
        "Étape 1 sur 5, Questions, terminée",
        "Étape 2 sur 5, Résultats, en cours",
        "Étape 3 sur 5, Comparaison",
        "Étape 4 sur 5, Feuille de route",
        "Étape 5 sur 5, Imprimer",
    ]


def test_showing_a_step_is_not_choosing_it(stepper: Stepper, chosen: list[str]) -> None:
    stepper.set_current("imprimer")
    stepper.set_done({"questions"})
    assert stepper.current == "imprimer"
    assert chosen == []


@pytest.mark.parametrize("index", range(5))
def test_a_click_chooses_a_step_once(
    stepper: Stepper, chosen: list[str], qtbot: QtBot, index: int
) -> None:
    stepper.set_current("collectivite")
    stepper.step_chosen.connect(stepper.set_current)
    place = stepper.tabRect(index).center()
    qtbot.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [STEPS[index][0]]
    assert stepper.current == STEPS[index][0]


def test_arrows_choose_the_step_beside(stepper: Stepper, chosen: list[str], qtbot: QtBot) -> None:
    stepper.step_chosen.connect(stepper.set_current)
    qtbot.keyClick(stepper, Qt.Key.Key_Right)
    qtbot.keyClick(stepper, Qt.Key.Key_Left)
    qtbot.keyClick(stepper, Qt.Key.Key_Left)
    assert chosen == ["comparaison", "resultats", "questions"]


def test_a_refused_step_is_not_shown(stepper: Stepper, chosen: list[str], qtbot: QtBot) -> None:
    qtbot.keyClick(stepper, Qt.Key.Key_Right)
    assert chosen == ["comparaison"]
    assert stepper.current == "resultats"
    assert stepper.currentIndex() == 1


def test_a_page_that_is_no_step_leaves_none_current(
    stepper: Stepper, chosen: list[str], qtbot: QtBot
) -> None:
    stepper.set_current("collectivite")
    assert stepper.current == ""
    assert not [name for name in said(stepper) if "en cours" in name]
    qtbot.keyClick(stepper, Qt.Key.Key_Return)
    assert chosen == ["questions"], "the keys start from the first step, not from a hidden one"


def test_from_a_page_that_is_no_step_the_next_is_the_first(stepper: Stepper) -> None:
    assert (stepper.beside(1), stepper.beside(-1)) == ("comparaison", "questions")
    stepper.set_current("collectivite")
    assert (stepper.beside(1), stepper.beside(-1)) == ("questions", "")


def test_the_wheel_never_changes_page(stepper: Stepper, chosen: list[str]) -> None:
    middle = QPointF(stepper.rect().center())
    wheel = QWheelEvent(
        middle,
        middle,
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stepper, wheel)
    assert chosen == []
    assert stepper.currentIndex() == 1


def test_without_room_only_the_current_step_is_named(stepper: Stepper) -> None:
    whole = stepper.sizeHint().width()
    stepper.show_names("current")
    widths = [stepper.tabRect(index).width() for index in range(5)]
    assert stepper.sizeHint().width() < whole
    assert max(widths) == widths[1]
    assert {widths[0]} == set(widths) - {widths[1]}
    assert stepper.tabToolTip(2) == "Étape 3 sur 5, Comparaison"
    stepper.show_names("none")
    assert stepper.width_with("none") == stepper.sizeHint().width()
    assert said(stepper)[2] == "Étape 3 sur 5, Comparaison"


def test_on_a_page_that_is_no_step_no_name_says_you_are_here(stepper: Stepper) -> None:
    stepper.show_names("current")
    stepper.set_current("collectivite")
    assert len({stepper.tabRect(index).width() for index in range(5)}) == 1
    stepper.set_current("resultats")
    assert stepper.tabRect(1).width() > stepper.tabRect(0).width()


def test_the_steps_grow_with_the_text(stepper: Stepper, desk: Desk) -> None:
    before = stepper.sizeHint()
    desk.theme.set_scale(2.0)
    after = stepper.sizeHint()
    assert after.width() > 1.6 * before.width()
    assert after.height() > before.height()
