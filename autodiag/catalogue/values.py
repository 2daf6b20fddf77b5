# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the data files hold, as pydantic types: texts, ids, numbers, dates, conditions, lists.

Each has the type that TOML gives it; a ValueError raised here is a French sentence.
"""

import re
from collections.abc import Callable, Sized
from datetime import date
from typing import Annotated, Any, TypeVar, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import PydanticOmit

from autodiag.catalogue.conditions import (
    FACT,
    ID,
    CoherenceRule,
    parse_asked,
    parse_coherence,
    parse_condition,
)
from autodiag.catalogue.problems import shortened
from autodiag.model.condition import Condition
from autodiag.model.questionnaire import HIGHEST_LEVEL

MAX_TEXT = 4000
"""Characters of a text."""

NOT_A_TEXT = "il faut un texte entre guillemets"

_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")

T = TypeVar("T")


class Shape(BaseModel):
    """A table whose keys are all known and whose values have exactly the type written."""

    model_config = ConfigDict(
        extra="forbid", strict=True, frozen=True, allow_inf_nan=False, defer_build=True
    )


def _visible(text: str) -> str:
    if _INVISIBLE.search(text):
        raise ValueError("ce texte contient un caractère invisible interdit")
    return text


def _id(text: str) -> str:
    if not ID.fullmatch(text):
        rule = "lettres sans accent, chiffres, - et _, soixante au plus"
        raise ValueError(
            f"« {shortened(text, 40)} » ne convient pas comme nom court (identifiant) : {rule}"
        )
    return text


def _fact(text: str) -> str:
    if not FACT.fullmatch(text):
        raise ValueError(f"« {shortened(text, 40)} » n’est pas le nom d’un fait")
    return text


def _day(value: Any) -> str:
    """TOML has dates; they may be written with or without quotes."""
    try:
        return (value if isinstance(value, date) else date.fromisoformat(value)).isoformat()[:10]
    except (TypeError, ValueError):
        raise ValueError("cette date s’écrit AAAA-MM-JJ, par exemple 2026-11-21") from None


def _parsed(parse: Callable[[str], object]) -> PlainValidator:
    """A text in a small language, as what it means; `parse` raises ValueError."""

    def read(value: object) -> object:
        if not isinstance(value, str):
            raise ValueError(NOT_A_TEXT)  # noqa: TRY004 - pydantic collects ValueError
        return parse(value)

    return PlainValidator(read)


def _sized(least: int, most: int) -> BeforeValidator:
    """How many things are written, looked at before any: a hostile list may hold thousands."""

    def check(value: object) -> object:
        if not isinstance(value, Sized) or isinstance(value, str):
            return value
        count = len(value)
        if count < least:
            raise ValueError(f"il faut au moins {least} élément")
        if count > most:
            raise ValueError(f"trop d’éléments : {most} au plus")
        return value

    return BeforeValidator(check)


def _set_apart(
    value: object, sound: ValidatorFunctionWrapHandler, info: ValidationInfo[set[str] | None]
) -> object:
    """A sound item. When what stands of a file is wanted, the context gets the faulty ones' ids."""
    try:
        return sound(value)
    except ValidationError:
        if info.context is None:
            raise
        named = cast("dict[str, object]", value).get("id", "") if isinstance(value, dict) else ""
        info.context.add(str(named))
        raise PydanticOmit from None


Blank = Annotated[str, StringConstraints(max_length=MAX_TEXT), AfterValidator(_visible)]
"""A text, perhaps empty."""
Text = Annotated[
    str, StringConstraints(min_length=1, max_length=MAX_TEXT), AfterValidator(_visible)
]
Id = Annotated[str, AfterValidator(_id)]
FactId = Annotated[str, AfterValidator(_fact)]
Day = Annotated[str, PlainValidator(_day)]
When = Annotated[Condition, _parsed(parse_condition)]
WhenAsked = Annotated[Condition, _parsed(parse_asked)]
"""A condition that may rest on an answer given before."""
WhenBoth = Annotated[CoherenceRule, _parsed(parse_coherence)]

Level = Annotated[int, Field(ge=0, le=HIGHEST_LEVEL)]
Target = Annotated[int, Field(ge=1, le=HIGHEST_LEVEL)]
"""A level that an action reaches, or that proves something."""
Bound = Annotated[float, Field(ge=0, le=HIGHEST_LEVEL)]
Amount = Annotated[float, Field(ge=0, le=1_000_000_000)]
Measured = Annotated[float, Field(ge=-1e12, le=1e12)]

_FROM_A_LIST = Field(strict=False)

Several = Annotated[tuple[T, ...], _FROM_A_LIST, _sized(0, 60)]
"""A list; one faulty item makes it faulty."""
Steps = Annotated[tuple[Text, ...], _FROM_A_LIST, _sized(1, 30)]
Items = Annotated[tuple[Annotated[T, WrapValidator(_set_apart)], ...], _FROM_A_LIST, _sized(0, 400)]
"""A list of tables at the top of a file: the faulty ones are set apart, the others kept."""
SomeItems = Annotated[
    tuple[Annotated[T, WrapValidator(_set_apart)], ...], _FROM_A_LIST, _sized(1, 200)
]
ById = Annotated[dict[Id, T], _sized(0, 2000)]
