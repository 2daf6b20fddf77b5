# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Files that are attached: what is taken, what is refused, and under which name."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autodiag.dossier.evidence import (
    ENDINGS,
    EVIDENCE_LIMIT,
    REFUSALS,
    megabytes,
    read_attachment,
)
from autodiag.dossier.file_names import LONGEST, cleaned, is_one_line, is_safe, one_line
from autodiag.errors import SENTENCES, AutodiagError
from tests.support.plain import plain


def code_of(path: Path) -> str:
    with pytest.raises(AutodiagError) as caught:
        read_attachment(path)
    assert caught.value.sentence
    return caught.value.code


def file(path: Path, data: bytes = b"contenu") -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("ending", [*ENDINGS, "PDF"])
def test_documents_and_pictures_are_taken(tmp_path: Path, ending: str) -> None:
    read = read_attachment(file(tmp_path / f"Pièce n° 1.{ending}"))
    assert (read.name, read.data) == (f"Pièce n° 1.{ending}", b"contenu")


@pytest.mark.parametrize("name", ["a.exe", "a.pdf.lnk", "a.docm", "a.html", "a.js", "pdf", "a."])
def test_nothing_that_runs_is_taken(tmp_path: Path, name: str) -> None:
    assert code_of(file(tmp_path / name)) == "piece_type"


def test_the_limit_is_exact(tmp_path: Path) -> None:
    full = file(tmp_path / "a.pdf", b"x" * EVIDENCE_LIMIT)
    assert len(read_attachment(full).data) == EVIDENCE_LIMIT
    assert code_of(file(tmp_path / "b.pdf", b"x" * (EVIDENCE_LIMIT + 1))) == "piece_trop_lourde"


def test_a_huge_file_is_refused_without_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    huge = tmp_path / "a.pdf"
    with huge.open("wb") as sparse:
        sparse.truncate(12_345_678_900)
    count, read = [0], os.read

    def counted(handle: int, size: int) -> bytes:
        count[0] += size
        return read(handle, size)

    monkeypatch.setattr(os, "read", counted)
    with pytest.raises(AutodiagError) as caught:
        read_attachment(huge)
    assert caught.value.context["poids"] == "12\u202f346\u00a0Mo"
    assert count[0] < 2 * EVIDENCE_LIMIT


@pytest.mark.skipif(sys.platform == "win32", reason="needs /dev and links")
def test_a_file_that_says_it_is_empty_and_goes_on_for_ever_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "read", lambda _handle, size: b"x" * size)
    assert code_of(file(tmp_path / "a.pdf")) == "piece_trop_lourde"


@pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes")
def test_links_folders_pipes_and_devices_are_refused(tmp_path: Path) -> None:
    (tmp_path / "dossier.pdf").mkdir()
    os.mkfifo(tmp_path / "tube.pdf")
    (tmp_path / "lien.pdf").symlink_to(file(tmp_path / "vrai.pdf"))
    (tmp_path / "appareil.pdf").symlink_to("/dev/zero")
    for name in ("dossier.pdf", "tube.pdf", "lien.pdf", "appareil.pdf"):
        assert code_of(tmp_path / name) == "piece_pas_un_fichier"


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="needs O_NOFOLLOW")
def test_a_link_put_in_place_of_the_file_meanwhile_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "a.pdf"
    link.symlink_to(file(tmp_path / "secret.pdf"))
    monkeypatch.setattr(Path, "is_symlink", lambda _self: False)
    assert code_of(link) == "piece_pas_un_fichier"


def test_what_is_absent_empty_or_unreadable_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert code_of(tmp_path / "a.pdf") == "piece_introuvable"
    assert code_of(file(tmp_path / "b.pdf", b"")) == "piece_vide"

    def fails(*_: object) -> bytes:
        raise OSError(5, "input/output")

    monkeypatch.setattr(os, "read", fails)
    assert code_of(file(tmp_path / "c.pdf")) == "piece_illisible"


def test_every_refusal_has_its_sentence() -> None:
    assert SENTENCES.keys() >= REFUSALS
    assert all(code in REFUSALS for code in SENTENCES if code.startswith("piece_"))


@pytest.mark.parametrize(
    ("size", "said"),
    [(1, "1 Ko"), (999_001, "1 000 Ko"), (5_000_000, "5 Mo"), (5_000_001, "5,1 Mo")],
)
def test_a_weight_over_the_limit_is_never_said_to_be_at_it(size: int, said: str) -> None:
    assert plain(megabytes(size)) == said


# --- Names


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Délibération n° 4.pdf", "Délibération n° 4.pdf"),
        ("../../etc/passwd.txt", ".. etc passwd.txt"),
        ("C:\\Users\\a.pdf", "C Users a.pdf"),
        ("CON.pdf", "fichier CON.pdf"),
        ("lpt1.tout.pdf", "fichier lpt1.tout.pdf"),
        (".pdf", "fichier.pdf"),
        ("a\nb\x00c.pdf", "abc.pdf"),
        ("facture\u202efdp.exe.pdf", "facturefdp.exe.pdf"),
        ("a. .pdf", "a.pdf"),
        ("e\u0301.txt", "é.txt"),
        ("x" * 300 + ".pdf", "x" * (LONGEST - 4) + ".pdf"),
    ],
)
def test_a_name_is_cleaned_and_keeps_its_ending(name: str, kept: str) -> None:
    assert cleaned(name).lstrip(". ") == kept.lstrip(". ")
    assert is_safe(cleaned(name))


@settings(max_examples=150)
@given(st.text(max_size=200), st.sampled_from(("", ".pdf", ".p" * 80, ". ")))
def test_whatever_the_name_it_comes_out_safe(name: str, ending: str) -> None:
    clean = cleaned(name + ending)
    assert is_safe(clean)
    assert cleaned(clean) == clean
    assert len(clean) <= LONGEST


@pytest.mark.parametrize(
    "name", ["", "a/b.pdf", "..", "a\\b", "con.txt", "a\u202eb", "a\n", " a", "a.", "x" * 121]
)
def test_an_unsafe_name_read_from_a_dossier_is_seen(name: str) -> None:
    assert not is_safe(name)


def test_a_title_is_one_line_and_its_no_break_spaces_stay() -> None:
    said = one_line("  Le devis\u00a0: \n 12\u202f000\u00a0€\x07  " + "x" * 300, 30)
    assert said == "Le devis\u00a0: 12\u202f000\u00a0€ xxxxxxxxxx"
    assert is_one_line(said, 30)
