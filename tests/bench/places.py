# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Not a row of the contract: a search of places at each keystroke, and opening their list."""

import sqlite3
import statistics
from contextlib import closing
from pathlib import Path
from time import perf_counter

from autodiag.bundle import installed
from autodiag.places.places import Places
from tests.bench.row import BenchRow

SEARCH_MS, OPEN_MS = 15.0, 5.0
ROW = 10
"""After those of the contract."""


def run() -> list[BenchRow]:
    """The slowest of many keystrokes, each the best of three: what the search costs, not what the
    machine does meanwhile. Then the best of five openings."""
    file = installed().places
    typed = keystrokes(file)
    with Places(file) as places:
        times = sorted(min(_milliseconds(places, text) for _ in range(3)) for text in typed)
    detail = f"{len(times)} frappes\u00a0: médiane {statistics.median(times):.2f} ms"
    return [
        BenchRow(
            ROW, "chercher une commune", times[-1], SEARCH_MS, "ms", "≤ 15 ms", f"{detail}, au plus"
        ),
        BenchRow(
            ROW,
            "ouvrir la liste des communes",
            min(_opening(file) for _ in range(5)),
            OPEN_MS,
            "ms",
            "≤ 5 ms",
            "le meilleur de cinq",
        ),
    ]


def keystrokes(file: Path) -> list[str]:
    """Names typed letter by letter, slips, and what is in no name: every fallback is then gone
    through before giving up."""
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as base:
        names = [row[0] for row in base.execute("SELECT name FROM place WHERE id % 600 = 1")]
    typed = sorted({name[:end] for name in names for end in range(1, len(name) + 1)})
    for name in names[::3]:
        half = len(name) // 2
        slipped = name[:half] + "q" + name[half:]
        typed += [slipped, f"mairie de {slipped}", f"agglo {name}", f"{name} 69000"]
        typed += [f"{name[:3]} (Haute-Loire)", f"{slipped} loire"]
    typed += ["agglo s", "grand l", "s (nord)", "a nord", "saint nord", "69000", "97000"]
    return [
        *typed,
        *"abcdefghijklmnopqrstuvwxyz0123456789",
        *("le", "la", "st", "sa", "s a", "cc d", "zzz"),
    ]


def _milliseconds(places: Places, typed: str) -> float:
    start = perf_counter()
    places.search(typed)
    return 1000 * (perf_counter() - start)


def _opening(file: Path) -> float:
    start = perf_counter()
    with Places(file) as opened:
        opened.search("a")
    return 1000 * (perf_counter() - start)
