# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The budget of a plan: every sum is computed again by hand."""

from dataclasses import replace
from datetime import date

from autodiag.model.calendar import Aid
from autodiag.model.roadmap import Action, OwnAction, Span, Spending
from autodiag.roadmap.budget import GRANTED, SECTIONS, Budget, budget
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.schedule import schedule
from tests.support.builders import action
from tests.support.plans import Placed
from tests.support.shipped import random_dossier, shipped_knowledge

NOTHING = Span(0, 0)


def costing(
    name: str,
    cost: tuple[float, float],
    yearly: tuple[float, float] = (0, 0),
    spending: Spending = "",
) -> Action:
    made = action(name, cost=cost, yearly=yearly, delay=1)
    return replace(made, spending=spending, funding=("opsn",))


FIBRE = costing("fibre", (1000, 6000), (600, 1200), "investissement")
COURSE = costing("stage", (100, 300), (0, 240), "fonctionnement")
SITE = costing("site", (500, 4000), (120, 800))


def test_a_first_cost_falls_in_the_year_when_it_is_due_and_a_yearly_one_from_the_month_after() -> (
    None
):
    found = Placed({"fibre": (FIBRE, 0)}, {"fibre": "2027-04"}).budget
    capital, running = found.rows
    assert (capital.section, running.section) == ("investissement", "fonctionnement")
    assert capital.by_year == {2027: Span(1000, 6000), 2028: NOTHING, 2029: NOTHING}
    # eight months from May to December, then two whole years
    assert running.by_year == {2027: Span(400, 800), 2028: Span(600, 1200), 2029: Span(600, 1200)}
    assert found.total() == Span(1000 + 1600, 6000 + 3200)
    assert capital.funding == ("opsn",)


def test_what_is_running_at_first_and_each_year_is_one_row() -> None:
    (row,) = Placed({"stage": (COURSE, 0)}, {"stage": "2027-06"}).budget.rows
    assert row.section == "fonctionnement"
    assert row.by_year == {2027: Span(100, 300 + 120), 2028: Span(0, 240), 2029: Span(0, 240)}


def test_what_nobody_can_say_is_to_be_made_clear_and_its_yearly_cost_is_running() -> None:
    own = OwnAction("a-nous", "Un kiosque", Span(1, 2), Span(700, 900))
    found = Placed({"site": (SITE, 0), "a-nous": (own, 0)}, {"site": "2027-06"}).budget
    sections = [(row.action, row.section) for row in found.rows]
    assert sections == [
        ("site", "fonctionnement"),
        ("site", "a_preciser"),
        ("a-nous", "a_preciser"),
    ]
    assert found.by_year("a_preciser")[2027] == Span(500 + 700, 4000 + 900)
    assert found.total("investissement") == NOTHING


def test_three_years_that_begin_in_december_touch_four_civil_years() -> None:
    found = Placed(
        {"fibre": (FIBRE, 0), "site": (SITE, 2)},
        {"fibre": "2026-12", "site": "2029-11"},
        start="2026-12",
    ).budget
    assert found.years == (2026, 2027, 2028, 2029)
    assert (found.start, found.end) == (date(2026, 12, 1), date(2029, 11, 1))
    # two whole years, then eleven months; the site, due in the last month, has no yearly cost left
    assert found.by_year("fonctionnement") == {
        2026: NOTHING, 2027: Span(600, 1200), 2028: Span(600, 1200), 2029: Span(550, 1100),
    }  # fmt: skip
    assert found.by_year("a_preciser")[2029] == Span(500, 4000)


def test_aid_is_taken_from_the_first_expense_on_and_never_brings_it_below_nothing() -> None:
    aids = [Aid("fibre", 1500, "Le département", "obtenue"), Aid("stage", 400, "", "esperee")]
    placed = Placed(
        {"fibre": (FIBRE, 0), "stage": (COURSE, 0)},
        {"fibre": "2027-04", "stage": "2027-06"},
        aids,
    )
    found = placed.budget
    left = {row.action: row.left() for row in found.rows if row.aid is not None}
    assert left["fibre"][2027] == Span(0, 4500)
    # the course costs up to 420 € in 2027, of which 400 are paid; then the aid is used up
    assert left["stage"] == {2027: Span(0, 20), 2028: Span(0, 240), 2029: Span(0, 240)}
    assert found.left()[2027] == Span(0 + 400 + 0, 4500 + 800 + 20)
    assert found.left(GRANTED)[2027] == Span(0 + 400 + 100, 4500 + 800 + 420)
    assert (found.aid_total(), found.aid_total(GRANTED)) == (1900, 1500)


def test_aid_larger_than_the_first_year_goes_on_with_the_next_ones() -> None:
    (row,) = Placed(
        {"stage": (COURSE, 0)}, {"stage": "2027-06"}, [Aid("stage", 500)]
    ).budget.rows  # fmt: skip
    assert [span.high for span in row.left().values()] == [0, 160, 240]


def test_aid_for_what_the_plan_does_not_hold_is_told_apart() -> None:
    lost = Aid("ailleurs", 900, "La région")
    found = Placed({"stage": (COURSE, 0)}, aids=[lost]).budget
    assert found.aids_outside == (lost,)
    assert found.aid_total() == 0


def test_aid_for_what_costs_nothing_keeps_its_row() -> None:
    found = Placed({"rien": (costing("rien", (0, 0)), 0)}, aids=[Aid("rien", 50)]).budget
    assert [(row.action, row.total) for row in found.rows] == [("rien", NOTHING)]
    assert found.free
    assert found.total_left() == NOTHING


def test_a_plan_of_nothing_costs_nothing() -> None:
    found = Placed({}).budget
    assert found.rows == ()
    assert found.by_year() == dict.fromkeys((2027, 2028, 2029), NOTHING)


def _adds_up(found: Budget) -> bool:
    """Sections make the whole, years make the whole, and all is in whole euros."""
    cells = [span for row in found.rows for span in row.by_year.values()]
    by_section = sum(found.total(section).high for section in SECTIONS)
    left = [found.left()[year] for year in found.years]
    return (
        all(span.low <= span.high and span.high == int(span.high) for span in cells)
        and by_section == sum(span.high for span in cells) == found.total().high
        and all(0 <= span.low <= span.high for span in left)
    )


def test_the_budget_of_a_shipped_plan_adds_up_and_holds_all_its_first_costs() -> None:
    dossier, knowledge = random_dossier(7, decided=True), shipped_knowledge()
    situation = dossier.situation()
    roadmap = plan_roadmap(situation, date(2026, 11, 21), 1)
    placed = Placed({}, start="2027-03", aids=[Aid("adm-parc", 1000)]).snapshot
    timing = schedule(placed, roadmap, knowledge.actions)
    found = budget(placed, roadmap, timing, knowledge)
    assert _adds_up(found)
    first = sum(a.cost.high for h in roadmap.horizons for a in h.actions)
    yearly = sum(
        round(catalogued.yearly_cost.high * months / 12)
        for h in roadmap.horizons
        for a in h.actions
        if a.kind == "action" and (catalogued := knowledge.actions.actions[a.id])
        for year in (2027, 2028, 2029, 2030)
        for months in [_months_left(timing.slots[a.id].last, year)]
    )
    assert abs(found.total().high - first - yearly) <= len(found.rows) * 2  # rounded together


def _months_left(due: date, year: int) -> int:
    """Counted one by one: months of the year after the due one, until February 2030."""
    last = (2030, 2)
    return sum((due.year, due.month) < (year, month) <= last for month in range(1, 13))
