# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The budget as a spreadsheet, opened again: its formulas give the sums of the budget itself."""

import io
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from autodiag.model.calendar import Aid
from autodiag.model.roadmap import OwnAction, Span
from autodiag.roadmap.budget import GRANTED, SECTIONS, Budget
from autodiag.roadmap.budget_words import ESTIMATES, READING, SECTION_TITLES
from autodiag.tables.budget_grid import HIGH, LOW, Grid, ref
from autodiag.tables.budget_table import TableWords, budget_table
from tests.support.builders import action
from tests.support.plans import Placed
from tests.tables.recompute import value

WORDS = TableWords(
    "Budget de la feuille de route, Saint-Exemple & Cie",
    "De décembre 2026 à novembre 2029",
    "Mairie de Saint-Exemple",
    datetime.fromisoformat("2026-11-21T10:42:00"),
    {"opsn": "Le syndicat informatique"},
    (("Ce que valent ces montants", ESTIMATES), ("Comment il est fait", READING)),
)
FIBRE = replace(
    action("fibre", cost=(1000, 6000), yearly=(600, 1200), delay=1),
    spending="investissement",
    funding=("opsn",),
)
COURSE = replace(
    action("stage", cost=(100, 300), yearly=(0, 240), delay=1), spending="fonctionnement"
)
OWN = OwnAction("a-nous", '=HYPERLINK("http://exemple.fr")\x07', Span(1, 2), Span(700, 900))
PLACED = Placed(
    {"fibre": (FIBRE, 0), "stage": (COURSE, 1), "a-nous": (OWN, 1)},
    {"fibre": "2026-12", "stage": "2027-09", "a-nous": "2027-10"},
    (Aid("fibre", 1500, "Le département", "obtenue"), Aid("stage", 500)),
    start="2026-12",
)


def reopened(budget: Budget) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(budget_table(budget, WORDS)))


def sheet_of(book: Workbook, name: str) -> Worksheet:
    sheet = book[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def read(book: Workbook, row: int, low: int) -> Span:
    """The bounds that two cells of the first sheet show."""
    first = value(book, "Budget", ref(row, low))
    second = value(book, "Budget", ref(row, low + 1))
    assert isinstance(first, int | float)
    assert isinstance(second, int | float)
    return Span(first, second)


def test_the_formulas_give_the_sums_of_each_section_and_of_the_whole() -> None:
    budget = PLACED.budget
    book, grid = reopened(budget), Grid(budget)
    assert [block.section for block in grid.blocks] == list(SECTIONS)
    for block in grid.blocks:
        for year, span in budget.by_year(block.section).items():
            assert read(book, block.sum, grid.year(year, LOW)) == span
        assert read(book, block.sum, grid.total(LOW)) == budget.total(block.section)
    assert read(book, grid.after, grid.total(LOW)) == budget.total()
    assert value(book, "Budget", ref(grid.after, grid.aid)) == budget.aid_total() == 2000


def test_the_formulas_give_what_is_left_by_year_with_all_aid_and_with_what_is_granted() -> None:
    budget = PLACED.budget
    book, grid = reopened(budget), Grid(budget)
    for year in budget.years:
        column = grid.year(year, LOW)
        assert read(book, grid.after + 1, column) == budget.left()[year]
        assert read(book, grid.after + 2, column) == budget.left(GRANTED)[year]
    assert read(book, grid.after + 1, grid.total(LOW)) == budget.total_left()
    assert read(book, grid.after, grid.left(LOW)) == budget.total_left()


def test_every_formula_is_stored_with_what_it_comes_to_for_previews_that_compute_nothing() -> None:
    for placed in (PLACED, Placed({})):
        data = budget_table(placed.budget, WORDS)
        book = openpyxl.load_workbook(io.BytesIO(data))
        stored = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        checked = 0
        for name in ("Budget", "Reste par année"):
            for cell in (one for row in sheet_of(book, name).iter_rows() for one in row):
                if cell.data_type == "f":
                    shown = sheet_of(stored, name)[cell.coordinate].value
                    assert shown == value(book, name, cell.coordinate), cell.coordinate
                    checked += 1
        assert checked > 10


@pytest.mark.parametrize("typed", ["+1+cmd", "-2", "@SUM(A1)", "\t=1"])
def test_a_title_that_a_spreadsheet_could_compute_stays_text(typed: str) -> None:
    own = {"a-nous": (replace(OWN, title=typed), 0)}
    budget = Placed(own, {"a-nous": "2026-12"}, start="2026-12").budget
    cell = sheet_of(reopened(budget), "Budget")["A7"]
    assert (cell.data_type, cell.value) == ("s", typed)


def test_a_treasurer_who_changes_a_cost_or_an_aid_sees_the_sums_follow() -> None:
    budget = PLACED.budget
    book, grid = reopened(budget), Grid(budget)
    sheet, row = sheet_of(book, "Budget"), grid.blocks[0].first
    sheet[ref(row, grid.year(2026, HIGH))].value = 7000
    sheet[ref(row, grid.aid)].value = 3000
    sheet[ref(row, grid.state)].value = "demandée"
    assert read(book, grid.after, grid.total(LOW)).high == budget.total().high + 1000
    assert read(book, grid.after + 1, grid.year(2026, LOW)) == Span(0, 4000)
    assert read(book, grid.after + 2, grid.year(2026, LOW)) == Span(1000, 7000)


def test_what_a_user_typed_is_never_a_formula() -> None:
    book, grid = reopened(PLACED.budget), Grid(PLACED.budget)
    for name, place in (("Budget", ref(grid.blocks[-1].first, 1)), ("Reste par année", "A9")):
        cell = sheet_of(book, name)[place]
        assert (cell.data_type, cell.value) == ("s", '=HYPERLINK("http://exemple.fr")')


def test_an_action_in_two_sections_says_which_in_the_other_sheet() -> None:
    told = [
        row[0].value for row in sheet_of(reopened(PLACED.budget), "Reste par année").iter_rows()
    ]
    assert {"Titre de fibre (investissement)", "Titre de fibre (fonctionnement)"} <= set(told)
    assert "Titre de stage" in told


def test_it_is_one_landscape_page_wide_with_its_head_kept_and_its_title_and_author_said() -> None:
    book = reopened(PLACED.budget)
    sheet = sheet_of(book, "Budget")
    assert book.sheetnames == ["Budget", "À lire", "Reste par année"]
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.freeze_panes == "B6"
    assert sheet.print_area.endswith(f"${ref(Grid(PLACED.budget).after + 2, 16)[1:]}")
    assert (book.properties.title, book.properties.creator) == (WORDS.title, WORDS.author)
    money = sheet["B7"]
    assert money.number_format.startswith("#,##0\\ [$€-40C]")
    assert sheet["P7"].value == "Le département, Le syndicat informatique"


def test_what_must_be_known_before_using_it_has_its_sheet() -> None:
    told = [row[0].value for row in sheet_of(reopened(PLACED.budget), "À lire").iter_rows()]
    assert {*ESTIMATES, *READING} <= set(told)


def test_a_plan_that_costs_nothing_still_makes_a_table() -> None:
    budget = Placed({}).budget
    book, grid = reopened(budget), Grid(budget)
    assert read(book, grid.after, grid.total(LOW)) == Span(0, 0)
    assert read(book, grid.after + 1, grid.year(2027, LOW)) == Span(0, 0)
    assert not any(
        cell.value in SECTION_TITLES.values() for (cell,) in sheet_of(book, "Budget")["A1:A20"]
    )
