# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Damaged settings never stop the window: what can be read is kept."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.main_window import MainWindow
from ui.preferences import Preferences

GOOD = (
    '{"path": "/a", "name": "Montbrelle", "answered": 3, "total": 62, "per_theme": [[1, 7]], '
    '"at": "2026-11-20T10:00:00"}'
)
BAD = [
    "null",
    "12",
    '"mairie"',
    "[1, 2]",
    '{"path": "/b"}',
    GOOD.replace("62", "1e400"),
    GOOD.replace("62", "NaN"),
    GOOD.replace("[[1, 7]]", "[[1]]"),
    GOOD.replace("[[1, 7]]", "[[1, Infinity]]"),
    GOOD.replace("[[1, 7]]", "5"),
]


def with_recent(file: Path, text: str) -> Preferences:
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    settings.setValue("dossiers/recents", text)
    settings.sync()
    return Preferences(file)


@pytest.mark.parametrize("row", BAD)
def test_one_damaged_row_does_not_empty_the_list(tmp_path: Path, row: str) -> None:
    preferences = with_recent(tmp_path / "r.ini", f"[{row}, {GOOD}, {row}]")
    assert [recent.name for recent in preferences.recent()] == ["Montbrelle"]
    preferences.remember(preferences.recent()[0])
    assert len(preferences.recent()) == 1


@pytest.mark.parametrize("text", ["", "null", "{}", "3", '"x"', "[" * 100_000, "[1", "\u00e9"])
def test_a_damaged_list_is_an_empty_one(tmp_path: Path, text: str) -> None:
    assert with_recent(tmp_path / "r.ini", text).recent() == []


def test_the_welcome_page_shows_with_damaged_settings(desk: Desk, qtbot: QtBot) -> None:
    rows = ["[" * 5_000, f"[{BAD[5]}]", json.dumps([{"path": "/a\x00b", "name": "<b>"}])]
    for text in rows:
        with_recent(desk.paths.settings, text)
        window = MainWindow(desk)
        qtbot.addWidget(window)
        window.show()
        assert window._home.resume.title.text() == "Vous avez déjà un dossier\u202f?"
        window.close()


def test_a_file_of_settings_that_is_none_gives_the_defaults(tmp_path: Path) -> None:
    file = tmp_path / "r.ini"
    file.write_bytes(
        b"\x00\xff[General\n\n%%=\n[fenetre]\ngeometrie=@ByteArray(\\x1)\n[affichage]\n"
        b"taille=nan\ntheme=@Variant(\\0\\0)\n"
    )
    preferences = Preferences(file)
    assert (preferences.theme, preferences.text_scale) == ("system", 1.0)
    assert preferences.recent() == []
    assert preferences.geometry.size() <= 1


FLAGS = {"moves_on": False, "answer_keys": True, "less_motion": False, "tour_seen": False}


@pytest.mark.parametrize("flag", FLAGS)
def test_a_choice_is_read_back_by_another_process(tmp_path: Path, flag: str) -> None:
    file = tmp_path / "r.ini"
    assert getattr(Preferences(file), flag) is FLAGS[flag]
    for value in (not FLAGS[flag], FLAGS[flag]):
        written = Preferences(file)
        setattr(written, flag, value)
        written.save()
        code = (
            "from pathlib import Path; from ui.preferences import Preferences;"
            f" print(Preferences(Path({str(file)!r})).{flag})"
        )
        read = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        assert read.stdout.strip() == str(value)


@pytest.mark.parametrize("text", ["", "peut-être", "2", "None"])
def test_a_damaged_choice_is_the_default(tmp_path: Path, text: str) -> None:
    file = tmp_path / "r.ini"
    file.write_text(f"[saisie]\ntouches_de_reponse={text}\npasser_a_la_suite={text}\n")
    assert Preferences(file).answer_keys
    assert not Preferences(file).moves_on
