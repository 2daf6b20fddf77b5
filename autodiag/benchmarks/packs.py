# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A pack: what the collectivités of one territory answered, as shares of groups of at least five
(contract B6). Knows no file, and no published study."""

from dataclasses import dataclass
from datetime import date

from autodiag.model.authority import Kind, LocalAuthority
from autodiag.model.benchmark import Term
from autodiag.text.numbers import integer

FEWEST = 5
"""Collectivités behind a figure, at the least."""
KINDS: tuple[Kind, ...] = ("commune", "epci")
NAMES = {"commune": "communes", "epci": "intercommunalités"}


@dataclass(frozen=True, slots=True)
class PackGroup:
    """Collectivités of one type, their population (both bounds included) and how many they are."""

    id: str
    kind: Kind
    population_min: int | None
    population_max: int | None
    number: int

    @property
    def label(self) -> str:
        """« communes de 500 à 999 habitants »."""
        name, low, high = NAMES[self.kind], self.population_min, self.population_max
        if low and high is not None:
            return f"{name} de {integer(low)} à {integer(high)}\u00a0habitants"
        if high is not None:
            return f"{name} de moins de {integer(high + 1)}\u00a0habitants"
        return f"{name} d’au moins {integer(low)}\u00a0habitants" if low else name

    def has(self, authority: LocalAuthority) -> bool:
        """Whether a collectivité is of that type and size; without a population, of none."""
        population = authority.population
        return (
            authority.kind == self.kind
            and population is not None
            and (self.population_min or 0) <= population
            and (self.population_max is None or population <= self.population_max)
        )

    def meets(self, other: "PackGroup") -> bool:
        """Whether a collectivité may be in both."""
        low = max(self.population_min or 0, other.population_min or 0)
        highs = [one for one in (self.population_max, other.population_max) if one is not None]
        return self.kind == other.kind and (not highs or low <= min(highs))


@dataclass(frozen=True, slots=True)
class PackCell:
    """The share, in whole percent, of the `n` of a group that answered, for which `term` holds."""

    question: str
    group: str
    term: Term
    n: int
    share: int


@dataclass(frozen=True, slots=True)
class PackHead:
    """Whose figures, who made them, between which days they were answered."""

    territory: str
    author: str
    first: date
    last: date
    questionnaire: str
    version: int
    contact: str = ""
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole file. `groups` share no collectivité, and a question has one condition only: nothing
    that was left out can be computed from what is left in."""

    head: PackHead
    groups: tuple[PackGroup, ...]
    cells: tuple[PackCell, ...]

    @property
    def number(self) -> int:
        """How many collectivités are behind it."""
        return sum(group.number for group in self.groups)

    def group(self, group_id: str) -> PackGroup:
        """A group by its id."""
        return next(group for group in self.groups if group.id == group_id)


def shares_possible(n: int, share: int) -> bool:
    """Whether some number of the `n`, neither none nor all, is that share once rounded."""
    return any(rounded(count, n) == share for count in range(1, n)) and 0 < share < 100


def rounded(count: int, n: int) -> int:
    """Whole percent, halves up."""
    return (200 * count + n) // (2 * n)
