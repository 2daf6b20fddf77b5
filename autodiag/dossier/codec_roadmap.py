# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Rows about the roadmap: decisions, own actions, means, calendar, aid. Read as strictly as they
are written."""

import json
from datetime import date
from typing import Literal, cast, get_args

from autodiag.dossier.codec import (
    Row,
    decode_amount,
    decode_day,
    decode_flag,
    decode_text,
    finite,
)
from autodiag.dossier.faults import DamagedError
from autodiag.model.calendar import Aid, AidState, AidWindow, Calendar, Closure
from autodiag.model.roadmap import HORIZONS, Capacity, Decision, OwnAction, Span

DecisionState = Literal["retenue", "reportee", "refusee", "faite"]


def encode_decision(decision: Decision) -> Row:
    return (decision.state, decision.reason, decision.who, decision.day, decision.note,
            decision.horizon)  # fmt: skip


def decode_decision(action: str, row: Row) -> Decision:
    """Raises DamagedError."""
    state, reason, who, day, note, horizon = row
    if state not in get_args(DecisionState) or not (horizon is None or horizon in HORIZONS):
        raise DamagedError("decision")
    texts = (decode_text(reason), decode_text(who), decode_text(day), decode_text(note))
    return Decision(action, cast("DecisionState", state), *texts, horizon)


def encode_own_action(own: OwnAction) -> Row:
    return own.title, *_span(own.effort), *_span(own.cost), own.horizon, own.who, own.note


def decode_own_action(key: str, row: Row) -> OwnAction:
    """Raises DamagedError."""
    title, effort_low, effort_high, cost_low, cost_high, horizon, who, note = row
    effort = _read_span(effort_low, effort_high)
    cost = _read_span(cost_low, cost_high)
    if horizon not in HORIZONS:
        raise DamagedError("own action")
    return OwnAction(
        key, decode_text(title), effort, cost, horizon, decode_text(who), decode_text(note)
    )


def encode_capacity(capacity: Capacity) -> Row:
    days, euros = finite(capacity.days_per_month), finite(capacity.euros_per_year)
    return days, euros, int(capacity.days_assumed), int(capacity.euros_assumed)


def decode_capacity(row: Row) -> Capacity:
    """Raises DamagedError."""
    days, euros, days_assumed, euros_assumed = row
    return Capacity(
        decode_amount(days),
        decode_amount(euros),
        decode_flag(days_assumed),
        decode_flag(euros_assumed),
    )


START = "debut"
"""The id, and the kind, of the row that says when the roadmap begins."""
CLOSURE, WINDOW = "fermeture", "aide"


def encode_start(month: str) -> Row:
    return START, "", month, "", 0, "", "[]"


def encode_closure(one: Closure) -> Row:
    return CLOSURE, one.title, one.first, one.last, int(one.yearly), "", "[]"


def encode_window(one: AidWindow) -> Row:
    actions = json.dumps(one.actions, ensure_ascii=False)
    return WINDOW, one.title, one.opens, one.closes, 0, one.note, actions


def decode_calendar(rows: dict[str, Row]) -> Calendar:
    """Raises DamagedError."""
    parts = [decode_calendar_row(key, row) for key, row in rows.items()]
    start = [part for part in parts if isinstance(part, str)]
    return Calendar(
        start[0] if start else "",
        tuple(part for part in parts if isinstance(part, Closure)),
        tuple(part for part in parts if isinstance(part, AidWindow)),
    )


def decode_calendar_row(key: str, row: Row) -> str | Closure | AidWindow:
    """What one row is: the first month, a closure or a window. Raises DamagedError."""
    kind, title, first, last, yearly, note, actions = row
    if kind == START and key == START:
        return decode_month(first)
    if kind == CLOSURE:
        months = decode_month(first), decode_month(last)
        if not decode_flag(yearly) and months[0] > months[1]:
            raise DamagedError("closure")
        return Closure(key, decode_text(title), *months, decode_flag(yearly))
    if kind == WINDOW:
        days = decode_day(first), decode_day(last)
        if days[0] > days[1]:
            raise DamagedError("window")
        ids = _ids(decode_text(actions))
        opens, closes = (day.isoformat() for day in days)
        return AidWindow(key, decode_text(title), opens, closes, decode_text(note), ids)
    raise DamagedError("calendar")


def encode_aid(one: Aid) -> Row:
    return finite(one.euros), one.source, one.state


def decode_aid(action: str, row: Row) -> Aid:
    """Raises DamagedError."""
    euros, source, state = row
    if state not in get_args(AidState):
        raise DamagedError("aid")
    return Aid(action, decode_amount(euros), decode_text(source), cast("AidState", state))


def decode_month(value: object) -> str:
    """«2027-01». Raises DamagedError."""
    text = decode_text(value)
    try:
        if date.fromisoformat(f"{text}-01").isoformat() != f"{text}-01":
            raise DamagedError("month")
    except ValueError as error:
        raise DamagedError("month") from error
    return text


def _ids(text: str) -> tuple[str, ...]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DamagedError("json") from error
    if not isinstance(found, list):
        raise DamagedError("json")
    return tuple(decode_text(one) for one in cast("list[object]", found))


def _span(span: Span) -> tuple[float, float]:
    return finite(span.low), finite(span.high)


def _read_span(low: object, high: object) -> Span:
    span = Span(decode_amount(low), decode_amount(high))
    if span.low > span.high:
        raise DamagedError("span")
    return span
