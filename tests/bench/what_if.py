# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Et si…»: from a tick to all that follows it, painted (no row of the contract: 0)."""

import os
import random
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtTest import QTest

from tests.bench.in_window import Figures, busy, p95, said
from tests.bench.row import BenchRow
from tests.bench.window import ROOT
from tests.gallery.states import STATES
from tests.gallery.window import open_in, settle, window_at
from ui.main_window import MainWindow
from ui.pages.plan import PlanPage
from ui.pages.what_if import WhatIfView

TICKS = 300
SIZES = (QSize(1366, 696), QSize(1920, 1000))


class Painted(QObject):
    """Counts the times that something is painted."""

    times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def ticks(window: MainWindow) -> Figures:
    """Espace on an action of the list, again and again; each must move all the pictures."""
    page = window.findChild(PlanPage)
    assert page is not None
    view = page.shown
    assert isinstance(view, WhatIfView)
    figures, rows, dice = list[tuple[float, float]](), list(view.choices.rows()), random.Random(3)
    radar = Painted()
    view.figures.radar.installEventFilter(radar)
    while len(figures) < TICKS:
        before, row = radar.times, dice.choice(rows)
        once = busy(partial(QTest.keyClick, row, Qt.Key.Key_Space))
        if radar.times > before:  # else this action changes no theme
            figures.append(once)
    return figures


def main() -> None:
    """A line a size: the 95th percentile, then the whole."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            path = folder / "Documents" / "mairie.autodiag"
            path.parent.mkdir()
            with window_at(folder, size) as (window, desk):
                STATES[0].write(path, desk)
                open_in(window, desk, path)
                window.go("feuille", "et_si")
                settle(desk)
                figures = ticks(window)
        print(f"{p95([clock for clock, _ in figures]):.2f}")
        print(f"{size.width()}×{size.height()}, {said(figures)}")


def run() -> list[BenchRow]:
    """Measured in a process of its own, where Qt draws in memory (software rendering)."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.what_if"],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    lines = done.stdout.strip().splitlines()
    return [
        BenchRow(0, "« et si… » : d’une coche à l’écran", float(first), None, "ms", "≤ 50 ms", rest)
        for first, rest in zip(lines[::2], lines[1::2], strict=True)
    ]


if __name__ == "__main__":
    main()
