# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Conditions on a collectivité: a closed language, held as data and never evaluated as code."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from autodiag.model.authority import Kind, LocalAuthority

COMPARISONS: dict[str, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}

Facts = Mapping[str, bool]
"""What is known of a collectivité, by fact id; an absent fact is unknown."""


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


Condition = PopulationIs | KindIs | FactIs | AllOf | AnyOf | Not


def holds(condition: Condition, authority: LocalAuthority, facts: Facts) -> bool | None:
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
        case Not(part):
            inside = holds(part, authority, facts)
            return None if inside is None else not inside
        case AllOf(parts):
            return _all([holds(part, authority, facts) for part in parts])
        case AnyOf(parts):
            denied = [holds(Not(part), authority, facts) for part in parts]
            outside = _all(denied)
            return None if outside is None else not outside


def _all(values: list[bool | None]) -> bool | None:
    if False in values:
        return False
    return None if None in values else True


def facts_in(condition: Condition) -> frozenset[str]:
    """The ids of the facts that the condition reads."""
    match condition:
        case FactIs(fact):
            return frozenset((fact,))
        case Not(part):
            return facts_in(part)
        case AllOf(parts) | AnyOf(parts):
            return frozenset[str]().union(*(facts_in(part) for part in parts))
        case _:
            return frozenset()
