# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The window: from the welcome page to a dossier and back, without losing anything."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from autodiag.dossier.opening import open_dossier
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answered
from autodiag.model.authority import LocalAuthority
from tests.dossier.samples import author
from tests.support.desks import VILLAGE, write_dossier
from ui.desk import Desk
from ui.dialogs.unwritten_dialog import UnwrittenDialog
from ui.main_window import MainWindow
from ui.notices import Notice
from ui.page_maker import STEPS
from ui.pages import home_resume
from ui.recent_state import FileState, state_of


def opened(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.bridge is not None, timeout=15_000)


def test_choosing_a_commune_creates_its_dossier_in_the_documents(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    shown: list[str] = []
    window.page_shown.connect(shown.append)
    window._home.authority_chosen.emit(VILLAGE)
    opened(window, qtbot)
    path = desk.paths.dossiers / "Montbrelle (42).autodiag"
    assert path.is_file()
    assert window.windowTitle() == "Montbrelle — Autodiag"
    assert shown == ["collectivite"]


def test_a_dossier_of_that_name_is_asked_about_and_not_touched(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    path = write_dossier(desk.paths.dossiers / "Montbrelle (42).autodiag", {"str-1": 3})
    before = path.read_bytes()
    window._home.authority_chosen.emit(VILLAGE)
    qtbot.wait(100)
    assert window.bridge is None
    assert path.read_bytes() == before
    window._home.another_chosen.emit(VILLAGE)
    opened(window, qtbot)
    assert window.bridge.path.name == "Montbrelle (42) 2.autodiag"
    assert path.read_bytes() == before


def test_a_name_that_no_disk_takes_still_gives_a_file(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window._home.authority_chosen.emit(LocalAuthority('Région : "Nord/Sud" ?', "region"))
    opened(window, qtbot)
    assert window.bridge.path.name == "Région Nord Sud.autodiag"


def test_every_page_opens_and_comes_back_to_the_welcome(
    window: MainWindow, desk: Desk, qtbot: QtBot, told: list[Notice]
) -> None:
    path = write_dossier(desk.paths.dossiers / "mairie.autodiag", {"str-1": 2})
    window.open_path(path)
    opened(window, qtbot)
    for page in (*STEPS, "obligations", "collectivite"):
        window.go(page)
        qtbot.wait(20)
    qtbot.waitUntil(lambda: not desk.work.busy, timeout=20_000)
    window.go("accueil")
    assert window.bridge is None
    assert [recent.answered for recent in desk.preferences.recent()] == [1]
    assert [notice.fact for notice in told if notice.kind == "error"] == []
    with open_dossier(path, author()) as again:  # the lock was given back
        assert again.access.why_read_only is None


def test_a_file_that_is_no_dossier_is_said_and_nothing_is_opened(
    window: MainWindow, desk: Desk, qtbot: QtBot, told: list[Notice], tmp_path: Path
) -> None:
    path = tmp_path / "lettre.autodiag"
    path.write_text("Bonjour", encoding="utf-8")
    window.open_path(path)
    qtbot.waitUntil(lambda: bool(told))
    assert window.bridge is None
    assert "est vide ou abîmé" in told[0].fact
    assert "F1" in told[0].what_to_do
    assert path.read_text(encoding="utf-8") == "Bonjour"


@pytest.mark.long
def test_D5_a_dossier_open_elsewhere_is_read_and_by_whom_is_said(
    window: MainWindow, desk: Desk, qtbot: QtBot, told: list[Notice]
) -> None:
    path = write_dossier(desk.paths.dossiers / "mairie.autodiag", {"str-1": 2})
    with open_dossier(path, author("Paul")):
        window.open_path(path)
        opened(window, qtbot)
        assert not window.bridge.writable
        assert any("Paul" in notice.fact + notice.what_to_do for notice in told)
        for page in (*STEPS, "obligations", "collectivite"):
            window.go(page)
            qtbot.wait(20)
        qtbot.waitUntil(lambda: not desk.work.busy, timeout=20_000)
        window.close_dossier()


def test_closing_writes_what_was_just_answered(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    path = write_dossier(desk.paths.dossiers / "mairie.autodiag")
    window.open_path(path)
    opened(window, qtbot)
    window.bridge.answer("str-1", Answered(3))
    window.close()
    assert window.bridge is None
    with open_dossier(path, author()) as again:
        assert again.assessment().level("str-1") == 3


def test_D2_closing_with_something_unwritten_asks_and_stays(
    window: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_dossier(desk.paths.dossiers / "mairie.autodiag")
    window.open_path(path)
    opened(window, qtbot)
    written = Dossier._set

    def full(self: Dossier, *_: object) -> None:
        raise AutodiagError("dossier_disque_plein", fichier=self.access.path.name)

    monkeypatch.setattr(Dossier, "_set", full)
    window.bridge.answer("str-1", Answered(3))
    window.close()
    assert window.isVisible()
    dialog = window.findChild(UnwrittenDialog)
    assert dialog is not None
    assert dialog.isVisible()
    monkeypatch.setattr(Dossier, "_set", written)
    with qtbot.waitSignal(window.bridge.saved):
        dialog.retried.emit()
    dialog.close()
    qtbot.waitUntil(lambda: window.findChild(UnwrittenDialog) is None)
    window.close()
    with open_dossier(path, author()) as again:
        assert again.assessment().level("str-1") == 3


def test_saving_elsewhere_goes_on_in_the_copy_with_what_was_waiting(
    window: MainWindow,
    desk: Desk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    path = write_dossier(desk.paths.dossiers / "mairie.autodiag", {"str-2": 1})
    window.open_path(path)
    opened(window, qtbot)
    written = Dossier._set

    def full(self: Dossier, *given: object) -> None:
        if self.access.path == path:
            raise AutodiagError("dossier_disque_plein", fichier=path.name)
        written(self, *given)

    monkeypatch.setattr(Dossier, "_set", full)
    desk.dialogs.chosen = tmp_path / "ailleurs.autodiag"
    with qtbot.waitSignal(window.bridge.save_failed):
        window.bridge.answer("str-1", Answered(3))
    with qtbot.waitSignal(window.bridge.saved, timeout=10_000):
        window.dossier.trouble.save_elsewhere()
    assert window.bridge.path == desk.dialogs.chosen
    window.close()
    with open_dossier(desk.dialogs.chosen, author()) as again:
        assert again.assessment().level("str-1") == 3
        assert again.assessment().level("str-2") == 1
    with open_dossier(path, author()) as old:
        assert old.assessment().level("str-1") is None


def test_D5_once_closed_a_dossier_is_not_said_to_be_open(
    window: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the welcome page says of it is looked at after it was closed, however fast."""
    looked: list[FileState] = []

    def look(path: Path) -> FileState:
        looked.append(state_of(path))
        return looked[-1]

    monkeypatch.setattr(home_resume, "state_of", look)
    window.open_path(write_dossier(desk.paths.dossiers / "mairie.autodiag", {"str-1": 2}))
    opened(window, qtbot)
    monkeypatch.setattr(desk.work, "submit", lambda work, done, failed: done(work(lambda *_: None)))
    window.close_dossier()
    assert [state.held_by != "" for state in looked] == [True, False]
    assert window._home._side.resume.state.text() == ""
