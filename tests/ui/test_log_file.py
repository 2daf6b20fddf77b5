# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The log never grows beyond its size, and keeps a few older files."""

import logging
from pathlib import Path

import pytest

from ui import log_file
from ui.log_file import KEPT, LogFile


def record(text: str) -> logging.LogRecord:
    return logging.LogRecord("autodiag.ui", logging.ERROR, __file__, 1, text, None, None)


def test_full_files_are_set_aside_and_the_oldest_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_file, "LARGEST", 10)
    handler = LogFile(tmp_path / "données" / "journal.log")
    for number in range(KEPT + 3):
        handler.emit(record(f"numéro {number}, trop long"))
    handler.close()
    kept = {path.name: path.read_text(encoding="utf-8") for path in handler._path.parent.iterdir()}
    assert kept == {
        "journal.log": "numéro 4, trop long\n",
        "journal.log.1": "numéro 3, trop long\n",
        "journal.log.2": "numéro 2, trop long\n",
    }


def test_a_log_goes_on_where_it_was(tmp_path: Path) -> None:
    for text in ("hier", "aujourd’hui"):
        handler = LogFile(tmp_path / "journal.log")
        handler.emit(record(text))
        handler.close()
    assert (tmp_path / "journal.log").read_text(encoding="utf-8") == "hier\naujourd’hui\n"


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "données").write_text("", encoding="utf-8")
    with pytest.raises(OSError, match="donn"):
        LogFile(tmp_path / "données" / "journal.log")
