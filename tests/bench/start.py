# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Row 1: from the command to a window on the screen, beside an empty one; time and memory."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.row import BenchRow
from tests.support.screen import find_window, virtual_screen

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 12
PAGE = 4096
EMPTY = (
    "from PySide6.QtWidgets import QApplication, QMainWindow\n"
    "app = QApplication([])\n"
    "window = QMainWindow()\n"
    "window.setWindowTitle('Autodiag')\n"
    "window.resize(1366, 700)\n"
    "window.show()\n"
    "app.exec()\n"
)


def run() -> list[BenchRow]:
    """Both in turn, on the same virtual screen; medians. The first of each, which compiles what
    it imports as a first start does, is left out."""
    with tempfile.TemporaryDirectory() as folder, virtual_screen() as shell:
        # whatever this shell says of them, both keep their bytecode, as an installed program does
        screen = {**shell, "PYTHONPYCACHEPREFIX": f"{folder}/bytecode"}
        screen.pop("PYTHONDONTWRITEBYTECODE", None)
        ours = [sys.executable, str(ROOT / "main.py"), "--donnees", folder]
        empty = [sys.executable, "-c", EMPTY]
        figures = [(opened(ours, screen), opened(empty, screen)) for _ in range(ROUNDS + 1)][1:]
    rows: list[BenchRow] = []
    for place, (label, unit, goal) in enumerate(
        (("lancement jusqu’à la fenêtre", "s", "≤ 1,5×"), ("sa mémoire", "Mo", "≤ 1,6×"))
    ):
        mine = statistics.median(one[place] for one, _ in figures)
        other = statistics.median(one[place] for _, one in figures)
        detail = f"{mine:.3g} {unit} / {other:.3g} {unit}; médianes de {ROUNDS}, alternées"
        rows.append(BenchRow(1, label, mine, other, unit, goal, detail))
    return rows


def opened(command: list[str], screen: dict[str, str]) -> tuple[float, float]:
    """Seconds until its window shows, then its resident megabytes."""
    begun = time.perf_counter()
    with subprocess.Popen(
        command, env=screen, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            if not find_window(screen, "^Autodiag$"):
                raise TimeoutError(command)
            seconds = time.perf_counter() - begun
            time.sleep(0.4)
            resident = Path(f"/proc/{process.pid}/statm").read_text("ascii").split()[1]
        finally:
            process.kill()
    return seconds, int(resident) * PAGE / 1e6


if __name__ == "__main__":
    for row in run():
        print(f"{row.label}: {row.ratio:.2f}×  {row.detail}")
