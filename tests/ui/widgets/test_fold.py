# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is folded: its title follows whether it is open, and Entrée opens it too."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.widgets.fold import Fold


def test_a_title_that_promises_to_show_says_once_open_what_the_button_does_now(
    qtbot: QtBot, desk: Desk
) -> None:
    fold = Fold(desk.theme, QWidget)
    qtbot.addWidget(fold)
    fold.say("Montrer 6 autres séries")
    QTest.keyClick(fold.button, Qt.Key.Key_Return)
    assert fold.is_open
    assert fold.button.text() == fold.button.accessibleName() == "Masquer 6 autres séries"
    fold.say("Montrer 7 autres séries")
    assert fold.button.text() == "Masquer 7 autres séries"
    QTest.keyClick(fold.button, Qt.Key.Key_Enter)
    assert fold.button.text() == "Montrer 7 autres séries"
    fold.say("Sources\u00a0: 9 études")
    fold.set_open(True)
    assert fold.button.text() == "Sources\u00a0: 9 études"
