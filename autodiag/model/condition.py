# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Conditions on a collectivité and on what it answered: a closed language, held as data and never
evaluated as code."""

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from autodiag.model.assessment import Answer, Answered, Value
from autodiag.model.authority import Kind, LocalAuthority

COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}

Facts = Mapping[str, bool]
"""What is known of a collectivité, by fact id; an absent fact is unknown."""

Replies = Mapping[str, Answer]
"""What is answered in the questionnaire of the condition, by question id."""

NO_REPLIES: Replies = MappingProxyType({})
"""As on a form that nobody has filled in: what depends on an answer is then unknown."""


@dataclass(frozen=True, slots=True)
class PopulationIs:
    """True when the population compares so with `value` (inhabitants)."""

    comparison: str
    value: int


@dataclass(frozen=True, slots=True)
class KindIs:
    """True when the collectivité is of one of these kinds."""

    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class FactIs:
    """True when the fact is declared true; unknown when it is not declared."""

    fact: str


@dataclass(frozen=True, slots=True)
class ReplyIs:
    """True when the answer to a question is that choice, has it among several, or compares so with
    that number. Unknown while there is no value; false where that question is itself not asked:
    `asked_if` is its own condition, None for one that is always asked."""

    question: str
    comparison: str
    value: str
    asked_if: "Condition | None" = None


@dataclass(frozen=True, slots=True)
class AllOf:
    """«et»"""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """«ou»"""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """«non»"""

    part: "Condition"


Condition = PopulationIs | KindIs | FactIs | ReplyIs | AllOf | AnyOf | Not


def holds(
    condition: Condition, authority: LocalAuthority, facts: Facts, replies: Replies = NO_REPLIES
) -> bool | None:
    """Whether the condition is true, false, or None when unknown: Kleene’s logic (contract S1)."""
    match condition:
        case PopulationIs(comparison, value):
            if authority.population is None:
                return None
            return COMPARISONS[comparison](authority.population, value)
        case KindIs(kinds):
            return authority.kind in kinds
        case FactIs(fact):
            return facts.get(fact)
        case ReplyIs(question, asked_if=asked_if):
            if asked_if is not None and holds(asked_if, authority, facts, replies) is False:
                return False
            given = replies.get(question)
            return _replied(condition, given.value) if isinstance(given, Answered) else None
        case Not(part):
            inside = holds(part, authority, facts, replies)
            return None if inside is None else not inside
        case AllOf(parts):
            return _all([holds(part, authority, facts, replies) for part in parts])
        case AnyOf(parts):
            denied = [holds(Not(part), authority, facts, replies) for part in parts]
            outside = _all(denied)
            return None if outside is None else not outside


def _replied(condition: ReplyIs, value: Value) -> bool:
    """A number is compared; a choice is one, or among several."""
    wanted = condition.value
    if isinstance(value, int | float):
        return wanted.isdigit() and COMPARISONS[condition.comparison](value, int(wanted))
    return wanted in value if isinstance(value, tuple) else wanted == value


def _all(values: list[bool | None]) -> bool | None:
    if False in values:
        return False
    return None if None in values else True


def facts_in(condition: Condition) -> frozenset[str]:
    """The ids of the facts that the condition reads."""
    return frozenset(one.fact for one in _terms(condition) if isinstance(one, FactIs))


def replies_in(condition: Condition) -> tuple[ReplyIs, ...]:
    """What the condition reads of the answers, as it is written; what these rest on is not
    followed."""
    return tuple(one for one in _terms(condition) if isinstance(one, ReplyIs))


def followed(condition: Condition, asked_if: Mapping[str, Condition | None]) -> Condition:
    """The same condition, each answer it reads resting on the condition of its own question."""
    match condition:
        case ReplyIs(question):
            return replace(condition, asked_if=asked_if.get(question))
        case Not(part):
            return Not(followed(part, asked_if))
        case AllOf(parts):
            return AllOf(tuple(followed(part, asked_if) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(followed(part, asked_if) for part in parts))
        case _:
            return condition


def _terms(condition: Condition) -> Iterator[Condition]:
    match condition:
        case Not(part):
            yield from _terms(part)
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _terms(part)
        case _:
            yield condition
