# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Model objects to rows and back. Trusts nothing that it reads; executes no SQL."""

import json
import math
from dataclasses import fields, replace
from datetime import date, datetime
from typing import cast

from autodiag.dossier.evidence import EVIDENCE_LIMIT, LONGEST_TITLE
from autodiag.dossier.faults import DamagedError
from autodiag.dossier.file_names import is_one_line, is_safe
from autodiag.model.assessment import Answer, Answered, NotConcerned, Unknown, Value
from autodiag.model.authority import KINDS, LocalAuthority
from autodiag.model.dossier import Evidence, HandoverNote

Scalar = str | int | float | None
Row = tuple[Scalar, ...]
"""The value columns of one row, in the order of its `Table`."""


def encode_answer(answer: Answer) -> Row:
    """Raises ValueError for a value that no question type takes: a boolean, not a number…"""
    match answer:
        case Answered(value, variant):
            return "valeur", encode_value(value), variant
        case Unknown():
            return "nsp", "", ""
        case NotConcerned(reason):
            return "sans_objet", reason, ""


def decode_answer(row: Row) -> Answer:
    """Raises DamagedError."""
    match row:
        case ("valeur", str(value), str(variant)):
            return Answered(decode_value(value), variant)
        case ("nsp", "", ""):
            return Unknown()
        case ("sans_objet", str(reason), ""):
            return NotConcerned(reason)
        case _:
            raise DamagedError("answer")


def encode_value(value: Value) -> str:
    """The JSON of a value. Raises ValueError."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        same = decode_value(text) == value
    except DamagedError:
        same = False
    if not same:
        raise ValueError(f"not a value: {value!r}")
    return text


def decode_value(text: str) -> Value:
    """Raises DamagedError."""
    value = _json(text)
    if isinstance(value, list):
        return tuple(_text(item) for item in cast("list[object]", value))
    if isinstance(value, str):
        return value
    if type(value) is int or (isinstance(value, float) and math.isfinite(value)):
        return value
    raise DamagedError("value")


def encode_authority(authority: LocalAuthority) -> dict[str, Row]:
    """One row of `identity` for each field."""
    return {
        field.name: (json.dumps(getattr(authority, field.name), ensure_ascii=False),)
        for field in fields(LocalAuthority)
    }


def decode_authority(rows: dict[str, Row]) -> LocalAuthority:
    """Raises DamagedError. A field that is absent is unknown; unknown keys are left alone."""
    values = {
        field.name: _json(_text(rows[field.name][0]))
        for field in fields(LocalAuthority)
        if field.name in rows
    }
    codes = values.pop("postal_codes", [])
    population = values.pop("population", None)
    if not isinstance(codes, list) or not (population is None or type(population) is int):
        raise DamagedError("identity")
    texts = {name: _text(value) for name, value in values.items()}
    if not texts.get("name") or texts.get("kind", KINDS[0]) not in KINDS:
        raise DamagedError("identity")
    postal_codes = tuple(_text(code) for code in cast("list[object]", codes))
    return replace(
        LocalAuthority(texts["name"]), population=population, postal_codes=postal_codes, **texts
    )


def decode_assessment(row: Row) -> tuple[str, str, date, float | None]:
    """The questionnaire, its digest, the day and the opening mark. Raises DamagedError."""
    questionnaire, sha256, day, mark = row
    kept = None if mark is None else _number(mark)
    return _text(questionnaire), _text(sha256), decode_day(day), kept


def decode_fact(row: Row) -> bool:
    """Raises DamagedError."""
    return decode_flag(row[0])


def decode_mark(row: Row) -> None:
    """A mark is there or its row is not. Raises DamagedError."""
    if row != (1,):
        raise DamagedError("mark")


def decode_origin(row: Row, number: int) -> tuple[int, str]:
    """The assessment, older than `number`, and the question of an answer taken over. Raises
    DamagedError."""
    origin, was = row
    if type(origin) is not int or not 0 < origin < number:
        raise DamagedError("origin")
    return origin, _text(was)


def encode_evidence(one: Evidence) -> Row:
    return one.question, one.title, one.file_name, one.size, one.sha256, one.at, one.who


def decode_evidence(key: str, row: Row) -> Evidence:
    """Raises DamagedError. Whether its content is kept is not in the row."""
    question, title, name, size, sha256, at, who = row
    one = Evidence(key, _text(question), _text(title), _text(name), _whole(size), _text(sha256),
                   _text(at), _text(who))  # fmt: skip
    file = is_safe(one.file_name) and is_digest(one.sha256) and 0 < one.size <= EVIDENCE_LIMIT
    mention = (one.file_name, one.sha256, one.size) == ("", "", 0)
    titled = is_one_line(one.title, LONGEST_TITLE)
    if not (file or mention) or not titled or not (key.isalnum() and key.isascii()):
        raise DamagedError("evidence")
    try:
        datetime.fromisoformat(one.at)
    except ValueError as error:
        raise DamagedError("evidence") from error
    return one


def is_digest(text: str) -> bool:
    """Whether it is a SHA-256 in hexadecimal, as we write it."""
    return len(text) == 64 and all(c in "0123456789abcdef" for c in text)


def decode_handover(topic: str, row: Row) -> HandoverNote:
    """Raises DamagedError."""
    place, who = row
    return HandoverNote(topic, _text(place), _text(who))


def decode_text(value: object) -> str:
    """A text column. Raises DamagedError."""
    return _text(value)


def decode_day(value: object) -> date:
    """An ISO date. Raises DamagedError."""
    try:
        return date.fromisoformat(_text(value))
    except ValueError as error:
        raise DamagedError("date") from error


def encode_text(text: str) -> Row:
    """One text as a row of `identity`."""
    return (json.dumps(text, ensure_ascii=False),)


def encode_row(row: Row | None) -> str | None:
    """What the journal keeps of a row."""
    return None if row is None else json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def decode_row(text: object, width: int) -> Row | None:
    """A row of the journal, of so many columns. Raises DamagedError."""
    if text is None:
        return None
    value = _json(_text(text))
    if not isinstance(value, list):
        raise DamagedError("journal")
    row = cast("list[object]", value)
    if len(row) != width or not all(item is None or _is_scalar(item) for item in row):
        raise DamagedError("journal")
    return cast("Row", tuple(row))


def finite(number: float) -> float:
    """The number, as a real. Raises ValueError when it is not finite."""
    if not math.isfinite(number):
        raise ValueError(f"not a finite number: {number!r}")
    return float(number)


def decode_amount(value: object) -> float:
    """Days or euros: never less than nothing. Raises DamagedError."""
    number = _number(value)
    if number < 0:
        raise DamagedError("amount")
    return number


def _is_scalar(item: object) -> bool:
    return type(item) in (str, int) or (isinstance(item, float) and math.isfinite(item))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise DamagedError("text")
    return value


def _number(value: object) -> float:
    if not isinstance(value, float) or not math.isfinite(value):
        raise DamagedError("number")
    return value


def _whole(value: object) -> int:
    if type(value) is not int:
        raise DamagedError("size")
    return value


def decode_flag(value: object) -> bool:
    """0 or 1. Raises DamagedError."""
    if value not in (0, 1):
        raise DamagedError("flag")
    return bool(value)


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DamagedError("json") from error
