# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Depuis 2025 » on the page of results: what changed since the assessment before, once there is
one."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from autodiag.model.assessment import Answered
from tests.support.plain import plain
from tests.support.shipped import shipped_questionnaire
from tests.ui.pages.walks import cut, overflow
from ui.desk import Desk
from ui.pages.results import ResultsPage


def said(page: ResultsPage) -> str:
    return plain("\n".join(one.text() for one in page.since.findChildren(QLabel)))


def test_the_card_comes_with_the_second_assessment_and_follows_answers(
    qtbot: QtBot, desk: Desk, open_dossier_of: Any
) -> None:
    answers = dict.fromkeys(shipped_questionnaire().questions, 2)
    page = ResultsPage(desk, open_dossier_of(answers=answers))
    qtbot.addWidget(page)
    page.resize(1024, 580)
    with qtbot.waitExposed(page):
        page.show()
    assert page.since.isHidden()
    year = page.bridge.snapshot.assessment.day.year
    page.bridge.start_next(date(year + 1, 11, 20))
    qtbot.waitUntil(page.since.isVisible)
    assert f"Depuis {year}" in said(page)
    asked = sum(t.state != "non_applicable" for t in page.bridge.result.traces().values())
    early = f"{asked} réponses reprises ne sont pas encore confirmées"
    assert f"{early} : rien à comparer pour l’instant." in said(page)
    assert "Même score" not in said(page)
    assert "pas de changement" not in said(page)
    page.bridge.answer("cyb-1", Answered(4))
    qtbot.waitUntil(lambda: "+0,6" in said(page))
    assert f"{asked - 1} réponses reprises ne sont pas encore confirmées : elles" in said(page)
    assert f"Sur {asked} questions communes, 1 réponse a changé." in said(page)
    assert "Même score pour 8 autres thèmes." in said(page)
    names = [plain(one.accessibleName()) for one in page.since.findChildren(QLabel)]
    assert "Cybersécurité : +0,6, par vos réponses." in names
    assert (cut(page), overflow(page.area)[0]) == ([], 0)
