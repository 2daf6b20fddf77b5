# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A file's table as its shape; the errors of pydantic said in French, at their place."""

import re
from collections.abc import Collection
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from autodiag.catalogue.locations import Location, last_key, place
from autodiag.catalogue.problems import Problem, did_you_mean, error, quoted, shortened
from autodiag.catalogue.reader import Table
from autodiag.catalogue.values import MAX_TEXT, NOT_A_TEXT, Shape

MAX_PROBLEMS = 100
"""Problems of shape told of one file; the others are counted."""

# What pydantic calls a fault of type, and how it is said.
_TYPES = {
    "string_type": NOT_A_TEXT,
    "string_too_short": "ce texte est vide",
    "string_too_long": f"texte trop long : {MAX_TEXT} caractères au plus",
    "int_type": "il faut un nombre entier, sans guillemets",
    "float_type": "il faut un nombre, sans guillemets",
    "finite_number": "il faut un nombre ordinaire",
    "bool_type": "il faut true (oui) ou false (non), sans guillemets",
    "tuple_type": "il faut une liste entre crochets",
    "dict_type": "il faut des lignes « nom = valeur » (une table)",
    "model_type": "il faut des lignes « nom = valeur » (une table)",
}

S = TypeVar("S", bound=Shape)


def read_shape(
    model: type[S], file: str, table: Table, problems: list[Problem], lost: set[str]
) -> S | None:
    """The table as the model, its problems added; None when the file itself lacks something.

    Of a faulty table, what stands is kept, so that its meaning can be checked too: without the
    unknown keys, and without the faulty items, whose ids are added to `lost` for the references
    to them not to look wrong.
    """
    try:
        return model.model_validate(table)
    except ValidationError as fault:
        problems += _problems(model, file, table, fault)
    try:
        return model.model_validate(table, extra="ignore", context=lost)
    except ValidationError:
        return None


def _problems(model: type[Shape], file: str, table: Table, fault: ValidationError) -> list[Problem]:
    found = fault.errors(include_url=False)
    told: list[Problem] = []
    for detail in found[:MAX_PROBLEMS]:
        at = tuple(key for key in detail["loc"] if key != "[key]")  # a faulty id is its own place
        told.append(error(file, place(table, at), _sentence(model, at, detail)))
    if len(found) > MAX_PROBLEMS:
        told.append(error(file, "", f"et {len(found) - MAX_PROBLEMS} autres du même ordre"))
    return told


def _sentence(model: type[Shape], at: Location, detail: ErrorDetails) -> str:
    key = last_key(at)
    if detail["type"] == "missing":
        return f"il manque « {key} »"
    if detail["type"] == "extra_forbidden":
        return f"nom inconnu (clé) « {key} »{did_you_mean(str(at[-1]), _known_keys(model, at))}"
    return f"« {key} » : {_refusal(detail)}"


def _refusal(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "value_error":
            return str(context["error"])
        case "literal_error":
            return _unknown_value(detail["input"], re.findall("'([^']*)'", context["expected"]))
        case "greater_than_equal":
            return f"il faut au moins {context['ge']:g}"
        case "less_than_equal":
            return f"il faut au plus {context['le']:g}"
        case kind:
            return _TYPES.get(kind, "valeur refusée")


def _unknown_value(value: object, known: list[str]) -> str:
    if not isinstance(value, str):
        return f"il faut un texte parmi {quoted(known)}"
    near = did_you_mean(value, known) or f" ; il faut {quoted(known)}"
    return f"valeur inconnue « {shortened(value, 40)} »{near}"


def _known_keys(model: type[Shape], at: Location) -> Collection[str]:
    """The keys of the table that holds the last key of a location."""
    for key in at[:-1]:  # ranks, and ids of tables, lead to no other shape
        field = model.model_fields.get(str(key))
        model = (_shape_in(field.annotation) if field else None) or model
    return model.model_fields


def _shape_in(annotation: Any) -> type[Shape] | None:
    """The shape that a field holds, alone or in a list or a table; none holds two."""
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    return next(filter(None, map(_shape_in, get_args(annotation))), None)
