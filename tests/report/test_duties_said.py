# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is called an obligation, what the plan leaves due, and tables that add up."""

import re
import tomllib
from dataclasses import replace
from functools import cache

import pytest

from autodiag.model.authority import Kind, LocalAuthority
from autodiag.model.roadmap import (
    Action,
    Decision,
    Nature,
    ObligationStateId,
    PlannedAction,
    Roadmap,
    Span,
)
from autodiag.report.content import ReportContent
from autodiag.report.duties_left import behind
from autodiag.roadmap.cleared import TO_UPDATE
from tests.report.checks import printed
from tests.report.reader import Reading
from tests.report.sample import RESOURCES, UNKNOWN, content, everything, levels


@cache
def village() -> ReportContent:
    return content(levels(), facts={"ecole": True, "site": True})


@cache
def village_read() -> Reading:
    return printed(village())


def plan() -> Roadmap:
    roadmap = village().roadmap
    assert roadmap is not None
    return roadmap


def flat(text: str) -> str:
    return " ".join(text.split())


def between(text: str, start: str, end: str) -> str:
    first = text.rindex(start)
    return text[first : text.index(end, first)]


def planned_with_duty() -> tuple[PlannedAction, Action]:
    """A planned action linked to one obligation only."""
    catalogue = village().knowledge.actions.actions
    for horizon in plan().horizons:
        for planned in horizon.actions:
            action = catalogue.get(planned.id)
            if action and len({*action.obligations, *planned.obligations}) == 1:
                return planned, action
    raise AssertionError("no such action in the plan")


@pytest.mark.long
@pytest.mark.parametrize(
    ("nature", "state", "said"),
    [
        ("devoir", "non_remplie", "Obligation : "),
        ("devoir_si", "remplie", "Obligation : "),
        ("conseil", "rappel", ""),
        ("droit", "rappel", ""),
        ("devoir", "sans_objet", ""),
        ("conseil", "sans_objet", ""),
        ("projet", "rappel", ""),
    ],
)
def test_R7_a_sheet_calls_obligation_only_a_duty_that_may_bind(
    nature: Nature, state: ObligationStateId, said: str
) -> None:
    planned, action = planned_with_duty()
    (name,) = {*action.obligations, *planned.obligations}
    states = tuple(
        replace(s, state=state, obligation=replace(s.obligation, nature=nature))
        if s.obligation.id == name
        else s
        for s in village().obligations
    )
    text = printed(replace(village(), obligations=states)).flat
    one = village().knowledge.obligations[name]
    sheets = text[text.rindex("Les jours, les coûts et les délais") :]
    sheet = sheets[sheets.index(flat(action.title)) :][:1500]
    sheet = sheet[: sheet.index("Ce qui le montre")]
    link = "Obligation" if name in planned.obligations else "En lien avec"
    assert (f"{link} : {flat(one.title)} ({flat(one.reference)[:30]}" in sheet) is bool(said)


@pytest.mark.long
def test_R7_a_sheet_calls_obligation_what_the_plan_clears_and_nothing_else() -> None:
    what = village()
    assert what.roadmap is not None
    planned, action = planned_with_duty()
    (name,) = {*action.obligations, *planned.obligations}
    states = tuple(
        replace(s, state="non_remplie", obligation=replace(s.obligation, nature="devoir"))
        if s.obligation.id == name
        else s
        for s in what.obligations
    )
    title = flat(what.knowledge.obligations[name].title)
    for cleared, link in (((name,), "Obligation"), ((), "En lien avec")):
        horizons = tuple(
            replace(
                h,
                actions=tuple(
                    replace(p, obligations=cleared) if p.id == action.id else p for p in h.actions
                ),
            )
            for h in what.roadmap.horizons
        )
        roadmap = replace(what.roadmap, horizons=horizons)
        text = printed(replace(what, roadmap=roadmap, obligations=states)).flat
        sheets = text[text.rindex("Les jours, les coûts et les délais") :]
        sheet = sheets[sheets.index(flat(action.title)) :]
        assert f"{link} : {title}" in sheet[: sheet.index("Ce qui le montre")]


@pytest.mark.long
def test_R7_a_duty_that_may_not_concern_is_one_if_they_are_in_this_case() -> None:
    unknown = content(levels())
    reading = printed(unknown)
    part = between(reading.flat, "Une lecture de vos réponses", "Le plus court chemin")
    assert "Obligation si vous êtes dans ce cas." in part
    assert any(s.because.startswith("Dépend d’un point") for s in unknown.obligations)


@pytest.mark.long
def test_the_plan_names_the_duties_it_does_not_settle() -> None:
    cleared = {o for h in plan().horizons for a in h.actions for o in a.obligations}
    unmet = [s.obligation for s in village().obligations if s.state == "non_remplie"]
    left = [o for o in unmet if o.id not in cleared]
    assert left
    assert len(left) < len(unmet)
    text = village_read().flat
    said = between(text, "Obligations à faire que cette feuille de route", "Elles restent dues")
    for obligation in unmet:
        assert (flat(obligation.title) in said) is (obligation in left), obligation.id
    done = tuple(
        replace(s, state="remplie") if s.obligation in left else s for s in village().obligations
    )
    assert "Elles restent dues" not in printed(replace(village(), obligations=done)).flat


def test_the_rows_of_a_period_add_what_earlier_actions_go_on_asking() -> None:
    first, middle, last = plan().horizons
    none = Span(0, 0)
    horizons = (
        replace(first, repeated_days=none, repeated_euros=none),
        replace(middle, actions=(), repeated_days=Span(3, 7), repeated_euros=Span(120, 340)),
        replace(last, repeated_days=none, repeated_euros=none),
    )
    text = printed(replace(village(), roadmap=replace(plan(), horizons=horizons))).flat
    assert text.count("Suite des actions déjà lancées") == 1
    assert "Suite des actions déjà lancées · 3 à 7 j · 120 à 340 €" in text


def test_a_yearly_cost_is_said_beside_the_first_one() -> None:
    catalogue = village().knowledge.actions.actions
    placed = [catalogue[a.id] for h in plan().horizons for a in h.actions if a.id in catalogue]
    yearly = [action for action in placed if action.yearly_cost.high]
    assert yearly
    text = village_read().flat
    part = between(text, "De 0 à 6 mois · de", "Le temps nécessaire")
    assert len(re.findall(r"puis [\d à]+€ par an", part)) == len(yearly)


def test_R5_without_any_answer_the_actions_left_out_are_counted_not_listed() -> None:
    reading = printed(content({}))
    part = between(reading.flat, "Ce qui n’est pas dans la feuille de route", "Pas de fiche")
    assert re.search(r"n’a pas encore de réponse : \d+ actions\.", part)
    assert len(part) < 500


def test_a_plan_of_enquiries_alone_has_no_empty_calendar() -> None:
    what = content(everything(UNKNOWN))
    assert what.roadmap is not None
    assert {a.kind for h in what.roadmap.horizons for a in h.actions} == {"enquiry"}
    assert "La barre montre la période" not in printed(what).flat
    assert "La barre montre la période" in village_read().flat


@pytest.mark.long
@pytest.mark.parametrize(
    ("kind", "texts", "sheets"),
    [("commune", 0, 0), ("epci", 1, 0), ("syndicat", 1, 1)],
)
def test_whoever_is_no_commune_is_told_how_to_read(kind: Kind, texts: int, sheets: int) -> None:
    """An intercommunalité has the actions in its own words, not the texts of law."""
    authority = LocalAuthority("Brelle", kind, population=900)
    text = printed(content(levels(), authority)).flat
    assert text.count("Ces textes nomment souvent les communes.") == texts
    assert text.count("où il est écrit « la commune »") == sheets


def test_the_header_names_the_section_at_the_top_of_the_page() -> None:
    """In short, at the top of every page but the cover: pdfium reads it after the page."""
    words = tomllib.loads((RESOURCES / "report" / "textes.toml").read_text(encoding="utf-8"))
    titles = words["titres"]
    # «Depuis 2025» is named by its year, and this village has no earlier assessment
    short = {
        " ".join(titles[key].split()): label
        for key, label in words["entetes"].items()
        if key in titles
    }
    current, opened = "", 0
    for page in village_read().pages[1:]:
        lines = [" ".join(line.split()) for line in page.splitlines() if line.strip()]
        titles = [line for line in lines if line in short]
        if lines[0] in short:
            current, opened = lines[0], opened + 1
        assert lines[-2] == short[current]
        current = titles[-1] if titles and lines[0] != "Lire ce document" else current
    assert opened >= 3


def test_B1_each_study_names_the_site_where_it_is_read_and_leads_there() -> None:
    what, text = village(), village_read().flat
    sources = text[text.rindex("Après chaque étude viennent") :]
    studies = {c.benchmark.study.id: c.benchmark.study for c in what.comparison.comparators}
    linked = [study for study in studies.values() if study.link.startswith("http")]
    assert len(linked) > 5
    for study in linked:
        assert flat(study.title) in sources
        site = study.link.split("/")[2].removeprefix("www.")
        assert f"À lire sur {site}." in sources.replace("- ", "-"), study.id
    assert "://" not in text  # an address of two lines helps nobody on paper
    assert village_read().kinds["Link"] > len(linked)


def test_R7_a_duty_that_is_done_says_that_its_answer_is_to_be_brought_up_to_date() -> None:
    what = village()
    planned = next(one for h in plan().horizons for one in h.actions if one.obligations)
    decided = {planned.id: Decision(planned.id, "faite")}
    done = replace(what, snapshot=replace(what.snapshot, decisions=decided))
    late = {s.obligation.title for s in what.obligations if s.obligation.id in behind(done)}
    assert late
    assert not behind(what)
    said = flat(f"{TO_UPDATE}.")
    text = printed(done).flat
    for title in late:
        assert f"{title} {said}" in flat(text)
