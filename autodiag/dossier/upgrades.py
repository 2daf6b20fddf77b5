# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Older formats brought to today’s, each step from one database to a fresh one (contract D4).

Works in memory: the file on disk is `opening`'s business.
"""

import json
import secrets
import sqlite3
from collections.abc import Callable
from typing import cast

from autodiag.dossier import codec, schema
from autodiag.dossier.codec import Row
from autodiag.dossier.connection import create_tables
from autodiag.dossier.contents import THE_DOSSIER
from autodiag.dossier.faults import DamagedError
from autodiag.model.assessment import Answer, Answered, NotConcerned, Unknown

Step = Callable[[sqlite3.Connection, sqlite3.Connection], None]
_OF_THE_FIRST = (
    "identity", "facts", "assessments", "answers", "notes", "decisions", "own_actions", "capacity",
    "plans",
)  # fmt: skip
_OF_THE_SECOND = ("to_review", "to_confirm", "evidence", "handover")
_OF_THE_THIRD = ("calendar", "aids", "variants")
_KEPT = ("questionnaires", "attached", "journal")


def upgraded(source: sqlite3.Connection, number: int) -> sqlite3.Connection:
    """A copy in memory, in today's format, of a dossier of format `number`.

    Raises DamagedError where a row is not what that format wrote.
    """
    old = _in_memory()
    source.backup(old)
    for step in _STEPS[number:]:
        number += 1
        new = _in_memory()
        create_tables(new, number)
        new.execute("BEGIN")
        step(old, new)
        new.execute("COMMIT")
        old.close()
        old = new
    return old


def _in_memory() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)


def _from_trial(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """0 → 1: answers in columns, an identifier, a journal that groups and can be undone."""
    for table in ("identity", "facts", "questionnaires"):
        rows = old.execute(f"SELECT * FROM {table}")  # noqa: S608 (a constant)
        new.executemany(f"INSERT INTO {table} VALUES(?, ?)", rows)
    identifier = codec.encode_text(secrets.token_hex(16))
    new.execute("INSERT INTO identity VALUES(?, ?)", (THE_DOSSIER, *identifier))
    new.executemany(
        "INSERT INTO assessments VALUES(?, ?, ?, ?, NULL)", old.execute("SELECT * FROM assessments")
    )
    new.executemany(
        "INSERT INTO answers VALUES(?, ?, ?, ?, ?)",
        [
            (number, question, *_trial_answer(text))
            for number, question, text in old.execute("SELECT * FROM answers")
        ],
    )
    new.executemany(
        "INSERT INTO journal(n, step, kind, at, who, subject, assessment, item, old, new)"
        " VALUES(?, ?, 'change', ?, ?, ?, ?, ?, ?, ?)",
        [
            (n, n, at, who, schema.ANSWERS.name, number, question, _kept(before), _kept(after))
            for n, at, who, number, question, before, after in old.execute("SELECT * FROM journal")
        ],
    )


def _from_first(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """1 → 2: marks, evidence and handover notes come beside what there was, still empty."""
    _copy(old, new, (*_OF_THE_FIRST, "questionnaires", "journal"))


def _from_second(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """2 → 3: the calendar, aid and other plans come beside what there was, still empty."""
    _copy(old, new, (*_OF_THE_FIRST, *_OF_THE_SECOND, *_KEPT))


def _from_third(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """3 → 4: who takes each theme comes beside what there was, still unsaid."""
    _copy(old, new, (*_OF_THE_FIRST, *_OF_THE_SECOND, *_OF_THE_THIRD, *_KEPT))


def _copy(old: sqlite3.Connection, new: sqlite3.Connection, tables: tuple[str, ...]) -> None:
    for table in tables:
        columns = len(old.execute(f"PRAGMA table_info({table})").fetchall())
        marks = ", ".join("?" * columns)
        rows = old.execute(f"SELECT * FROM {table}")  # noqa: S608 (a constant)
        new.executemany(f"INSERT INTO {table} VALUES({marks})", rows)


_STEPS: tuple[Step, ...] = (_from_trial, _from_first, _from_second, _from_third)
"""`_STEPS[n]` brings format n to format n + 1."""


def _kept(text: str | None) -> str | None:
    return None if text is None else codec.encode_row(_trial_answer(text))


def _trial_answer(text: str) -> Row:
    """An answer in the shape of an answers file (contract section 7), as a row."""
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DamagedError("answer") from error
    return codec.encode_answer(_answer(found))


def _answer(found: object) -> Answer:
    if found == "nsp":
        return Unknown()
    if isinstance(found, dict) and len(cast("dict[str, object]", found)) == 1:
        ((key, inside),) = cast("dict[str, object]", found).items()
        if key == "sans_objet" and isinstance(inside, str):
            return NotConcerned(inside)
        if key == "choix":
            return Answered(codec.decode_value(json.dumps(inside)))
    if isinstance(found, int | float):
        return Answered(codec.decode_value(json.dumps(found)))
    raise DamagedError("answer")
