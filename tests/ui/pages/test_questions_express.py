# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The short form in the real window: begun, left, taken up again, its aperçu, then the rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from autodiag.model.assessment import Answered, Unknown
from autodiag.scoring.coherence import odd_pairs
from tests.support.desks import write_dossier
from tests.support.shipped import shipped_questionnaire
from tests.ui.pages.questions_support import answers, press
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.pages.questions import QuestionsPage

EXPRESS = [q.id for q in shipped_questionnaire().questions.values() if q.express]


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(desk)
    window.resize(1366, 696)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    window.deleteLater()


def at_questions(window: MainWindow, qtbot: QtBot, path: Path) -> QuestionsPage:
    """The dossier of that file, open at its questions."""
    window.open_path(path)
    qtbot.waitUntil(lambda: window.bridge is not None, timeout=15_000)
    window.go("questions")
    window.activateWindow()
    page = window._page("questions")
    assert isinstance(page, QuestionsPage)
    page.begin()
    return page


def test_the_short_form_is_left_taken_up_and_gone_on_without_loss(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_dossier(tmp_path / "mairie.autodiag")
    page = at_questions(window, qtbot, path)
    press(page, Qt.Key.Key_Return)  # the way proposed first
    for question in EXPRESS[:5]:
        assert (page.current, page.express) == (question, True)
        press(page, Qt.Key.Key_2)
        press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_R)
    assert window.close_dossier()

    page = at_questions(window, qtbot, path)
    assert (page.current, page.express) == (EXPRESS[5], True)
    assert page.view.column.crumb.text().endswith("question express 6 sur 12")
    assert page.view.column.review.isChecked()
    assert window.bridge is not None
    assert dict(answers(window.bridge)) == dict.fromkeys(EXPRESS[:5], Answered(2))
    for _ in EXPRESS[5:-1]:
        press(page, Qt.Key.Key_3)
        press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_N)
    assert page.view.bar.next.text() == "Voir l’aperçu"
    press(page, Qt.Key.Key_Return)

    results = window._page("resultats")
    assert window._stack.currentWidget() is results
    said = " ".join(one.text() for one in results.findChildren(QLabel) if one.isVisible())
    assert "Aperçu sur 12 réponses" in said
    window.go("questions")
    page.view.column.remarks[0].button.click()  # «Continuer»
    assert (page.express, page.current) == (False, "str-1")
    assert page.view.bar.next.text() == "Question suivante"
    assert window.close_dossier()

    page = at_questions(window, qtbot, path)
    given = answers(window.bridge)
    assert (page.express, page.current) == (False, "str-1")
    assert (len(given), given[EXPRESS[-1]]) == (12, Unknown())


def test_twelve_keys_answer_the_short_form_whatever_sits_oddly_together(
    window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    """Remarks about two answers are said beside them; none stops the next key."""
    desk.preferences.moves_on = True
    page = at_questions(window, qtbot, write_dossier(tmp_path / "mairie.autodiag"))
    page.view.start.express.click()
    levels = [0, 4] * 6
    for question, level in zip(EXPRESS, levels, strict=True):
        assert page.current == question
        press(page, Qt.Key(Qt.Key.Key_0.value + level))
    bridge = page.bridge
    assert [answers(bridge)[q] for q in EXPRESS] == [Answered(level) for level in levels]
    odd = odd_pairs(bridge.questionnaire, bridge.snapshot.assessment, EXPRESS)
    assert odd, "these answers do sit oddly together"
    assert page.current == EXPRESS[-1], "the last one is not left by itself"
    page.show_detail(odd[0].other)
    assert odd[0].message in [remark.text for remark in page.view.column.remarks]
    press(page, Qt.Key.Key_2)
    assert page.current != odd[0].other
