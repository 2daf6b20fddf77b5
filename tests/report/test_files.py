# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A report is put in place at once, and a place where it cannot go is said in French."""

import os
import re
from pathlib import Path

import pytest

from autodiag.errors import AutodiagError
from autodiag.report import files
from autodiag.report.document import build
from tests.report.sample import content


def test_a_report_is_written_and_its_pages_are_counted(tmp_path: Path) -> None:
    target = tmp_path / "rapport.pdf"
    pages = build(content({}, planned=False), target)
    assert pages > 10
    assert target.read_bytes().startswith(b"%PDF-1.7")
    assert os.listdir(tmp_path) == ["rapport.pdf"]


def test_an_existing_file_is_not_touched(tmp_path: Path) -> None:
    target = tmp_path / "rapport.pdf"
    target.write_text("avant", encoding="utf-8")
    with pytest.raises(AutodiagError, match="existe déjà"):
        files.check_target(target, overwrite=False)
    with pytest.raises(AutodiagError, match="existe déjà"):
        files.replace_file(target, b"x")
    assert target.read_text(encoding="utf-8") == "avant"
    files.replace_file(target, b"x", overwrite=True)
    assert target.read_bytes() == b"x"
    assert os.listdir(tmp_path) == ["rapport.pdf"]


def test_a_missing_folder_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(AutodiagError, match="n’existe pas"):
        files.check_target(tmp_path / "rien" / "r.pdf", overwrite=False)
    with pytest.raises(AutodiagError, match="est un dossier"):
        files.check_target(tmp_path, overwrite=True)


def test_a_place_that_cannot_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "rapport.pdf"
    target.write_text("avant", encoding="utf-8")
    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(AutodiagError, match="n’a pas pu être écrit"):
        files.replace_file(target, b"x", overwrite=True)
    assert target.read_text(encoding="utf-8") == "avant"
    assert os.listdir(tmp_path) == ["rapport.pdf"]


@pytest.mark.parametrize("number", [1, 5, 13, 16, 28, 30, 36, 122, 99_999])
def test_whatever_the_system_answers_the_reason_is_in_french(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    said = os.strerror(number)

    def refuse(_handle: int) -> None:
        raise OSError(number, said)

    monkeypatch.setattr(files.os, "fsync", refuse)
    with pytest.raises(AutodiagError) as caught:
        files.replace_file(tmp_path / "rapport.pdf", b"x")
    assert said not in caught.value.sentence
    assert not re.search(r"\b(error|denied|not|file|device)\b", caught.value.sentence, re.I)
    assert os.listdir(tmp_path) == []


def test_a_file_held_for_a_moment_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, tries = os.replace, iter([True, True, False])

    def held(source: str, target: Path) -> None:
        if next(tries):
            raise PermissionError(13, "held")
        replace(source, target)

    monkeypatch.setattr(files.os, "replace", held)
    monkeypatch.setattr(files.time, "sleep", lambda _seconds: None)
    files.replace_file(tmp_path / "r.pdf", b"x")
    assert (tmp_path / "r.pdf").read_bytes() == b"x"


@pytest.mark.skipif(not hasattr(os, "umask"), reason="rights of POSIX files")
def test_a_report_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    files.replace_file(tmp_path / "r.pdf", b"x")
    (tmp_path / "other").write_bytes(b"y")
    assert (tmp_path / "r.pdf").stat().st_mode == (tmp_path / "other").stat().st_mode
