# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Who gave each answer and took each decision, and what was decided before, read from the journal
(contract D3)."""

import sqlite3
from dataclasses import dataclass

from autodiag.dossier import codec, codec_roadmap, contents, schema
from autodiag.dossier.author import Stamp
from autodiag.model.roadmap import Decision

_WRITTEN = (
    "SELECT item, at, who, subject, new FROM journal WHERE assessment = ? AND kind IN"
    " ('change', 'event') AND subject IN ('answers', 'to_confirm') ORDER BY n"
)
_DECIDED = (
    "SELECT item, at, who, new FROM journal WHERE subject = 'decisions' AND kind IN"
    " ('change', 'event') ORDER BY n"
)
_OF_ONE = "SELECT old, new FROM journal WHERE subject = 'decisions' AND item = ? ORDER BY n DESC"


@dataclass(frozen=True, slots=True)
class _Year:
    """Who wrote the answers that stand in one assessment, and where others come from."""

    standing: frozenset[str]
    given: dict[str, Stamp]
    origins: dict[str, tuple[int, str]]


def answered_by(connection: sqlite3.Connection, number: int) -> dict[str, Stamp]:
    """When and by whom the answer that stands now was given to each question, or confirmed.

    An undo gives nothing: what it brings back was given by whoever had. An answer that was taken
    over and not confirmed is of whoever gave it in the assessment it comes from.
    """
    years = {number: _year(connection, number)}
    found: dict[str, Stamp] = {}
    for question in years[number].standing:
        year, was = number, question
        while was in years[year].origins:  # it ends: each comes from an older one
            year, was = years[year].origins[was]
            if year not in years:
                years[year] = _year(connection, year)
        if was in years[year].given:
            found[question] = years[year].given[was]
    return found


def _year(connection: sqlite3.Connection, number: int) -> _Year:
    columns = ", ".join((schema.ANSWERS.item, *schema.ANSWERS.values))
    standing = {
        codec.decode_text(question): codec.encode_row(tuple(row))
        for question, *row in connection.execute(
            f"SELECT {columns} FROM answers WHERE assessment = ?",  # noqa: S608 (constants)
            (number,),
        )
    }
    given: dict[str, Stamp] = {}
    for item, at, who, subject, new in connection.execute(_WRITTEN, (number,)):
        confirmed = subject == schema.TO_CONFIRM.name and new is None
        if item in standing and (confirmed or standing[item] == new):
            given[item] = Stamp(codec.decode_text(at), codec.decode_text(who))
    return _Year(frozenset(standing), given, contents.origins(connection, number))


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


def before_done(connection: sqlite3.Connection, action: str) -> Decision | None:
    """What was decided about an action when it was last said to be done; None for nothing, or
    where the journal does not say. Raises DamagedError."""
    for row in connection.execute(_OF_ONE, (action,)):
        was, now = (_decision(action, text) for text in row)
        if now is not None and now.state == "faite" and (was is None or was.state != "faite"):
            return was
    return None


def _decision(action: str, text: object) -> Decision | None:
    row = codec.decode_row(text, len(schema.DECISIONS.values))
    return codec_roadmap.decode_decision(action, row) if row else None
