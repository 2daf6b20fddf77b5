# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The table of simulated plans, as Markdown. Plans nothing."""

from collections.abc import Callable, Sequence
from itertools import groupby
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
    """A line for each commune; its plans one under the other in each cell."""
    lines = [_line(HEADINGS), _line(["---:"] * len(HEADINGS))]
    for _, plans in groupby(rows, key=lambda row: row.population):
        columns = zip(*(_cells(row) for row in plans), strict=True)
        lines.append(_line(["<br>".join(dict.fromkeys(column)) for column in columns]))
    return "\n".join(lines)


def summary(rows: Sequence[Row]) -> str:
    """The least, the median and the most of each figure, by days a month; then what they say."""
    speeds = sorted({row.days_per_month for row in rows})
    groups = [[row for row in rows if row.days_per_month == speed] for speed in speeds]
    heads = [f"{decimal(s)} j/mois : {of}" for s in speeds for of in ("moins", "médiane", "plus")]
    lines = [_line(["sur trois ans", *heads]), _line(["---", *["---:"] * len(heads)])]
    for name, figure in FIGURES.items():
        cells: list[str] = []
        for group in groups:
            values = [figure(row) for row in group]
            cells += [decimal(value) for value in (min(values), median(values), max(values))]
        lines.append(_line([name, *cells]))
    told = [
        f"À {decimal(speed)} j/mois, {_said(group)}"
        for speed, group in zip(speeds, groups, strict=True)
    ]
    return "\n\n".join(("\n".join(lines), *told))


def _said(rows: Sequence[Row]) -> str:
    whole = sum(row.socle[2] + row.socle_unknown >= SOCLE for row in rows)
    soon = sum(row.socle[1] + row.socle_unknown >= SOCLE for row in rows)
    duties = sum(sum(row.cleared) == row.unmet for row in rows)
    moves = [f"{PROFILES[a]}→{PROFILES[b]}" for a, b in (row.profile for row in rows)]
    profiles = ", ".join(f"{move} {moves.count(move)}" for move in sorted(set(moves)))
    proven = sum(row.proven for row in rows)
    return (
        f"sur {len(rows)} plans : socle connu entier {whole} (en première période {soon}) ; "
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
