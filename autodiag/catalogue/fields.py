# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Second stage: a table becomes a typed shape, every fault told in French at its place.

Our own few lines rather than pydantic: importing it and building its models took some 80 ms of
the 110 of a cold load, its errors had to be told again in French, and it gives up the whole file.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final, TypeVar, cast

from autodiag.catalogue.locations import Location, last_key, place
from autodiag.catalogue.problems import Problem, did_you_mean, error
from autodiag.catalogue.reader import Table

MAX_PROBLEMS = 100
"""Problems of shape told of one file; the others are counted."""

BAD: Final = object()
"""What a reader returns for a value that it has told the fault of."""


@dataclass(slots=True)
class Reading:
    """One file being read: its table, the faults told, the ids of the items set apart."""

    file: str
    table: Table
    problems: list[Problem] = field(default_factory=list[Problem])
    lost: set[str] = field(default_factory=set[str])
    untold: int = 0

    def fault(self, at: Location, sentence: str) -> Any:
        """Tells a fault of the table at `at`."""
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(error(self.file, place(self.table, at), sentence))
        else:
            self.untold += 1
        return BAD

    def unknown_key(self, at: Location, known: Collection[str]) -> None:
        """Tells a key that the table at `at` does not have, and the one that is close."""
        near = "" if self.untold else did_you_mean(str(at[-1]), known)
        self.fault(at, f"clé inconnue « {last_key(at)} »{near}")

    def refuse(self, at: Location, sentence: str) -> Any:
        """Tells a fault of the value of the key that `at` ends with."""
        return self.fault(at, f"« {last_key(at)} » : {sentence}")


Reader = Callable[[Any, Location, Reading], Any]
"""Gives the value as the shape holds it, or tells the fault and gives BAD."""


@dataclass(frozen=True, slots=True)
class _Field:
    read: Reader
    required: bool
    default: Any = None


def required(read: Reader) -> Any:
    """A field that must be written."""
    return _Field(read, required=True)


def optional(read: Reader, default: Any = None) -> Any:
    """A field that may be left out, then taken as `default`."""
    return _Field(read, required=False, default=default)


class Shape:
    """A table whose keys are all known: each attribute declared with `required` or `optional`."""

    _fields: ClassVar[dict[str, _Field]] = {}

    def __init_subclass__(cls) -> None:
        cls._fields = {k: v for k, v in vars(cls).items() if isinstance(v, _Field)}

    def __init__(self, values: Table | None = None) -> None:
        """The values read; the defaults where there are none."""
        read = values or {}
        for name, one in self._fields.items():
            setattr(self, name, read.get(name, one.default))

    @classmethod
    def read(cls, value: Any, at: Location, reading: Reading) -> Any:
        """The shape of a table, every fault in it told; BAD when one is not a mere unknown key."""
        if not isinstance(value, dict):
            return reading.refuse(at, "il faut une table de clés et de valeurs")
        table = cast("Table", value)
        values: Table = {}
        for name, one in cls._fields.items():
            if name in table:
                values[name] = one.read(table[name], (*at, name), reading)
            elif one.required:
                values[name] = reading.fault((*at, name), f"il manque « {name} »")
        for key in (key for key in table if key not in cls._fields):
            reading.unknown_key((*at, key), cls._fields)
        return BAD if any(one is BAD for one in values.values()) else cls(values)


S = TypeVar("S", bound=Shape)


def shape(model: type[S], file: str, table: Table) -> tuple[S | None, Reading]:
    """A file's table as a shape, and what was found; None when the file itself lacks something."""
    reading = Reading(file, table)
    found = model.read(table, (), reading)
    if reading.untold:
        reading.problems.append(error(file, "", f"et {reading.untold} autres du même ordre"))
    return (None if found is BAD else found), reading
