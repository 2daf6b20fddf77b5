# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a dossier file says, as model objects. Reads only; every row is checked (DamagedError)."""

import sqlite3
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from autodiag.dossier import attached, codec, codec_roadmap, schema
from autodiag.dossier.codec import Row
from autodiag.dossier.embedded import text_of
from autodiag.dossier.faults import DamagedError
from autodiag.dossier.schema import Table
from autodiag.model.assessment import Assessment
from autodiag.model.authority import LocalAuthority
from autodiag.model.calendar import Aid, Calendar
from autodiag.model.dossier import AssessmentBrief, Evidence, HandoverNote, StoredPlan
from autodiag.model.roadmap import Capacity, Decision, OwnAction

THE_CAPACITY = "capacity"
"""The id of the only row of that table."""
THE_DOSSIER = "dossier"
"""The key of `identity` that tells one file from another, whatever its name."""


@dataclass(frozen=True, slots=True)
class AssessmentInfo:
    """One assessment of the dossier, without its answers. `opening_mark` is between 0 and 10."""

    id: int
    questionnaire_id: str
    questionnaire_sha256: str
    day: date
    opening_mark: float | None


def authority(connection: sqlite3.Connection) -> LocalAuthority:
    return codec.decode_authority(_rows(connection, schema.IDENTITY))


def dossier_id(connection: sqlite3.Connection) -> str:
    """The identifier given at creation, the same in every copy."""
    row = connection.execute(schema.IDENTITY.select, (THE_DOSSIER,)).fetchone()
    text = "" if row is None else codec.decode_value(codec.decode_text(row[0]))
    if not isinstance(text, str) or not text.isalnum() or not text.isascii():
        raise DamagedError("dossier id")
    return text


def facts(connection: sqlite3.Connection) -> dict[str, bool]:
    rows = _rows(connection, schema.FACTS)
    return {fact: codec.decode_fact(row) for fact, row in rows.items()}


def assessments(connection: sqlite3.Connection) -> tuple[AssessmentInfo, ...]:
    """Oldest first."""
    columns = ", ".join(schema.ASSESSMENTS.values)
    rows = connection.execute(f"SELECT id, {columns} FROM assessments")  # noqa: S608
    found = [AssessmentInfo(key, *codec.decode_assessment(tuple(row))) for key, *row in rows]
    if not found:
        raise DamagedError("assessments")
    return tuple(sorted(found, key=lambda info: (info.day, info.id)))


def assessment(connection: sqlite3.Connection, info: AssessmentInfo) -> Assessment:
    """With every answer, also those of questions that do not apply, and the marks."""
    rows = _rows(connection, schema.ANSWERS, info.id)
    answers = {question: codec.decode_answer(row) for question, row in rows.items()}
    to_review = _rows(connection, schema.TO_REVIEW, info.id)
    for row in to_review.values():
        codec.decode_mark(row)
    return Assessment(
        info.questionnaire_id,
        info.day,
        MappingProxyType(answers),
        frozenset(to_review),
        frozenset(origins(connection, info.id)),
    )


def briefs(connection: sqlite3.Connection) -> tuple[AssessmentBrief, ...]:
    """Oldest first."""
    return tuple(
        AssessmentBrief(
            info.id,
            info.questionnaire_id,
            info.day,
            frozenset(_rows(connection, schema.ANSWERS, info.id)),
            frozenset(_rows(connection, schema.TO_CONFIRM, info.id)),
            info.opening_mark,
        )
        for info in assessments(connection)
    )


def origins(connection: sqlite3.Connection, number: int) -> dict[str, tuple[int, str]]:
    """The answers still to be confirmed: from which assessment and question each comes."""
    rows = _rows(connection, schema.TO_CONFIRM, number)
    return {question: codec.decode_origin(row, number) for question, row in rows.items()}


def evidence(connection: sqlite3.Connection, number: int) -> dict[str, tuple[Evidence, ...]]:
    """By question, oldest first; no file is read."""
    kept = attached.sizes(connection)
    found: dict[str, list[Evidence]] = {}
    for key, row in _rows(connection, schema.EVIDENCE, number).items():
        one = codec.decode_evidence(key, row)
        if kept.get(one.sha256, one.size) != one.size:
            raise DamagedError("evidence")
        there = not one.file_name or one.sha256 in kept
        found.setdefault(one.question, []).append(replace(one, kept=there))
    return {
        question: tuple(sorted(several, key=lambda one: (one.at, one.id)))
        for question, several in found.items()
    }


def handover(connection: sqlite3.Connection) -> dict[str, HandoverNote]:
    """By topic."""
    rows = _rows(connection, schema.HANDOVER)
    return {topic: codec.decode_handover(topic, row) for topic, row in rows.items()}


def notes(connection: sqlite3.Connection, number: int) -> dict[str, str]:
    rows = _rows(connection, schema.NOTES, number)
    return {question: codec.decode_text(row[0]) for question, row in rows.items()}


def decisions(connection: sqlite3.Connection) -> dict[str, Decision]:
    rows = _rows(connection, schema.DECISIONS)
    return {action: codec_roadmap.decode_decision(action, row) for action, row in rows.items()}


def own_actions(connection: sqlite3.Connection) -> tuple[OwnAction, ...]:
    rows = _rows(connection, schema.OWN_ACTIONS)
    return tuple(codec_roadmap.decode_own_action(key, row) for key, row in rows.items())


def capacity(connection: sqlite3.Connection) -> Capacity | None:
    """None while the default has not been changed (contract R8)."""
    row = _rows(connection, schema.CAPACITY).get(THE_CAPACITY)
    return None if row is None else codec_roadmap.decode_capacity(row)


def plan(connection: sqlite3.Connection, number: int) -> StoredPlan | None:
    row = connection.execute(schema.PLANS.select, (number,)).fetchone()
    return None if row is None else StoredPlan(*(codec.decode_text(value) for value in row))


def calendar(connection: sqlite3.Connection) -> Calendar:
    return codec_roadmap.decode_calendar(_rows(connection, schema.CALENDAR))


def aids(connection: sqlite3.Connection) -> dict[str, Aid]:
    """By action."""
    rows = _rows(connection, schema.AIDS)
    return {action: codec_roadmap.decode_aid(action, row) for action, row in rows.items()}


def variants(connection: sqlite3.Connection, number: int) -> dict[str, StoredPlan]:
    """The plans kept beside that of the assessment, by name."""
    rows = _rows(connection, schema.VARIANTS, number)
    return {
        name: StoredPlan(*(codec.decode_text(value) for value in row)) for name, row in rows.items()
    }


def contributors(connection: sqlite3.Connection, number: int) -> dict[str, str]:
    """Who takes each theme of an assessment, by theme."""
    rows = _rows(connection, schema.CONTRIBUTORS, number)
    return {theme: codec.decode_text(row[0]) for theme, row in rows.items()}


def check(connection: sqlite3.Connection) -> None:
    """Read everything once, so that a damaged dossier is refused before anything is shown."""
    authority(connection)
    dossier_id(connection)
    facts(connection)
    decisions(connection)
    own_actions(connection)
    capacity(connection)
    handover(connection)
    calendar(connection)
    aids(connection)
    for info in assessments(connection):
        text_of(connection, info.questionnaire_sha256)
        assessment(connection, info)
        notes(connection, info.id)
        evidence(connection, info.id)
        plan(connection, info.id)
        variants(connection, info.id)
        contributors(connection, info.id)


def _rows(
    connection: sqlite3.Connection, table: Table, number: int | None = None
) -> dict[str, Row]:
    """The rows of a table (of one assessment) by their text key, in the order of the keys."""
    columns = ", ".join((table.item, *table.values))
    where = "" if number is None else f" WHERE {table.scope} = ?"
    query = f"SELECT {columns} FROM {table.name}{where} ORDER BY {table.item}"  # noqa: S608
    found = connection.execute(query, () if number is None else (number,))
    return {codec.decode_text(key): tuple(row) for key, *row in found}
