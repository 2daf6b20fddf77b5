# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Evidence inside a dossier: kept once, given back as it was, erased when it was taken away."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from autodiag.dossier import attached, copies
from autodiag.dossier.evidence import EVIDENCE_TOTAL, Attachment
from autodiag.dossier.opening import open_dossier
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.dossier import Evidence
from tests.dossier.samples import author, create, load_packed

SECRET = b"a paper that was attached by mistake, " * 3000
FILE = Attachment("Devis.pdf", SECRET)


def evidence(dossier: Dossier) -> tuple[Evidence, ...]:
    found = dossier.snapshot(load_packed).evidence
    return tuple(one for several in found.values() for one in several)


def contents(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return connection.execute("SELECT count(*) FROM attached").fetchone()[0]
    finally:
        connection.close()


def code_of(work, *given) -> str:
    with pytest.raises(AutodiagError) as caught:
        work(*given)
    return caught.value.code


def test_a_file_is_given_back_byte_for_byte_and_kept_once(dossier: Dossier, tmp_path: Path) -> None:
    dossier.attach("str-1", "Le devis", FILE)
    dossier.attach("str-2", "", FILE)
    first, second = evidence(dossier)
    assert {first.title, second.title} == {"Le devis", "Devis.pdf"}
    assert (first.size, first.kept, first.at) == (len(SECRET), True, "2026-11-21T12:00:00")
    target = tmp_path / "copie.pdf"
    target.write_bytes(b"before")
    assert dossier.save_evidence(first, target) == target
    assert target.read_bytes() == SECRET
    assert contents(dossier.access.path) == 1
    assert not list(tmp_path.glob("*.en-cours"))


def test_the_dossier_itself_a_folder_and_a_bad_place_are_refused(
    dossier: Dossier, tmp_path: Path
) -> None:
    dossier.attach("str-1", "Le devis", FILE)
    (one,) = evidence(dossier)
    (tmp_path / "place").mkdir()
    path = dossier.access.path
    assert code_of(dossier.save_evidence, one, path) == "dossier_copie_sur_soi"
    assert code_of(dossier.save_evidence, one, tmp_path / "place") == "dossier_cible_existe"
    absent = tmp_path / "absent" / "a.pdf"
    assert code_of(dossier.save_evidence, one, absent) == "dossier_emplacement"
    assert path.stat().st_size > 0


def test_a_mention_has_a_title_and_no_content(dossier: Dossier) -> None:
    dossier.attach("str-1", " Le contrat,\n au secrétariat ")
    (one,) = evidence(dossier)
    assert (one.title, one.file_name, one.size) == ("Le contrat, au secrétariat", "", 0)
    assert code_of(dossier.attach, "str-1", " \u200b") == "piece_sans_titre"
    assert code_of(dossier.save_evidence, one, dossier.access.path.with_name("a")) == (
        "piece_effacee"
    )


def test_all_the_files_of_a_dossier_have_a_limit_and_one_kept_twice_counts_once(
    dossier: Dossier,
) -> None:
    quarter = EVIDENCE_TOTAL // 4
    for number in range(4):
        dossier.attach("a", "", Attachment(f"{number}.pdf", bytes([number]) * quarter))
    dossier.attach("b", "", Attachment("bis.pdf", bytes([0]) * quarter))
    with pytest.raises(AutodiagError) as full:
        dossier.attach("a", "", Attachment("de trop.pdf", b"x" * 1000))
    assert full.value.code == "piece_total"
    assert (full.value.context["poids"], full.value.context["total"]) == ("1\u00a0Ko", "20\u00a0Mo")
    assert len(evidence(dossier)) == 5
    dossier.remove_evidence(evidence(dossier)[-1].id)


def test_attaching_and_taking_away_for_ever_does_not_grow_without_end(dossier: Dossier) -> None:
    for number in range(12):
        data = bytes([number]) * (EVIDENCE_TOTAL // 5)
        key = dossier.attach("a", "", Attachment("a.pdf", data))
        dossier.remove_evidence(key)
    assert dossier.access.path.stat().st_size < 2.3 * EVIDENCE_TOTAL
    dossier.undo()
    assert [one.kept for one in evidence(dossier)] == [True]


# --- Taken away


def test_D3_evidence_taken_away_comes_back_by_undo_while_the_dossier_is_open(
    dossier: Dossier, tmp_path: Path
) -> None:
    key = dossier.attach("str-1", "Le devis", FILE)
    before = evidence(dossier)
    dossier.remove_evidence(key)
    assert evidence(dossier) == ()
    dossier.undo()
    assert evidence(dossier) == before
    assert dossier.save_evidence(before[0], tmp_path / "a.pdf").read_bytes() == SECRET


def test_closing_erases_what_was_taken_away_and_gives_the_room_back(path: Path) -> None:
    with create(path) as dossier:
        small = path.stat().st_size
        dossier.remove_evidence(dossier.attach("str-1", "Le devis", FILE))
        assert contents(path) == 1
    assert contents(path) == 0
    assert SECRET[:38] not in path.read_bytes()
    assert path.stat().st_size == small


def test_an_undo_that_comes_too_late_says_that_the_file_is_gone(path: Path, tmp_path: Path) -> None:
    with create(path) as dossier:
        dossier.remove_evidence(dossier.attach("str-1", "Le devis", FILE))
    with open_dossier(path, author()) as dossier:
        dossier.undo()
        (one,) = evidence(dossier)
        assert (one.title, one.file_name, one.kept) == ("Le devis", "Devis.pdf", False)
        assert code_of(dossier.save_evidence, one, tmp_path / "a.pdf") == "piece_effacee"
        assert not (tmp_path / "a.pdf").exists()
        dossier.attach("str-1", "Le même", FILE)
        assert [one.kept for one in evidence(dossier)] == [True, True]


KILLED = """
import os, sys
from pathlib import Path
from tests.dossier.samples import create
from tests.dossier.test_attached import FILE
dossier = create(Path(sys.argv[1]))
dossier.remove_evidence(dossier.attach("str-1", "Le devis", FILE))
os._exit(9)
"""


def test_what_a_crash_kept_from_being_erased_is_erased_at_the_next_opening(path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert contents(path) == 1
    with open_dossier(path, author()):
        assert contents(path) == 0


def test_a_dossier_that_can_only_be_read_erases_nothing(path: Path) -> None:
    with create(path) as dossier:
        dossier.remove_evidence(dossier.attach("str-1", "Le devis", FILE))
        with open_dossier(path, author("Paul")) as other:
            assert other.access.why_read_only is not None
            other.erase_unused()
        assert contents(path) == 1
        dossier.undo()
        assert [one.kept for one in evidence(dossier)] == [True]


def test_a_disk_that_fails_at_closing_lets_the_dossier_close(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = create(path)
    dossier.remove_evidence(dossier.attach("str-1", "Le devis", FILE))

    def fails(*_: object) -> None:
        raise OSError(5, "input/output")

    with monkeypatch.context() as failing:
        failing.setattr(attached, "erase_unused", fails)
        dossier.close()
    assert contents(path) == 1
    open_dossier(path, author()).close()
    assert contents(path) == 0


def test_D6_a_copy_does_not_take_along_what_was_taken_away(
    dossier: Dossier, tmp_path: Path
) -> None:
    dossier.attach("str-1", "Gardé", Attachment("b.txt", b"kept " * 50))
    dossier.remove_evidence(dossier.attach("str-1", "Le devis", FILE))
    dossier.save_copy(tmp_path / "copie.autodiag")
    assert SECRET[:38] not in (tmp_path / "copie.autodiag").read_bytes()
    with open_dossier(tmp_path / "copie.autodiag", author()) as copy:
        assert [one.title for one in evidence(copy)] == ["Gardé"]
        copy.undo()
        assert sorted(one.kept for one in evidence(copy)) == [False, True]


def test_D6_heavy_dated_copies_let_the_oldest_go_and_five_stay(
    dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    for day in range(10, 20):
        (folder / f"2026-10-{day} 12h00.autodiag").write_bytes(b"x" * 1000)
    monkeypatch.setattr(copies, "HEAVIEST", dossier.access.path.stat().st_size + 6500)
    copies.make_dated(dossier._database, folder, author().clock())
    kept = [path.name[:10] for path in copies.dated(folder)]
    assert kept == [*(f"2026-10-{day}" for day in range(14, 20)), "2026-11-21"]
    monkeypatch.setattr(copies, "HEAVIEST", 10)
    copies.dated(folder)[-1].unlink()
    copies.make_dated(dossier._database, folder, author().clock())
    assert len(copies.dated(folder)) == 5


# --- Strangers' files


def tampered(path: Path, *statements: str) -> str:
    """How far opening goes after this was done to the file."""
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    try:
        with open_dossier(path, author()) as dossier:
            evidence(dossier)
            return "read"
    except AutodiagError as error:
        return error.code


@pytest.mark.parametrize(
    "change",
    [
        "file_name = '../../.bashrc'",
        "file_name = 'a/b.pdf'",
        "file_name = char(8238) || 'fdp.exe'",
        "file_name = ''",
        "title = ''",
        "title = 'a' || char(10) || 'b'",
        "title = printf('%.9999c', 'x')",
        "size = -1",
        "size = 5000001",
        "size = size + 1",
        "sha256 = 'a'",
        "sha256 = upper(sha256)",
        "sha256 = ''",
        "at = 'hier'",
        "id = '../x'",
    ],
)
def test_D4_a_row_of_evidence_that_we_cannot_have_written_is_refused(
    path: Path, change: str
) -> None:
    with create(path) as dossier:
        dossier.attach("str-1", "Le devis", FILE)
    assert tampered(path, f"UPDATE evidence SET {change}") == "dossier_abime"


def test_D3_a_journal_that_somebody_rewrote_does_not_spoil_the_dossier(path: Path) -> None:
    with create(path) as dossier:
        dossier.remove_evidence(dossier.attach("str-1", "Le devis", FILE))
    rewritten = "UPDATE journal SET old = replace(old, 'Devis.pdf', '../../.bashrc')"
    assert tampered(path, rewritten) == "read"
    with open_dossier(path, author()) as dossier:
        assert code_of(dossier.undo) == "dossier_modification_impossible"
        assert evidence(dossier) == ()
    with open_dossier(path, author()) as dossier:
        assert evidence(dossier) == ()


@pytest.mark.parametrize(
    "row",
    [
        "to_review VALUES(1, 'a', 2)",
        "to_review VALUES(1, 'a', 0)",
        "to_confirm VALUES(1, 'a', 1, 'a')",
        "to_confirm VALUES(1, 'a', 0, 'a')",
        "to_confirm VALUES(1, 'a', 2, 'a')",
    ],
)
def test_D4_a_mark_that_we_cannot_have_written_is_refused(path: Path, row: str) -> None:
    create(path).close()
    assert tampered(path, f"INSERT INTO {row}") == "dossier_abime"


def test_a_content_beyond_the_limit_is_refused_without_being_loaded(path: Path) -> None:
    with create(path) as dossier:
        dossier.attach("str-1", "Le devis", FILE)
    assert tampered(path, "UPDATE attached SET data = zeroblob(7000000)") == "dossier_abime"


def test_the_same_file_is_not_taken_twice_for_one_question(dossier: Dossier) -> None:
    dossier.attach("str-1", "Le devis", FILE)
    renamed = Attachment("autre nom.txt", FILE.data)
    assert code_of(dossier.attach, "str-1", "", renamed) == "piece_deja_jointe"
    dossier.attach("str-2", "", FILE)  # it may serve another answer
    (one,) = dossier.snapshot(load_packed).evidence["str-1"]
    dossier.remove_evidence(one.id)
    dossier.attach("str-1", "De nouveau", FILE)
    assert [one.title for one in dossier.snapshot(load_packed).evidence["str-1"]] == ["De nouveau"]


def test_the_same_reference_is_not_noted_twice_for_one_question(dossier: Dossier) -> None:
    dossier.attach("str-1", "Classeur")
    assert code_of(dossier.attach, "str-1", " classeur") == "piece_deja_notee"
    dossier.attach("str-2", "Classeur")  # it may serve another answer
    dossier.attach("str-1", "Classeur", FILE)  # and a file is another thing than its mention
    found = dossier.snapshot(load_packed).evidence
    assert sorted(one.file_name for one in found["str-1"]) == ["", FILE.name]


def test_a_damaged_content_is_told_and_mended_by_attaching_the_file_again(
    path: Path, tmp_path: Path
) -> None:
    with create(path) as dossier:
        dossier.attach("str-1", "Le devis", FILE)
    bad = f"zeroblob({len(SECRET)})"
    assert tampered(path, f"UPDATE attached SET data = {bad}") == "read"
    with open_dossier(path, author()) as dossier:
        (one,) = evidence(dossier)
        assert dossier.damaged_evidence() == ("Le devis",)
        assert code_of(dossier.save_evidence, one, tmp_path / "a.pdf") == "piece_abimee"
        dossier.attach("str-1", "Le même", FILE)
        assert dossier.damaged_evidence() == ()
        assert dossier.save_evidence(one, tmp_path / "a.pdf").read_bytes() == SECRET


def test_a_snapshot_loads_no_content(dossier: Dossier) -> None:
    dossier.attach("str-1", "Le devis", Attachment("a.pdf", os.urandom(5_000_000)))
    seen: list[str] = []
    dossier._database._connection.set_trace_callback(seen.append)
    dossier.snapshot(load_packed)
    asked = [statement for statement in seen if "attached" in statement]
    assert asked == ["SELECT sha256, length(data) FROM attached"]
