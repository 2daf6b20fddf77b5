# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A questionnaire without levels: how far one is, and what is said of each answer."""

from pytestqt.qtbot import QtBot

from autodiag.model.assessment import Unknown
from tests.sources import ROOT
from tests.support.plain import plain
from tests.support.unscored import GIVEN, UNSCORED
from tests.ui.conftest import OpenBridge
from tests.ui.pages.questions_support import shown
from ui.desk import Desk
from ui.page_maker import all_answered, first_page
from ui.pages.questions_said import before_said
from ui.recent import recent_of

SHARED = ROOT / "questionnaires" / "numerique-et-collectivites"


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


def test_who_takes_a_theme_is_said_above_its_questions_and_in_the_rail(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(folder=SHARED)
    bridge.set_contributor("inclusion", "Mme Ba")
    page = shown(qtbot, desk, bridge, "inc-1")
    crumb, rows = page.view.column.crumb, page.view.rail.rows
    assert plain(crumb.text()).endswith("question 1 sur 5 · Mme Ba s’en charge")
    assert "Mme Ba s’en charge" in plain(rows[0].accessibleName())
    assert "s’en charge" not in plain(rows[1].accessibleName())
    bridge.set_contributor("inclusion", "La secrétaire générale de mairie " * 4)
    bridge.answer("inc-1", Unknown())
    assert crumb.heightForWidth(700) > crumb.heightForWidth(4000), "on two lines, the end cut"
    page.show_detail(bridge.questionnaire.themes[1].questions[0].id)
    assert "s’en charge" not in crumb.text()
