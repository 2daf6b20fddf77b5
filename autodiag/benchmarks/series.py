# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Figures over several editions: what may be joined by a line, and which gaps may be read."""

from collections.abc import Mapping

from autodiag.benchmarks.interval import half_width
from autodiag.model.benchmark import Benchmark, Series, SeriesPoint


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


def change(series: Series, index: int, benchmarks: Mapping[str, Benchmark]) -> float | None:
    """The change in points from the point before `index`, None when it must not be read: nothing
    before, a break between them, or a gap within the margins of either (contract B3).

    Raises IndexError outside the series.
    """
    after = series.points[index]
    if index <= 0 or breaks_before(series, index):
        return None
    before = series.points[index - 1]
    gap = after.value - before.value
    return gap if abs(gap) > max(_margin(point, benchmarks) for point in (before, after)) else None


def _margin(point: SeriesPoint, benchmarks: Mapping[str, Benchmark]) -> float:
    benchmark = benchmarks.get(point.benchmark)
    if benchmark is None or not benchmark.n_base:
        return 0.0
    return half_width(point.value, benchmark.n_base)
