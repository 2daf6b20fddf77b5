# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the panel of the roadmap says of an action, of the shortest path and of where one is,
without a window."""

from dataclasses import replace
from datetime import date

import pytest

from autodiag.model.roadmap import Decision, Obligation, PlannedAction, ShortestPath
from autodiag.roadmap.calendar import first_month, months_of
from autodiag.roadmap.schedule import Slot
from autodiag.text.typography import uncapitalised
from tests.support.shipped import shipped_knowledge
from tests.ui.pages.test_roadmap_words import TODAY, told_of
from ui.pages import roadmap_choices as choices
from ui.pages.roadmap_days import (
    NO_DAY,
    NO_MONTH,
    PASSED,
    TO_COME,
    TOO_OLD,
    fault_of_done,
    fault_of_due,
)
from ui.pages.roadmap_detail import detail_left_out
from ui.pages.roadmap_done import done
from ui.pages.roadmap_followed import followed, later, strip_said
from ui.pages.roadmap_parts import Do, Entry, Fact, Held, Part, Say
from ui.pages.roadmap_path import PROVEN, shortest
from ui.pages.roadmap_propositions import propositions
from ui.pages.roadmap_sheet import NO_AID, duties, proof_said, sheet
from ui.pages.roadmap_told import Told

A_YEAR_LATER = date(2027, 11, 21)


def said_in(parts: tuple[Part, ...] | list[Part]) -> str:
    """All that is read."""
    found: list[str] = []
    for part in parts:
        match part:
            case Say():
                found.append(part.text)
            case Entry():
                found += [part.text, part.note]
            case Fact():
                found.append(f"{part.name} {part.value}")
            case _:
                pass
    return "\n".join(found)


def commands(parts: tuple[Part, ...]) -> set[str]:
    """Of the buttons of the entries."""
    entries = [part for part in parts if isinstance(part, Entry)]
    return {do.command for one in entries for do in (*one.dos, *one.ways)}


def decided(told: Told, *decisions: Decision) -> Told:
    """The same after these decisions, the plan not made again."""
    known = {**told.words.snapshot.decisions, **{one.action: one for one in decisions}}
    snapshot = replace(told.words.snapshot, decisions=known)
    words = type(told.words)(told.words.naming, snapshot, told.situation.result)
    return replace(told, words=words, situation=replace(told.situation, decisions=known))


def first_action(told: Told) -> str:
    every = (p for h in told.roadmap.horizons for p in h.actions if p.kind == "action")
    return next(planned.id for planned in every)


def test_each_action_of_the_catalogue_is_told_whole() -> None:
    """Why, steps, ranges, people, references, aid, neighbours, propositions: each that it has."""
    told = told_of(1)
    known = shipped_knowledge()
    for action in known.actions.actions.values():
        content = detail_left_out(told, action, "Pourquoi.")
        said = said_in(content.parts)
        assert action.why in said
        assert uncapitalised(action.indicator) in said
        assert all(step in said for step in action.steps)
        assert known.actions.warning in said, "estimates are said to be estimates"
        assert all(known.obligations[name].title in said for name in action.obligations)
        assert all(known.propositions.titles[n] in said for n in action.syntec)
        assert ("à plusieurs" in said) == action.shareable
        costs = action.initial_cost.high + action.yearly_cost.high > 0
        assert (Held("aid") in content.parts) == bool(costs or action.funding)
        assert (NO_AID in said) == (costs and not action.funding)
        assert ("Puis par an" in said) == bool(action.recurrent or action.yearly_cost.high)


def test_an_action_of_the_plan_says_its_real_months() -> None:
    told = told_of(1)
    key = first_action(told)
    slot, action, planned = told.slot(key), told.words.action(key), told.planned(key)
    assert slot is not None
    assert action is not None
    assert planned is not None
    assert str(slot.last.year) in said_in(sheet(told, action, planned))
    assert slot.first in months_of(first_month(told.words.snapshot), 0)


@pytest.mark.parametrize(
    ("status", "on", "said"),
    [
        ("vu", "2026-11-21", "Texte, ou page officielle, lu le 21\u00a0novembre 2026."),
        ("vu", "2026-11", "Texte, ou page officielle, lu en novembre 2026."),
        ("vu", "", "Nous avons lu le texte, sans noter la date\u00a0: relisez-le"),
        ("mixte", "2026-11", "Texte lu en partie en novembre 2026."),
        ("mémoire", "2026-11", "De mémoire\u00a0: à vérifier."),
    ],
)
def test_R7_how_far_a_text_was_read_is_said_with_its_date(status: str, on: str, said: str) -> None:
    known = next(iter(shipped_knowledge().obligations.values()))
    one: Obligation = replace(known, status=status, checked_on=on)  # type: ignore[arg-type]
    assert proof_said(one).startswith(said)


def test_the_propositions_lead_to_the_actions_that_answer_them() -> None:
    told = told_of(3)
    content = propositions(told)
    assert content is not None
    entries = [part for part in content.parts if isinstance(part, Entry)]
    named = {do.key for one in entries for do in one.dos}
    catalogue = shipped_knowledge().actions.actions
    held = [one.id for horizon in told.roadmap.horizons for one in horizon.actions]
    held += [key for key, one in told.words.snapshot.decisions.items() if one.state == "faite"]
    assert named == {key for key in held if key in catalogue and catalogue[key].syntec}
    assert commands(content.parts) == {"open"}
    text = said_in(content.parts)
    assert all(title in text for title in shipped_knowledge().propositions.titles.values())
    after = propositions(decided(told, Decision(entries[0].dos[0].key, "faite")))
    assert after is not None
    assert "Déjà faite" in said_in(after.parts)


def test_R4_each_action_of_the_path_says_why_it_is_there() -> None:
    told = next(one for one in map(told_of, range(12)) if one.roadmap.shortest.actions)
    content = shortest(told)
    path = told.roadmap.shortest
    entries = [part for part in content.parts if isinstance(part, Entry)]
    titles = {told.words.title(action) for action in path.actions}
    assert {one.text for one in entries} == titles
    assert all("Question" in one.note or "question" in one.note or "Prépare" in one.note
               for one in entries)  # fmt: skip
    assert all("votre feuille de route" in one.note for one in entries)


def test_R4_impossible_is_said_with_what_would_help() -> None:
    told = told_of(2)
    nowhere = ShortestPath("pragmatique", possible=False, proven=True)
    told = replace(told, roadmap=replace(told.roadmap, shortest=nowhere))
    said = said_in(shortest(told).parts)
    assert "impossible avec ces actions" in said
    unknown = [t for t in told.words.traces if t.state in ("nsp", "sans_reponse") and t.counts]
    assert unknown
    assert f"{len(unknown)}\u00a0réponse" in said
    assert "Ce qui peut aider" in said


def test_R4_a_path_that_is_not_proven_does_not_claim_to_be() -> None:
    told = next(one for one in map(told_of, range(12)) if one.roadmap.shortest.actions)
    path = replace(told.roadmap.shortest, proven=False)
    doubtful = replace(told, roadmap=replace(told.roadmap, shortest=path))
    assert "n’est pas prouvé" in said_in(shortest(doubtful).parts)
    assert PROVEN not in said_in(shortest(doubtful).parts)


def test_R4_without_any_time_the_path_does_not_advance() -> None:
    told = next(one for one in map(told_of, range(12)) if one.roadmap.shortest.actions)
    roadmap = replace(
        told.roadmap,
        shortest=replace(told.roadmap.shortest, months=None),
        capacity=replace(told.roadmap.capacity, days_per_month=0),
    )
    assert "n’avance pas" in said_in(shortest(replace(told, roadmap=roadmap)).parts)


def test_R6_a_year_later_what_is_late_can_be_done_or_postponed() -> None:
    told = told_of(1, decided=False, today=A_YEAR_LATER)
    assert told.follow.late
    content = followed(told)
    assert {"done", "postpone", "open"} <= commands(content.parts)
    assert strip_said(told.follow)[0].startswith(f"{len(told.follow.late)}\u00a0action") or (
        "dépassé" in strip_said(told.follow)[0]
    )
    looked = followed(replace(told, writable=False))
    assert not {"done", "postpone"} & commands(looked.parts)


def test_R6_before_it_begins_nothing_is_late_and_nobody_is_told_so() -> None:
    told = told_of(1, decided=False)
    assert not told.follow.late
    assert "dépassé" not in "".join(strip_said(told.follow))


def test_R6_what_is_done_says_which_answers_are_behind_and_what_they_would_change() -> None:
    told = told_of(1, decided=False)
    key = first_action(told)
    told = decided(told, Decision(key, "faite", day="2026-11-03"))
    assert told.follow.behind
    content = done(told, key)
    assert content is not None
    said = said_in(content.parts)
    assert "Faite le 3\u00a0novembre 2026" in said
    assert "Votre réponse" in said
    assert Held("evidence") in content.parts
    assert "question" in commands(content.parts)
    assert "Une fois ces réponses à jour" in said_in(followed(told).parts)


def test_what_is_done_has_a_day_that_is_past() -> None:
    assert fault_of_done("12/2026", TODAY) == TO_COME
    assert not any(fault_of_done(typed, TODAY) for typed in ("11/2026", "2025", ""))
    assert fault_of_done("03/1026", TODAY) == TOO_OLD
    assert choices.done("a", TODAY, None).day == "2026-11-21"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("03/2029", ""),
        ("30/11/2029", ""),
        ("", ""),
        ("bientôt", NO_DAY),
        ("2028", NO_MONTH),
        ("03/2020", PASSED),
        ("20/11/2026", PASSED),
        ("12/2029", "de décembre 2026 à novembre 2029"),
        ("11/2026", "de décembre 2026 à novembre 2029"),
    ],
)
def test_R6_what_is_to_be_done_has_a_month_of_the_three_years(typed: str, fault: str) -> None:
    said = fault_of_due(typed, date(2026, 12, 1), TODAY)
    assert fault in said
    assert bool(said) == bool(fault)


@pytest.mark.parametrize(
    ("last", "today", "month"),
    [
        ((2026, 9), (2026, 11, 21), (2026, 12)),
        ((2026, 12), (2026, 11, 21), (2027, 3)),
        ((2026, 2), (2026, 11, 21), (2026, 12)),
        ((2028, 12), (2029, 2, 1), None),
    ],
)
def test_postponing_goes_to_the_next_quarter_that_is_not_over(
    last: tuple[int, int], today: tuple[int, int, int], month: tuple[int, int] | None
) -> None:
    slot = Slot("a", 0, date(*last, 1), date(*last, 1))
    found = choices.next_quarter(slot, date(2026, 1, 1), date(*today))
    assert (found and found[1]) == (month and date(*month, 1))


def test_postponing_by_more_than_a_quarter_names_the_month() -> None:
    told = told_of(1, decided=False, today=A_YEAR_LATER)
    key = first_action(told)
    moved = later(told, key)
    assert moved is not None
    assert moved[0] == "Repousser à décembre"
    assert moved[1] == date(2027, 12, 1)


def test_R6_not_done_after_all_keeps_what_was_noted() -> None:
    noted = Decision("a", "faite", who="Mme Roux", day="2026-11-03", note="Devis reçu")
    assert choices.undone(noted, None) == replace(noted, state="retenue", day="")
    assert choices.undone(Decision("a", "faite", day="2026-11-03"), None) is None
    wished = Decision("a", "reportee", who="M. Petit", day="2027-09", horizon="6-18")
    assert choices.undone(noted, wished) == replace(wished, who="Mme Roux", note="Devis reçu")


def test_every_way_of_the_panel_has_a_name() -> None:
    told = told_of(1, today=A_YEAR_LATER)
    entries = [part for part in followed(told).parts if isinstance(part, Entry)]
    ways = [do for one in entries for do in (*one.dos, *one.ways)]
    assert ways
    assert all(isinstance(do, Do) and do.text for do in ways)


def test_R7_what_is_only_advice_is_not_said_to_be_an_obligation() -> None:
    told = told_of(1)
    known = shipped_knowledge().obligations.values()
    advice = next(one for one in known if one.nature == "conseil")
    action = next(iter(told.words.knowledge.actions.actions.values()))
    linked = replace(action, obligations=(advice.id,))
    planned = PlannedAction(action.id, "action", action.title, action.effort, action.initial_cost)
    said = said_in(duties(told, linked, planned))
    assert "En lien avec un conseil" in said
    assert "En lien avec une obligation" not in said
