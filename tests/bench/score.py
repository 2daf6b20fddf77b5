# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Row 5: the score of the 62 questions, profile and trace included, without pandas."""

import statistics
import sys
import time

from autodiag.scoring.score import score
from tests.bench.row import BenchRow
from tests.support.builders import assess
from tests.support.shipped import random_dossier, shipped_questionnaire

DOSSIERS = 40
ROUNDS = 25
LIMIT_MS = 1.0


def run() -> BenchRow:
    """Every dossier scored in turn; the 95th percentile, in milliseconds."""
    asked = shipped_questionnaire()
    dossiers = [(d, assess(d.answers)) for d in map(random_dossier, range(DOSSIERS))]
    times: list[float] = []
    for _ in range(ROUNDS):
        for dossier, assessment in dossiers:
            begun = time.perf_counter()
            score(asked, assessment, dossier.authority, dossier.facts)
            times.append((time.perf_counter() - begun) * 1000)
    times.sort()
    pandas = "pandas chargé" if "pandas" in sys.modules else "sans pandas"
    return BenchRow(
        5,
        f"score de {len(asked.questions)} questions",
        times[int(len(times) * 0.95)],
        LIMIT_MS,
        "ms",
        "≤ 1 ms",
        f"95e centile de {len(times)}, médiane {statistics.median(times):.2f} ms, {pandas}",
    )


if __name__ == "__main__":
    print(run())
