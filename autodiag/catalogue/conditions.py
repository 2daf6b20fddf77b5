# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The closed language of conditions (contract S1): parsed to the model, written back.

Nothing is ever evaluated as code; length, depth and number of terms are bounded, since a
questionnaire may come from a stranger.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from autodiag.catalogue.problems import did_you_mean, quoted, shortened
from autodiag.model.authority import KINDS
from autodiag.model.condition import (
    COMPARISONS,
    AllOf,
    AnyOf,
    Condition,
    FactIs,
    KindIs,
    Not,
    PopulationIs,
    ReplyIs,
)
from autodiag.model.questionnaire import HIGHEST_LEVEL

MAX_LENGTH = 500
MAX_DEPTH = 20
MAX_TERMS = 50
MAX_POPULATION = 100_000_000

_STARTS = ("population", "type", "fait", "non")
_ON_REPLIES = "reponse"
_TOKEN = re.compile(r"\s*(?:([<>=!≤≥]+|[()])|(\d+)(?![\w-])|(\w[\w-]*)|(\S))")
FACT = re.compile(r"[a-z][a-z0-9_-]{0,59}")
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")
_COHERENCE_SIDES = ("ici", "autre")
_TURNED = {"<": ">", "<=": ">=", "=": "=", ">=": "<=", ">": "<"}


class ConditionError(ValueError):
    """A condition that is not in the language; its text is a French sentence."""


@dataclass(frozen=True, slots=True)
class CoherenceRule:
    """When a gentle remark is due: this question's level and the other's, both to hold; or this
    question's number compared with the other's, `value` then None."""

    comparison: str
    value: int | None
    other_comparison: str
    other_value: int


def parse_condition(text: str) -> Condition:
    """The condition written in `text`. Raises ConditionError with a French sentence."""
    return _parse(_Parser(text))


def parse_asked(text: str) -> Condition:
    """The same for a question, which may also depend on an answer given before it."""
    return _parse(_Parser(text, (*_STARTS, _ON_REPLIES)))


def _parse(parser: "_Parser") -> Condition:
    condition = parser.alternatives(0)
    parser.expect_end()
    return condition


def parse_coherence(text: str) -> CoherenceRule:
    """The rule `ici >= 3 et autre = 0`, its sides in any order, or `ici > autre` between two
    numbers. Raises ConditionError."""
    parser = _Parser(text)
    sides: dict[str, tuple[str, int]] = {}
    for turn in range(2):
        if turn:
            parser.expect("et")
        side = parser.word(_COHERENCE_SIDES)
        if side in sides:
            parser.fail(f"« {side} » est écrit deux fois ; il faut « ici » et « autre »")
        comparison = parser.comparison()
        if not turn and parser.is_next(_COHERENCE_SIDES):
            return _between(parser, side, comparison)
        sides[side] = (comparison, parser.number(HIGHEST_LEVEL))
    parser.expect_end()
    return CoherenceRule(*sides["ici"], *sides["autre"])


def _between(parser: "_Parser", side: str, comparison: str) -> CoherenceRule:
    if parser.word(_COHERENCE_SIDES) == side:
        parser.fail(f"« {side} » est écrit deux fois ; il faut « ici » et « autre »")
    parser.expect_end()
    here = comparison if side == "ici" else _TURNED[comparison]
    return CoherenceRule(here, None, "", 0)


class _Parser:
    """Recursive descent over the tokens: « ou » of « et » of atoms."""

    def __init__(self, text: str, starts: tuple[str, ...] = _STARTS) -> None:
        self._text, self._starts = text, starts
        if len(text) > MAX_LENGTH:
            self.fail(f"elle dépasse {MAX_LENGTH} caractères")
        self._tokens = [match[0].strip() for match in _TOKEN.finditer(text) if match[0].strip()]
        self._at = 0
        self._terms = 0

    def fail(self, why: str) -> NoReturn:
        raise ConditionError(f"condition « {shortened(self._text)} » non comprise : {why}")

    def alternatives(self, depth: int) -> Condition:
        parts = self._separated("ou", lambda: self._conjunction(depth), AnyOf)
        return parts[0] if len(parts) == 1 else AnyOf(parts)

    def _conjunction(self, depth: int) -> Condition:
        parts = self._separated("et", lambda: self._atom(depth), AllOf)
        return parts[0] if len(parts) == 1 else AllOf(parts)

    def _separated(
        self, link: str, part: Callable[[], Condition], same: type[AllOf] | type[AnyOf]
    ) -> tuple[Condition, ...]:
        found: list[Condition] = []
        while True:
            one = part()
            # a « et » inside parentheses beside another « et » is the same « et »
            found.extend(one.parts if isinstance(one, same) else (one,))
            if not self._take(link):
                return tuple(found)

    def _atom(self, depth: int) -> Condition:
        if depth > MAX_DEPTH:
            self.fail(f"plus de {MAX_DEPTH} parenthèses ou « non » les uns dans les autres")
        if self._take("("):
            inside = self.alternatives(depth + 1)
            self.expect(")")
            return inside
        self._terms += 1
        if self._terms > MAX_TERMS:
            self.fail(f"plus de {MAX_TERMS} termes")
        match self.word(self._starts):
            case "non":
                return Not(self._atom(depth + 1))
            case "population":
                return PopulationIs(self.comparison(), self.number(MAX_POPULATION))
            case "type":
                self.expect("=")
                kind = self.word(KINDS)
                return KindIs(tuple(k for k in KINDS if k == kind))
            case "reponse":
                return self._reply()
            case _:
                return FactIs(self._fact())

    def _reply(self) -> ReplyIs:
        question, comparison = self._name("le nom d’une question"), self.comparison()
        if comparison == "=":
            return ReplyIs(question, comparison, self._name("un choix ou un nombre"))
        return ReplyIs(question, comparison, str(self.number(MAX_POPULATION)))

    def _name(self, expected: str) -> str:
        token = self._next(expected)
        if not ID.fullmatch(token):
            self.fail(f"« {shortened(token)} » n’est pas {expected}")
        return token

    def word(self, known: tuple[str, ...]) -> str:
        token = self._next(quoted(known))
        if token not in known:
            expected = did_you_mean(token, known) or f" ; il faut {quoted(known)}"
            self.fail(f"« {shortened(token)} » n’est pas connu{expected}")
        return token

    def comparison(self) -> str:
        token = self._next("une comparaison")
        if token not in COMPARISONS:
            self.fail(
                f"« {shortened(token)} » n’est pas une comparaison ; il faut <, <=, =, >= ou >"
            )
        return token

    def number(self, highest: int) -> int:
        token = self._next("un nombre")
        if not token.isascii() or not token.isdigit() or len(token) > 9 or int(token) > highest:
            self.fail(f"« {shortened(token)} » n’est pas un nombre entier entre 0 et {highest}")
        return int(token)

    def _fact(self) -> str:
        token = self._next("le nom d’un fait")
        if not FACT.fullmatch(token) or token in ("et", "ou"):
            self.fail(f"« {shortened(token)} » n’est pas le nom d’un fait")
        return token

    def expect(self, token: str) -> None:
        found = self._next(f"« {token} »")
        if found != token:
            self.fail(f"« {token} » attendu, « {shortened(found)} » trouvé")

    def expect_end(self) -> None:
        if self._at < len(self._tokens):
            extra = self._tokens[self._at]
            self.fail(f"« {shortened(extra)} » n’est pas à sa place ; il faut « et » ou « ou »")

    def _next(self, expected: str) -> str:
        if self._at >= len(self._tokens):
            self.fail(f"il manque la fin, il faut {expected}")
        self._at += 1
        return self._tokens[self._at - 1]

    def is_next(self, tokens: tuple[str, ...]) -> bool:
        """Whether one of these comes next."""
        return self._at < len(self._tokens) and self._tokens[self._at] in tokens

    def _take(self, token: str) -> bool:
        found = self.is_next((token,))
        self._at += found
        return found


def write_condition(condition: Condition) -> str:
    """The condition in the language, such that `parse_condition` gives it back."""
    match condition:
        case PopulationIs(comparison, value):
            return f"population {comparison} {value}"
        case KindIs(kinds):
            written = " ou ".join(f"type = {kind}" for kind in kinds)
            return written if len(kinds) == 1 else f"({written})"
        case FactIs(fact):
            return f"fait {fact}"
        case ReplyIs(question, comparison, value):
            return f"reponse {question} {comparison} {value}"
        case Not(part):
            return f"non {_inside(part)}"
        case AllOf(parts):
            return " et ".join(_inside(part) for part in parts)
        case AnyOf(parts):
            return " ou ".join(_inside(part) for part in parts)


def _inside(part: Condition) -> str:
    written = write_condition(part)
    return f"({written})" if isinstance(part, AllOf | AnyOf) else written
