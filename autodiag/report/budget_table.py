# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The budget of the plan by civil year and nature, aid, what is left. For the internal edition
alone: its sums would tell how much of the plan is kept back."""

from collections.abc import Mapping

from autodiag.model.roadmap import Capacity, Span
from autodiag.report.content import Execution
from autodiag.report.context import Context
from autodiag.report.markup import bold
from autodiag.report.story import Cell
from autodiag.roadmap.budget import SECTIONS, Budget, add
from autodiag.roadmap.budget_words import (
    ESTIMATES,
    SECTION_TITLES,
    aid_counted_said,
    beside_plan,
    cell,
    over_means,
    particulars,
    summary,
)
from autodiag.text.numbers import integer
from autodiag.text.typography import NO_BREAK


def print_budget(context: Context, execution: Execution) -> None:
    """What it comes to, the table, what must be known before using it."""
    story, words, budget = context.story, context.words, execution.budget
    head = [words.raw("budget.ligne"), *map(str, budget.years), words.raw("budget.total_colonne")]
    title = 20 if len(budget.years) > 3 else 30  # sums are not cut in two
    widths = (title, *[(100 - title) / (len(head) - 1)] * (len(head) - 1))
    with story.together():  # on one page: the total is never alone on the next one
        story.heading(2, words.raw("budget.titre"))
        story.text(" ".join(summary(budget)))
        if not budget.free:
            story.table(head, _rows(context, budget), widths)
    if budget.free:
        return
    for line in filter(None, (over_means(budget), beside_plan(budget))):
        story.text(line, "Note")
    story.text(" ".join((*particulars(budget), *ESTIMATES)), "Note")
    story.text(words("budget.ailleurs"), "Note")


def years_over(budget: Budget, capacity: Capacity) -> dict[int, float]:
    """The civil years that may cost more than the euros a year, and how much each may."""
    highs = {year: span.high for year, span in budget.by_year().items()}
    return {year: high for year, high in highs.items() if high > capacity.euros_per_year}


def source_said(context: Context, *, assumed: bool) -> str:
    """Whether a figure of the capacity was given, or is ours (contract R8)."""
    key = "feuille_de_route.hypothese" if assumed else "feuille_de_route.indique"
    return context.words.raw(key)


def _rows(context: Context, budget: Budget) -> list[list[Cell]]:
    """A row for each nature that costs something, then sums in bold."""
    raw = context.words.raw
    rows = [
        _row(SECTION_TITLES[section], budget.by_year(section))
        for section in SECTIONS
        if budget.total(section).high
    ]
    rows.append(_row(raw("budget.total"), budget.by_year(), strong=True))
    aid = budget.aid_total()
    if not aid:
        return rows
    blank: list[Cell] = [""] * len(budget.years)
    title = raw("budget.aide") + aid_counted_said(budget)
    rows.append([(title, "Row"), *blank, (f"−{NO_BREAK}{integer(aid)}", "Row")])
    rows.append(_row(raw("budget.reste"), budget.left(), strong=True))
    return rows


def _row(title: str, by_year: Mapping[int, Span], *, strong: bool = False) -> list[Cell]:
    spans = [*by_year.values(), add(by_year.values())]
    said = [title, *(cell(span).removesuffix(f"{NO_BREAK}€") for span in spans)]
    return [(bold(text) if strong else text, "Row") for text in said]
