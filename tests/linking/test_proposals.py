# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the answers of one questionnaire let one propose in the other, on the installed links."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from autodiag.linking.links import Link
from autodiag.linking.load import load_links
from autodiag.linking.proposals import Proposal, proposals
from autodiag.model.assessment import Answer, Answered, Assessment, NotConcerned, Unknown
from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import Filled, Snapshot
from autodiag.model.questionnaire import Questionnaire
from autodiag.scoring.wording import under_their_wording
from tests.linking.test_links import FILE, questionnaires
from tests.support.desks import VILLAGE

DAY = date(2027, 3, 3)
Given = Mapping[str, Answer]


@cache
def links() -> tuple[Link, ...]:
    return load_links(FILE, questionnaires())


def assessed(one: Questionnaire, given: Given, who: LocalAuthority) -> Assessment:
    return Assessment(one.id, DAY, under_their_wording(given, one, who, {}))


def snapshot(
    main: Given, barometer: Given, *, beside: bool = False, who: LocalAuthority = VILLAGE
) -> Snapshot:
    """The main questionnaire and the barometer; `beside` shows the latter."""
    first, second = questionnaires()
    whole = [(first, assessed(first, main, who)), (second, assessed(second, barometer, who))]
    (shown, here), (other, there) = reversed(whole) if beside else whole
    others = {other.id: Filled(2, other, there)}
    return Snapshot(who, {}, shown, here, {}, {}, others=others)


def found(main: Given, barometer: Given, *, beside: bool = False) -> Mapping[str, Proposal]:
    return proposals(links(), snapshot(main, barometer, beside=beside))


def test_a_fact_of_the_barometer_proposes_a_level_with_its_reason() -> None:
    one = found({}, {"dem-2": Answered("partie")})["adm-3"]
    assert (one.answer, one.answered, one.agree) == (Answered(3), False, True)
    (source,) = one.sources
    assert source.questionnaire == questionnaires()[1].title
    assert source.text == questionnaires()[1].questions["dem-2"].wording().text
    assert (source.question, source.day) == ("dem-2", DAY)
    assert source.said in [c.text for c in questionnaires()[1].questions["dem-2"].choices]
    assert source.reason.startswith("Une partie des opérations")


def test_a_level_proposes_a_choice_and_a_number_in_the_barometer() -> None:
    told = found({"adm-2": Answered(4), "don-1": Answered(1)}, {}, beside=True)
    assert told["dem-1"].answer == Answered(100)
    assert told["dat-1"].answer == Answered("en-cours")
    assert told["dat-1"].sources[0].said == "niveau\u00a01"


def test_a_bound_proposes_a_level_only_where_its_sentence_is_proved() -> None:
    told = found({}, {"dat-1": Answered("oui"), "inc-4": Answered("oui"), "dem-1": Answered(0)})
    assert (told["don-1"].answer, told["don-1"].low, told["don-1"].high) == (Answered(2), 2, 4)
    assert (told["usa-5"].answer, told["usa-5"].low) == (None, 1)
    assert (told["adm-2"].answer, told["adm-2"].low, told["adm-2"].high) == (None, 0, 2)


def test_two_bounds_that_meet_prove_one_level() -> None:
    one = found({}, {"dem-1": Answered(40)})["adm-2"]
    assert (one.answer, one.low, one.high) == (Answered(3), 3, 3)
    assert len(one.sources) == 2


def test_nothing_comes_of_what_is_unknown_set_aside_or_not_confirmed() -> None:
    assert found({}, {"dem-2": Unknown()}) == {}
    assert found({}, {"dem-2": NotConcerned("Pas de trésorerie.")}) == {}
    whole = snapshot({}, {"dem-2": Answered("partie")})
    (filled,) = whole.others.values()
    waiting = replace(filled.assessment, to_confirm=frozenset({"dem-2"}))
    others = {filled.questionnaire.id: replace(filled, assessment=waiting)}
    assert proposals(links(), replace(whole, others=others)) == {}


def test_nothing_goes_where_the_answer_fits_already_or_the_question_is_set_aside() -> None:
    given: Given = {"dem-2": Answered("partie"), "dat-1": Answered("oui")}
    assert found({"adm-3": Answered(3), "don-1": Answered(4)}, given) == {}
    aside = NotConcerned("Pas nous.")
    assert found({"adm-3": aside, "don-1": aside}, given) == {}


def test_an_answer_that_differs_is_told_beside_what_is_proposed() -> None:
    given: Given = {"dem-2": Answered("partie"), "dat-1": Answered("oui")}
    told = found({"adm-3": Answered(1), "don-1": Unknown()}, given)
    assert (told["adm-3"].answer, told["adm-3"].answered) == (Answered(3), True)
    assert (told["don-1"].answer, told["don-1"].answered) == (Answered(2), True)


def test_sources_that_do_not_go_together_are_all_listed_and_none_is_chosen() -> None:
    first, second = links()[0], links()[0]
    first = replace(first, offered=replace(first.offered, low=3.0, high=None))
    second = replace(second, offered=replace(second.offered, low=None, high=2.0))
    whole = snapshot({}, {"inc-1": Answered("commune")})
    told = proposals((first, second), whole)["usa-5"]
    assert (told.agree, told.answer, len(told.sources)) == (False, None, 2)


def test_the_wording_that_is_read_decides_which_links_hold() -> None:
    town = replace(VILLAGE, population=38_000)
    given: Given = {"cyb-c": Answered("aucun")}
    small = proposals(links(), snapshot({}, given))["cyb-5"]
    large = proposals(links(), snapshot({}, given, who=town))["cyb-5"]
    assert (small.high, large.high) == (2, 1)


def test_an_older_questionnaire_without_the_question_is_proposed_nothing() -> None:
    whole = snapshot({}, {"dem-2": Answered("partie")})
    older = replace(whole.questionnaire, themes=whole.questionnaire.themes[:1])
    assert proposals(links(), replace(whole, questionnaire=older)) == {}
    assert proposals(links(), replace(whole, others={})) == {}
