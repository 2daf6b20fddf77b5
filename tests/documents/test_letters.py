# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The two letters: few questions, to who can answer them."""

from dataclasses import replace

from autodiag.documents.papers import Typed
from autodiag.documents.words import Words
from autodiag.model.assessment import Answered, Unknown
from autodiag.model.roadmap import LeftOut, PlannedAction, Roadmap, Span
from tests.documents.sample import read, roadmap_of, some, village
from tests.report.sample import RESOURCES
from tests.support.shipped import shipped_knowledge, shipped_questionnaire


def test_the_letter_to_the_provider_asks_what_it_is_the_first_to_know_and_nothing_else() -> None:
    questions = shipped_questionnaire().questions
    unknown = {name: Unknown() for name in ("cyb-1", "str-1", "str-7")}
    given = {name: Answered(2) for name in questions} | unknown
    assert questions["cyb-1"].whom[0] == "prestataire"
    assert questions["str-7"].whom[1:].count("prestataire"), "others are asked first"
    what = read(some(given), "prestataire")
    asked = [title for title in what.headings(2) if title.startswith("Question ")]
    assert len(asked) == 1
    assert questions["cyb-1"].wording().text in asked[0]
    for level in questions["cyb-1"].wording().levels:
        assert f"☐ {level}" in what.sentences


def test_the_letter_of_what_is_shared_asks_for_a_few_things_that_can_be() -> None:
    papers = village()
    catalogue = shipped_knowledge().actions.actions
    planned = [
        a for horizon in roadmap_of(papers).horizons for a in horizon.actions if a.kind == "action"
    ]
    alone = {a.title for a in planned if not catalogue[a.id].shareable}
    shared = {a.title for a in planned if catalogue[a.id].shareable}
    what = read(papers, "partage")
    asked = [said for said in what.sentences if said in shared | alone]
    assert 2 < len(asked) <= 5 < len(shared)
    assert shared.issuperset(asked)
    named = [t for t in shared if f"«\u202f{t}\u202f»" in what.text]
    assert len(named) == 2
    assert f"avec {len(shared) - len(asked) - 2}\u00a0autres" in what.text
    assert "Brelle et Coteaux" in what.text


def test_what_is_shared_before_all_is_asked_for_first_and_where_there_are_no_means() -> None:
    papers = village()
    words, plan = Words(RESOURCES, "partage"), roadmap_of(papers)
    actions = shipped_knowledge().actions.actions
    (name,) = words.raw("partage.d_abord").split()
    assert set(words.raw("partage.assurent").split()) <= shipped_knowledge().actors.keys()
    first = actions[name].title
    late = PlannedAction(name, "action", first, Span(1, 3), Span(0, 0))
    last = replace(plan.horizons[2], actions=(*plan.horizons[2].actions, late))
    told = asking(replace(plan, horizons=(*plan.horizons[:2], last)))
    assert told[0] == first
    none = replace(plan, horizons=(), left_out=(LeftOut(name, "capacite", ""),))
    assert asking(none) == [first]
    assert asking(replace(none, left_out=(LeftOut(name, "epci", ""),))) == []


def asking(plan: Roadmap) -> list[str]:
    """The actions that the letter names, in order."""
    papers = village()
    titles = {one.title for one in shipped_knowledge().actions.actions.values()}
    content = replace(papers.content, roadmap=plan)
    return [s for s in read(replace(papers, content=content), "partage").sentences if s in titles]


def test_a_letter_is_dated_as_a_letter() -> None:
    typed = Typed(place="Montbrelle")
    for document in ("partage", "prestataire"):
        assert (
            "À Montbrelle, le [à compléter\u00a0: date]"
            in read(replace(village(), typed=typed), document).sentences
        )
