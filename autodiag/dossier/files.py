# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Whole files put in place at once: a kill leaves the old file, the new one, or nothing."""

import os
import secrets
import sqlite3
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from autodiag.errors import AutodiagError

UNFINISHED = ".en-cours"
"""The ending of a file that is being written, hidden beside its target."""
_TRIES = 3


@contextmanager
def unfinished(target: Path) -> Generator[Path]:
    """An empty file in the folder of `target`, removed at the end unless it was put in place."""
    path = target.with_name(f".~{secrets.token_hex(8)}{UNFINISHED}")
    path.touch(exist_ok=False)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


@contextmanager
def writing(path: Path) -> Generator[sqlite3.Connection]:
    """A connection to fill an unfinished file: no journal beside it, on disk when left."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        yield connection
    finally:
        connection.close()


def write_bytes(path: Path, data: bytes) -> None:
    """Fill an unfinished file; on disk when it returns."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def put_in_place(path: Path, target: Path, *, overwrite: bool) -> None:
    """Give the finished file at `path` its name, at once. Raises FileExistsError, OSError."""
    if overwrite:
        _again(lambda: path.replace(target))
    else:
        _place_new(path, target)
    _sync_folder(target.parent)


def refuse_leftovers(target: Path) -> None:
    """Refuse a place where the journal of another database waits: SQLite would replay it."""
    for ending in ("-journal", "-wal"):
        leftover = target.with_name(target.name + ending)
        if leftover.exists():
            raise AutodiagError(
                "dossier_journal_orphelin", fichier=target.name, reste=leftover.name
            )


def _place_new(path: Path, target: Path) -> None:
    try:
        os.link(path, target)
    except FileExistsError:
        raise
    except OSError:
        # FAT and some shares have no links: a look, then a rename (which on Windows looks itself)
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        _again(lambda: path.rename(target))


def _again(move: Callable[[], object]) -> None:
    """On Windows a reader or an antivirus can hold a file for a moment."""
    for attempt in range(1, _TRIES + 1):
        try:
            move()
        except PermissionError:
            if attempt == _TRIES:
                raise
            time.sleep(0.3)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Have the new name itself on disk; not every file system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        # the file is whole either way: only its name could come back late after a power cut
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
