# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What opens, what is upgraded, what is refused and never written to (contract D4)."""

import json
import os
import sqlite3
import stat
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from autodiag.dossier import opening
from autodiag.dossier.connection import LARGEST
from autodiag.dossier.opening import open_dossier
from autodiag.dossier.schema import APPLICATION_ID, SCHEMAS
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answered, NotConcerned, Unknown
from tests.dossier.mounts import mounted
from tests.dossier.samples import author, create, load_packed, packed


def edited(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def refused(path: Path) -> str:
    """The code of the refusal; the file and its folder are left exactly as they were."""
    before = {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()}
    with pytest.raises(AutodiagError) as error:
        open_dossier(path, author()).close()
    after = {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()}
    assert after == before
    assert path.name in error.value.sentence
    return error.value.code


# --- Not a dossier


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04", b"Bonjour\n" * 500, b"SQLite format 3\0", b"\0" * 5000],
)
def test_D4_what_is_not_a_dossier_is_refused_untouched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refused(path) == "dossier_vide_ou_abime"
    assert path.read_bytes() == content
    other = path.rename(path.with_suffix(".txt"))
    assert refused(other) == "dossier_pas_un_dossier"


def test_who_chose_a_good_name_is_not_told_to_choose_one(path: Path) -> None:
    path.write_bytes(b"")
    with pytest.raises(AutodiagError) as error:
        open_dossier(path, author())
    said = error.value.sentence
    assert "se termine par" not in said
    assert [words in said for words in ("vide ou abîmé", "Rien n’y a été écrit", "copie")] == [
        1
    ] * 3


def test_D4_a_folder_and_a_missing_file_are_said(path: Path) -> None:
    assert refused(path) == "dossier_introuvable"
    path.mkdir()
    assert refused(path) == "dossier_pas_un_dossier"


def test_D4_a_pipe_is_refused_without_waiting(path: Path) -> None:
    os.mkfifo(path)
    assert refused(path) == "dossier_pas_un_dossier"


def test_D1_a_name_that_is_not_text_is_a_name_like_another(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff\xfe %20?a=b#c.autodiag")
    create(path).close()
    with open_dossier(path, author()) as dossier:
        dossier.set_answer("str-1", Answered(1))
    assert len(list(tmp_path.iterdir())) == 1


def test_D4_another_applications_database_is_refused(path: Path) -> None:
    edited(path, "CREATE TABLE t(a)", "INSERT INTO t VALUES(1)")
    assert refused(path) == "dossier_vide_ou_abime"


def test_D4_a_file_far_too_big_is_refused(path: Path) -> None:
    create(path).close()
    os.truncate(path, LARGEST + 1)
    with pytest.raises(AutodiagError) as error:
        open_dossier(path, author())
    assert error.value.code == "dossier_trop_gros"


HOSTILE: dict[str, tuple[str, ...]] = {
    "trigger": (
        "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM answers; END",
    ),
    "view": ("DROP TABLE notes", "CREATE VIEW notes AS SELECT 1 assessment, 2 question, 3 text"),
    "index": ("CREATE INDEX i ON journal(abs(n))",),
    "more": ("CREATE TABLE more(a)",),
    "missing": ("DROP TABLE capacity",),
    "loosened": ("DROP TABLE facts", "CREATE TABLE facts(id, value)"),
    "negative version": ("PRAGMA user_version = -1",),
    "wal": ("PRAGMA journal_mode = WAL",),
    "no assessment": ("DELETE FROM answers", "DELETE FROM assessments"),
    "no name": ("DELETE FROM identity WHERE key = 'name'",),
    "identity": ("UPDATE identity SET value = '[[[' WHERE key = 'name'",),
    "kind": ("UPDATE identity SET value = '\"pays\"' WHERE key = 'kind'",),
    "population": ("UPDATE identity SET value = 'true' WHERE key = 'population'",),
    "no id": ("UPDATE identity SET value = '\"../..\"' WHERE key = 'dossier'",),
    "fact": ("UPDATE facts SET value = 7",),
    "answer": ("INSERT INTO answers VALUES(1, 'a', 'valeur', 'NaN', '')",),
    "deep": (f"INSERT INTO answers VALUES(1, 'a', 'valeur', '{'[' * 9999}', '')",),
    "huge number": ("INSERT INTO answers VALUES(1, 'a', 'valeur', '1e999', '')",),
    "digits": ("INSERT INTO answers VALUES(1, 'a', 'valeur', hex(zeroblob(5000)) || '1', '')",),
    "answer kind": ("INSERT INTO answers VALUES(1, 'a', 'peut-être', '', '')",),
    "utf-8": ("INSERT INTO notes VALUES(1, 'a', CAST(x'ff' AS TEXT))",),
    "day": ("UPDATE assessments SET day = 'demain'",),
    "decision": ("INSERT INTO decisions VALUES('a', 'plus tard', '', '', '', '', NULL)",),
    "capacity": ("INSERT INTO capacity VALUES('capacity', 9e999, 1, 1, 1)",),
    "digest": (f"UPDATE questionnaires SET text = x'{zlib.compress(b'other').hex()}'",),
    "not compressed": ("UPDATE questionnaires SET text = x'00'",),
    "bomb": (f"UPDATE questionnaires SET text = x'{zlib.compress(bytes(30_000_000)).hex()}'",),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_D4_a_dossier_that_we_cannot_have_written_is_refused(path: Path, name: str) -> None:
    create(path).close()
    edited(path, *HOSTILE[name])
    assert refused(path) in ("dossier_abime", "dossier_vide_ou_abime")


def test_an_open_dossier_lets_no_statement_reach_outside(dossier: Dossier) -> None:
    with dossier._database.read() as connection:
        for statement in (
            "ATTACH 'x' AS y",
            "PRAGMA writable_schema = ON",
            "CREATE TRIGGER t AFTER INSERT ON journal BEGIN SELECT 1; END",
            "CREATE VIEW v AS SELECT 1",
            "DROP TABLE notes",
            "SELECT load_extension('x')",
        ):
            with pytest.raises(sqlite3.DatabaseError):
                connection.execute(statement)


# --- A newer format


def test_D4_a_newer_format_is_read_and_never_written_to(path: Path) -> None:
    create(path).close()
    edited(
        path,
        "PRAGMA user_version = 7",
        "CREATE TABLE votes(a)",
        "ALTER TABLE notes ADD COLUMN colour TEXT",
        "INSERT INTO notes VALUES(1, 'str-1', 'vu', 'bleu')",
    )
    before = path.read_bytes()
    with open_dossier(path, author(), copies_in=path.parent / "copies") as dossier:
        assert dossier.access.why_read_only is not None
        assert dossier.access.why_read_only.code == "dossier_plus_recent"
        assert dossier.snapshot(load_packed).notes == {"str-1": "vu"}
        with pytest.raises(AutodiagError, match="version plus récente"):
            dossier.set_answer("str-1", Unknown())
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "changes",
    [
        ("DROP TABLE notes",),
        ("ALTER TABLE answers RENAME COLUMN variant TO wording",),
        ("DROP TABLE notes", "CREATE VIEW notes AS SELECT 1 assessment, '2' question, '3' text"),
    ],
)
def test_D4_a_newer_format_that_cannot_be_read_is_refused(
    path: Path, changes: tuple[str, ...]
) -> None:
    create(path).close()
    edited(path, *changes, "PRAGMA user_version = 7")
    assert refused(path) == "dossier_trop_recent"


# --- An older format


def trial(path: Path) -> None:
    """A dossier of the trial format, as it was written before the first release."""
    text = packed()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in SCHEMAS[0]:
        connection.execute(statement)
    for key, value in (("name", "Saint-Ouen"), ("kind", "commune"), ("population", 612)):
        connection.execute("INSERT INTO identity VALUES(?, ?)", (key, json.dumps(value)))
    connection.execute("INSERT INTO facts VALUES('ecole', 1)")
    compressed = zlib.compress(text.text.encode())
    connection.execute("INSERT INTO questionnaires VALUES(?, ?)", (text.sha256, compressed))
    connection.execute(
        "INSERT INTO assessments VALUES(3, 'essai', ?, '2026-05-04')", (text.sha256,)
    )
    connection.executemany(
        "INSERT INTO answers VALUES(3, ?, ?)",
        [
            ("a", "3"),
            ("b", '"nsp"'),
            ("c", '{"sans_objet": "Pas d’école"}'),
            ("d", '{"choix": ["x", "y"]}'),
            ("e", '{"choix": "x"}'),
            ("f", "7.5"),
        ],
    )
    connection.execute("INSERT INTO journal VALUES(1, '2026-05-04', 'Luc', 3, 'a', NULL, '2')")
    connection.execute("INSERT INTO journal VALUES(2, '2026-05-04', 'Luc', 3, 'a', '2', '3')")
    connection.commit()
    connection.close()


def assert_upgraded(dossier: Dossier) -> None:
    found = dossier.snapshot(load_packed)
    assert found.authority.population == 612
    assert found.facts == {"ecole": True}
    assert found.assessment.answers == {
        "a": Answered(3),
        "b": Unknown(),
        "c": NotConcerned("Pas d’école"),
        "d": Answered(("x", "y")),
        "e": Answered("x"),
        "f": Answered(7.5),
    }
    assert [c.who for c in dossier.history()] == ["Luc", "Luc"]


def test_D4_an_older_format_is_upgraded_and_its_original_kept(path: Path) -> None:
    trial(path)
    before = path.read_bytes()
    with open_dossier(path, author()) as dossier:
        kept = path.with_name(f"{path.stem} (avant mise à jour).autodiag")
        assert dossier.access.original == kept.resolve()
        assert kept.read_bytes() == before
        assert_upgraded(dossier)
        dossier.undo()
        assert dossier.assessment().level("a") == 2
    with open_dossier(path, author()) as again:
        assert again.access.original is None
        assert again.assessment().level("a") == 2
    assert len(list(path.parent.iterdir())) == 2


@pytest.mark.parametrize("links", [True, False])
def test_D4_the_kept_original_never_replaces_anything(
    path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    trial(path)
    if not links:  # as on a FAT key

        def refuse(*_: object) -> None:
            raise PermissionError(1, "no links")

        monkeypatch.setattr(os, "link", refuse)
    others = [f"{path.stem} (avant mise à jour){n}.autodiag" for n in ("", " 2")]
    for other in others:
        path.with_name(other).write_bytes(b"mine")
    with open_dossier(path, author()) as dossier:
        assert dossier.access.original is not None
        assert dossier.access.original.name.endswith("(avant mise à jour) 3.autodiag")
        assert_upgraded(dossier)
    assert all(path.with_name(other).read_bytes() == b"mine" for other in others)


def test_D4_an_upgrade_that_cannot_be_written_is_read_in_memory(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial(path)
    before = path.read_bytes()

    def full(_path: Path, _target: Path, *, overwrite: bool) -> None:
        raise OSError(28, f"no space {overwrite}")

    monkeypatch.setattr(opening, "put_in_place", full)
    with open_dossier(path, author()) as dossier:
        assert_upgraded(dossier)
        assert dossier.access.why_read_only is not None
        assert dossier.access.why_read_only.code == "dossier_disque_plein"
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_D4_a_faulty_older_dossier_is_refused(path: Path) -> None:
    trial(path)
    edited(path, "UPDATE answers SET answer = '[1]' WHERE question = 'a'")
    assert refused(path) == "dossier_abime"


# --- Places that cannot be written to


@pytest.fixture
def read_only_folder(tmp_path: Path) -> Iterator[Callable[[], Path]]:
    """A folder to fill, then made read-only by calling it; also for root where it can mount."""
    place = tmp_path / "lecture seule"
    place.mkdir()
    with mounted(place, "1m") as remount:

        def close() -> Path:
            if remount is None:
                place.chmod(stat.S_IRUSR | stat.S_IXUSR)
                if os.access(place, os.W_OK):
                    pytest.skip("root without the right to mount")
            else:
                remount("ro")
            return place

        yield close
        if remount is None:
            place.chmod(0o700)


def test_D4_a_dossier_on_a_read_only_place_is_read(
    tmp_path: Path, read_only_folder: Callable[[], Path]
) -> None:
    create(tmp_path / "lecture seule" / "a.autodiag").close()
    trial(tmp_path / "lecture seule" / "b.autodiag")
    place = read_only_folder()
    with open_dossier(place / "a.autodiag", author()) as dossier:
        assert dossier.access.why_read_only is not None
        assert dossier.access.why_read_only.code == "dossier_non_modifiable"
        assert dossier.authority().population == 612
        dossier.save_copy(tmp_path / "ailleurs.autodiag")
    with open_dossier(tmp_path / "ailleurs.autodiag", author()) as copy:
        copy.set_answer("str-1", Answered(1))
    with open_dossier(place / "b.autodiag", author()) as older:
        assert_upgraded(older)
        assert older.access.why_read_only is not None


def test_D2_an_interrupted_save_on_a_read_only_place_says_what_to_copy(
    tmp_path: Path, read_only_folder: Callable[[], Path]
) -> None:
    path = tmp_path / "lecture seule" / "a.autodiag"
    create(path).close()
    interrupted(path)
    read_only_folder()
    assert refused(path) == "dossier_ecriture_interrompue"


def test_D2_an_interrupted_save_is_taken_back_at_opening(path: Path) -> None:
    create(path).close()
    interrupted(path)
    with open_dossier(path, author()) as dossier:
        assert dossier.snapshot(load_packed).facts == {"ecole": True}
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def interrupted(path: Path) -> None:
    """Leave the file as a kill in the middle of a commit does: half changed, with its journal."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_spill = 1")
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN")
    connection.execute("DELETE FROM facts")
    connection.executemany(
        "INSERT INTO notes VALUES(1, ?, ?)", [(str(n), "x" * 900) for n in range(200)]
    )
    journal = path.with_name(path.name + "-journal")
    half, undo = path.read_bytes(), journal.read_bytes()
    connection.execute("ROLLBACK")
    connection.close()
    path.write_bytes(half)
    journal.write_bytes(undo)
