# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Taking away an assessment begun by mistake, while nothing was changed in it (contract D3).

What it held stays in the journal, and what came before it can be undone again.
"""

import sqlite3
from dataclasses import dataclass

from autodiag.dossier import contents, journal
from autodiag.dossier.author import Stamp
from autodiag.dossier.journal import Cell, Change
from autodiag.dossier.schema import ASSESSMENTS, TABLES


@dataclass(frozen=True, slots=True)
class _Begun:
    """The assessment `number`, begun by that step of the journal."""

    step: int
    number: int


def can_withdraw(connection: sqlite3.Connection, number: int) -> bool:
    """Whether that assessment is the last one begun from another, and is as it was begun. What was
    changed in it and then taken back does not count, nor does a plan, which is computed."""
    return _untouched(connection, number) is not None


def withdraw(connection: sqlite3.Connection, stamp: Stamp, number: int) -> tuple[Change, ...]:
    """Take it away, inside a transaction: what had begun it, empty when that cannot be."""
    found = _untouched(connection, number)
    if found is None:
        return ()
    cells = [(cell, None) for cell in _cells(connection, found.number)]
    journal.write(connection, stamp, cells, "withdrawal", found.step)
    return journal.of_step(connection, found.step)


def highest_number(connection: sqlite3.Connection) -> int:
    """Of all the assessments there ever were: for the journal’s sake no number is given twice."""
    return connection.execute("SELECT ifnull(max(assessment), 0) FROM journal").fetchone()[0]


def _untouched(connection: sqlite3.Connection, number: int) -> _Begun | None:
    steps = journal.steps(connection)
    if not steps.begun:
        return None
    step, _ = steps.begun[-1]
    if journal.of_step(connection, step)[0].assessment != number:
        return None
    if all(info.id != number for info in contents.assessments(connection)):
        return None
    rows = connection.execute("SELECT DISTINCT step FROM journal WHERE assessment = ?", (number,))
    touched = {row[0] for row in rows}.intersection(steps.done)
    return None if touched else _Begun(step, number)


def _cells(connection: sqlite3.Connection, number: int) -> list[Cell]:
    """Every row of the assessment, itself last: the others refer to it."""
    found: list[Cell] = []
    for table in TABLES.values():
        if table.scope and table.item:
            query = f"SELECT {table.item} FROM {table.name} WHERE {table.scope} = ?"  # noqa: S608
            rows = connection.execute(query, (number,)).fetchall()
            found += [Cell(table, number, row[0]) for row in rows]
        elif table.scope and table is not ASSESSMENTS:
            found.append(Cell(table, number, ""))
    return [*found, Cell(ASSESSMENTS, number, "")]
