# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Who a collectivité was when an older assessment was left: identity and facts are not dated, the
journal says what they were. Reads only."""

import sqlite3
from dataclasses import dataclass
from types import MappingProxyType

from autodiag.dossier import codec, contents, journal, schema
from autodiag.dossier.codec import Row
from autodiag.dossier.faults import DamagedError
from autodiag.model.authority import LocalAuthority
from autodiag.model.condition import Facts


@dataclass(frozen=True, slots=True)
class Known:
    """Identity and facts at one moment."""

    authority: LocalAuthority
    facts: Facts


def known_when(connection: sqlite3.Connection, number: int) -> Known | None:
    """What was known when the assessment that followed `number` was begun, or is known now for the
    last one. None where the journal does not say: an older file, or one rewritten."""
    begun = _next_begun(connection, number)
    if begun is None:
        return None
    try:
        identity, facts = (
            _rows_at(connection, table, begun) for table in (schema.IDENTITY, schema.FACTS)
        )
        if identity is None or facts is None:
            return None
        identity.pop(contents.THE_DOSSIER, None)
        return Known(
            codec.decode_authority(identity),
            MappingProxyType({fact: codec.decode_fact(row) for fact, row in facts.items()}),
        )
    except DamagedError:
        return None


def _next_begun(connection: sqlite3.Connection, number: int) -> int | None:
    """The journal row that began the next assessment of the same questionnaire; after the last one,
    a row that is not written yet. None where it is not found."""
    every = contents.assessments(connection)
    own = next(info.questionnaire_id for info in every if info.id == number)
    same = [info.id for info in every if info.questionnaire_id == own]
    after = same[same.index(number) + 1 :]
    if not after:
        return connection.execute("SELECT ifnull(max(n), 0) + 1 FROM journal").fetchone()[0]
    row = connection.execute(
        "SELECT min(n) FROM journal WHERE subject = ? AND assessment = ? AND old IS NULL",
        (schema.ASSESSMENTS.name, after[0]),
    ).fetchone()
    return row[0]


def _rows_at(
    connection: sqlite3.Connection, table: schema.Table, moment: int
) -> dict[str, Row] | None:
    """A table as it was before that row: what came later is taken back, the latest first."""
    columns = ", ".join((table.item, *table.values))
    rows: dict[str, Row] = {
        codec.decode_text(key): tuple(row)
        for key, *row in connection.execute(f"SELECT {columns} FROM {table.name}")  # noqa: S608
    }
    for change in journal.later(connection, table, moment):
        if rows.get(change.item) != change.new:
            return None  # the journal is not that of these rows
        if change.old is None:
            rows.pop(change.item, None)
        else:
            rows[change.item] = change.old
    return rows
