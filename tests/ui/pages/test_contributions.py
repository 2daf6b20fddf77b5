# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The card of the contributions: who takes each theme, how far it is, and the way to it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from autodiag.model.assessment import Answer, NotConcerned, Unknown
from autodiag.scoring.taken_over import not_asked
from tests.sources import ROOT
from tests.support.desks import ChosenFiles, open_bridge, write_dossier, written_by
from tests.support.plain import plain
from ui.bridge import Bridge
from ui.desk import Desk
from ui.notices import Notice
from ui.pages.authority import AuthorityPage
from ui.undone import said_of_undone

SHARED = ROOT / "questionnaires" / "numerique-et-collectivites"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[AuthorityPage]:
    bridge = open_bridge(desk, write_dossier(tmp_path / "a.autodiag", folder=SHARED))
    page = AuthorityPage(desk, bridge)
    qtbot.addWidget(page)
    page.resize(1366, 636)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    yield page
    bridge.finish()
    bridge.close()


def test_who_takes_a_theme_is_typed_written_and_taken_back(page: AuthorityPage, desk: Desk) -> None:
    card, bridge = page.contributions, page.bridge
    row = card.rows["inclusion"]
    assert plain(card.said.text()) == "0 contribution complète sur 9"
    assert "Le SIRET n’est pas indiqué" in plain(card.whose.text())
    assert row.badge.text == "Pas commencée"
    row.field.setFocus()
    QTest.keyClicks(row.field, "Mme Ba, adjointe")
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert written_by(desk, bridge).contributors == {"inclusion": "Mme Ba, adjointe"}
    ahead, _ = bridge.dossier.undoable()
    assert plain(said_of_undone(ahead, bridge)) == (
        "Annulé : qui prend le thème « Inclusion numérique »."
    )
    bridge.undo()
    assert not written_by(desk, bridge).contributors


def test_answers_taken_over_are_said_to_wait_wherever_they_are_counted(
    page: AuthorityPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    card, bridge = page.contributions, page.bridge
    it, names = bridge.snapshot, frozenset(bridge.questionnaire.questions)
    every: dict[str, Answer] = dict.fromkeys(names, Unknown())
    now = replace(it.assessment, answers=every, to_confirm=names)
    earlier = replace(it.years[0], id=9, day=it.assessment.day.replace(year=2025))
    held = replace(it, assessments=(earlier, *it.assessments)).with_assessment(now)
    monkeypatch.setattr(Bridge, "snapshot", held)
    page.refresh()
    left = len(names - not_asked(held))
    assert plain(card.said.text()) == "0 contribution complète sur 9, 9 reprises à confirmer"
    assert card.rows["inclusion"].badge.text == "Reprise de 2025, à confirmer"
    said = plain(page.years.rows[it.assessment_id].said.text())
    assert said == f"{left} réponses, dont {left} à confirmer."
    monkeypatch.undo()


def test_how_far_each_is_and_the_way_to_what_is_left(page: AuthorityPage) -> None:
    card, bridge = page.contributions, page.bridge
    for question in bridge.questionnaire.themes[0].questions:
        bridge.answer(question.id, Unknown())
    second = bridge.questionnaire.themes[1].questions
    bridge.answer(second[0].id, NotConcerned("Chez nous, non"))
    assert bridge.finish()
    page.refresh()
    done, begun = card.rows["inclusion"], card.rows["cybersecurite"]
    assert plain(card.said.text()) == "1 contribution complète sur 9"
    assert (done.badge.text, done.go.text()) == ("Complète", "Voir")
    assert plain(done.by.text()).endswith("par Marie")
    assert plain(begun.badge.text) == f"En cours : 1 sur {len(second)}"
    asked: list[object] = []
    page.went_to.connect(lambda *where: asked.append(where))
    begun.go.click()
    done.go.click()
    first = bridge.questionnaire.themes[0].questions[0].id
    assert asked == [("questions", second[1].id), ("questions", first)]


def test_what_is_typed_is_kept_when_the_page_is_left(page: AuthorityPage, desk: Desk) -> None:
    page.contributions.rows["strategie"].field.setText("Le maire")
    page.leave()
    assert written_by(desk, page.bridge).contributors == {"strategie": "Le maire"}


def test_a_questionnaire_that_is_not_shared_has_no_such_card(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    bridge: Bridge = open_bridge(desk, write_dossier(tmp_path / "b.autodiag"))
    page = AuthorityPage(desk, bridge)
    qtbot.addWidget(page)
    page.refresh()
    assert page.contributions.isHidden()
    assert not page.contributions.rows
    bridge.close()


def saved(page: AuthorityPage, desk: Desk, told: list[Notice], target: Path) -> None:
    """The first theme, answered and saved as a file."""
    for question in page.bridge.questionnaire.themes[0].questions:
        page.bridge.answer(question.id, Unknown())
    page.refresh()
    cast("ChosenFiles", desk.dialogs).chosen = target
    page.contributions.rows["inclusion"].save.click()
    wait_told(told, "Fichier enregistré")


def wait_told(told: list[Notice], fact: str) -> Notice:
    """The notice that begins so, once it is there."""
    QTest.qWait(20)
    for _ in range(200):
        found = [one for one in told if one.fact.startswith(fact)]
        if found:
            return found[-1]
        QTest.qWait(20)
    raise AssertionError([one.fact for one in told])


def test_a_contribution_is_saved_and_taken_back_and_never_over_another_answer_unasked(
    page: AuthorityPage, desk: Desk, told: list[Notice], tmp_path: Path
) -> None:
    target, bridge = tmp_path / "inclusion.json", page.bridge
    saved(page, desk, told, target)
    first = bridge.questionnaire.themes[0].questions[0].id
    bridge.answer(first, NotConcerned("Autrement"))
    page.contributions.take.click()
    refused = wait_told(told, "«\u202finclusion.json\u202f» répond autrement")
    assert "ici «\u202fSans objet" in refused.what_to_do
    assert written_by(desk, bridge).assessment.answers[first] == NotConcerned("Autrement")
    ((label, replace),) = refused.actions
    assert label == "Remplacer"
    replace()
    wait_told(told, "Contribution reprise")
    assert written_by(desk, bridge).assessment.answers[first] == Unknown()


@pytest.mark.long
def test_a_file_that_is_no_contribution_is_refused_with_a_sentence(
    page: AuthorityPage, desk: Desk, told: list[Notice], tmp_path: Path
) -> None:
    target = tmp_path / "autre.json"
    target.write_text("{}", "utf-8")
    cast("ChosenFiles", desk.dialogs).chosen = target
    page.contributions.take.click()
    assert wait_told(told, "«\u202fautre.json\u202f» n’est pas un fichier").kind == "error"
