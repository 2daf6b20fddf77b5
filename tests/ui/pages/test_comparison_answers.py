# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The answers that no figure stands beside."""

from PySide6.QtWidgets import QLabel

from tests.ui.pages.walks import settle
from ui.desk import Desk
from ui.pages.comparison_answers import AnswersCard, ThemeSaid


def test_an_answer_stands_beside_its_question_where_there_is_room(desk: Desk) -> None:
    card = AnswersCard(desk.theme)
    card.resize(1200, 300)
    card.show_answers((ThemeSaid(0, "Défis", (("Ce défi est…", "Vital"),)),))
    settle()
    question, answer = card.findChildren(QLabel)[-2:]
    assert (question.text(), answer.text()) == ("Ce défi est…", "Vital")
    assert (answer.y(), answer.x() > question.x()) == (question.y(), True)
    card.resize(600, 300)
    settle()
    assert (answer.y() > question.y(), answer.x()) == (True, question.x())
    card.hide()
