# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Résultats » never says two different things of one fact, nor says anything badly aloud."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from autodiag.model.assessment import Answered
from autodiag.text.sentences import unstarred
from tests.support.builders import Short
from tests.support.shipped import shipped_questionnaire
from ui.desk import Desk
from ui.pages.results import ResultsPage
from ui.widgets.trace_row import TraceRow

Open = Callable[[dict[str, Short]], ResultsPage]
QUESTIONS = shipped_questionnaire().questions


@pytest.fixture
def open_page(qtbot: QtBot, desk: Desk, open_dossier_of: Any) -> Open:
    def make(answers: dict[str, Short]) -> ResultsPage:
        given = {name: answer for name, answer in answers.items() if answer is not None}
        page = ResultsPage(desk, open_dossier_of(answers=given))
        qtbot.addWidget(page)
        page.resize(1366, 636)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return make


def twos(**others: Short) -> dict[str, Short]:
    """The level 2 but to the questions named (`str_1`), and to the themes named."""
    named = {name.replace("_", "-"): answer for name, answer in others.items()}
    return {q.id: named.get(q.id, named.get(q.theme, 2)) for q in QUESTIONS.values()}


def words(widget: QWidget) -> str:
    labels = [one for one in widget.findChildren(QLabel) if not one.isHidden()]
    return unstarred("\n".join(one.accessibleName() or one.text() for one in labels))


def test_P4_the_header_and_the_card_count_the_same_things_by_the_same_names(
    open_page: Open,
) -> None:
    unknown: dict[str, Short] = {"cyb_1": "nsp", "cyb_2": "nsp", "eco_2": "nsp"}
    unanswered: dict[str, Short] = {"str_2": None, "ter_2": None}
    page = open_page(twos(**unknown, **unanswered))
    assert not page.bridge.result.profile.certain, "the unanswered ones are doubts too"
    assert page.header.unknowns.text() == "Préciser 3\u00a0réponses"
    said = words(page.ask)
    assert "Les 3 réponses à éclaircir d’abord" in said
    assert "En tout\u00a0: 3\u00a0réponses à préciser et 2\u00a0questions sans réponse." in said


def test_P4_a_single_answer_is_spoken_of_in_the_singular(open_page: Open) -> None:
    page = open_page(twos(cyb_1="nsp"))
    said = words(page.ask)
    assert "La réponse à éclaircir" in said
    assert "La connaître préciserait vos scores. Il n’y en a pas d’autre." in said
    assert "Les connaître" not in said


def test_S6_the_card_of_what_is_missing_lists_the_pilot_theme_alone_where_it_is_enough(
    open_page: Open,
) -> None:
    page = open_page(twos(strategie=None, cyber=None))
    said = words(page.missing)
    assert "Il manque 1\u00a0thème pour situer votre commune" in said
    assert "7 le sont" not in said
    assert list(page.missing.links) == ["strategie"]


@pytest.mark.long
def test_the_list_of_themes_announces_the_calculation_only_where_its_button_is(
    open_page: Open,
) -> None:
    some: dict[str, Short] = {"str-1": 2, "str-2": "nsp"}
    unknown: dict[str, Short] = dict.fromkeys(QUESTIONS, "nsp")
    for answers in (twos(), some, unknown):
        page = open_page(answers)
        announced = "bouton «\u202fLe calcul\u202f»" in page.themes.accessibleDescription()
        assert announced == page.profile.why_button.isVisible()


def test_S10_the_apercu_says_why_by_its_own_questions(qtbot: QtBot, open_page: Open) -> None:
    page = open_page({q.id: 2 for q in QUESTIONS.values() if q.express})
    why = page.missing.why_button
    assert why is not None
    assert why.accessibleName() == "Le calcul. Pourquoi 2,0\u202f?"
    qtbot.keyClick(why, Qt.Key.Key_Return)
    said = words(page.trace)
    assert "Aperçu sur 12\u00a0réponses" in said
    assert "Leurs scores font 18 en tout. Divisé par 9, cela donne 2,0 sur\u00a04." in said
    assert not page.trace.overall.conditions.isHidden()
    page.trace.next.click()
    said = words(page.trace.list)
    asked = [q for q in QUESTIONS.values() if q.theme == "strategie"]
    assert [q.id for q in asked if page.bridge.wording(q).text in said] == [
        q.id for q in asked if q.express
    ]
    page.bridge.answer("str-2", Answered(4))
    assert page.trace.preview, "it follows the answers"
    qtbot.keyClick(page.trace.back, Qt.Key.Key_Escape)
    assert page.missing.why_button is not None
    assert page.missing.why_button.hasFocus()
    page.themes.rows["strategie"].click()
    assert not page.trace.preview


def test_the_links_are_heard_as_sentences(open_page: Open) -> None:
    page = open_page(twos(cyb_1="nsp", cyb_2="nsp"))
    names = [link.accessibleName() for link in page.ask.links.values()]
    assert len(names) == 2
    for name in names:
        assert not re.search(r"[?!.…»]\s*,", name), name


def test_the_sample_of_the_hatches_is_not_heard(open_page: Open) -> None:
    page = open_page(twos(cyb_1="nsp"))
    sample = page.themes._sample
    assert sample.isVisible()
    assert sample.grab().toImage().pixelColor(4, 7) != sample.grab().toImage().pixelColor(9, 7)
    heard = QAccessible.queryAccessibleInterface(sample)
    assert heard.role() == QAccessible.Role.Whitespace
    assert heard.text(QAccessible.Text.Name) == ""


def test_the_rows_of_the_trace_are_heard_as_sentences(open_page: Open) -> None:
    page = open_page(twos(cyb_1="nsp", cyb_2=None, cyb_3="so"))
    page.show_theme("cyber")
    names = [row.accessibleName() for row in page.trace.list.findChildren(TraceRow)]
    assert len(names) == sum(q.theme == "cyber" for q in QUESTIONS.values())
    assert "«\u202fJe ne sais pas.\u202f» De 0 à 4. Compte" in names[0]
    for name in names:
        assert not re.search(r"[.?!…][\s»]*\.", name), name
        assert name.endswith(".")
