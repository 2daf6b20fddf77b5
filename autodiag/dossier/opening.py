# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Existing dossiers opened: who may write, which format, what is refused (contract D1, D4, D5).

Nothing but a dossier is ever written to.
"""

import errno
import os
import shutil
import sqlite3
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from autodiag.dossier import contents, copies
from autodiag.dossier.access import Access
from autodiag.dossier.author import Author
from autodiag.dossier.connection import (
    Database,
    check_newer,
    check_schema,
    connect,
    look,
    require_sqlite,
    version,
    writable,
)
from autodiag.dossier.faults import placed_in_french, said_in_french
from autodiag.dossier.files import put_in_place, unfinished, writing
from autodiag.dossier.lock import DossierLock, HeldError
from autodiag.dossier.schema import FORMAT
from autodiag.dossier.store import Dossier
from autodiag.dossier.upgrades import upgraded
from autodiag.errors import AutodiagError

_HALF_WRITTEN = ("dossier_abime", "dossier_ecriture_interrompue")
"""What a whole dossier can look like without locks, while its holder is writing."""


def open_dossier(
    path: Path, author: Author, *, copies_in: Path | None = None, beat: float = 3.0
) -> Dossier:
    """Open an existing dossier, to write if nobody else does, else to read.

    `copies_in`: the data folder's place for dated copies; `beat`: seconds between two signs of
    life where the file system knows no locks. Raises AutodiagError for anything but a dossier.
    """
    require_sqlite()
    with said_in_french(path):
        path = path.resolve()
    lock = DossierLock(path, beat=beat)
    # Never a raw look at a file that this process may have open already: closing it would drop
    # the locks that SQLite holds. Whoever holds the side file has looked.
    if not lock.present():
        look(path)
    held = False
    try:
        why, held = _take(lock, author, path)
        if not held:
            look(path)
        return _open(path, author, Access(path, why, lock), copies_in)
    except AutodiagError as error:
        lock.release()
        if lock.lockless and held and error.code in _HALF_WRITTEN:
            raise AutodiagError("dossier_occupe", fichier=path.name) from error
        raise
    except BaseException:
        lock.release()
        raise


def _take(lock: DossierLock, author: Author, path: Path) -> tuple[AutodiagError | None, bool]:
    """Why the dossier can only be read, None when it is ours; whether another has it."""
    try:
        lock.take(author.holder())
    except HeldError as error:
        who = error.holder.sentence
        return AutodiagError("dossier_ouvert_ailleurs", fichier=path.name, qui=who), True
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        code = "dossier_disque_plein" if full else "dossier_non_modifiable"
        return AutodiagError(code, fichier=path.name), False
    return None, False


def _open(path: Path, author: Author, access: Access, copies_in: Path | None) -> Dossier:
    with said_in_french(path):
        connection, access = _connect(access)
        try:
            contents.check(connection)
            if copies_in is not None:
                name = contents.authority(connection).name
                folder = copies.folder_of(copies_in, contents.dossier_id(connection), name)
                access = replace(access, copies=folder)
            dossier = Dossier(Database(connection, path), author, access)
        except BaseException:
            connection.close()
            raise
    # a disk or a data folder that is full or gone must not keep anybody from their dossier
    with suppress(AutodiagError):
        dossier.erase_unused()  # what a crash kept from being erased at the last closing
    try:
        dossier.copy_if_due()
    except AutodiagError as error:
        dossier.copy_problem = error
    if access.why_read_only is not None and access.lock is not None:
        access.lock.release()  # nobody is to be told that we could write
    return dossier


def _connect(access: Access) -> tuple[sqlite3.Connection, Access]:
    """A connection in today's format (or a newer one that can be read), and how it was got."""
    path = access.path
    reading = access.why_read_only is not None
    connection = connect(path, read_only=reading, lockless=access.lockless)
    try:
        number = version(connection)
        if number > FORMAT:
            connection.close()
            return _connect_newer(access)
        check_schema(connection, number)
        if access.why_read_only is None and not writable(connection):
            why = AutodiagError("dossier_non_modifiable", fichier=path.name)
            access = replace(access, why_read_only=why)
        if number < FORMAT:
            return _upgrade(connection, number, access)
    except BaseException:
        connection.close()
        raise
    return connection, access


def _connect_newer(access: Access) -> tuple[sqlite3.Connection, Access]:
    path = access.path
    connection = connect(path, read_only=True, lockless=access.lockless)
    try:
        readable = check_newer(connection)
    except BaseException:
        connection.close()
        raise
    if not readable:
        connection.close()
        raise AutodiagError("dossier_trop_recent", fichier=path.name)
    why = AutodiagError("dossier_plus_recent", fichier=path.name)
    return connection, replace(access, why_read_only=why)


def _upgrade(
    connection: sqlite3.Connection, number: int, access: Access
) -> tuple[sqlite3.Connection, Access]:
    """Today's format on disk, the original kept beside it; where that cannot be, in memory only."""
    fresh = upgraded(connection, number)
    connection.close()
    check_schema(fresh, FORMAT)
    contents.check(fresh)
    if access.why_read_only is None:
        try:
            original = _replace(access.path, fresh)
        except AutodiagError as error:
            access = replace(access, why_read_only=error)
        else:
            fresh.close()
            connection = connect(access.path, read_only=False, lockless=access.lockless)
            return connection, replace(access, original=original)
    return fresh, access


def _replace(path: Path, fresh: sqlite3.Connection) -> Path:
    with placed_in_french(path), unfinished(path) as temporary:
        with writing(temporary) as target:
            fresh.backup(target)
        original = _keep(path)
        try:
            put_in_place(temporary, path, overwrite=True)
        except BaseException:
            original.unlink(missing_ok=True)
            raise
    return original


def _keep(path: Path) -> Path:
    """The original under a new name beside it. No connection of ours is open on it."""
    attempt = 1
    while True:
        number = "" if attempt == 1 else f" {attempt}"
        kept = path.with_name(f"{path.stem} (avant mise à jour){number}{path.suffix}")
        try:
            _duplicate(path, kept)
        except FileExistsError:
            attempt += 1
        else:
            return kept


def _duplicate(path: Path, kept: Path) -> None:
    try:
        os.link(path, kept)
    except FileExistsError:
        raise
    except OSError:  # no links on this file system
        with path.open("rb") as source, kept.open("xb") as target:
            try:
                shutil.copyfileobj(source, target)
                target.flush()
                os.fsync(target.fileno())
            except BaseException:
                kept.unlink(missing_ok=True)
                raise
