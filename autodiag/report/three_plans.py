# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The stored plan beside those kept with it, in the words of the screen. Computes none; for the
internal edition alone."""

from autodiag.report.content import Execution
from autodiag.report.context import Context
from autodiag.report.markup import bold
from autodiag.report.story import Cell
from autodiag.roadmap.side_by_side import BASE, NAMES, table_of
from autodiag.text.numbers import listing


def print_plans(context: Context, execution: Execution) -> None:
    """One column a plan; nothing where no other plan was kept."""
    if not execution.plans:
        return
    story, words, plans = context.story, context.words, execution.plans
    names = [NAMES[plan.key] for plan in plans]
    about: list[Cell] = [(said, "RowNote") for _, said in names]
    rows: list[list[Cell]] = [[(words.raw("plans.principe"), "Row"), *about]]
    *figures, firsts, left = table_of(plans)
    rows += [[(title, "Row"), *((bold(value), "Row") for value in of)] for title, *of in figures]
    for title, *of in (firsts, left):
        cells = [[story.cell_text(one, "RowNote") for one in text.split("\n")] for text in of]
        rows.append([(title, "Row"), *cells])
    head = [words.raw("plans.colonne"), *(name for name, _ in names)]
    with story.together():  # its head is never repeated for one row
        story.heading(2, words.raw("plans.titre"))
        story.text(words("plans.intro"), "Entry")
        story.table(head, rows, (19, *[81 / len(plans)] * len(plans)), tight=True)
    if plans[0].base:
        story.text(f"{BASE}\u00a0: {plans[0].base}", "Note")
    for plan in plans:
        if plan.state:
            name = context.quoted(NAMES[plan.key][0])
            story.text(f"{name}\u00a0: {plan.state}", "Note")
    if old := [context.quoted(NAMES[plan.key][0]) for plan in plans if not plan.current]:
        story.text(words("plans.perime", noms=listing(old)), "Note")
