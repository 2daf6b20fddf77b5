# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Creating, dated copies, copies elsewhere: whole files or nothing, never over another (D6)."""

import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from autodiag.dossier import files
from autodiag.dossier.copies import KEPT, dated, folder_of
from autodiag.dossier.creation import create_dossier
from autodiag.dossier.opening import open_dossier
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answered
from autodiag.model.authority import LocalAuthority
from tests.dossier.mounts import mounted
from tests.dossier.samples import NOON, author, create, new
from tests.sources import ROOT


def code_of(action: object, *arguments: object, **named: object) -> str:
    assert callable(action)
    with pytest.raises(AutodiagError) as error:
        action(*arguments, **named)
    assert error.value.sentence
    return error.value.code


# --- Creating


def test_an_existing_target_is_refused_untouched(path: Path) -> None:
    path.write_bytes(b"mine")
    assert code_of(create, path) == "dossier_cible_existe"
    assert path.read_bytes() == b"mine"
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_target_that_appears_meanwhile_is_not_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os.path, "lexists", lambda _path: False)
    path.write_bytes(b"mine")
    assert code_of(create, path) == "dossier_cible_existe"
    assert path.read_bytes() == b"mine"


def test_creating_works_where_there_are_no_links(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "no links")

    monkeypatch.setattr(os, "link", refuse)
    create(path).close()
    assert code_of(create, path) == "dossier_cible_existe"
    with open_dossier(path, author()) as dossier:
        assert dossier.authority().insee == "95572"


def test_a_missing_folder_a_file_as_folder_and_a_long_name_are_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert code_of(create, tmp_path / "absent" / "a.autodiag") == "dossier_emplacement"
    assert code_of(create, tmp_path / "file" / "a.autodiag") == "dossier_emplacement"
    assert code_of(create, tmp_path / ("a" * 255)) == "dossier_nom_trop_long"


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    place = tmp_path / "lecture seule"
    place.mkdir()
    with mounted(place, "1m") as remount:
        if remount is None:
            place.chmod(0o500)
            if os.access(place, os.W_OK):
                pytest.skip("root without the right to mount")
        else:
            remount("ro")
        assert code_of(create, place / "a.autodiag") == "dossier_emplacement"
        with create(tmp_path / "b.autodiag") as dossier:
            assert code_of(dossier.save_copy, place / "a.autodiag") == "dossier_emplacement"
        if remount is None:
            place.chmod(0o700)


def test_the_remains_of_another_file_of_that_name_are_refused(path: Path) -> None:
    """SQLite would replay that journal over the new file."""
    path.with_name(path.name + "-journal").write_bytes(b"x" * 1000)
    assert code_of(create, path) == "dossier_journal_orphelin"
    assert not path.exists()


CREATE = """
import os, sys
from pathlib import Path
from autodiag.dossier import creation, files
from tests.dossier.samples import create
if sys.argv[2] == "before":
    creation.put_in_place = lambda *_, **__: os._exit(9)
else:
    files._sync_folder = lambda _folder: os._exit(9)
create(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("instant", ["before", "after"])
def test_a_kill_while_creating_leaves_nothing_or_all(path: Path, instant: str) -> None:
    command = [sys.executable, "-c", CREATE, str(path), instant]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 9
    assert path.exists() is (instant == "after")
    if path.exists():
        with open_dossier(path, author()) as dossier:
            assert dossier.access.why_read_only is None
    else:
        create(path).close()


def test_a_value_of_no_type_creates_nothing(path: Path) -> None:
    faulty = new()
    faulty = type(faulty)(
        faulty.authority, faulty.questionnaire, "essai", faulty.day,
        answers={"a": Answered(float("nan"))},
    )  # fmt: skip
    with pytest.raises(ValueError, match="JSON"):
        create_dossier(path, author(), faulty)
    assert not list(path.parent.iterdir())


# --- Dated copies


def days(first: datetime, number: int) -> list[datetime]:
    return [first + timedelta(days=n) for n in range(number)]


def test_D6_one_copy_a_day_when_opened_and_the_last_twenty_are_kept(
    path: Path, data_folder: Path
) -> None:
    create(path).close()
    for number, day in enumerate(days(NOON, KEPT + 3)):
        for hour in (0, 3):
            moment = day + timedelta(hours=hour)
            who = author(clock=lambda moment=moment: moment)
            with open_dossier(path, who, copies_in=data_folder) as dossier:
                assert dossier.copy_problem is None
                dossier.set_answer("str-1", Answered(number))
    (folder,) = data_folder.iterdir()
    kept = dated(folder)
    assert [p.name[:10] for p in kept] == [f"{d:%Y-%m-%d}" for d in days(NOON, KEPT + 3)[3:]]
    with open_dossier(kept[-1], author()) as copy:
        assert copy.assessment().level("str-1") == KEPT + 1


def test_D6_a_dossier_left_open_is_copied_the_next_day(path: Path, data_folder: Path) -> None:
    moments = [NOON]
    who = author(clock=lambda: moments[-1])
    with create_dossier(path, who, new(), copies_in=data_folder) as dossier:
        assert dossier.copy_if_due() is None
        moments.append(NOON + timedelta(days=1))
        made = dossier.copy_if_due()
        assert made is not None
        assert made.name == "2026-11-22 12h00.autodiag"
        assert dossier.copy_if_due() is None


def test_D6_a_copy_dated_by_a_wrong_clock_does_not_stop_those_of_today(
    path: Path, data_folder: Path
) -> None:
    wrong = author(clock=lambda: datetime.fromisoformat("2099-01-01T00:00:00"))
    create_dossier(path, wrong, new(), copies_in=data_folder).close()
    for day in days(NOON, KEPT + 2):
        who = author(clock=lambda day=day: day)
        open_dossier(path, who, copies_in=data_folder).close()
    (folder,) = data_folder.iterdir()
    assert f"{NOON + timedelta(days=KEPT + 1):%Y-%m-%d}" in [p.name[:10] for p in dated(folder)]


def test_D6_a_copy_that_cannot_be_made_keeps_nobody_from_the_dossier(
    path: Path, data_folder: Path
) -> None:
    blocked = data_folder / "file"
    blocked.write_bytes(b"")
    with create(path, blocked) as dossier:
        assert dossier.copy_problem is not None
        assert dossier.access.why_read_only is None
        dossier.set_answer("str-1", Answered(1))


def test_D6_each_dossier_has_its_own_copies_under_a_readable_name(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "0123456789abcdef", "L’Haÿ-les-Roses / <b>..\\")
    assert folder == tmp_path / "lhay-les-roses-b-0123456789ab"
    folder.mkdir()
    assert folder_of(tmp_path, "0123456789abcdef", "Commune nouvelle") == folder
    assert folder_of(tmp_path, "fedcba9876543210", "x" * 300).name == "x" * 40 + "-fedcba987654"
    assert folder_of(tmp_path, "fedcba9876543210", "مرحبا").name == "-fedcba987654"


def test_D6_unfinished_copies_of_a_killed_process_are_swept(path: Path, data_folder: Path) -> None:
    create(path, data_folder).close()
    (folder,) = data_folder.iterdir()
    (folder / f".~0{files.UNFINISHED}").write_bytes(b"half")
    tomorrow = author(clock=lambda: NOON + timedelta(days=1))
    open_dossier(path, tomorrow, copies_in=data_folder).close()
    assert not list(folder.glob(".~*"))


# --- Copies elsewhere


def test_D6_the_reminder_stops_once_a_copy_exists_elsewhere(
    path: Path, data_folder: Path, tmp_path: Path
) -> None:
    usb = tmp_path / "clé USB"
    usb.mkdir()
    with create(path, data_folder) as dossier:
        assert dossier.last_copy_elsewhere is None
        dossier.save_copy(path.with_name("beside.autodiag"))
        assert dossier.last_copy_elsewhere is None
        dossier.save_copy(usb / "a.autodiag")
    with open_dossier(path, author(), copies_in=data_folder) as again:
        made = again.last_copy_elsewhere
        assert made is not None
        assert (made.at, made.where) == (NOON.isoformat(), str(usb))


def test_a_copy_is_whole_and_alone(dossier: Dossier, tmp_path: Path) -> None:
    dossier.set_answer("str-1", Answered(4))
    target = tmp_path / "ailleurs" / "copie.autodiag"
    target.parent.mkdir()
    dossier.save_copy(target)
    assert [p.name for p in target.parent.iterdir()] == [target.name]
    dossier.set_answer("str-1", Answered(0))
    with open_dossier(target, author()) as copy:
        assert copy.assessment().level("str-1") == 4
        assert len(copy.history()) == len(dossier.history()) - 1


def test_a_copy_replaces_only_when_told_and_never_what_is_open(
    dossier: Dossier, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "autre.autodiag"
    with create(other) as open_elsewhere:
        assert code_of(dossier.save_copy, other) == "dossier_cible_existe"
        assert code_of(dossier.save_copy, other, overwrite=True) == "dossier_copie_ouverte"
        open_elsewhere.set_answer("str-1", Answered(1))
    assert code_of(dossier.save_copy, path, overwrite=True) == "dossier_copie_sur_soi"
    assert code_of(dossier.save_copy, tmp_path, overwrite=True) == "dossier_cible_existe"
    dossier.set_authority(LocalAuthority("Renommée"))
    dossier.save_copy(other, overwrite=True)
    with open_dossier(other, author()) as copy:
        assert copy.authority().name == "Renommée"


def test_a_copy_that_fails_leaves_the_old_one(dossier: Dossier, tmp_path: Path) -> None:
    place = tmp_path / "plein"
    place.mkdir()
    with mounted(place, "24k") as remount:
        if remount is None:
            pytest.skip("needs the right to mount")
        (place / "a.autodiag").write_bytes(b"old")
        told = code_of(dossier.save_copy, place / "a.autodiag", overwrite=True)
        assert told == "dossier_disque_plein"
        assert (place / "a.autodiag").read_bytes() == b"old"
        assert [p.name for p in place.iterdir()] == ["a.autodiag"]
