# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Row 7: the report command, cold, beside the interpreter that imports what draws it."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.row import BenchRow

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 9
# What a report needs of both libraries, and nothing of ours.
IMPORTS = (
    "import reportlab.platypus, reportlab.pdfgen.canvas, reportlab.pdfbase.ttfonts,"
    " matplotlib.figure"
)


def run() -> BenchRow:
    """The example’s stored plan, printed and imported in turn; medians, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        timed("main.py", "exemple", str(place), home=place)
        dossier, target = place / "montbrelle.autodiag", place / "rapport.pdf"
        ours: list[float] = []
        theirs: list[float] = []
        for _ in range(ROUNDS):
            target.unlink(missing_ok=True)
            ours.append(timed("main.py", "rapport", str(dossier), "-o", str(target), home=place))
            theirs.append(timed("-c", IMPORTS, home=place))
        pages, size = count_pages(target), target.stat().st_size / 1000
    return BenchRow(
        7,
        "rapport complet, à froid",
        statistics.median(ours),
        statistics.median(theirs),
        "s",
        "≤ 3×",
        f"{pages} pages, {size:.0f} ko; médianes de {ROUNDS}, alternées",
    )


def timed(*arguments: str, home: Path) -> float:
    """Seconds of one Python process; the first run of each fills its caches, as it does for who
    uses it, even where the environment forbids Python to keep what it has compiled."""
    surroundings = {
        **os.environ,
        "HOME": str(home),
        "MPLCONFIGDIR": str(home / "matplotlib"),
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=surroundings, check=True, capture_output=True
    )
    return time.perf_counter() - start


def count_pages(target: Path) -> int:
    """How many pages were printed."""
    import pypdfium2

    with pypdfium2.PdfDocument(target) as document:
        return len(document)


if __name__ == "__main__":
    row = run()
    print(f"{row.measured:.2f} s / {row.reference:.2f} s = {row.ratio:.2f}×  {row.detail}")
