# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Ranges of themes and of the whole, in exact arithmetic (contract S3–S6)."""

from collections.abc import Iterable
from fractions import Fraction

from autodiag.model.result import QuestionTrace, Range, ThemeResult


def rate_theme(theme: str, traces: tuple[QuestionTrace, ...]) -> ThemeResult:
    """The weighted mean of the counting questions, between its two bounds (contract S3, S4)."""
    counting = [trace for trace in traces if trace.counts]
    weight = sum(trace.weight for trace in counting)
    if not weight:
        return ThemeResult(theme, None, False, traces)
    low = sum(trace.weight * trace.low for trace in counting)
    high = sum(trace.weight * trace.high for trace in counting)
    known = sum(trace.weight for trace in counting if trace.state == "niveau")
    scores = Range(Fraction(low, weight), Fraction(high, weight))
    return ThemeResult(theme, scores, 2 * known >= weight, traces)


def mean(ranges: Iterable[Range | None]) -> Range | None:
    """The plain mean, low with low and high with high; what is not evaluable is left out (S5)."""
    evaluable = [r for r in ranges if r is not None]
    if not evaluable:
        return None
    count = len(evaluable)
    low = sum((r.low for r in evaluable), Fraction(0))
    high = sum((r.high for r in evaluable), Fraction(0))
    return Range(low / count, high / count)
