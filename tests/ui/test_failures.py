# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What nobody expected: logged, said once with what is true of the answers, and one goes on."""

import faulthandler
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.sources import ROOT
from ui import failures as failures_module
from ui.desk import Desk
from ui.dialogs.crash_dialog import CrashDialog
from ui.failure_details import details_of, without_folders
from ui.failures import Failures, install
from ui.main_window import MainWindow

pytestmark = pytest.mark.logs_warning


class Window(QWidget):
    """Stands for the window: only what the failures read of it."""

    def __init__(self, pending: int | None) -> None:
        super().__init__()
        self.bridge = None if pending is None else SimpleNamespace(pending=pending)


@pytest.fixture
def failures(desk: Desk, qapp: QApplication) -> Iterator[Failures]:
    hooks = (sys.excepthook, threading.excepthook)
    failures = install(qapp, desk.paths)
    yield failures
    failures.uninstall()
    faulthandler.enable(sys.__stderr__)
    assert (sys.excepthook, threading.excepthook) == hooks
    for dialog in dialogs():
        dialog.close()
    failures.deleteLater()


def dialogs() -> list[CrashDialog]:
    every = QApplication.topLevelWidgets()
    return [w for w in every if isinstance(w, CrashDialog) and w.isVisible()]


def watched(failures: Failures, qtbot: QtBot, pending: int | None) -> Window:
    window = Window(pending)
    qtbot.addWidget(window)
    window.show()
    failures.watch(cast("MainWindow", window))
    return window


def fail() -> None:
    msg = "réponse introuvable"
    raise LookupError(msg)


def raised() -> LookupError:
    try:
        fail()
    except LookupError as error:
        return error
    raise AssertionError


def test_a_slot_that_fails_is_logged_and_said(failures: Failures, desk: Desk, qtbot: QtBot) -> None:
    watched(failures, qtbot, 0)
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    assert dialogs()[0].safe == "Vos réponses sont enregistrées."
    log = desk.paths.log.read_text(encoding="utf-8")
    assert "LookupError: réponse introuvable" in log
    assert "Traceback" in log


def test_a_thread_that_fails_is_said_on_the_thread_of_the_screen(
    failures: Failures, qtbot: QtBot
) -> None:
    watched(failures, qtbot, 0)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert dialogs() == []
    qtbot.waitUntil(lambda: len(dialogs()) == 1)


@pytest.mark.parametrize(
    ("pending", "sentence"),
    [
        (None, "Aucun dossier n’est ouvert\u00a0: rien n’est perdu."),
        (0, "Vos réponses sont enregistrées."),
        (1, "1\u00a0modification n’est pas encore sur le disque. Le reste l’est."),
        (3, "3\u00a0modifications ne sont pas encore sur le disque. Le reste l’est."),
    ],
)
def test_it_says_what_is_true_of_the_answers(
    failures: Failures, qtbot: QtBot, pending: int | None, sentence: str
) -> None:
    watched(failures, qtbot, pending)
    failures.handle(LookupError, raised())
    assert dialogs()[0].safe == sentence


def test_what_it_says_follows_the_disk(failures: Failures, qtbot: QtBot) -> None:
    window = watched(failures, qtbot, 2)
    failures.handle(LookupError, raised())
    window.bridge = SimpleNamespace(pending=0)
    qtbot.waitUntil(lambda: dialogs()[0].safe == "Vos réponses sont enregistrées.")


def test_before_there_is_a_window_it_is_said_too(failures: Failures) -> None:
    failures.handle(LookupError, raised())
    assert "rien n’est perdu" in dialogs()[0].safe


def test_one_dialog_at_a_time(failures: Failures, desk: Desk, qtbot: QtBot) -> None:
    watched(failures, qtbot, 0)
    for _ in range(5):
        failures.handle(LookupError, raised())
    assert len(dialogs()) == 1
    assert desk.paths.log.read_text(encoding="utf-8").count("Traceback") == 5


def test_what_fails_at_each_painting_does_not_hold_the_window(
    failures: Failures, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched(failures, qtbot, 0)
    error = raised()
    failures.handle(LookupError, error)
    dialogs()[0].continue_button.click()
    failures.handle(LookupError, error)
    assert dialogs() == []
    monkeypatch.setattr(failures_module, "QUIET", 0)
    qtbot.wait(5)
    failures.handle(LookupError, error)
    assert len(dialogs()) == 1


def test_a_failure_of_the_dialog_itself_does_not_go_round(
    failures: Failures, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched(failures, qtbot, 0)
    monkeypatch.setattr(CrashDialog, "_build", lambda _self: fail())
    QTimer.singleShot(0, fail)
    log = desk.paths.log
    qtbot.waitUntil(lambda: log.read_text(encoding="utf-8").count("Traceback") == 2)
    qtbot.wait(50)
    assert log.read_text(encoding="utf-8").count("Traceback") == 2


def test_what_fails_after_a_dialog_that_could_not_be_made_is_said(
    failures: Failures, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched(failures, qtbot, 0)
    with monkeypatch.context() as patch:
        patch.setattr(CrashDialog, "_build", lambda _self: fail())
        QTimer.singleShot(0, fail)
        log = desk.paths.log
        qtbot.waitUntil(lambda: log.read_text(encoding="utf-8").count("Traceback") >= 2)
        qtbot.wait(20)
    monkeypatch.setattr(failures_module, "QUIET", 0)
    failures.handle(KeyError, KeyError("une autre"))
    assert len(dialogs()) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[Errno 13] Permission denied: '/mnt/partage/Jean Dupont/m.autodiag'", "'m.autodiag'"),
        ('open("/srv/jean/a.pdf") a échoué', 'open("a.pdf") a échoué'),
        (r"C:\Users\jean\a.pdf est ouvert", "a.pdf est ouvert"),
        (r"[WinError 5] Accès refusé: 'C:\\Users\\Jean Dupont\\a.pdf'", "refusé: 'a.pdf'"),
        (r"'\\\\serveur\\mairie\\a b.pdf'", "'a b.pdf'"),
        ("«\u202f/media/jean/CLÉ USB/a.pdf\u202f» n’est pas là", "«\u202fa.pdf\u202f» n’est"),
        ("/srv/jean/a.pdf, puis ui/pages/page.py et/ou https://exemple.fr/a", "a.pdf, puis ui/"),
    ],
)
def test_of_a_path_only_the_last_part_is_sent(text: str, said: str) -> None:
    short = without_folders(text)
    assert said in short
    for private in ("jean", "Jean", "partage", "serveur", "CLÉ"):
        assert private not in short
    assert ("https://exemple.fr/a" in text) == ("https://exemple.fr/a" in short)


def test_the_folder_of_the_user_is_not_sent(
    failures: Failures, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Path("/maison/jean dupont")
    monkeypatch.setattr(Path, "home", lambda: home)
    details = details_of(OSError(f"{home}/notes.txt, {home / 'un' / 'b.autodiag'}"), desk.paths)
    assert "[vous]/notes.txt" in details
    assert "jean" not in details


def test_the_details_name_no_folder_of_this_computer(
    failures: Failures, desk: Desk, qtbot: QtBot
) -> None:
    watched(failures, qtbot, 0)
    error = raised()
    error.args = (f"{desk.paths.data}/copies", f"{desk.paths.documents}/mairie.autodiag")
    failures.handle(LookupError, error)
    dialog = dialogs()[0]
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert dialog.copy_button.text() == "Détails copiés"
    assert "tests/ui/test_failures.py" in copied
    assert "[données]/copies" in copied
    for folder in (ROOT, desk.paths.data, desk.paths.documents):
        assert str(folder) not in copied


def test_the_details_can_be_read_with_the_keyboard(failures: Failures, qtbot: QtBot) -> None:
    watched(failures, qtbot, 0)
    failures.handle(LookupError, raised())
    dialog = dialogs()[0]
    dialog.show_button.click()
    assert dialog.show_button.text() == "Cacher les détails"
    for button in dialog.findChildren(QPushButton):
        assert button.text()
        assert button.focusPolicy().value


def test_one_can_quit(
    failures: Failures, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched(failures, qtbot, 0)
    quits: list[bool] = []
    monkeypatch.setattr(failures, "_app", SimpleNamespace(quit=lambda: quits.append(True)))
    failures.handle(LookupError, raised())
    dialogs()[0].quit_button.click()
    assert quits == [True]
    assert dialogs() == []


def test_an_interruption_is_not_a_failure(
    failures: Failures, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[type[BaseException]] = []
    with monkeypatch.context() as patch:
        patch.setattr(failures, "_hooks", (lambda kind, *_: seen.append(kind), None))
        failures.handle(KeyboardInterrupt, KeyboardInterrupt())
    assert seen == [KeyboardInterrupt]
    assert dialogs() == []


def test_without_a_place_for_the_log_the_window_lives(
    desk: Desk, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(failures_module, "LogFile", refuse)
    monkeypatch.setattr(type(desk.paths.log), "open", refuse)
    failures = install(qapp, desk.paths)
    failures.handle(LookupError, raised())
    assert len(dialogs()) == 1
    dialogs()[0].close()
    failures.uninstall()
    failures.deleteLater()
