# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What ties an answer of one questionnaire to a question of another. Knows no dossier."""

from dataclasses import dataclass

from autodiag.model.assessment import Value


@dataclass(frozen=True, slots=True)
class End:
    """A question and some of its answers: choices, or levels or numbers from `low` to `high`, both
    included. No bound is None."""

    questionnaire: str
    question: str
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None

    def holds(self, value: Value) -> bool:
        """Whether a value given is one of these; of several choices, one is enough."""
        if isinstance(value, tuple):
            return bool(set(self.choices) & set(value))
        if isinstance(value, str):
            return value in self.choices
        if self.choices:
            return False
        above = self.low is None or value >= self.low
        return above and (self.high is None or value <= self.high)


@dataclass(frozen=True, slots=True)
class Link:
    """Where `given` was answered, `offered` is proposed, and why. Of the wordings of its question
    of levels, it leaves out `but`, and holds for `only` alone where there are any."""

    given: End
    offered: End
    reason: str
    but: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()

    def covers(self, variant: str) -> bool:
        """Whether it holds under that wording of its question of levels."""
        return variant not in self.but and (not self.only or variant in self.only)


@dataclass(frozen=True, slots=True)
class Axis:
    """A question about where they want to go, and the actions of the roadmap that lead there."""

    questionnaire: str
    question: str
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """A theme, and those of another questionnaire that are about the same: `chief` answers to it
    best, empty where none is its own; `others` in part; `remark` says what to know of it."""

    theme: str
    chief: str
    others: tuple[str, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class Ties:
    """The themes of one questionnaire, `shown`, beside those of another, `there`."""

    shown: str
    there: str
    themes: tuple[Tie, ...] = ()
