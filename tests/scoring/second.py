# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Scores and profiles a second time, with plain loops, from the contract and the TOML files.

Nothing of the scoring, of the conditions or of the loader of the product is used here.
"""

import itertools
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

State = tuple[int, int, bool] | None
"""Lowest and highest level, and whether it is known; None when the question does not count."""

A_THEMES = ("usagers", "territoire", "administration")


@dataclass(frozen=True)
class Item:
    """A question as the second implementation sees it."""

    name: str
    theme: str
    weight: int = 1
    express: bool = False
    condition: str = ""


def items_in(folder: Path) -> list[Item]:
    """The questions of a questionnaire folder, in order."""
    items: list[Item] = []
    for path in sorted((folder / "themes").glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for q in data["questions"]:
            weight, express = q.get("poids", 1), q.get("express", False)
            items.append(Item(q["id"], data["id"], weight, express, q.get("applicable", "")))
    return items


def may_be(
    condition: str, kind: str, population: int | None, facts: Mapping[str, bool]
) -> set[bool]:
    """What a condition can be, trying both values of every fact that is unknown."""
    if not condition:
        return {True}
    text = re.sub(r"\btype = (\w+)", r"(kind == '\1')", condition)
    text = re.sub(r"\bpopulation (<=|>=|<|>|=) (\d+)", r"(population \1 \2)", text)
    text = re.sub(r"population = ", "population == ", text)
    text = re.sub(r"\bfait ([\w-]+)", r"fact['\1']", text)
    for french, python in (("non", "not"), ("et", "and"), ("ou", "or")):
        text = re.sub(rf"\b{french}\b", python, text)
    unknown = [name for name in re.findall(r"fact\['([\w-]+)'\]", text) if name not in facts]
    found: set[bool] = set()
    for values in itertools.product((False, True), repeat=len(unknown)):
        fact = {**facts, **dict(zip(unknown, values, strict=True))}
        for inhabitants in (population,) if population is not None else (0, 10**9):
            names = {"kind": kind, "population": inhabitants, "fact": fact}
            found.add(bool(eval(text, {}, names)))
    return found


def states(
    items: Iterable[Item],
    answers: Mapping[str, Any],
    possible: Callable[[str], set[bool]],
) -> dict[str, State]:
    """S1, S2: what each question brings. Answers in short: a level, «nsp», «so», None."""
    found: dict[str, State] = {}
    for item in items:
        given = answers.get(item.name)
        if possible(item.condition) == {False} or given == "so":
            found[item.name] = None
        elif isinstance(given, int):
            found[item.name] = (given, given, True)
        else:
            found[item.name] = (0, 4, False)
    return found


@dataclass
class Second:
    """S3–S6 and P1–P4, by the book."""

    themes: dict[str, tuple[Fraction, Fraction] | None]
    documented: set[str]
    overall: tuple[Fraction, Fraction] | None
    classable: bool
    low: str | None
    high: str | None


def total(items: Iterable[Item], found: Mapping[str, State], *, preview: bool = False) -> Second:
    """The result of these states; `preview`: over the express questions, always with a profile."""
    kept = [item for item in items if item.express or not preview]
    themes: dict[str, tuple[Fraction, Fraction] | None] = {item.theme: None for item in items}
    documented: set[str] = set()
    for theme in themes:
        weight = low = high = known = 0
        for item in kept:
            state = found[item.name]
            if item.theme == theme and state is not None:
                weight += item.weight
                low += item.weight * state[0]
                high += item.weight * state[1]
                known += item.weight * state[2]
        if weight:
            themes[theme] = (Fraction(low, weight), Fraction(high, weight))
            if known * 2 >= weight:
                documented.add(theme)
    scores = [score for score in themes.values() if score is not None]
    if not scores:
        return Second(themes, documented, None, False, None, None)
    overall = tuple(sum(s[side] for s in scores) / Fraction(len(scores)) for side in (0, 1))
    enough = len(documented) >= min(7, len(scores))
    pilot = themes["strategie"] is None or "strategie" in documented
    classable = preview or (enough and pilot)
    low, high = (profile(themes, overall, side) if classable else None for side in (0, 1))
    return Second(themes, documented, (overall[0], overall[1]), classable, low, high)


def profile(themes: Mapping[str, Any], overall: tuple[Fraction, ...], side: int) -> str:
    """P1–P3 on one side of the ranges."""
    three = [themes[name][side] for name in A_THEMES if themes.get(name) is not None]
    a_met = not three or sum(three) >= Fraction(5, 2) * len(three)
    pilot = themes["strategie"]
    if pilot is not None and pilot[side] >= 3 and a_met and overall[side] >= Fraction(5, 2):
        return "stratege"
    return "retardataire" if overall[side] < 2 else "pragmatique"


def preview_due(
    items: Iterable[Item],
    answers: Mapping[str, Any],
    found: Second,
    possible: Callable[[str], set[bool]],
) -> bool:
    """S10: every applicable express question has an answer, and there is no profile yet."""
    asked = [i for i in items if i.express and possible(i.condition) != {False}]
    return (
        bool(asked)
        and not found.classable
        and all(answers.get(item.name) is not None for item in asked)
    )
