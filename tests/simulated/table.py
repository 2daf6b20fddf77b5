# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The table of simulated plans, as Markdown. Plans nothing."""

from collections.abc import Callable, Sequence
from statistics import median

from autodiag.text.numbers import decimal, integer
from autodiag.text.numbers import score as short_score
from tests.simulated.measures import Row

HEADINGS = (
    "hab.",
    "j/mois",
    "socle",
    "obligations",
    "jours",
    "dont répétés",
    "euros",
    "score",
    "profil",
    "actions",
    "faute de jours",
    "faute d’argent",
    "prouvé",
    "s",
)
SOCLE = 3
PROFILES = {"stratege": "S", "pragmatique": "P", "retardataire": "R", "": "–"}
FIGURES: dict[str, Callable[[Row], float]] = {
    "socle, fin de la première période": lambda row: row.socle[1],
    "socle, fin du plan": lambda row: row.socle[2],
    "obligations non remplies": lambda row: row.unmet,
    "obligations prévues": lambda row: sum(row.cleared),
    "obligations prévues en première période": lambda row: row.cleared[0],
    "part des jours prise (%)": lambda row: 100 * row.days / row.days_available,
    "jours répétés": lambda row: row.repeated_days,
    "part des jours répétée (%)": lambda row: 100 * row.repeated_days / row.days_available,
    "part des euros prise (%)": lambda row: 100 * row.euros / row.euros_available,
    "score prudent, aujourd’hui": lambda row: float(row.prudent[0]),
    "score prudent, après": lambda row: float(row.prudent[1]),
    "actions": lambda row: row.actions,
    "laissées faute de jours": lambda row: row.out_of_days,
    "laissées faute d’argent": lambda row: row.out_of_money,
    "secondes": lambda row: row.seconds,
}


def table(rows: Sequence[Row]) -> str:
    """A line for each plan."""
    lines = [_line(HEADINGS), _line(["---:"] * len(HEADINGS)), *(_line(_cells(r)) for r in rows)]
    return "\n".join(lines)


def summary(rows: Sequence[Row]) -> str:
    """The least, the median and the most of each figure, for each number of days a month."""
    speeds = sorted({row.days_per_month for row in rows})
    blocks: list[str] = []
    for speed in speeds:
        here = [row for row in rows if row.days_per_month == speed]
        heads = (f"{decimal(speed)} jour(s) par mois", "le moins", "médiane", "le plus")
        blocks.append("\n".join([_line(heads), _line(("---", *["---:"] * 3)), *_figures(here)]))
        blocks.append(_said(here))
    return "\n\n".join(blocks)


def _figures(rows: Sequence[Row]) -> list[str]:
    lines: list[str] = []
    for name, figure in FIGURES.items():
        values = [figure(row) for row in rows]
        shown = [decimal(value) for value in (min(values), median(values), max(values))]
        lines.append(_line([name, *shown]))
    return lines


def _said(rows: Sequence[Row]) -> str:
    whole = sum(row.socle[2] + row.socle_unknown >= SOCLE for row in rows)
    soon = sum(row.socle[1] + row.socle_unknown >= SOCLE for row in rows)
    duties = sum(sum(row.cleared) == row.unmet for row in rows)
    moves = [f"{PROFILES[a]}→{PROFILES[b]}" for a, b in (row.profile for row in rows)]
    profiles = ", ".join(f"{move} {moves.count(move)}" for move in sorted(set(moves)))
    proven = sum(row.proven for row in rows)
    return (
        f"Sur {len(rows)} plans : socle connu entier {whole} (en première période {soon}) ; "
        f"toutes les obligations prévues {duties} ; profils {profiles} ; prouvés {proven}."
    )


def _cells(row: Row) -> list[str]:
    return [
        integer(row.population),
        decimal(row.days_per_month),
        "→".join(str(reached) for reached in row.socle) + "?" * row.socle_unknown,
        f"{row.unmet} : {'+'.join(str(one) for one in row.cleared)}",
        f"{decimal(row.days)} / {decimal(row.days_available)}",
        decimal(row.repeated_days),
        f"{integer(row.euros)} / {integer(row.euros_available)}",
        "→".join(short_score(value) for value in row.prudent),
        "→".join(PROFILES[profile] for profile in row.profile),
        str(row.actions),
        str(row.out_of_days),
        str(row.out_of_money),
        "oui" if row.proven else "non",
        decimal(row.seconds),
    ]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
