# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Who gave each answer and took each decision, read from the journal (contract D3)."""

import sqlite3

from autodiag.dossier import codec, contents, schema
from autodiag.dossier.author import Stamp

_WRITTEN = (
    "SELECT item, at, who, subject, new FROM journal WHERE assessment = ? AND kind IN"
    " ('change', 'event') AND subject IN ('answers', 'to_confirm') ORDER BY n"
)
_DECIDED = (
    "SELECT item, at, who, new FROM journal WHERE subject = 'decisions' AND kind IN"
    " ('change', 'event') ORDER BY n"
)


def answered_by(connection: sqlite3.Connection, number: int) -> dict[str, Stamp]:
    """When and by whom the answer that stands now was given to each question, or confirmed.

    An undo gives nothing: what it brings back was given by whoever had. An answer that was taken
    over and not confirmed is of whoever gave it in the assessment it comes from.
    """
    columns = ", ".join((schema.ANSWERS.item, *schema.ANSWERS.values))
    standing = {
        codec.decode_text(question): codec.encode_row(tuple(row))
        for question, *row in connection.execute(
            f"SELECT {columns} FROM answers WHERE assessment = ?",  # noqa: S608 (constants)
            (number,),
        )
    }
    found: dict[str, Stamp] = {}
    for item, at, who, subject, new in connection.execute(_WRITTEN, (number,)):
        confirmed = subject == schema.TO_CONFIRM.name and new is None
        if item in standing and (confirmed or standing[item] == new):
            found[item] = Stamp(codec.decode_text(at), codec.decode_text(who))
    earlier: dict[int, dict[str, Stamp]] = {}
    for question, (origin, was) in contents.origins(connection, number).items():
        if origin not in earlier:
            earlier[origin] = answered_by(connection, origin)
        if was in earlier[origin] and question in standing:
            found[question] = earlier[origin][was]
    return found


def decided_by(connection: sqlite3.Connection) -> dict[str, Stamp]:
    """When and by whom the decision that stands now about each action was taken."""
    columns = ", ".join((schema.DECISIONS.item, *schema.DECISIONS.values))
    standing = {
        codec.decode_text(action): codec.encode_row(tuple(row))
        for action, *row in connection.execute(f"SELECT {columns} FROM decisions")  # noqa: S608
    }
    found: dict[str, Stamp] = {}
    for item, at, who, new in connection.execute(_DECIDED):
        if item in standing and standing[item] == new:
            found[item] = Stamp(codec.decode_text(at), codec.decode_text(who))
    return found
