# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Every change of a dossier goes through here: the row and its journal row, together (D2, D3).

Undo and redo are read from the journal, hence survive closing; they are changes too.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, cast, get_args

from autodiag.dossier import codec
from autodiag.dossier.author import Stamp
from autodiag.dossier.codec import Row
from autodiag.dossier.faults import DamagedError
from autodiag.dossier.schema import TABLES, Table

Kind = Literal["change", "undo", "redo", "event", "start", "withdrawal"]
"""An `event` is kept in the journal and cannot be undone: a first assessment, a stored plan. Nor
can a `start`, the next assessment, or what came before it: that can only be read from then on,
unless a `withdrawal` takes the next one away."""
_SELECT = "SELECT n, step, kind, target, at, who, subject, assessment, item, old, new FROM journal "
# no row is ever removed: SQLite gives the next number
_INSERT = (
    "INSERT INTO journal(step, kind, target, at, who, subject, assessment, item, old, new)"
    " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of one table: the assessment's number where it has one, the text key or ""."""

    table: Table
    assessment: int | None
    item: str

    @property
    def key(self) -> tuple[int | str, ...]:
        """The values of the table's key columns."""
        scope = (self.assessment or 0,) if self.table.scope else ()
        return (*scope, self.item) if self.table.item else scope


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the journal. `subject` is the table; `old` and `new` its columns, None if absent.

    `step` is shared by what one gesture changed; `target` is the step undone or redone.
    """

    n: int
    step: int
    kind: Kind
    target: int | None
    at: str
    who: str
    subject: str
    assessment: int | None
    item: str
    old: Row | None
    new: Row | None


def write(
    connection: sqlite3.Connection,
    stamp: Stamp,
    cells: Sequence[tuple[Cell, Row | None]],
    kind: Kind = "change",
    target: int | None = None,
) -> int | None:
    """Set each cell (None removes it) and journal it, as one step, inside a transaction.

    What is already so is not written again. Returns the step, None when nothing changed.
    """
    step: int | None = None
    for cell, new in cells:
        table = cell.table
        old = connection.execute(table.select, cell.key).fetchone()
        if old == new:
            continue
        if new is None:
            connection.execute(table.delete, cell.key)
        else:
            connection.execute(table.upsert, (*cell.key, *new))
        if step is None:
            step = _next(connection)
        connection.execute(
            _INSERT,
            (step, kind, target, stamp.at, stamp.who, table.name, cell.assessment, cell.item,
             _kept(table, old), _kept(table, new)),
        )  # fmt: skip
    return step


def history(connection: sqlite3.Connection, limit: int) -> tuple[Change, ...]:
    """The latest changes, the most recent first. Raises DamagedError."""
    rows = connection.execute(_SELECT + "ORDER BY n DESC LIMIT ?", (limit,))
    return tuple(_change(row) for row in rows)


@dataclass(slots=True)
class Steps:
    """What the journal amounts to: the steps that stand, those that could be done again, and, for
    each assessment begun from another, its step and those that stood before it."""

    done: list[int] = field(default_factory=list[int])
    undone: list[int] = field(default_factory=list[int])
    begun: list[tuple[int, list[int]]] = field(default_factory=list[tuple[int, list[int]]])

    def take(self, step: int, kind: str, target: int | None) -> None:
        """One more step. Raises DamagedError for one that could not follow."""
        if kind == "start":
            self.begun.append((step, self.done))
            self.done, self.undone = [], []
        elif kind == "change":
            self.done.append(step)
            self.undone.clear()
        elif kind == "undo" and self.done and self.done[-1] == target:
            self.undone.append(self.done.pop())
        elif kind == "redo" and self.undone and self.undone[-1] == target:
            self.done.append(self.undone.pop())
        elif kind == "withdrawal" and self.begun and self.begun[-1][0] == target:
            self.done = self.begun.pop()[1] + self.done
            self.undone.clear()
        else:
            raise DamagedError("journal")


def steps(connection: sqlite3.Connection) -> Steps:
    """What stands, from the whole journal. Raises DamagedError."""
    found = Steps()
    for row in connection.execute(
        "SELECT step, kind, target FROM journal WHERE kind <> 'event' AND n = step ORDER BY n"
    ):
        found.take(*row)
    return found


def undoable(connection: sqlite3.Connection) -> tuple[int | None, int | None]:
    """The step that undo would take back and the one that redo would restore."""
    found = steps(connection)
    return (found.done[-1] if found.done else None), (found.undone[-1] if found.undone else None)


def ahead(connection: sqlite3.Connection) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """The changes that undo would take back and those that redo would do again."""
    undone, redone = undoable(connection)
    return of_step(connection, undone), of_step(connection, redone)


def undo(connection: sqlite3.Connection, stamp: Stamp) -> tuple[Change, ...]:
    """Take the last step back, inside a transaction: its changes, empty when there is none."""
    step, _ = undoable(connection)
    changes = of_step(connection, step)
    cells = [(_cell(change), change.old) for change in reversed(changes)]
    write(connection, stamp, cells, "undo", step)
    return changes


def redo(connection: sqlite3.Connection, stamp: Stamp) -> tuple[Change, ...]:
    """Do again the last step taken back, unless something was changed since."""
    _, step = undoable(connection)
    changes = of_step(connection, step)
    write(connection, stamp, [(_cell(change), change.new) for change in changes], "redo", step)
    return changes


def of_step(connection: sqlite3.Connection, step: int | None) -> tuple[Change, ...]:
    """The changes of one step, in order."""
    rows = connection.execute(_SELECT + "WHERE step = ? ORDER BY n", (step,))
    return tuple(_change(row) for row in rows)


def later(connection: sqlite3.Connection, table: Table, n: int) -> tuple[Change, ...]:
    """The changes of a table from that row on, the most recent first. Raises DamagedError."""
    rows = connection.execute(
        _SELECT + "WHERE subject = ? AND n >= ? ORDER BY n DESC", (table.name, n)
    )
    return tuple(_change(row) for row in rows)


def _next(connection: sqlite3.Connection) -> int:
    """The number of the next row, which is also that of the step it begins."""
    return connection.execute("SELECT ifnull(max(n), 0) + 1 FROM journal").fetchone()[0]


def _cell(change: Change) -> Cell:
    return Cell(TABLES[change.subject], change.assessment, change.item)


def _kept(table: Table, row: Row | None) -> str | None:
    """What the journal keeps of a row, as JSON."""
    if row is not None and table.journalled is not None:
        row = tuple(row[table.values.index(name)] for name in table.journalled)
    return codec.encode_row(row)


def _change(row: tuple[object, ...]) -> Change:
    n, step, kind, target, at, who, subject, assessment, item, old, new = row
    table = TABLES.get(codec.decode_text(subject))
    if table is None or kind not in get_args(Kind):
        raise DamagedError("journal")
    width = len(table.journalled or table.values)
    return Change(
        cast("int", n),
        cast("int", step),
        cast("Kind", kind),
        cast("int | None", target),
        codec.decode_text(at),
        codec.decode_text(who),
        table.name,
        cast("int | None", assessment),
        codec.decode_text(item),
        codec.decode_row(old, width),
        codec.decode_row(new, width),
    )
