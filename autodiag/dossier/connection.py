# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One guarded SQLite connection: what a dossier file may do to us is limited here."""

import sqlite3
import stat
import struct
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from autodiag.dossier.faults import DamagedError, said_in_french
from autodiag.dossier.schema import APPLICATION_ID, NOT_JOURNALLED, SCHEMAS, TABLES
from autodiag.errors import AutodiagError

LARGEST = 200_000_000
"""Bytes; attached files apart, a dossier weighs less than a thousandth of it a year."""
_BUSY_SECONDS = 5.0
_STRICT_SINCE = (3, 37)
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 8_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 0,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 60,
}
_PRAGMAS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    # what is taken away is overwritten: a dossier is sent to others
    "secure_delete = ON",
    "synchronous = FULL",
)
_DENIED = frozenset(
    (
        sqlite3.SQLITE_ATTACH,
        sqlite3.SQLITE_CREATE_TRIGGER,
        sqlite3.SQLITE_CREATE_VIEW,
        sqlite3.SQLITE_CREATE_VTABLE,
        sqlite3.SQLITE_DROP_TABLE,
    )
)


def look(path: Path) -> int:
    """The format of the dossier at `path`, read from its header without SQLite.

    Raises AutodiagError when it is not one. Never called while this process has the file open:
    closing it would drop the locks that SQLite holds on it.
    """
    with said_in_french(path):
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):  # opening a pipe would wait for ever
            raise AutodiagError("dossier_pas_un_dossier", fichier=path.name)
        with path.open("rb") as file:
            head = file.read(100)
    if len(head) < 100 or not head.startswith(b"SQLite format 3\0"):
        raise _no_dossier(path)
    version, application = struct.unpack(">i4xi", head[60:72])
    # 1, 1: no write-ahead log, hence no file that SQLite would create beside it
    if application != APPLICATION_ID or head[18:20] != b"\x01\x01" or version < 0:
        raise _no_dossier(path)
    if about.st_size > LARGEST:
        raise AutodiagError("dossier_trop_gros", fichier=path.name)
    return int(version)


def _no_dossier(path: Path) -> AutodiagError:
    """Whoever chose a name that ends as it should is not told to choose such a name."""
    named = path.suffix.lower() == ".autodiag"
    code = "dossier_vide_ou_abime" if named else "dossier_pas_un_dossier"
    return AutodiagError(code, fichier=path.name)


def require_sqlite() -> None:
    """Raise AutodiagError where SQLite is too old for the tables of a dossier."""
    if sqlite3.sqlite_version_info < _STRICT_SINCE:
        raise AutodiagError("dossier_sqlite_ancien", version=sqlite3.sqlite_version)


def connect(path: Path, *, read_only: bool, lockless: bool = False) -> sqlite3.Connection:
    """A limited connection to an existing file. Raises sqlite3.Error.

    `lockless`: the file system knows no locks, SQLite could not even read there; the lease is
    then the only lock.
    """
    uri = path.absolute().as_uri() + ("?mode=ro" if read_only else "?mode=rw")
    if lockless:
        uri += "&nolock=1"
    connection = sqlite3.connect(
        uri, uri=True, isolation_level=None, timeout=_BUSY_SECONDS, check_same_thread=False
    )
    try:
        for limit, value in _LIMITS.items():
            connection.setlimit(limit, value)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if not read_only:
            connection.execute("PRAGMA journal_mode = DELETE")
    except BaseException:
        connection.close()
        raise
    return connection


def create_tables(connection: sqlite3.Connection, number: int) -> None:
    """Make an empty database a dossier of this format, still without a row."""
    # before the first table, or never: what attached files leave is given back to the disk
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    connection.execute("BEGIN")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {number}")
    for statement in SCHEMAS[number]:
        connection.execute(statement)
    connection.execute("COMMIT")


def version(connection: sqlite3.Connection) -> int:
    """The format of an open dossier. Raises DamagedError when it is not one."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise DamagedError("application_id")
    return connection.execute("PRAGMA user_version").fetchone()[0]


def check_schema(connection: sqlite3.Connection, number: int) -> None:
    """Refuse anything but the exact tables of this format: no trigger, view, index; whole pages."""
    found = connection.execute(
        "SELECT type, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
    ).fetchall()
    if sorted(found) != sorted(("table", sql) for sql in SCHEMAS[number]):
        raise DamagedError("schema")
    check_pages(connection)


def check_newer(connection: sqlite3.Connection) -> bool:
    """Whether a newer format still has, as tables, every column that this version reads."""
    needed = {table.name: (*table.keys, *table.values) for table in TABLES.values()}
    for name, ours in (needed | NOT_JOURNALLED).items():
        if not connection.execute(
            "SELECT 1 FROM sqlite_schema WHERE name = ? AND type = 'table'", (name,)
        ).fetchone():
            return False
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({name})")}
        if not columns.issuperset(ours):
            return False
    check_pages(connection)
    return True


def check_pages(connection: sqlite3.Connection) -> None:
    """Raise DamagedError where SQLite finds the file damaged."""
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise DamagedError("quick_check")


def writable(connection: sqlite3.Connection) -> bool:
    """Whether a change can be written: SQLite opens a read-only file without complaint.

    Touches the first page, so that the folder is tried too, and takes it back.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        number = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        # a full disk can have room again: it is said at the first change that does not fit
        if error.sqlite_errorname == "SQLITE_FULL":
            return True
        if error.sqlite_errorname.startswith(
            ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_IOERR")
        ):
            return False
        raise
    return True


def _allow(
    action: int, first: str | None, second: str | None, _schema: str | None, trigger: str | None
) -> int:
    refused = (
        trigger is not None
        or action in _DENIED
        or (action == sqlite3.SQLITE_FUNCTION and second == "load_extension")
        or (action == sqlite3.SQLITE_PRAGMA and first == "writable_schema")
    )
    return sqlite3.SQLITE_DENY if refused else sqlite3.SQLITE_OK


class Database:
    """The connection of an open dossier, shared by threads one operation at a time."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        connection.set_authorizer(_allow)
        self._connection = connection
        self._lock = threading.RLock()
        self.path = path

    @contextmanager
    def read(self) -> Generator[sqlite3.Connection]:
        """One consistent view of the whole file, also while another process writes."""
        with self._lock, said_in_french(self.path):
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    @contextmanager
    def write(self) -> Generator[sqlite3.Connection]:
        """One transaction: on disk when the block is left without error, else as before."""
        with self._lock, said_in_french(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                # a full disk has already rolled back
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def alone(self) -> Generator[sqlite3.Connection]:
        """Outside any transaction, for what SQLite does in its own."""
        with self._lock, said_in_french(self.path):
            yield self._connection

    def copy_to(self, target: sqlite3.Connection) -> None:
        """Copy the whole file through SQLite, the only way that keeps its locks."""
        with self._lock:
            self._connection.backup(target)

    def close(self) -> None:
        """Close the file. Closing twice does nothing."""
        with self._lock:
            self._connection.close()
