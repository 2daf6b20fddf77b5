# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Another questionnaire in the window: begun, shown, changed, and taken back where it was."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from autodiag.bundle import Bundle, installed
from tests.gallery.window import window_at
from tests.support.desks import FIVE, NOON, write_dossier
from tests.support.plain import plain
from tests.support.unscored import GIVEN, UNSCORED
from tests.ui.rounds import OFFICE, calm, open_at_rest
from ui.bridge import Bridge
from ui.opening import Beside
from ui.undone import said_of_undone

OTHER = "sans-score"


def install(bridge: Bridge, root: Path) -> None:
    """The questionnaire of the tests, installed as ours are."""
    shutil.copytree(UNSCORED, root / "questionnaires" / OTHER)
    (root / "resources").symlink_to(installed().resources)
    bridge._beside = Beside(Bundle(root))


def begin(qtbot: QtBot, bridge: Bridge) -> None:
    with qtbot.waitSignal(bridge.turned):
        bridge.begin(OTHER, NOON.date())


def test_another_questionnaire_is_begun_answered_and_left(
    qtbot: QtBot, bridge: Bridge, tmp_path: Path
) -> None:
    install(bridge, tmp_path / "ici")
    begin(qtbot, bridge)
    assert bridge.questionnaire.id == OTHER
    assert (bridge.writable, bridge.installed) == (True, True)
    assert bridge.knowledge.actions.actions == {}
    bridge.answer("avis-note", GIVEN["avis-note"])
    with qtbot.waitSignal(bridge.turned):
        bridge.choose_assessment(1)
    assert bridge.writable
    assert bridge.snapshot.others[OTHER].assessment.answers == {"avis-note": GIVEN["avis-note"]}
    with qtbot.waitSignal(bridge.undone) as undone:
        bridge.undo()
    assert plain(said_of_undone(undone.args[0], bridge)).endswith(
        "à vos outils ? », dans « Cinq réponses sans score »."
    )
    begin(qtbot, bridge)
    assert bridge.snapshot.assessment_id == 2
    qtbot.waitUntil(lambda: not bridge.snapshot.assessment.answers)


def test_one_that_is_not_installed_is_refused_and_the_diagnosis_goes_on(
    qtbot: QtBot, bridge: Bridge
) -> None:
    with qtbot.waitSignal(bridge.refused) as refused:
        bridge.begin("inconnu", NOON.date())
    assert refused.args[0].code == "questionnaire_absent"
    qtbot.waitUntil(lambda: bridge.writable)
    assert bridge.questionnaire.id == "cinq-questions"


@pytest.mark.usefixtures("qapp")
def test_C_the_way_to_what_was_taken_back_goes_through_its_questionnaire(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_dossier(tmp_path / "Documents" / "mairie.autodiag", folder=FIVE)
    with window_at(tmp_path, OFFICE) as (window, desk):
        open_at_rest(window, desk, path)
        bridge = window.bridge
        install(bridge, tmp_path / "ici")
        begin(qtbot, bridge)
        bridge.answer("avis-nombre", GIVEN["avis-nombre"])
        with qtbot.waitSignal(bridge.turned):
            bridge.choose_assessment(1)
        calm(window, desk)
        window.go("questions")
        window.dossier.undo()
        calm(window, desk)
        _, way = window._banners.banners[0].buttons
        assert way.text() == "Y aller"
        way.click()
        calm(window, desk)
        assert bridge.questionnaire.id == OTHER
        assert window._page("questions").current == "avis-nombre"
        window.go("feuille", "follow")
        assert window.dossier.shown == "comparaison", "there is no score to raise"
        assert "feuille" not in window.dossier.pages


@pytest.mark.usefixtures("qapp")
def test_the_handover_is_of_the_main_diagnosis_and_leads_to_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_dossier(tmp_path / "Documents" / "mairie.autodiag", {"out-1": 2}, folder=FIVE)
    with window_at(tmp_path, OFFICE) as (window, desk):
        open_at_rest(window, desk, path)
        bridge = window.bridge
        install(bridge, tmp_path / "ici")
        begin(qtbot, bridge)
        bridge.answer("avis-note", GIVEN["avis-note"])
        assert set(bridge.main_answered_by()) == {"out-1"}
        assert set(bridge.answered_by()) <= {"avis-note"}, "of what is shown"
        assert bridge.main().questionnaire.id == "cinq-questions"
        calm(window, desk)
        window.go("passation", "reponses")
        calm(window, desk)
        page = window._page("passation")
        assert plain(page.answers.said.text()) == "1 réponse."
        page.answers.cards["outils"].rows["out-1"].go.click()
        qtbot.waitUntil(lambda: bridge.snapshot.is_main)
        calm(window, desk)
        assert window.dossier.shown == "questions"
        assert window._page("questions").current == "out-1"
