# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The budget’s spreadsheet with all that it says beside its figures: the same from the window and
from a command."""

from datetime import datetime

from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import Knowledge
from autodiag.roadmap.budget import Budget
from autodiag.roadmap.budget_words import (
    ESTIMATES,
    READING,
    beside_plan,
    over_means,
    particulars,
    period,
    summary,
)
from autodiag.tables.budget_table import TableWords, budget_table
from autodiag.text.numbers import day

FORMULAS = "Les totaux sont des formules\u00a0: changez un montant ou une aide, ils suivent."


def budget_file(
    snapshot: Snapshot, knowledge: Knowledge, budget: Budget, made_at: datetime, warning: str = ""
) -> bytes:
    """An XLSX file. `warning` is what must be read first, if anything."""
    name = snapshot.authority.name
    made = f"{period(budget)}. Estimations en euros, avant toute aide, du {day(made_at.date())}."
    first = (("À savoir d’abord", (warning,)),) if warning else ()
    said = (*summary(budget), over_means(budget), beside_plan(budget), *particulars(budget))
    about = (
        *first,
        ("Ce qu’il dit", tuple(filter(None, said))),
        ("Ce que valent ces montants", ESTIMATES),
        ("Comment il est fait", (*READING, FORMULAS)),
    )
    funders = {actor.id: actor.name for actor in knowledge.actors.values()}
    title = f"Budget de la feuille de route numérique, {name}"
    return budget_table(budget, TableWords(title, made, name, made_at, funders, about))
