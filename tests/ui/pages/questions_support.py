# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The page of the questions, shown on a real dossier, and what its tests do to it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from autodiag.bundle import installed
from autodiag.dossier.opening import open_dossier
from autodiag.model.assessment import Answer
from tests.dossier.samples import author
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.questions import QuestionsPage
from ui.pages.questions_index import QuestionIndex
from ui.pages.questions_people import QuestionPeople

LAPTOP = (1366, 636)
"""A screen of 1366 × 768, less the title bar, the task bar and the top bar."""


def shown(
    qtbot: QtBot, desk: Desk, bridge: Bridge, detail: str = "", size: tuple[int, int] = LAPTOP
) -> QuestionsPage:
    """The page, shown at a size, open at a question."""
    page = QuestionsPage(desk, bridge)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    if detail:
        page.show_detail(detail)
    return page


def people_of(bridge: Bridge) -> QuestionPeople:
    """Whom to ask, with the shipped names."""
    return QuestionPeople(installed().resources, bridge)


def index_of(bridge: Bridge) -> QuestionIndex:
    """What is looked for among the questions of an open dossier."""
    return QuestionIndex(bridge, people_of(bridge))


def press(page: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget() or page
    QTest.keyClick(focus, key, modifiers or Qt.KeyboardModifier.NoModifier)


def type_text(page: QWidget, text: str) -> None:
    """Type where the focus is."""
    QTest.keyClicks(QApplication.focusWidget() or page, text)


def answers(bridge: Bridge) -> Mapping[str, Answer]:
    """What is answered now."""
    return bridge.snapshot.assessment.answers


def on_disk(bridge: Bridge, qtbot: QtBot) -> dict[str, Answer]:
    """What the file holds once all is written."""
    qtbot.waitUntil(lambda: bridge.pending == 0)
    with open_dossier(bridge.path, author("Paul")) as other:
        return dict(other.assessment().answers)
