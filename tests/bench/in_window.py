# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The real window, driven in memory: how long an answer and a change of page hold it, and what
they leave behind. `python -m tests.bench.in_window memory` prints the growth of memory."""

import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gallery.states import STATES
from tests.gallery.window import open_in, settle, window_at
from ui.desk import Desk
from ui.main_window import MainWindow

STEPS = ("questions", "resultats", "comparaison", "feuille", "imprimer")
OFFICE = QSize(1366, 696)
ANSWERS, ROUNDS = 400, 12
MANY_PAGES, MANY_ANSWERS = 1_000, 5_000
LEVELS = (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


def busy(act: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds from an act to the end of all it draws: by the clock, in which other threads
    and other programs have their share, and of the processor on this thread alone."""
    begun, worked = time.perf_counter(), time.thread_time()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - begun) * 1000, (time.thread_time() - worked) * 1000


Figures = list[tuple[float, float]]


def said(figures: Figures) -> str:
    clock, worked = ([pair[place] for pair in figures] for place in (0, 1))
    return (
        f"{len(figures)} fois, à l’horloge\u00a0: médiane {statistics.median(clock):.1f}, p95 "
        f"{p95(clock):.1f}, au plus {max(clock):.1f}\u00a0; au processeur\u00a0: médiane "
        f"{statistics.median(worked):.1f}, p95 {p95(worked):.1f}"
    )


def p95(figures: list[float]) -> float:
    return statistics.quantiles(figures, n=20)[-1]


def answer_once(window: MainWindow, number: int) -> None:
    """A level, then the next question once in a while, as a hand does."""
    target = window.focusWidget() or window
    QTest.keyClick(target, LEVELS[number % 5])


def answers(window: MainWindow, desk: Desk) -> Figures:
    """Each key pressed on the questions, one question after the other."""
    window.go("questions", "str-1")
    settle(desk)
    figures: Figures = []
    for number in range(ANSWERS):
        figures.append(busy(partial(answer_once, window, number)))
        if number % 7 == 6:
            QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
            QApplication.processEvents()
        time.sleep(0.002)
    settle(desk)
    return figures


def changes(window: MainWindow, desk: Desk) -> Figures:
    """Each page after its first show, with an answer changed at each round."""
    for page in STEPS:
        window.go(page)
        settle(desk)
    figures: Figures = []
    for number in range(ROUNDS):
        window.go("questions", "str-1")
        QApplication.processEvents()
        answer_once(window, number)
        settle(desk)
        figures += [busy(partial(window.go, page)) for page in STEPS[1:] + STEPS[:1]]
        settle(desk)
    return figures


def growth(window: MainWindow, desk: Desk, pages: int, asked: int) -> tuple[float, float]:
    """Resident megabytes after a warm-up, and after so many page changes and answers."""
    turn(window, desk, len(STEPS) * 8, 200)
    before = resident()
    turn(window, desk, pages, asked)
    return before, resident()


def turn(window: MainWindow, desk: Desk, pages: int, asked: int) -> None:
    for number in range(pages):
        window.go(STEPS[number % len(STEPS)])
        QApplication.processEvents()
        if number % 50 == 0:
            settle(desk)
    window.go("questions", "str-1")
    for number in range(asked):
        answer_once(window, number)
        QApplication.processEvents()
        if number % 200 == 0:
            settle(desk)
    settle(desk)


def resident() -> float:
    gc.collect()
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096 / 1e6


def main(words: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "Documents" / "mairie.autodiag"
        path.parent.mkdir()
        with window_at(folder, OFFICE) as (window, desk):
            STATES[0].write(path, desk)
            open_in(window, desk, path)
            if words == ["memory"]:
                before, after = growth(window, desk, MANY_PAGES, MANY_ANSWERS)
                print(
                    f"{before:.0f} Mo, puis {after:.0f} Mo après {MANY_PAGES} changements de page "
                    f"et {MANY_ANSWERS} réponses\u00a0: {100 * (after / before - 1):+.1f}\u00a0%"
                )
                return
            for figures in (answers(window, desk), changes(window, desk)):
                print(f"{p95([clock for clock, _ in figures]):.2f}")
                print(said(figures))


if __name__ == "__main__":
    main(sys.argv[1:])
