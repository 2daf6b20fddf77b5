# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The packs kept in the data folder: read, added, taken away. A file that is refused changes
nothing of what was there."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from autodiag.benchmarks.pack_figures import pack_name
from autodiag.benchmarks.pack_file import parse_pack, read_pack, refused, write_pack
from autodiag.benchmarks.pack_rules import check_asked, check_names
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
    """What a pack is checked against: the questionnaire of an id (or an AutodiagError), and
    whether a text is the name of a commune."""

    questionnaire: Callable[[str], Questionnaire]
    is_name: Callable[[str], bool]


def kept_packs(data: Path) -> Kept:
    """The packs of a data folder, by name; none where there is no folder."""
    packs: list[Pack] = []
    faulty: list[AutodiagError] = []
    try:
        paths = sorted((data / FOLDER).glob("*.toml"))[:MOST]
    except OSError:
        return Kept()
    for path in paths:
        try:
            packs.append(read_pack(path))
        except AutodiagError as error:
            faulty.append(error)
    return Kept(tuple(packs), tuple(faulty))


def checked_pack(path: Path, against: Checking) -> Pack:
    """The pack of a file, everything in it verified. Raises AutodiagError with every fault."""
    pack = read_pack(path)
    questionnaire = against.questionnaire(pack.head.questionnaire)
    faults = check_asked(pack, questionnaire) + check_names(pack, against.is_name)
    if faults:
        raise refused(faults, path.name)
    return pack


def keep_pack(pack: Pack, data: Path) -> Path:
    """Write a pack in the data folder, in the place of the one of the same territory, year and
    questionnaire. Raises `paquets_trop` or `paquet_non_garde`."""
    folder = data / FOLDER
    target = folder / f"{pack_name(pack)}.toml"
    text = write_pack(pack).encode()
    parse_pack(text, target.name)  # what is kept is what is read again
    temporary = ""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not target.exists() and len(list(folder.glob("*.toml"))) >= MOST:
            raise AutodiagError("paquets_trop", combien=MOST)
        handle, temporary = tempfile.mkstemp(prefix=".paquet-", dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
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
        for path in (data / FOLDER).glob("*.toml"):
            if path.stem == pack_name(pack):
                path.unlink()
    except OSError:
        raise AutodiagError("paquet_non_garde", dossier=data / FOLDER) from None
