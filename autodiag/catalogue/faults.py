# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The errors of shape said in French, at their place, with the near miss of an unknown word."""

import re
import types
from collections.abc import Iterator
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from autodiag.catalogue.problems import Problem, did_you_mean, error, quoted, shortened
from autodiag.catalogue.reader import Table

MAX_PROBLEMS = 100
"""Problems of shape told of one file; the others are counted."""

Location = tuple[int | str, ...]

# How one item of each list is called, and each table, in a place.
_ITEMS = {
    "questions": "question",
    "actions": "action",
    "choix": "choix",
    "coherence": "cohérence",
    "variantes": "variante",
    "niveaux": "niveau",
    "etapes": "étape",
    "profils": "profil",
    "lectures": "lecture",
    "combinaisons": "combinaison",
    "obligations": "obligation",
    "acteurs": "acteur",
    "faits": "fait",
    "glossaire": "mot",
    "fait_monter": "effet",
    "conditions": "condition",
    "socle": "socle",
    "sources": "source",
    "renommages": "renommage",
    "echelle": "échelle",
    "sans_objet_motifs": "motif",
}
_PLAIN = {
    "string_type": "il faut un texte entre guillemets",
    "string_too_short": "ce texte est vide",
    "int_type": "il faut un nombre entier, sans guillemets",
    "int_from_float": "il faut un nombre entier",
    "float_type": "il faut un nombre, sans guillemets",
    "finite_number": "il faut un nombre ordinaire",
    "bool_type": "il faut true ou false, sans guillemets",
    "list_type": "il faut une liste entre crochets",
    "dict_type": "il faut une table de clés et de valeurs",
    "model_type": "il faut une table de clés et de valeurs",
    "none_required": "cette clé n’attend rien",
}
_BOUNDS = {
    "greater_than_equal": ("ge", "il faut au moins {}"),
    "less_than_equal": ("le", "il faut au plus {}"),
    "too_short": ("min_length", "il faut au moins {} élément"),
    "too_long": ("max_length", "trop d’éléments : {} au plus"),
    "string_too_long": ("max_length", "texte trop long : {} caractères au plus"),
}

S = TypeVar("S", bound=BaseModel)


def shape(model: type[S], file: str, table: Table, problems: list[Problem]) -> S | None:
    """The table as the model, or None with its problems added."""
    try:
        return model.model_validate(table)
    except ValidationError as fault:
        problems.extend(_problems(model, file, table, fault))
        return None


def salvage(model: type[S], file: str, table: Table) -> tuple[S | None, set[str]]:
    """What stands of a faulty table, so that its meaning can be checked too.

    Unknown keys go; an item with another fault goes whole and its id is returned, for the
    references to it not to look wrong. None when the file itself lacks something.
    """
    lost: set[str] = set()
    for _ in range(3):
        try:
            return model.model_validate(table), lost
        except ValidationError as fault:
            for location in _deepest_first(fault):
                _remove(table, location, lost)
    return None, lost


def _deepest_first(fault: ValidationError) -> list[Location]:
    """What to take out, the last of a list before the first, each once."""
    places = {
        _item(e["loc"]) if e["type"] != "extra_forbidden" else e["loc"]
        for e in fault.errors(include_url=False, include_input=False)
    }
    return sorted(places, key=lambda place: [(type(k) is str, k) for k in place], reverse=True)


def _item(location: Location) -> Location:
    """The outermost item of a list that holds the place, or the key at the top of the file."""
    return location[:2] if len(location) > 1 and isinstance(location[1], int) else location[:1]


def _remove(table: Table, location: Location, lost: set[str]) -> None:
    *above, last = location
    holder: Any = table
    try:
        for key in above:
            holder = holder[key]
        gone = holder[last]
        if len(location) == 2 and isinstance(last, int) and isinstance(gone, dict):
            lost.add(str(gone.get("id", "")))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
        del holder[last]
    except (KeyError, IndexError, TypeError):
        return  # already gone with what held it, or missing


def _problems(
    model: type[BaseModel], file: str, table: Table, fault: ValidationError
) -> Iterator[Problem]:
    errors = fault.errors(include_url=False)
    for detail in errors[:MAX_PROBLEMS]:
        yield error(file, place(table, detail["loc"]), _sentence(model, detail))
    if len(errors) > MAX_PROBLEMS:
        yield error(file, "", f"et {len(errors) - MAX_PROBLEMS} autres du même ordre")


def place(table: Table, location: Location) -> str:
    """« question str-3, variante epci, niveau 2 »: where the location is, for who writes."""
    words: list[str] = []
    here: Any = table
    above: int | str = ""
    for key in location:
        here = _step(here, key)
        if isinstance(above, str) and above in _ITEMS:
            words.append(f"{_ITEMS[above]} {_name(here, key)}")
        above = key
    return ", ".join(words)


def _step(here: Any, key: int | str) -> Any:
    try:
        return here[key]
    except (KeyError, IndexError, TypeError):
        return None


def _name(item: Any, key: int | str) -> str:
    """An item by its id, its word or its question, else by its rank."""
    if isinstance(item, dict):
        for naming in ("id", "terme", "question", "profil", "theme", "avec"):
            named: Any = item.get(naming)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
            if isinstance(named, str) and named:
                return shortened(named, 40)
    return str(key + 1) if isinstance(key, int) else shortened(key, 40)


def _sentence(model: type[BaseModel], detail: ErrorDetails) -> str:
    kind, location = detail["type"], detail["loc"]
    context = detail.get("ctx", {})
    names = [key for key in location if isinstance(key, str) and key != "[key]"]
    key = shortened(names[-1], 40) if names else ""
    if kind == "missing":
        return f"il manque « {key} »"
    if kind == "extra_forbidden":
        near = did_you_mean(key, _known_keys(model, location[:-1]))
        return f"clé inconnue « {key} »{near}"
    if kind == "condition":
        return f"« {key} » : {detail['msg']}"
    if kind == "literal_error":
        known = re.findall(r"'([^']*)'", context["expected"])
        return f"« {key} » : {_unknown_value(detail['input'], known)}"
    if kind == "string_pattern_mismatch":
        return f"« {key} » : {_pattern(detail['input'])}"
    if kind in _BOUNDS:
        bound, said = _BOUNDS[kind]
        return f"« {key} » : {said.format(f'{context[bound]:g}')}"
    return f"« {key} » : {_PLAIN.get(kind, 'valeur refusée')}"


def _unknown_value(value: Any, known: list[str]) -> str:
    if not isinstance(value, str):
        return f"il faut un texte parmi {quoted(known)}"
    near = did_you_mean(value, known) or f" ; il faut {quoted(known)}"
    return f"valeur inconnue « {shortened(value, 40)} »{near}"


def _pattern(value: Any) -> str:
    if any((ord(c) < 32 and c not in "\t\n") or c == "\x7f" for c in str(value)):
        return "ce texte contient un caractère invisible interdit"
    return (
        f"« {shortened(str(value), 40)} » n’est pas un identifiant : lettres sans accent, "
        "chiffres, - et _, soixante au plus"
    )


def _known_keys(model: type[BaseModel], location: Location) -> list[str]:
    """The keys of the table at a location, followed through the models' annotations."""
    here: Any = model
    for key in location:
        if isinstance(here, type) and issubclass(here, BaseModel):
            field = here.model_fields.get(str(key))
            here = None if field is None else field.annotation
            here = next((a for a in _options(here) if a is not types.NoneType), None)
        else:  # inside a list or a table of tables: their last argument is the item
            here = get_args(here)[-1] if get_args(here) else None
            while get_origin(here) not in (None, list, dict):
                here = get_args(here)[0]
    if not (isinstance(here, type) and issubclass(here, BaseModel)):
        return []
    return [str(name) for name in here.model_fields]  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType, reportUnknownArgumentType]


def _options(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) is types.UnionType else (annotation,)
