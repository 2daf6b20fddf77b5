# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is told of one plan of one simulated commune, in figures. Draws and writes nothing."""

import time
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from autodiag.model.dossier import Snapshot
from autodiag.model.result import Range
from autodiag.model.roadmap import Roadmap
from autodiag.roadmap.cleared import obligations_left
from autodiag.roadmap.plan import FINAL_SECONDS
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.situation import Situation, situation_of
from autodiag.scoring.score import score
from tests.support.shipped import shipped_knowledge

MADE_ON = date(2026, 11, 22)
LACKS = ("capacite", "trop_grande", "argent", "trop_chere")


@dataclass(frozen=True, slots=True)
class Planned:
    """A commune, its plan, and what it took to make it."""

    commune: Snapshot
    situation: Situation
    roadmap: Roadmap
    seconds: float


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. `socle`: questions reached today, after the first period, at the end;
    `socle_unknown`: those whose answer is not known, which no plan works for. `cleared`:
    obligations by period. Days and euros are upper estimates over three years."""

    population: int
    days_per_month: float
    socle: tuple[int, int, int]
    socle_unknown: int
    unmet: int
    cleared: tuple[int, ...]
    days: float
    repeated_days: float
    days_available: float
    euros: float
    euros_available: float
    prudent: tuple[Fraction, Fraction]
    profile: tuple[str, str]
    actions: int
    out_of_days: int
    out_of_money: int
    proven: bool
    seconds: float


def make_plan(commune: Snapshot, seconds: float = FINAL_SECONDS) -> Planned:
    """The plan that the application would make of a dossier."""
    result = score(
        commune.questionnaire, commune.assessment, commune.authority, dict(commune.facts)
    )
    situation = situation_of(commune, result, shipped_knowledge())
    begun = time.perf_counter()
    roadmap = plan_roadmap(situation, MADE_ON, seconds)
    return Planned(commune, situation, roadmap, time.perf_counter() - begun)


def measure(planned: Planned) -> Row:
    """The figures of a plan."""
    situation, horizons = planned.situation, planned.roadmap.horizons
    done = actions_by_period(planned)
    left = [len(obligations_left(situation, actions)) for actions in ([], *done)]
    codes = [left_out.code for left_out in planned.roadmap.left_out]
    today, after = situation.result, planned.roadmap.projection
    return Row(
        population=situation.authority.population or 0,
        days_per_month=situation.capacity.days_per_month,
        socle=(_socle(situation, []), _socle(situation, done[0]), _socle(situation, done[-1])),
        socle_unknown=_socle_unknown(situation),
        unmet=len(situation.unmet),
        cleared=tuple(before - now for before, now in pairwise(left)),
        days=sum(horizon.days.high for horizon in horizons),
        repeated_days=sum(horizon.repeated_days.high for horizon in horizons),
        days_available=sum(horizon.days_available for horizon in horizons),
        euros=sum(horizon.euros.high for horizon in horizons),
        euros_available=sum(horizon.euros_available for horizon in horizons),
        prudent=(_prudent(today.overall), _prudent(after.overall)),
        profile=(today.profile.low or "", after.profile.low or ""),
        actions=len(done[-1]),
        out_of_days=sum(code in LACKS[:2] for code in codes),
        out_of_money=sum(code in LACKS[2:] for code in codes),
        proven=planned.roadmap.optimal,
        seconds=planned.seconds,
    )


def actions_by_period(planned: Planned) -> list[list[str]]:
    """The actions of the catalogue that are done by the end of each period."""
    done: list[list[str]] = [[]]
    for horizon in planned.roadmap.horizons:
        done.append([*done[-1], *(a.id for a in horizon.actions if a.kind == "action")])
    return done[1:]


def _prudent(found: Range | None) -> Fraction:
    return found.low if found else Fraction(0)


def _socle(situation: Situation, done: Collection[str]) -> int:
    scoring = situation.questionnaire.scoring
    levels = situation.levels(tuple(done))
    wanted = scoring.foundations if scoring else ()
    return sum(
        max(situation.level(question) or 0, levels.get(question, 0)) >= level
        for question, level in wanted
    )


def _socle_unknown(situation: Situation) -> int:
    scoring = situation.questionnaire.scoring
    return sum(situation.level(name) is None for name, _ in scoring.foundations) if scoring else 0
