# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Copies of a dossier (contract D6): dated ones in the data folder, and those made elsewhere."""

import json
import sqlite3
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from autodiag.dossier import attached
from autodiag.dossier.connection import Database, check_pages
from autodiag.dossier.faults import placed_in_french
from autodiag.dossier.files import (
    UNFINISHED,
    put_in_place,
    refuse_leftovers,
    unfinished,
    writing,
)
from autodiag.dossier.lock import DossierLock, HeldError, Holder
from autodiag.dossier.schema import FORMAT
from autodiag.errors import AutodiagError

KEPT = 20
"""Dated copies of one dossier."""
KEPT_WHATEVER = 5
HEAVIEST = 200_000_000
"""Bytes of all the dated copies of a dossier, beyond which the oldest go, down to five: only a
dossier full of attached files comes near."""
EXTENSION = ".autodiag"
_ELSEWHERE = "ailleurs.json"
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class CopyElsewhere:
    """The last copy that somebody made outside the dossier's own folder: when (ISO), where."""

    at: str
    where: str


def folder_of(root: Path, dossier_id: str, name: str) -> Path:
    """Where the copies of this dossier are kept: a readable name, then its identifier."""
    ending = f"-{dossier_id[:12]}"
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = "".join(c.lower() if c.isalnum() else " " for c in plain).split()
    new = root / ("-".join(words)[:_LONGEST_NAME].strip("-") + ending)
    # a collectivité that changed its name keeps its copies
    return next(iter(sorted(root.glob(f"*{ending}"))), new)


def dated(folder: Path) -> tuple[Path, ...]:
    """The dated copies, oldest first."""
    return tuple(sorted(folder.glob(f"????-??-??*{EXTENSION}")))


def make_dated(database: Database, folder: Path, now: datetime) -> Path | None:
    """Make today's copy unless it is there, and let the oldest go. Raises AutodiagError.

    Called by the one who holds the dossier's lock: nobody else writes in its folder.
    """
    day = f"{now:%Y-%m-%d}"
    target = folder / f"{day} {now:%Hh%M}{EXTENSION}"
    with placed_in_french(target):
        folder.mkdir(parents=True, exist_ok=True)
        # a dossier dated in the future by a wrong clock must not stop today's
        if any(path.name.startswith(day) for path in dated(folder)):
            return None
        for leftover in folder.glob(f".~*{UNFINISHED}"):
            leftover.unlink(missing_ok=True)
        write_copy(database, target, overwrite=False)
        for old in _too_many(folder):
            if old != target:
                old.unlink(missing_ok=True)
    return target


def _too_many(folder: Path) -> tuple[Path, ...]:
    """The oldest copies: beyond so many, or, where files are attached, beyond such a weight."""
    newest = dated(folder)[::-1]
    total = 0
    for rank, path in enumerate(newest):
        total += path.stat().st_size
        if rank >= KEPT or (rank >= KEPT_WHATEVER and total > HEAVIEST):
            return newest[rank:]
    return ()


def write_copy(database: Database, target: Path, *, overwrite: bool) -> None:
    """A whole copy at `target`, or nothing: what was taken away is not sent to anybody."""
    with placed_in_french(target):
        refuse_leftovers(target)
        with unfinished(target) as path:
            with writing(path) as connection:
                database.copy_to(connection)
                _leave_unused(connection)
                check_pages(connection)
            put_in_place(path, target, overwrite=overwrite)


def _leave_unused(connection: sqlite3.Connection) -> None:
    """A newer format may have other tables: its copy is then made as it is."""
    if connection.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
        return
    if attached.has_unused(connection):
        connection.execute("BEGIN")
        attached.erase_unused(connection)
        connection.execute("COMMIT")
        attached.shrink(connection)


def save_copy(database: Database, target: Path, *, overwrite: bool) -> None:
    """A copy where the user wants it. Refuses the dossier itself, an existing file unless told
    to replace it, and a dossier that somebody has open. Raises AutodiagError."""
    with placed_in_french(target):
        exists = target.exists()
        if exists and database.path.exists() and target.samefile(database.path):
            raise AutodiagError("dossier_copie_sur_soi", fichier=target.name)
        if target.is_dir() or (exists and not overwrite):
            raise AutodiagError("dossier_cible_existe", fichier=target.name)
        if not exists:
            write_copy(database, target, overwrite=False)
            return
        lock = DossierLock(target)
        try:
            lock.take(Holder())
        except HeldError as error:
            raise AutodiagError("dossier_copie_ouverte", fichier=target.name) from error
        try:
            write_copy(database, target, overwrite=True)
        finally:
            lock.release()


def record_elsewhere(folder: Path, copy: CopyElsewhere) -> None:
    """Remember, on this machine only, that a copy exists elsewhere."""
    target = folder / _ELSEWHERE
    with placed_in_french(target):
        folder.mkdir(parents=True, exist_ok=True)
        with unfinished(target) as path:
            text = json.dumps({"quand": copy.at, "ou": copy.where}, ensure_ascii=False)
            path.write_bytes(text.encode("utf-8", "surrogateescape"))
            put_in_place(path, target, overwrite=True)


def last_elsewhere(folder: Path) -> CopyElsewhere | None:
    """The last copy recorded, None when there is none: a reminder is due."""
    try:
        found = json.loads((folder / _ELSEWHERE).read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(found, dict):
        return None
    fields = cast("dict[str, object]", found)
    at, where = fields.get("quand"), fields.get("ou")
    if not isinstance(at, str) or not isinstance(where, str):
        return None
    return CopyElsewhere(at, where)
