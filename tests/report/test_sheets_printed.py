# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The action sheets on paper: one for each action of the plan, three a page, none cut; what is
filled in with a pen is tagged."""

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
    return [p.id for p in numbered(village())]


def pages_of_sheets() -> list[int]:
    pages = village_read().pages
    return [i for i, page in enumerate(pages) if PLACE.search(page)]


def test_every_action_of_the_plan_has_a_sheet_under_its_number() -> None:
    found = PLACE.findall(village_read().flat)
    assert len(sheets()) > 20
    assert found == [str(number) for number in range(1, len(sheets()) + 1)]


def test_a_sheet_says_how_its_obligation_was_read_and_when() -> None:
    text, known = village_read().flat, village().knowledge.obligations
    said = [known[one] for planned in numbered(village()) for one in planned.obligations]
    read = next(one for one in said if one.status == "vu" and one.checked_on == "2026-11")
    sheet = text[text.index("Les fiches actions", text.index("Ce qui le montre") - 3_000) :]
    named = sheet[sheet.index(read.title) :]
    assert re.match(r"[^)]*(\([^)]*\)[^)]*)* ; lu, novembre 2026\)", named[len(read.title) :])


def test_a_sheet_says_what_is_shared_and_the_proposition_it_carries_out() -> None:
    text, knowledge = village_read().flat, village().knowledge
    actions = [knowledge.actions.actions[one] for one in sheets()]
    assert text.count("À plusieurs : oui") == sum(one.shareable for one in actions) > 0
    carried = {n for one in actions for n in one.syntec}
    assert text.count("met en œuvre la") + text.count("met en œuvre les") == sum(
        bool(one.syntec) for one in actions
    )
    for number in carried:
        assert f"{number}. « {knowledge.propositions.titles[number]} »" in text


def test_the_ten_propositions_are_on_one_page_with_the_sheets_that_answer_them() -> None:
    titles = village().knowledge.propositions.titles
    (page,) = [p for p in village_read().pages if "lue avec les dix propositions" in p]
    flat = " ".join(page.split())
    assert len(titles) == 10
    assert all(f"{number}. «" in flat for number in titles)
    assert "Une proposition sans action n’est pas un manque." in flat
    known = village().knowledge.actions.actions
    rank, first = next((n, known[one]) for n, one in enumerate(sheets(), 1) if known[one].syntec)
    assert f"{first.title} (fiche {rank})" in flat


def asks_only_for_what_is_planned(text: str) -> bool:
    """No sheet waits for an action that is done already, or that this edition does not show."""
    catalogue = village().knowledge.actions.actions
    hidden = [p for one in sheets() for p in catalogue[one].prerequisites if p not in sheets()]
    assert hidden
    waited = re.findall(r"À faire après : (.*?) (?:Obligation :|En lien|C’est fait)", text)
    return not [one for one in hidden if any(catalogue[one].title in named for named in waited)]


def test_pages_of_sheets_hold_three_and_cut_none() -> None:
    pages = pages_of_sheets()
    assert pages == list(range(pages[0], pages[-1] + 1))
    texts = [" ".join(village_read().pages[i].split()) for i in pages]
    for text in texts:
        begun = len(PLACE.findall(text))
        assert text.count("Ce qui le montre") == text.count("Faite le") == begun
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
    assert asks_only_for_what_is_planned(reading.flat)
