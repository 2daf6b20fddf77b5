# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A day or a month typed for an action: how it is read, and what is wrong with it (contract R6)."""

import re
from datetime import date

from autodiag.roadmap.calendar import MONTHS, horizon_of, shifted
from autodiag.roadmap.quarter_words import span_said

NO_DAY = "Une date comme 15/03/2027, ou un mois comme 03/2027."
NO_MONTH = "Dites aussi le mois, comme 03/2027."
PASSED = "Cette date est déjà passée."
TO_COME = "Cette date n’est pas encore passée."
TOO_OLD = "Cette date est trop ancienne. Vérifiez l’année."
OUTSIDE = "Cette date n’est pas dans les trois ans de la feuille de route, {span}."
FIRST_YEAR = "1990"
"""Nothing of what the actions are about was done before: it is a slip."""


def read_day(text: str) -> str | None:
    """15/03/2027, 03/2027 or 2027 as an ISO day, month or year; "" for nothing; None otherwise."""
    typed = "".join(text.split())
    match = re.fullmatch(r"(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})", typed)
    if not typed:
        return ""
    if match is None:
        return None
    day, month, year = match.groups()
    try:
        whole = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return whole.isoformat()[: 10 if day else 7 if month else 4]


def horizon_on(start: date, day: str) -> int | None:
    """The horizon (0–2) of an ISO day or month of a roadmap that begins then, None outside it."""
    return horizon_of(start, date.fromisoformat(f"{day[:7]}-01"))


def fault_of_done(typed: str, today: date) -> str:
    """What is wrong with the day when something was done, "" for nothing: a year may do."""
    day = read_day(typed)
    if day is None:
        return NO_DAY
    if day > today.isoformat()[: len(day)]:
        return TO_COME
    return TOO_OLD if "" < day < FIRST_YEAR else ""


def fault_of_due(typed: str, start: date, today: date) -> str:
    """What is wrong with the day when something is to be done, "" for nothing. `start`: the first
    day of the roadmap."""
    day = read_day(typed)
    if not day:
        return NO_DAY if day is None else ""
    if len(day) == len("2027"):
        return NO_MONTH
    if day < today.isoformat()[: len(day)]:
        return PASSED
    if horizon_on(start, day) is None:
        return OUTSIDE.format(span=span_said(start, shifted(start, MONTHS - 1)))
    return ""
