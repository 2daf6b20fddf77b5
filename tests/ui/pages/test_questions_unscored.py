# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A questionnaire without levels: how far one is, and what is said of each answer."""

from tests.support.unscored import GIVEN, UNSCORED
from tests.ui.conftest import OpenBridge
from ui.page_maker import all_answered, first_page
from ui.pages.questions_said import before_said
from ui.recent import recent_of


def test_questions_without_a_level_count_in_how_far_one_is(open_dossier_of: OpenBridge) -> None:
    bridge = open_dossier_of(folder=UNSCORED, facts={"ecole": False})
    bridge.answer("avis-note", GIVEN["avis-note"])
    assert not all_answered(bridge)
    assert first_page(bridge) == "questions"
    assert recent_of(bridge, "").per_theme == ((1, 4),)
    for question, answer in GIVEN.items():
        bridge.answer(question, answer)
    assert all_answered(bridge)


def test_a_mark_and_a_number_are_not_said_to_be_levels(open_dossier_of: OpenBridge) -> None:
    questions = open_dossier_of(folder=UNSCORED).questionnaire.questions
    said = {name: before_said(questions[name], answer) for name, answer in GIVEN.items()}
    assert said == {
        "avis-note": "Précédente\u00a0: note 7 sur\u00a010",
        "avis-choix": "Précédente\u00a0: réponse enregistrée",
        "avis-plusieurs": "Précédente\u00a0: réponse enregistrée",
        "avis-nombre": "Précédente\u00a0: 12 ordinateurs",
    }
