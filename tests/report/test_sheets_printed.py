# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The action sheets on paper: those of the first periods, three a page, none cut; what is filled in
with a pen is tagged."""

import re
from dataclasses import replace
from functools import cache

import pypdfium2
import pytest

from autodiag.model.authority import LocalAuthority
from autodiag.model.roadmap import Decision, PlannedAction, Roadmap
from autodiag.report.content import ReportContent
from autodiag.report.document import render
from tests.report.checks import sound
from tests.report.reader import Reading, read
from tests.report.sample import content, levels

PLACE = re.compile(r"Fiche (\d+) · ")


@cache
def village() -> ReportContent:
    larger = LocalAuthority("Montbrelle", population=3_000)
    return content(levels(2, (5, 4, 2, 1, 0)), larger, facts={"ecole": True, "site": True})


@cache
def pdf() -> bytes:
    return render(village())[0]


@cache
def village_read() -> Reading:
    return read(pdf())


def plan(what: ReportContent) -> Roadmap:
    assert what.roadmap is not None
    return what.roadmap


def numbered(what: ReportContent) -> list[PlannedAction]:
    """The actions of the catalogue that are planned: the first is number 1."""
    catalogue = what.knowledge.actions.actions
    return [p for h in plan(what).horizons for p in h.actions if p.id in catalogue]


def sheets() -> list[str]:
    """The ids of the actions that have a sheet, in order."""
    soon = {p.id for h in plan(village()).horizons[:2] for p in h.actions}
    return [p.id for p in numbered(village()) if p.id in soon]


def pages_of_sheets() -> list[int]:
    pages = village_read().pages
    return [i for i, page in enumerate(pages) if PLACE.search(page)]


def test_actions_of_the_first_two_periods_have_a_sheet_under_their_number() -> None:
    found = PLACE.findall(village_read().flat)
    assert 12 < len(sheets()) <= 24
    assert found == [str(number) for number in range(1, len(sheets()) + 1)]


def test_the_others_are_said_to_be_in_the_calendar_and_in_the_application() -> None:
    others = len(numbered(village())) - len(sheets())
    assert others > 1
    text = village_read().flat
    assert f"{others} d’entre elles n’ont pas de fiche ici" in text
    calendar = text[text.rindex("De 0 à 6 mois · de") : text.rindex("Le temps nécessaire")]
    for number, planned in enumerate(numbered(village()), 1):
        assert f"{number}. {' '.join(planned.title.split())}" in calendar


def test_at_most_24_sheets_and_what_the_user_retained_first_of_its_period() -> None:
    what = village()
    actions = [p for h in plan(what).horizons for p in h.actions if p.kind == "action"]
    ids = [*what.knowledge.actions.actions]
    many = [replace(actions[0], id=one, retained=i > 27) for i, one in enumerate(ids[:30])]
    first, middle, last = plan(what).horizons
    horizons = (
        replace(first, actions=tuple(many[:20])),
        replace(middle, actions=tuple(many[20:])),
        last,
    )
    text = read(render(replace(what, roadmap=replace(plan(what), horizons=horizons)))[0]).flat
    # those of the first period, the two retained ones of the second, another in their order
    assert [int(one) for one in PLACE.findall(text)] == [*range(1, 23), 29, 30]


def test_a_plan_for_later_alone_has_no_sheet_and_says_where_to_find_them() -> None:
    what = village()
    horizons = [replace(h, actions=()) for h in plan(what).horizons[:2]]
    late = replace(plan(what).horizons[2], actions=tuple(numbered(what)[:1]))
    text = read(render(replace(what, roadmap=replace(plan(what), horizons=(*horizons, late))))[0])
    assert "L’une d’elles n’a pas de fiche ici" in text.flat
    assert PLACE.findall(text.flat) == []


def test_pages_of_sheets_hold_three_and_cut_none() -> None:
    pages = pages_of_sheets()
    assert pages == list(range(pages[0], pages[-1] + 1))
    texts = [" ".join(village_read().pages[i].split()) for i in pages]
    for text in texts:
        begun = len(PLACE.findall(text))
        assert text.count("C’est fait quand") == text.count("Faite le") == begun
    counts = [len(PLACE.findall(text)) for text in texts]
    assert counts[1:-1].count(3) >= len(counts[1:-1]) - 1
    assert len(pages) <= -(-len(sheets()) // 3) + 1


def test_no_page_of_sheets_is_half_empty_but_the_last() -> None:
    with pypdfium2.PdfDocument(pdf()) as document:
        for i in pages_of_sheets()[:-1]:
            page = document[i]
            middle = page.get_height() * 0.4
            lowest = min(
                shown.get_bounds()[1]
                for shown in page.get_objects(max_depth=1)
                if shown.get_bounds()[1] > 40  # above the footer
            )
            assert lowest < middle, i + 1


def test_boxes_and_lines_for_the_pen_are_fields_that_are_named() -> None:
    what = village()
    assert what.roadmap is not None
    steps = sum(len(what.knowledge.actions.actions[one].steps) for one in sheets())
    asked = sum(p.kind == "enquiry" for h in what.roadmap.horizons for p in h.actions)
    council, follow_up = 2, 4 * len(sheets())
    assert village_read().kinds["Form"] == steps + asked + council + follow_up
    assert pdf().count(b"/O /PrintField /Role /cb") == steps + asked + len(sheets())
    assert village_read().faults == []


def test_a_date_that_was_decided_is_printed_instead_of_its_line() -> None:
    what = village()
    decided = Decision(sheets()[0], "retenue", who="Mme Lefort", day="2027-01-31", note="Un mot.")
    snapshot = replace(what.snapshot, decisions={decided.action: decided})
    reading = read(render(replace(what, snapshot=snapshot))[0])
    assert "Pour le 31 janvier 2027" in reading.flat
    assert "Qui : Mme Lefort" in reading.flat
    assert "Note : Un mot." in reading.flat
    assert reading.kinds["Form"] == village_read().kinds["Form"] - 1


@pytest.mark.parametrize("public", [False, True])
def test_a_hostile_sheet_longer_than_a_page_still_prints(public: bool) -> None:
    what = village()
    first = what.knowledge.actions.actions[sheets()[0]]
    endless = replace(first, steps=tuple("Faire encore quelque chose. " * 9 for _ in range(60)))
    actions = {**what.knowledge.actions.actions, first.id: endless}
    catalogue = replace(what.knowledge.actions, actions=actions)
    knowledge = replace(what.knowledge, actions=catalogue)
    reading = read(render(replace(what, knowledge=knowledge, public=public))[0])
    sound(reading)
    assert reading.kinds["Form"] > 60
