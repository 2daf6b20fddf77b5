# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The packs kept in the data folder: read, added, taken away. A file that is refused changes
nothing of what was there."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from autodiag.benchmarks.pack_figures import pack_name
from autodiag.benchmarks.pack_file import parse_pack, read_pack, refused, write_pack
from autodiag.benchmarks.pack_rules import check_asked, check_days, check_names
from autodiag.benchmarks.packs import Pack
from autodiag.errors import AutodiagError
from autodiag.model.questionnaire import Questionnaire

FOLDER = "paquets"
"""Inside the data folder."""
MOST = 20
"""Packs kept at once."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the folder holds: its packs, and why the other files cannot be used."""

    packs: tuple[Pack, ...] = ()
    refused: tuple[AutodiagError, ...] = ()


@dataclass(frozen=True, slots=True)
class Checking:
    """What a pack is checked against: the questionnaire of an id (or an AutodiagError), whether a
    text is the name of a commune, and the day."""

    questionnaire: Callable[[str], Questionnaire]
    is_name: Callable[[str], bool]
    today: date


def kept_packs(data: Path) -> Kept:
    """The packs of a data folder, by name; none where there is no folder. Of two files that
    `keep_pack` would put in one place, the first is read and the other is told."""
    packs: dict[str, Pack] = {}
    faulty: list[AutodiagError] = []
    try:
        paths = sorted((data / FOLDER).glob("*.toml"))[:MOST]
    except OSError:
        return Kept()
    for path in paths:
        try:
            pack = read_pack(path)
        except AutodiagError as error:
            faulty.append(error)
            continue
        if packs.setdefault(pack_name(pack), pack) is not pack:
            faulty.append(AutodiagError("paquet_en_double", fichier=path.name))
    return Kept(tuple(packs.values()), tuple(faulty))


def same_place(pack: Pack, data: Path) -> Pack | None:
    """The one kept whose place `keep_pack` would give to this one: of the same territory, author,
    year and questionnaire."""
    name = pack_name(pack)
    return next((one for one in kept_packs(data).packs if pack_name(one) == name), None)


def _files(pack: Pack, folder: Path) -> list[Path]:
    """The files of that place, however they are called: some are copied by hand."""
    found: list[Path] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            if pack_name(read_pack(path)) == pack_name(pack):
                found.append(path)
        except AutodiagError:
            continue
    return found


def checked_pack(path: Path, against: Checking) -> Pack:
    """The pack of a file, everything in it verified. Raises AutodiagError with every fault."""
    pack = read_pack(path)
    questionnaire = against.questionnaire(pack.head.questionnaire)
    faults = check_asked(pack, questionnaire) + check_names(pack, against.is_name)
    faults += check_days(pack, against.today)
    if faults:
        raise refused(faults, path.name)
    return pack


def keep_pack(pack: Pack, data: Path) -> Path:
    """Write a pack in the data folder, in the place of `same_place`. Raises `paquets_trop` or
    `paquet_non_garde`."""
    folder = data / FOLDER
    target = folder / f"{pack_name(pack)}.toml"
    text = write_pack(pack).encode()
    parse_pack(text, target.name)  # what is kept is what is read again
    temporary = ""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        before = _files(pack, folder)
        if not before and not target.exists() and len(list(folder.glob("*.toml"))) >= MOST:
            raise AutodiagError("paquets_trop", combien=MOST)
        handle, temporary = tempfile.mkstemp(prefix=".paquet-", dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
        for path in before:
            if path != target:
                path.unlink()
    except OSError:
        raise AutodiagError("paquet_non_garde", dossier=folder) from None
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
    return target


def drop_pack(pack: Pack, data: Path) -> None:
    """Take a pack out of the data folder; whoever made it still has the file. Raises
    `paquet_non_garde`."""
    try:
        for path in _files(pack, data / FOLDER)[:1]:  # the one that is read
            path.unlink()
    except OSError:
        raise AutodiagError("paquet_non_garde", dossier=data / FOLDER) from None
