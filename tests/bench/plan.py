# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Row 6: the first and the final plan of random dossiers, 90 to 38 000 inhabitants."""

import statistics
import sys
import time

from autodiag.roadmap.plan import FINAL_SECONDS, FIRST_SECONDS, place_actions
from tests.bench.row import BenchRow
from tests.support.shipped import random_dossier, shipped_knowledge

DOSSIERS = 60
LIMITS = {FIRST_SECONDS: 0.5, FINAL_SECONDS: 4.0}


def run(dossiers: int = DOSSIERS) -> list[BenchRow]:
    """Half of the dossiers carry decisions of the user; 95th percentiles, in seconds."""
    return [
        measure("premier plan", FIRST_SECONDS, dossiers),
        measure("plan définitif", FINAL_SECONDS, dossiers),
    ]


def measure(label: str, seconds: float, dossiers: int) -> BenchRow:
    times: list[float] = []
    unproven = 0
    for seed in range(dossiers):
        situation = random_dossier(seed, decided=seed % 2 == 1).situation()
        begun = time.perf_counter()
        unproven += not place_actions(situation, seconds).proven
        times.append(time.perf_counter() - begun)
    times.sort()
    actions = len(shipped_knowledge().actions.actions)
    return BenchRow(
        6,
        f"{label}, {actions} actions",
        times[int(len(times) * 0.95)],
        LIMITS[seconds],
        "s",
        f"≤ {LIMITS[seconds]:g} s".replace(".", ","),
        f"95e centile de {dossiers} dossiers, médiane {statistics.median(times):.2f} s, "
        f"le plus long {times[-1]:.2f} s, {unproven} sans preuve d’optimalité",
    )


if __name__ == "__main__":
    for row in run(int(sys.argv[1]) if len(sys.argv) > 1 else DOSSIERS):
        print(row)
