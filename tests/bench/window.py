# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Rows 2 and 4: what an answer and a change of page take from the thread of the screen."""

import os
import subprocess
import sys
from pathlib import Path

from tests.bench.row import BenchRow

ROOT = Path(__file__).resolve().parents[2]
FRAME = 1000 / 60


def run() -> list[BenchRow]:
    """Measured in a process of its own, where Qt draws in memory (software rendering)."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.in_window"],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    answer, answer_detail, page, page_detail = done.stdout.strip().splitlines()
    return [
        BenchRow(
            2,
            "réponse : de la touche à l’écran",
            float(answer),
            FRAME,
            "ms",
            "≤ 8 ms",
            answer_detail,
        ),
        BenchRow(4, "changer de page", float(page), None, "ms", "≤ 50 ms", page_detail),
    ]


def _row(number: int, label: str, measured: str, goal: str, detail: str) -> BenchRow:
    reference = FRAME if number == 2 else None
    return BenchRow(number, label, float(measured), reference, "ms", goal, detail)


if __name__ == "__main__":
    for row in run():
        print(f"{row.label}: {row.measured:.1f} ms  {row.detail}")
