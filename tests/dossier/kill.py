# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Kill the process that saves answers, again and again: what was acknowledged must be there (D2).

`python -m tests.dossier.kill 300` is the full form; the tests run a short one.
"""

import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from autodiag.dossier.opening import open_dossier
from autodiag.model.assessment import Answered
from tests.dossier.samples import author, create
from tests.sources import ROOT

QUESTIONS = 60
# Its only acknowledgement is a line written after `set_answer` has returned.
WRITE = """
import os, sys
from pathlib import Path
from autodiag.dossier.opening import open_dossier
from autodiag.model.assessment import Answered
from tests.dossier.samples import author
number = int(sys.argv[2])
with open_dossier(Path(sys.argv[1]), author()) as dossier:
    os.write(1, b"open\\n")
    while True:
        dossier.set_answer(f"q{number % 60}", Answered(number))
        os.write(1, b"%d\\n" % number)
        number += 1
"""


@dataclass(frozen=True, slots=True)
class Tally:
    """What the kills showed. `hot`: how many left a journal to take back."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    hot: int = 0
    unannounced: int = 0


def kill_often(path: Path, kills: int, seed: int) -> Tally:
    """Kill a writing process at random instants; an AssertionError says what is not whole."""
    chance = random.Random(seed)
    create(path).close()
    tally = Tally()
    following = 0
    for _ in range(kills):
        announced = killed_writer(path, following, chance.uniform(0, 0.04))
        hot = path.with_name(path.name + "-journal").exists()
        kept = kept_numbers(path)
        fresh = {number for number in kept if number >= following}
        tally = Tally(
            tally.kills + 1,
            tally.acknowledged + len(announced),
            tally.lost + len(announced - kept),
            tally.hot + hot,
            tally.unannounced + len(fresh - announced),
        )
        following = max(kept, default=-1) + 1
    return tally


def killed_writer(path: Path, following: int, after: float) -> set[int]:
    """The answers that a process acknowledged before it was killed, `after` seconds of writing."""
    with subprocess.Popen(
        [sys.executable, "-S", "-c", WRITE, str(path), str(following)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"open\n"
        time.sleep(after)
        writer.kill()
        lines = writer.stdout.read().split(b"\n")
    return {int(line) for line in lines[:-1]}


def kept_numbers(path: Path) -> set[int]:
    """Every number that the journal of the reopened dossier has; table and journal must agree."""
    with open_dossier(path, author()) as dossier:
        assert dossier.access.why_read_only is None
        answers = dossier.assessment().answers
        changes = [c for c in dossier.history(1_000_000) if c.subject == "answers" and c.new]
    assert whole(path)
    latest: dict[str, object] = {}
    for change in reversed(changes):
        assert change.new is not None
        latest[change.item] = Answered(int(str(change.new[1])))
    assert latest == dict(answers)
    return {int(str(change.new[1])) for change in changes if change.new}


def whole(path: Path) -> bool:
    """SQLite's own opinion, and the head of its file."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        connection.close()


def main(kills: int) -> int:
    """Run the full form, say what it showed."""
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        tally = kill_often(Path(folder) / "a.autodiag", kills, seed=1)
    print(tally, f"{time.perf_counter() - begun:.1f} s")
    return int(tally.lost > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
