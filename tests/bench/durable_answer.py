# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Row 3: an answer durable on disk, beside a bare sqlite3 commit with the same pragmas."""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from autodiag.model.assessment import Answered
from tests.bench.row import BenchRow
from tests.dossier.samples import create

ROUNDS = 600
QUESTIONS = 62
WARM_UP = 40


def run() -> BenchRow:
    """One of each in turn, on the same disk; medians, in milliseconds."""
    # beside the project: the temporary folder may be in memory, where nothing is durable
    with (
        tempfile.TemporaryDirectory(dir=Path(__file__).parent) as folder,
        create(Path(folder) / "a.autodiag") as dossier,
    ):
        bare = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)

        def answer(number: int) -> None:
            dossier.set_answer(f"q-{number % QUESTIONS}", Answered(number))

        ours, theirs = interleaved(answer, bare_commits(bare))
        bare.close()
    return BenchRow(
        3,
        "réponse durable sur disque",
        ours[0],
        theirs[0],
        "ms",
        "≤ 1,5×",
        f"médianes de {ROUNDS}, alternées; 99e centile {ours[1]:.2f} ms contre {theirs[1]:.2f} ms",
    )


def bare_commits(connection: sqlite3.Connection) -> Callable[[int], None]:
    """One statement, one commit, with the pragmas of a dossier."""
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE answers(question TEXT PRIMARY KEY, value) WITHOUT ROWID")

    def commit(number: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT OR REPLACE INTO answers VALUES(?, ?)", (f"q-{number % QUESTIONS}", number)
        )
        connection.execute("COMMIT")

    return commit


def interleaved(*works: Callable[[int], None]) -> list[tuple[float, float]]:
    """The median and the 99th percentile of each, in milliseconds."""
    times: list[list[float]] = [[] for _ in works]
    for number in range(WARM_UP + ROUNDS):
        for index, work in enumerate(works):
            begun = time.perf_counter()
            work(number)
            times[index].append((time.perf_counter() - begun) * 1000)
    kept = [sorted(each[WARM_UP:]) for each in times]
    return [(statistics.median(each), each[int(len(each) * 0.99)]) for each in kept]


if __name__ == "__main__":
    print(run())
