# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is refused beside a question stays and names it; what looks like a password is told."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenBridge
from tests.ui.pages.questions_support import shown
from ui.desk import Desk
from ui.notices import Notice
from ui.pages.questions import QuestionsPage
from ui.save_trouble import SaveTrouble
from ui.widgets.evidence_panel import EvidencePanel
from ui.widgets.secret_warning import SECRET

PASSWORD = "mot de passe : Azerty123!"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge) -> QuestionsPage:
    """Its evidence unfolded, beside what says refusals at the top of the window."""
    page = shown(qtbot, desk, open_dossier_of(answers={"str-1": 1}), "str-2")
    SaveTrouble(desk, page.bridge, page)
    page.view.help.own.fold.set_open(True)
    QApplication.processEvents()
    return page


@pytest.fixture
def heavy(tmp_path: Path) -> Path:
    path = tmp_path / "film.pdf"
    path.write_bytes(bytes(6_000_000))
    return path


def panel(page: QuestionsPage) -> EvidencePanel:
    return page.view.help.own.evidence


def ask(page: QuestionsPage, path: Path) -> None:
    page.desk.dialogs.chosen = path  # type: ignore[attr-defined]
    panel(page).attach.click()


def quiet(page: QuestionsPage, qtbot: QtBot) -> None:
    """Until all is written, and what was read again is shown."""
    bridge = page.bridge
    qtbot.waitUntil(lambda: not (bridge.pending or page.desk.disk.busy or bridge._stale))
    qtbot.wait(30)


def noted(page: QuestionsPage, qtbot: QtBot, text: str, number: int = 1) -> None:
    panel(page).refer.click()
    QTest.keyClicks(panel(page).field, text)
    panel(page).note.click()
    qtbot.waitUntil(lambda: len(panel(page).rows) == number)


def test_a_refusal_after_a_removal_stays_until_the_next_act(
    qtbot: QtBot, page: QuestionsPage, heavy: Path, told: list[Notice]
) -> None:
    noted(page, qtbot, "Classeur")
    quiet(page, qtbot)
    panel(page).rows[0].remove.click()
    tool, good = heavy.with_name("outil.exe"), heavy.with_name("bon.pdf")
    tool.write_bytes(b"MZ")
    good.write_bytes(b"%PDF-1.4")
    page.view.help.files_dropped.emit([heavy, good, tool])
    quiet(page, qtbot)
    said = panel(page).said
    assert said.isVisible()
    assert [name in said.text() for name in ("film.pdf", "bon.pdf", "outil.exe")] == [1, 0, 1]
    assert told == []
    ask(page, heavy.with_name("absent.pdf"))
    quiet(page, qtbot)
    assert said.text().startswith("«\u202fabsent.pdf\u202f» est introuvable")


def test_after_a_removal_what_is_attached_is_said_to_be(
    qtbot: QtBot, page: QuestionsPage, tmp_path: Path
) -> None:
    noted(page, qtbot, "Classeur")
    panel(page).rows[0].remove.click()
    path = tmp_path / "bon.pdf"
    path.write_bytes(b"%PDF-1.4")
    ask(page, path)
    quiet(page, qtbot)
    assert panel(page).said.text() == "Joint à cette réponse."


def test_a_refusal_that_comes_once_one_has_gone_on_names_its_question(
    qtbot: QtBot, page: QuestionsPage, heavy: Path, told: list[Notice]
) -> None:
    asked = page.view.column.title.text()
    page.view.help.files_dropped.emit([heavy, heavy.with_name("absent.pdf")])
    page.go_on()
    assert page.current == "str-3"
    quiet(page, qtbot)
    assert panel(page).said.text() == ""
    last = told[-1]
    assert asked in last.fact
    assert "film.pdf" in last.what_to_do
    assert "absent.pdf" in last.what_to_do
    assert {notice.key for notice in told} == {last.key}


def test_a_reference_noted_already_is_said_to_be_and_not_added(
    qtbot: QtBot, page: QuestionsPage
) -> None:
    noted(page, qtbot, "Classeur")
    noted(page, qtbot, "classeur ")
    quiet(page, qtbot)
    assert len(panel(page).rows) == 1
    assert panel(page).said.text() == (
        "«\u202fClasseur\u202f» est déjà noté pour cette réponse. Rien n’a été ajouté. Vous pouvez"
        " continuer."
    )


def test_a_reference_that_looks_like_a_password_is_told_gently_and_kept(
    qtbot: QtBot, page: QuestionsPage
) -> None:
    panel(page).refer.click()
    page.view.help.note.setPlainText("mdp : Azerty123!")  # what stands above takes its room too
    QTest.keyClicks(panel(page).field, PASSWORD)
    warning = panel(page).warning
    assert warning.isVisible()
    qtbot.waitUntil(lambda: warning.visibleRegion().boundingRect() == warning.rect())
    assert panel(page).field.accessibleDescription() == SECRET
    panel(page).note.click()
    qtbot.waitUntil(lambda: len(panel(page).rows) == 1)
    (row,) = panel(page).rows
    assert row.evidence.title == PASSWORD
    qtbot.waitUntil(row.warning.isVisible)
    assert not row.warning.isWindow()
    panel(page).refer.click()
    assert not panel(page).warning.isVisible()
    assert panel(page).field.accessibleDescription().startswith("Par exemple")
    noted(page, qtbot, "Classeur", 2)
    warned = {row.evidence.title: not row.warning.isHidden() for row in panel(page).rows}
    assert warned == {PASSWORD: True, "Classeur": False}


def test_a_note_that_looks_like_a_password_is_told_gently_and_kept(page: QuestionsPage) -> None:
    own = page.view.help.own
    assert not own.warning.isVisible()
    QTest.keyClicks(own.note, PASSWORD)
    QApplication.processEvents()
    assert own.warning.isVisible()
    assert own.note.geometry().bottom() < own.warning.geometry().top()
    assert own.warning.geometry().bottom() < own.fold.geometry().top()
    assert own.note.accessibleDescription().endswith(SECRET)
    page.go_on()
    assert page.bridge.snapshot.notes["str-2"] == PASSWORD
    assert not own.warning.isVisible()
    assert SECRET not in own.note.accessibleDescription()
    page.show_detail("str-2")
    assert own.warning.isVisible(), "a note that is kept is looked at too"
