# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The application as it starts: French, light, on a real screen too."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from tests.support.hand import at_the_window
from ui import app as ui_app

HEAVY = ("docx", "highspy", "icalendar", "matplotlib", "numpy", "openpyxl", "pandas", "pydantic")
HEAVY += ("reportlab", "socket")
HEAVY += ("pypdfium2", "tomli")
START = """
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from autodiag.bundle import installed
from autodiag.dossier.author import Author
from ui.app import run
from ui.paths import Paths
app = QApplication([])
QTimer.singleShot(600, app.quit)
home = Path(sys.argv[1])
code = run(None, Paths(installed(), home, home), Author("Marie", datetime.now), "0.0")
print(code, sorted(set(sys.modules) & set(sys.argv[2:])))
"""


def test_qt_speaks_french(qtbot: QtBot, qapp: QApplication) -> None:
    ui_app.dress(qapp)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text() == "Annuler"


def test_starting_the_window_loads_nothing_heavy(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", START, str(tmp_path), *HEAVY],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (0, "0 []\n"), done.stderr


def test_the_fonts_of_the_project_are_there(qapp: QApplication) -> None:
    ui_app.dress(qapp)
    assert set(QFontDatabase.styles("Autodiag Sans")) >= {"Regular", "Bold", "Italic"}


@pytest.mark.skipif(sys.platform != "linux", reason="a virtual screen of X")
def test_the_window_opens_on_a_real_screen(tmp_path: Path) -> None:
    """The system libraries that `make` installs are enough for Qt's X11 plugin."""
    with at_the_window(tmp_path) as hand:
        assert hand.look().getcolors(maxcolors=1_000_000)[0][0] < 1366 * 768
