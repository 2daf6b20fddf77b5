# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""`python -m tests.bench`: every row of contract section 8 that is measured, as ratios."""

import importlib
import pkgutil

import tests.bench
from tests.bench.row import BenchRow

NOT_MEASURES = ("__main__", "in_window", "row")


def measured() -> list[BenchRow]:
    """The rows of every module of this folder that has a `run`."""
    rows: list[BenchRow] = []
    for module in pkgutil.iter_modules(tests.bench.__path__):
        if module.name in NOT_MEASURES:
            continue
        found = importlib.import_module(f"tests.bench.{module.name}").run()
        rows += found if isinstance(found, list) else [found]
    return sorted(rows, key=lambda row: row.row)


def line(row: BenchRow) -> str:
    ratio = f"{row.ratio:.2f}×".replace(".", ",") if row.ratio is not None else "–"
    return f"{row.row:>2}  {row.label:<34} {ratio:>8}   but {row.goal:<10} {row.detail}"


if __name__ == "__main__":
    for each in measured():
        print(line(each))
