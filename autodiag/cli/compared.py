# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What `comparer --json` adds to the comparators: series over the years, and the readings of the
2019 study beside the themes."""

from collections.abc import Sequence

from autodiag.benchmarks.readings_beside import OwnReading
from autodiag.benchmarks.series_shown import Dated, ShownSeries, steps_said


def shape_series(shown: Sequence[ShownSeries]) -> list[dict[str, object]]:
    """Each series with its points; `etape` is how a point stands beside the one before."""
    return [
        {
            "id": one.id,
            "libelle": one.label,
            "theme": one.theme,
            "question": one.question,
            "points": [_point(point) for point in one.points],
            "phrases": list(steps_said(one)),
        }
        for one in shown
    ]


def _point(point: Dated) -> dict[str, object]:
    change = point.step.gap if point.step and point.step.kind == "lu" else None
    return {
        "date": point.when,
        "valeur": point.value,
        "borne": point.bound,
        "repere": point.benchmark.id,
        "etude": point.benchmark.study.id,
        "n": point.benchmark.n_base,
        "etape": point.step.kind if point.step else None,
        "ecart": change,
    }


def shape_readings(shown: Sequence[OwnReading]) -> list[dict[str, object]]:
    """Each reading of the study, and the themes of the collectivité that stand beside it."""
    return [
        {
            "id": one.reading.id,
            "etude": one.reading.text,
            "citation": one.reading.quote,
            "themes": [
                {"id": theme, "bas": float(span.low), "haut": float(span.high)}
                for theme, span in one.rows
            ],
            "phrase": one.said,
        }
        for one in shown
    ]
