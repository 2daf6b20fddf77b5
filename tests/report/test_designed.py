# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The composed pages: how many there are, the synthesis alone on one, no page left half white, and
what the rosace and the synthesis must not betray."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from autodiag.model.assessment import Answered
from autodiag.model.authority import LocalAuthority
from autodiag.model.roadmap import PlannedAction
from autodiag.report.content import ReportContent
from autodiag.report.document import render
from tests.report.checks import SECTIONS, fr, printed
from tests.report.reader import Reading, read
from tests.report.sample import (
    NOT_CONCERNED,
    RESOURCES,
    UNKNOWN,
    VILLAGE,
    content,
    everything,
    express,
    levels,
)

LONG = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson-sur-la-Longue-Rivière " * 4
EPCI = LocalAuthority("Communauté de communes Brelle et Coteaux", "epci", population=38_000)


@cache
def village() -> ReportContent:
    return content(levels(), facts={"ecole": True, "site": True})


STATES: dict[str, Callable[[], ReportContent]] = {
    "village": village,
    "nothing": lambda: content({}),
    "no-plan": lambda: content({}, planned=False),
    "express": lambda: content(express()),
    "one-theme": lambda: content({k: v for k, v in levels().items() if k.startswith("usa")}),
    "unknown": lambda: content(everything(UNKNOWN)),
    "not-concerned": lambda: content(everything(NOT_CONCERNED)),
    "top": lambda: content(everything(Answered(4))),
    "long-name": lambda: content(levels(3), replace(VILLAGE, name=LONG, epci_name=LONG)),
    "epci": lambda: content(levels(5), EPCI),
}


@cache
def whole(*, public: bool) -> Reading:
    return printed(replace(village(), public=public))


@pytest.mark.long
@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("state", STATES)
def test_the_synthesis_alone_is_one_page_whatever_there_is_to_say(state: str, public: bool) -> None:
    what = replace(STATES[state](), public=public, model="synthese")
    data, pages = render(what)
    assert pages == 1
    reading = read(data)
    assert reading.faults == []
    assert reading.images == 0
    flat = reading.flat
    assert what.snapshot.authority.name[:20] in flat
    assert "Synthèse du diagnostic de maturité numérique" in flat
    assert "1 / 1" in flat
    assert ("Édition publique." in flat) is public
    assert "Par où commencer" in flat


@pytest.mark.long
def test_looking_again_each_year_is_no_first_step_while_there_are_others() -> None:
    what = village()
    assert what.roadmap is not None
    action = what.knowledge.actions.actions["strat-diagnostic"]
    look = PlannedAction(action.id, "action", action.title, action.effort, action.initial_cost)
    first, *others = what.roadmap.horizons
    rest = tuple(one for one in first.actions if one.id != look.id)
    real = next(one for one in rest if one.kind != "enquiry")
    head = replace(what.roadmap, horizons=(replace(first, actions=(look, *rest)), *others))
    alone = replace(what.roadmap, horizons=(replace(first, actions=(look,)),))
    titles = [" ".join(one.title.split()) for one in (look, real)]
    page = read(render(replace(what, roadmap=head, model="synthese"))[0]).flat
    assert titles[0] not in page
    assert titles[1] in page
    assert titles[0] in read(render(replace(what, roadmap=alone, model="synthese"))[0]).flat


def test_the_page_to_pin_up_says_when_it_was_made_and_who_does_what() -> None:
    flat = read(render(replace(village(), model="synthese"))[0]).flat
    assert "21 novembre 2026" in flat[: flat.index("Par où commencer")]
    assert flat.count("Qui : ") == 3


@pytest.mark.long
def test_the_report_is_not_endless() -> None:
    """The design said 28 pages at most: with a sheet for every action, quarters and a budget, the
    edition for the mairie has a few more; the one that the council votes stays below."""
    internal, public = len(whole(public=False).pages), len(whole(public=True).pages)
    assert 16 <= public <= 28 < internal <= 36


def test_every_section_and_theme_has_its_bookmark() -> None:
    bookmarks = whole(public=False).bookmarks
    assert [b for b in bookmarks if b in map(fr, SECTIONS)] == [*map(fr, SECTIONS)]
    for number, theme in enumerate(village().snapshot.questionnaire.themes, 1):
        assert f"{number}. {theme.title}" in bookmarks


def test_themes_are_whole_and_at_least_two_a_page() -> None:
    themes = village().snapshot.questionnaire.themes
    pages = [" ".join(page.split()) for page in whole(public=False).pages]
    held: dict[int, int] = {}
    for number, theme in enumerate(themes, 1):
        own = [i for i, page in enumerate(pages) if f" {number}. {theme.title} " in f" {page} "]
        (at,) = [i for i in own if "Votre réponse" in pages[i]]
        held[at] = held.get(at, 0) + 1
        for j in range(1, len(theme.questions) + 1):
            assert f" {number}.{j} " in pages[at], theme.id
    assert len(held) <= 5
    assert sorted(held.values())[1] >= 2  # nine is odd: one page may hold one


def test_every_question_that_applies_is_printed_as_it_was_asked_and_no_other() -> None:
    text = whole(public=False).flat
    section = text[text.rindex("Les pages « Thème par thème »") :]
    traces = village().result.traces()
    for question in village().snapshot.questionnaire.questions.values():
        applies = traces[question.id].state != "non_applicable"
        assert (" ".join(question.wording().text.split()) in section) is applies, question.id


def test_a_note_of_an_answer_stands_under_it() -> None:
    what = content(levels(), notes={"str-2": "Relu avec le prestataire"}, planned=False)
    assert "Note : Relu avec le prestataire" in printed(what).flat


def test_the_public_synthesis_is_the_same_whatever_is_answered_on_security() -> None:
    given = levels()
    cyber = [question for question in given if question.startswith("cyb-")]
    texts: list[str] = []
    for answer in (Answered(1), Answered(2)):
        what = content({**given, **dict.fromkeys(cyber, answer)}, planned=False)
        both = [replace(what, model="synthese", public=public) for public in (False, True)]
        inside, outside = (read(render(one)[0]) for one in both)
        assert "Cybersécurité" in inside.flat
        assert outside.flat.count("Cybersécurité") == 1, "only that it is assessed elsewhere"
        assert "Score global" not in outside.flat
        # the study’s word is no badge: it is quoted in the line that gives its source (contract P7)
        assert "». Mot de l’étude EY" in outside.flat
        texts.append(outside.flat)
    assert texts[0] == texts[1]


def test_a_pictogram_that_is_missing_or_spoilt_never_stops_a_report(tmp_path: Path) -> None:
    resources = tmp_path / "resources"
    shutil.copytree(RESOURCES, resources, ignore=shutil.ignore_patterns("places"))
    (resources / "icons" / "theme-1-strategie.svg").unlink()
    (resources / "icons" / "theme-2-usagers.svg").write_text("<svg", encoding="utf-8")
    (resources / "icons" / "check.svg").write_text("<svg width='24'><g/></svg>", encoding="utf-8")
    reading = printed(replace(content(levels(), planned=False), resources=resources))
    assert reading.faults == []
