# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Figures over several editions: what may be joined by a line, and which gaps may be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import copysign, floor
from typing import Literal

from autodiag.benchmarks.interval import wilson
from autodiag.benchmarks.placing import CENSUS
from autodiag.model.benchmark import Benchmark, Series, SeriesPoint

StepKind = Literal["rupture", "arrondi", "identique", "inconnue", "marge", "lu"]
"""Why a gap is not read, or that it is: another panel or another question; a gap that rounding
alone may give; twice the same value; answers that were not counted in public; margins that meet."""
_TENTH, _WHOLE = 0.1, 1.0
_SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Step:
    """From the point before to this one; `gap` in points of percentage, as fine as both figures
    are, 0 across a break. `why` is what breaks the series, else what the source says."""

    kind: StepKind
    gap: float
    why: str


def breaks_before(series: Series, index: int) -> bool:
    """Whether the point at `index` must not be joined to the one before.

    A break noted on the first point (a share published the other way round) parts it from the next.
    """
    points = series.points
    return bool(points[index].break_note) or (index == 1 and bool(points[0].break_note))


def segments(series: Series) -> tuple[tuple[SeriesPoint, ...], ...]:
    """The runs of points that one line may join: a break always starts a new run."""
    runs: list[list[SeriesPoint]] = []
    for index, point in enumerate(series.points):
        if not runs or breaks_before(series, index):
            runs.append([])
        runs[-1].append(point)
    return tuple(tuple(run) for run in runs)


def step(series: Series, index: int, benchmarks: Mapping[str, Benchmark]) -> Step | None:
    """How the point at `index` stands beside the one before (contract B3); None for the first.

    Raises IndexError outside the series.
    """
    after = series.points[index]
    if index <= 0:
        return None
    before = series.points[index - 1]
    if breaks_before(series, index):
        return Step("rupture", 0, after.break_note or before.break_note)
    gap = _rounded(after.value - before.value, unit(before.value, after.value))
    both = [benchmarks.get(point.benchmark) for point in (before, after)]
    return Step(_kind(before.value, after.value, both), gap, after.note)


def unit(*values: float) -> float:
    """What a gap between these shares is counted in: tenths of a point, or whole points where one
    of them was published without a decimal."""
    return _WHOLE if any(float(value).is_integer() for value in values) else _TENTH


def _rounded(gap: float, to: float) -> float:
    """Away from 0 at the half."""
    return round(copysign(floor(abs(gap) / to + 0.5 + _SLACK) * to, gap), 1)


def change(series: Series, index: int, benchmarks: Mapping[str, Benchmark]) -> float | None:
    """The change in points from the point before `index`, None when it must not be read: nothing
    before, a break between them, values that the source rounded, margins that meet or that nobody
    can compute (contract B3).

    Raises IndexError outside the series.
    """
    found = step(series, index, benchmarks)
    return found.gap if found is not None and found.kind == "lu" else None


def _kind(before: float, after: float, both: list[Benchmark | None]) -> StepKind:
    known = [one for one in both if one is not None]
    if before == after and all(one.bound in ("exact", "environ") for one in known):
        return "identique"
    if any(one.bound != "exact" for one in known):
        return "arrondi"
    if abs(after - before) <= (unit(before) + unit(after)) / 2 + _SLACK:
        return "arrondi"
    if len(known) < len(both):
        return "inconnue"
    if all(one.study.reliability == CENSUS for one in known):
        return "lu"  # everybody was counted
    if not all(one.n_base for one in known):
        return "inconnue"
    (_, first), (second, _) = sorted(
        wilson(value, one.n_base or 1) for value, one in zip((before, after), known, strict=True)
    )
    return "lu" if first < second else "marge"
