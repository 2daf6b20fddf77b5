# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Each installed link proposes something on a real answer, and none turns back against it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from autodiag.bundle import installed
from autodiag.catalogue.answers import bounds
from autodiag.catalogue.load import load_questionnaire
from autodiag.linking.links import End, Link
from autodiag.linking.load import load_links
from autodiag.linking.proposals import Proposal, proposals
from autodiag.model.assessment import Answered, Assessment, Value
from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import Filled, Snapshot
from autodiag.model.questionnaire import Question, Questionnaire
from autodiag.scoring.trace import applies
from autodiag.scoring.wording import under_their_wording, variant_for
from tests.linking.test_links import FILE
from tests.linking.test_proposals import DAY
from tests.support.desks import VILLAGE

MAIN, BAROMETER = "maturite-numerique", "numerique-et-collectivites"
PLACES = {
    "": VILLAGE,
    "grande": replace(VILLAGE, population=38_000),
    "epci": replace(VILLAGE, kind="epci", population=21_000),
}
FACTS = {"ecole": True, "site": True}


@cache
def known() -> dict[str, Questionnaire]:
    names = (MAIN, BAROMETER, "perception", "politique-numerique")
    return {name: load_questionnaire(installed().questionnaires / name) for name in names}


@cache
def links() -> tuple[Link, ...]:
    return load_links(FILE, known().values())


def filled(name: str, given: dict[str, Answered], who: LocalAuthority) -> Filled:
    answers = under_their_wording(given, known()[name], who, FACTS)
    number = list(known()).index(name) + 1
    return Filled(number, known()[name], Assessment(name, DAY, answers))


def snapshot(shown: Filled, other: Filled, who: LocalAuthority) -> Snapshot:
    others = {other.questionnaire.id: other}
    return Snapshot(who, FACTS, shown.questionnaire, shown.assessment, {}, {}, others=others)


def proposed(end: End, value: Value, shown: str, who: LocalAuthority) -> dict[str, Proposal]:
    """In the questionnaire shown, what one answer of another lets one answer."""
    given = filled(end.questionnaire, {end.question: Answered(value)}, who)
    return dict(proposals(links(), snapshot(filled(shown, {}, who), given, who)))


def values(question: Question) -> list[Value]:
    if question.type == "choix_multiples":
        return [(choice.id,) for choice in question.choices]
    if question.type == "choix":
        return [choice.id for choice in question.choices]
    low, high = bounds(question)
    return [int(one) for one in (low, low + 1, low + 2, low + 3, 4, 99, high) if one <= high]


def holds_for(link: Link, who: LocalAuthority) -> bool:
    """Whether both questions are asked of them, under wordings that the link covers."""
    for end in (link.given, link.offered):
        questionnaire = known()[end.questionnaire]
        question = questionnaire.questions[end.question]
        variant = variant_for(questionnaire, question, who, FACTS)
        if not applies(question, who, FACTS):
            return False
        if question.type == "niveaux" and not link.covers(variant):
            return False
    return True


@pytest.mark.parametrize("place", PLACES)
def test_every_link_proposes_something_on_an_answer_of_its_own_and_nowhere_else(place: str) -> None:
    who, found, wanted = PLACES[place], set[int](), set[int]()
    for number, link in enumerate(links()):
        asked = known()[link.given.questionnaire].questions[link.given.question]
        for value in values(asked):
            told = proposed(link.given, value, link.offered.questionnaire, who)
            one = told.get(link.offered.question)
            if one is not None and link.reason in {source.reason for source in one.sources}:
                found.add(number)
        if holds_for(link, who):
            wanted.add(number)
    assert [links()[n].reason for n in sorted(found ^ wanted)] == []
    assert len(found) > len(links()) / 2


def round_trips(who: LocalAuthority) -> Iterator[tuple[str, Value, Proposal | None]]:
    """Each answer, taken up where it is proposed elsewhere, and what that says of it in return."""
    pairs = {(link.given.questionnaire, link.offered.questionnaire) for link in links()}
    for here, there in sorted(pairs):
        for question in known()[here].questions.values():
            for value in values(question):
                end = End(here, question.id)
                taken = proposed(end, value, there, who)
                accepted = {name: p.answer for name, p in taken.items() if p.answer is not None}
                if accepted:
                    shown = filled(here, {question.id: Answered(value)}, who)
                    back = snapshot(shown, filled(there, accepted, who), who)
                    yield question.id, value, proposals(links(), back).get(question.id)


@pytest.mark.parametrize("place", PLACES)
def test_what_was_taken_up_never_contradicts_the_answer_that_it_came_from(place: str) -> None:
    trips = tuple(round_trips(PLACES[place]))
    against = [
        f"{question} {value!r} : {said.low} à {said.high}, {said.answer}"
        for question, value, said in trips
        if said is not None
    ]
    assert against == []
    assert len(trips) > 100  # some answers do lead there and back


def test_nothing_is_proposed_to_what_each_person_thinks() -> None:
    offered = {link.offered.questionnaire for link in links()}
    assert offered == {MAIN, BAROMETER, "politique-numerique"}
    opinions = ("per-note", "per-moyenne", "per-benefices", "per-obstacles", "pol-defi", "pol-dom")
    assert not any(link.given.question.startswith(opinions) for link in links())
