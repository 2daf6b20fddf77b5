# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The rows of the budget's tables as text. Computes and shows nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from autodiag.model.roadmap import Span
from autodiag.roadmap.budget import GRANTED, SECTIONS, Budget, BudgetRow, Section, add
from autodiag.roadmap.budget_words import SECTION_TITLES, aid_said, cell

ALL_YEARS = "Sur trois ans"
BEFORE = "Total avant aide"
LEFT = "Reste à votre charge"
LEFT_ALL = "Reste, si toutes les aides notées viennent"
LEFT_GRANTED = "Reste, avec les seules aides obtenues"
NO_AID = "–"


@dataclass(frozen=True, slots=True)
class TableFace:
    """One table: `widths` are the shares of its columns; the rows of `strong` are sums; `actions`
    names the action of each row, empty where there is none."""

    title: str
    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    strong: tuple[int, ...]
    actions: tuple[str, ...] = ()


def faces_of(budget: Budget, *, narrow: bool) -> tuple[TableFace, ...]:
    """The whole by year first, then the actions of each section. `narrow`: the years are the rows
    of the first table, and only there."""
    whole = _years_down(budget) if narrow else _years_across(budget)
    sections = [_section(budget, one, narrow=narrow) for one in SECTIONS if budget.of(one)]
    return (whole, *sections)


def _sums(budget: Budget) -> list[tuple[str, dict[int, Span]]]:
    """What is left is said twice only where some aid is not granted yet, but some is."""
    noted, granted = budget.aid_total(), budget.aid_total(GRANTED)
    found = [(BEFORE, budget.by_year())]
    if noted:
        found.append((LEFT if granted == noted else LEFT_ALL, budget.left()))
    if 0 < granted < noted:
        found.append((LEFT_GRANTED, budget.left(GRANTED)))
    return found


def _years_across(budget: Budget) -> TableFace:
    parts = [(SECTION_TITLES[s], budget.by_year(s)) for s in SECTIONS if budget.of(s)]
    rows = tuple(_line(title, spans) for title, spans in (*parts, *_sums(budget)))
    years = tuple(str(year) for year in budget.years)
    return TableFace(
        "Par année",
        ("Nature de la dépense", *years, ALL_YEARS),
        (30, *(14 for _ in years), 16),
        rows,
        tuple(range(len(parts), len(rows))),
    )


def _years_down(budget: Budget) -> TableFace:
    sums = _sums(budget)
    rows = [(str(y), *(cell(spans[y]) for _, spans in sums)) for y in budget.years]
    rows.append((ALL_YEARS, *(cell(add(spans.values())) for _, spans in sums)))
    return TableFace(
        "Par année",
        ("Année", *(title for title, _ in sums)),
        (20, *(30 for _ in sums)),
        tuple(rows),
        (len(rows) - 1,),
    )


def _section(budget: Budget, section: Section, *, narrow: bool) -> TableFace:
    """Aid and what is left have their columns once some aid is noted."""
    years = () if narrow else budget.years
    rows, aided = budget.of(section), any(row.aid is not None for row in budget.rows)
    by_year = budget.by_year(section)
    spans = [*(by_year[year] for year in years), budget.total(section)]
    left = add(span for row in rows for span in row.left().values())
    whole = ("Total", *(cell(span) for span in spans), *(("", cell(left)) if aided else ()))
    return TableFace(
        SECTION_TITLES[section],
        (
            *("Action", *(str(year) for year in years), ALL_YEARS),
            *(("Aide notée", LEFT) if aided else ()),
        ),
        (34, *(12 for _ in years), 13, *((15, 13) if aided else ())),
        (*(_action(row, years, aided=aided) for row in rows), whole),
        (len(rows),),
        (*(row.action for row in rows), ""),
    )


def _action(row: BudgetRow, years: Sequence[int], *, aided: bool) -> tuple[str, ...]:
    spans = [*(row.by_year[year] for year in years), row.total]
    left = cell(add(row.left().values()))
    aid = (aid_said(row.aid) or NO_AID, left) if aided else ()
    return (row.title, *(cell(span) for span in spans), *aid)


def _line(title: str, spans: dict[int, Span]) -> tuple[str, ...]:
    return (title, *(cell(span) for span in spans.values()), cell(add(spans.values())))
