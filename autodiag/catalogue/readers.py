# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How each kind of value is read: texts, ids, numbers, dates, lists. Each tells its own faults."""

import re
from collections.abc import Callable
from datetime import date
from math import isfinite
from typing import Any, cast

from autodiag.catalogue.conditions import FACT, ConditionError
from autodiag.catalogue.fields import BAD, Reader, Reading, Shape
from autodiag.catalogue.locations import Location
from autodiag.catalogue.problems import did_you_mean, quoted, shortened
from autodiag.catalogue.reader import Table

MAX_TEXT = 4000
"""Characters of a text."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_NOT_AN_ID = "n’est pas un identifiant : lettres sans accent, chiffres, - et _, soixante au plus"


def text(value: Any, at: Location, reading: Reading) -> Any:
    """A text that says something."""
    return reading.refuse(at, "ce texte est vide") if value == "" else blank(value, at, reading)


def blank(value: Any, at: Location, reading: Reading) -> Any:
    """A text, perhaps empty."""
    if not isinstance(value, str):
        return reading.refuse(at, "il faut un texte entre guillemets")
    if len(value) > MAX_TEXT:
        return reading.refuse(at, f"texte trop long : {MAX_TEXT} caractères au plus")
    if _INVISIBLE.search(value):
        return reading.refuse(at, "ce texte contient un caractère invisible interdit")
    return value


def identifier(value: Any, at: Location, reading: Reading) -> Any:
    """An id."""
    if not isinstance(value, str):
        return reading.refuse(at, "il faut un texte entre guillemets")
    if not _ID.fullmatch(value):
        return reading.refuse(at, f"« {shortened(value, 40)} » {_NOT_AN_ID}")
    return value


def fact(value: Any, at: Location, reading: Reading) -> Any:
    """The id of a fact, as conditions write it."""
    if isinstance(value, str) and not FACT.fullmatch(value):
        return reading.refuse(at, f"« {shortened(value, 40)} » n’est pas le nom d’un fait")
    return identifier(value, at, reading)


def yes_no(value: Any, at: Location, reading: Reading) -> Any:
    """true or false."""
    if isinstance(value, bool):
        return value
    return reading.refuse(at, "il faut true ou false, sans guillemets")


def whole(low: int, high: int) -> Reader:
    """A whole number between two bounds, both included."""

    def read(value: Any, at: Location, reading: Reading) -> Any:
        if type(value) is not int:
            return reading.refuse(at, "il faut un nombre entier, sans guillemets")
        return _bounded(value, low, high, at, reading)

    return read


def number(low: float, high: float) -> Reader:
    """A number between two bounds, both included."""

    def read(value: Any, at: Location, reading: Reading) -> Any:
        if type(value) not in (int, float):
            return reading.refuse(at, "il faut un nombre, sans guillemets")
        if not isfinite(value):
            return reading.refuse(at, "il faut un nombre ordinaire")
        return _bounded(value, low, high, at, reading)

    return read


def _bounded(value: float, low: float, high: float, at: Location, reading: Reading) -> Any:
    if value < low:
        return reading.refuse(at, f"il faut au moins {low:g}")
    return value if value <= high else reading.refuse(at, f"il faut au plus {high:g}")


def one_of(known: tuple[str, ...]) -> Reader:
    """One of these words."""

    def read(value: Any, at: Location, reading: Reading) -> Any:
        if not isinstance(value, str):
            return reading.refuse(at, f"il faut un texte parmi {quoted(known)}")
        if value in known:
            return value
        near = did_you_mean(value, known) or f" ; il faut {quoted(known)}"
        return reading.refuse(at, f"valeur inconnue « {shortened(value, 40)} »{near}")

    return read


def day(value: Any, at: Location, reading: Reading) -> Any:
    """A date, with or without quotes, as AAAA-MM-JJ."""
    try:
        return (value if isinstance(value, date) else date.fromisoformat(value)).isoformat()[:10]
    except (TypeError, ValueError):
        return reading.refuse(at, "cette date s’écrit AAAA-MM-JJ, par exemple 2026-11-21")


def parsed(parse: Callable[[str], object]) -> Reader:
    """A text in a small language, parsed."""

    def read(value: Any, at: Location, reading: Reading) -> Any:
        if not isinstance(value, str):
            return reading.refuse(at, "il faut un texte entre guillemets")
        try:
            return parse(value)
        except ConditionError as fault:
            return reading.refuse(at, str(fault))

    return read


def several(item: Reader, most: int = 60, least: int = 0) -> Reader:
    """A list; one faulty item makes it faulty."""

    def read(value: Any, at: Location, reading: Reading) -> Any:
        items = _list(value, at, reading, least, most)
        if items is BAD:
            return BAD
        found = tuple(item(one, (*at, rank), reading) for rank, one in enumerate(items))
        return BAD if BAD in found else found

    return read


def items(item: type[Shape], most: int = 400, least: int = 0) -> Reader:
    """A list of tables at the top of a file: the faulty ones are set apart, the others kept."""

    def read(value: Any, at: Location, reading: Reading) -> Any:
        tables = _list(value, at, reading, least, most)
        if tables is BAD:
            return BAD
        found: list[Any] = []
        for rank, one in enumerate(tables):
            made = item.read(one, (*at, rank), reading)
            if made is BAD:
                named = cast("Table", one).get("id", "") if isinstance(one, dict) else ""
                reading.lost.add(str(named))
            else:
                found.append(made)
        return tuple(found)

    return read


def _list(value: Any, at: Location, reading: Reading, least: int, most: int) -> Any:
    if not isinstance(value, list):
        return reading.refuse(at, "il faut une liste entre crochets")
    found = cast("list[Any]", value)
    if len(found) < least:
        return reading.refuse(at, f"il faut au moins {least} élément")
    return found if len(found) <= most else reading.refuse(at, f"trop d’éléments : {most} au plus")


def by_id(item: Reader, most: int = 2000) -> Reader:
    """A table of values by id."""

    def read(value: Any, at: Location, reading: Reading) -> Any:
        if not isinstance(value, dict):
            return reading.refuse(at, "il faut une table de clés et de valeurs")
        table = cast("Table", value)
        if len(table) > most:
            return reading.refuse(at, f"trop d’éléments : {most} au plus")
        found: Table = {}
        for key, one in table.items():
            named = identifier(key, (*at, key), reading)
            found[key] = BAD if named is BAD else item(one, (*at, key), reading)
        return BAD if any(one is BAD for one in found.values()) else found

    return read
