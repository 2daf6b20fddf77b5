# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""`python -m tests.simulated`: the plans of simulated communes, in a table; `--read 240 600` adds
those of the communes of about that size, in full."""

import argparse
import sys

from autodiag.roadmap.plan import FINAL_SECONDS
from tests.simulated.communes import draw_communes, with_days
from tests.simulated.measures import make_plan, measure
from tests.simulated.reading import nearest, read_plan
from tests.simulated.table import summary, table

COMMUNES, SEED, DAYS = 60, 5, (1.0, 2.0)


def main() -> int:
    """Print the table, what it amounts to, and the plans that are asked for."""
    options = _arguments().parse_args()
    communes = draw_communes(options.count, options.seed)
    plans = [
        make_plan(with_days(commune, days), options.seconds)
        for commune in communes
        for days in options.days
    ]
    rows = [measure(planned) for planned in plans]
    print(table(rows), summary(rows), sep="\n\n")
    for population in options.read:
        for days in options.days:
            slow = [p for p in plans if p.situation.capacity.days_per_month == days]
            print("\n" + read_plan(nearest(slow, population)))
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tests.simulated", description=__doc__)
    parser.add_argument("--count", type=int, default=COMMUNES, help="how many communes")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--days", type=float, nargs="+", default=DAYS, help="days a month")
    parser.add_argument("--seconds", type=float, default=FINAL_SECONDS, help="for each plan")
    parser.add_argument("--read", type=int, nargs="*", default=(), help="populations, read whole")
    return parser


if __name__ == "__main__":
    sys.exit(main())
