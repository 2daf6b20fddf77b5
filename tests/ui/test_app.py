# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The window of this version: French, readable, honest about what it does not do yet."""

import os
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QFontDatabase
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from ui import app as ui_app

HEAVY = ("docx", "highspy", "matplotlib", "numpy", "pandas", "pydantic", "reportlab")


def test_the_window_says_its_version_and_lists_every_command(
    qtbot: QtBot, pytestconfig: pytest.Config
) -> None:
    window = ui_app.CommandsWindow()
    qtbot.addWidget(window)
    project = tomllib.loads((pytestconfig.rootpath / "pyproject.toml").read_text(encoding="utf-8"))
    notice = window.findChild(QLabel)
    commands = window.findChild(QPlainTextEdit)
    assert f"version {project['project']['version']}" in notice.text()
    assert "prochaine version" in notice.text()
    for verb in ("nouveau", "reponses", "score", "comparer", "feuille-de-route", "rapport"):
        assert f"python main.py {verb} FICHIER" in commands.toPlainText()


def test_a_dossier_named_on_the_command_line_is_told_about_as_plain_text(qtbot: QtBot) -> None:
    window = ui_app.CommandsWindow("<b>mairie</b>.autodiag")
    qtbot.addWidget(window)
    notice = window.findChild(QLabel)
    assert "<b>mairie</b>.autodiag reste fermé" in notice.text()


def test_each_focusable_widget_has_a_name(qtbot: QtBot) -> None:
    window = ui_app.CommandsWindow()
    qtbot.addWidget(window)
    commands = window.findChild(QPlainTextEdit)
    seen = QAccessible.queryAccessibleInterface(commands)
    assert seen.text(QAccessible.Text.Name) == "Commandes d’Autodiag"


def test_qt_speaks_french(qtbot: QtBot, qapp: QApplication) -> None:
    ui_app.dress(qapp)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text() == "Annuler"


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False
    )


def test_starting_the_window_loads_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "import ui.app\n"
        "QTimer.singleShot(0, QApplication.quit)\n"
        "code = ui.app.run([])\n"
        f"print(code, sorted(set(sys.modules) & set({HEAVY!r})))\n"
    )
    done = run_python(code)
    assert (done.returncode, done.stdout) == (0, "0 []\n"), done.stderr


def test_the_fonts_of_the_project_are_there(qapp: QApplication) -> None:
    ui_app.dress(qapp)
    assert set(QFontDatabase.styles("Autodiag Sans")) >= {"Regular", "Bold", "Italic"}


@pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="sans écran virtuel"
)
def test_the_window_opens_on_a_real_screen(tmp_path: Path) -> None:
    """The system libraries that `make` installs are enough for Qt's X11 plugin."""
    read, write = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-noreset", "-nolisten", "tcp", "-displayfd", str(write)],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    ) as screen:
        os.close(write)
        with os.fdopen(read) as number:
            display = ":" + number.readline().strip()
        try:
            assert visible_window(display)
        finally:
            screen.terminate()


def visible_window(display: str) -> bool:
    """Whether a window named Autodiag shows within 20 s."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    opening = [sys.executable, "-c", "import ui.app; raise SystemExit(ui.app.run([]))"]
    search = ["xdotool", "search", "--onlyvisible", "--name", "^Autodiag$"]
    with subprocess.Popen(opening, env=environment) as window:
        try:
            for _ in range(100):
                found = subprocess.run(search, env=environment, capture_output=True, check=False)
                if found.returncode == 0:
                    return True
                assert window.poll() is None, "the window closed by itself"
                time.sleep(0.2)
            return False
        finally:
            window.terminate()
