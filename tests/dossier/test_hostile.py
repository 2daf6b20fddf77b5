# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Disks that are full, files that were mutated: nothing lost, nothing but a French sentence."""

import random
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from autodiag.dossier.evidence import Attachment
from autodiag.dossier.opening import open_dossier
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answered
from autodiag.model.dossier import HandoverNote
from tests.dossier.mounts import mounted
from tests.dossier.samples import author, create, load_packed


def fill(dossier: Dossier) -> list[str]:
    """Note until the disk is full: the notes that were said to be saved."""
    saved: list[str] = []

    def save_for_ever() -> None:
        while True:
            dossier.set_note(f"q{len(saved)}", "x" * 500)
            saved.append(f"q{len(saved)}")

    with pytest.raises(AutodiagError) as full:
        save_for_ever()
    assert full.value.code == "dossier_disque_plein"
    return saved


def check_full_disk(dossier: Dossier, elsewhere: Path) -> list[str]:
    saved = fill(dossier)
    assert saved
    assert list(dossier.snapshot(load_packed).notes) == sorted(saved)
    dossier.save_copy(elsewhere)
    with open_dossier(elsewhere, author("Paul")) as copy:
        assert list(copy.snapshot(load_packed).notes) == sorted(saved)
    return saved


def test_a_full_disk_loses_nothing_and_the_same_dossier_saves_once_there_is_room(
    tmp_path: Path,
) -> None:
    place = tmp_path / "petit"
    place.mkdir()
    with mounted(place, "200k") as remount:
        if remount is None:
            pytest.skip("needs the right to mount")
        with create(place / "a.autodiag") as dossier:
            saved = check_full_disk(dossier, tmp_path / "copie.autodiag")
            remount("size=400k")
            dossier.set_note("again", "y")
        with open_dossier(place / "a.autodiag", author()) as dossier:
            assert list(dossier.snapshot(load_packed).notes) == ["again", *sorted(saved)]


def test_a_dossier_opens_on_a_disk_that_is_full_to_the_brim(tmp_path: Path) -> None:
    place = tmp_path / "petit"
    place.mkdir()
    with mounted(place, "200k") as remount:
        if remount is None:
            pytest.skip("needs the right to mount")
        create(place / "a.autodiag").close()
        with (place / "filler").open("wb", buffering=0) as filler, suppress(OSError):
            while filler.write(b"x" * 4096):
                pass
        with open_dossier(place / "a.autodiag", author()) as dossier:
            assert dossier.authority().population == 612
            with pytest.raises(AutodiagError) as full:
                dossier.set_answer("str-1", Answered(1))
            assert full.value.code == "dossier_disque_plein"
            dossier.save_copy(tmp_path / "copie.autodiag")
            (place / "filler").unlink()
            dossier.set_answer("str-1", Answered(1))


def test_a_file_that_may_not_grow_is_as_a_full_disk(dossier: Dossier, tmp_path: Path) -> None:
    """The same without the right to mount: SQLite refuses new pages."""
    with dossier._database.read() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 8}")
    check_full_disk(dossier, tmp_path / "copie.autodiag")
    with dossier._database.read() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")
    dossier.set_note("again", "y")


def test_a_disk_that_fails_is_said(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    for error, code in (
        (OSError(5, "input/output"), "dossier_disque_en_panne"),
        (OSError(116, "stale handle"), "dossier_disque_en_panne"),
        (PermissionError(13, "no"), "dossier_acces_refuse"),
    ):

        def fails(*_: object, error: OSError = error) -> None:
            raise error

        monkeypatch.setattr("autodiag.dossier.contents.facts", fails)
        with pytest.raises(AutodiagError) as said:
            dossier.snapshot(load_packed)
        assert said.value.code == code


def test_another_program_that_keeps_the_file_is_said(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier._database._connection.execute("PRAGMA busy_timeout = 50")
    intruder = sqlite3.connect(dossier.access.path, isolation_level=None)
    try:
        intruder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(AutodiagError) as busy:
            dossier.set_answer("str-1", Answered(1))
        assert busy.value.code == "dossier_occupe"
        intruder.execute("ROLLBACK")
        dossier.set_answer("str-1", Answered(1))
    finally:
        intruder.close()


# --- Mutated files


def mutated(whole: bytes, number: int) -> Iterator[bytes]:
    chance = random.Random(7)
    for index in range(number):
        if index % 10 == 0:
            yield whole[: chance.randrange(len(whole))]
            continue
        data = bytearray(whole)
        first = 16 if index % 3 else 100
        for _ in range(chance.choice((1, 4, 40))):
            data[chance.randrange(first, len(data))] = chance.randrange(256)
        yield bytes(data)


def use(path: Path) -> str:
    """Everything that can be done with a dossier: the code of a refusal, or how far it went."""
    try:
        with open_dossier(path, author(), copies_in=path.parent / "copies") as dossier:
            dossier.snapshot(load_packed)
            dossier.history()
            if dossier.access.why_read_only is None:
                dossier.undo()
                dossier.redo()
                dossier.set_answer("str-1", Answered(4))
                assert dossier.assessment().level("str-1") == 4
                return "written"
            return "read"
    except AutodiagError as error:
        return error.code if error.sentence else "silent"


def test_two_hundred_mutated_files_give_a_sentence_or_a_dossier(path: Path) -> None:
    with create(path) as dossier:
        for number in range(60):
            dossier.set_answer(f"q-{number}", Answered(number % 5))
            dossier.set_note(f"q-{number}", "note " * 20)
            dossier.set_to_review(f"q-{number}", True)
        dossier.attach("q-1", "Le devis", Attachment("devis.txt", b"devis " * 2000))
        dossier.attach("q-1", "Le contrat")
        dossier.set_handover("site", HandoverNote("site", "Classeur bleu", "Mme Ba"))
    whole = path.read_bytes()
    seen: Counter[str] = Counter()
    for data in mutated(whole, 200):
        path.write_bytes(data)
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
        seen[use(path)] += 1
    assert not seen["silent"]
    assert seen["dossier_abime"] > 50, seen
    assert seen["written"] > 10, seen
