# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Every sentence of the actions and of the obligations, as an intercommunalité and as a town of
38,000 read them: nothing that is said of another collectivité as if it were they."""

import re
from collections.abc import Iterator

import pytest

from autodiag.model.authority import LocalAuthority
from autodiag.model.condition import Condition, holds
from autodiag.model.knowledge import Knowledge
from autodiag.model.roadmap import Action, Obligation
from autodiag.scoring.wording import actions_worded, variants_read
from tests.data_checks.test_questionnaire import COMMUNE_ONLY, VILLAGE_ONLY
from tests.support.builders import town
from tests.support.shipped import shipped_knowledge, shipped_questionnaire

EPCI, TOWN = town(38_000, "epci"), town(38_000)
READERS = pytest.mark.parametrize(
    ("reader", "words"), [(EPCI, COMMUNE_ONLY), (TOWN, VILLAGE_ONLY)], ids=["epci", "town"]
)

ACTIONS_MEANT = {
    "strat-label": "the name of the label: Territoires, Villes et Villages Internet",
    "strat-formation-elus": "the association of mayors, that trains the elected of both",
}
"""Where an intercommunalité or a town does read such a word in an action, and why."""

TEXTS_MEANT = {
    "CM-LISTE": "whom the text binds: a commune that has a site",
    "CHORUS": "what the association of mayors announces",
    "MENTIONS": "who publishes the site of a commune, and of an intercommunalité",
    "COOKIES": "whom the text binds: a commune with a site",
    "RGS": "who signs in a commune, and in an intercommunalité",
    "CONTINUITE": "the «plan communal de sauvegarde» is the name of a text’s plan",
    "VIDEO": "whom the text binds: a commune that films",
    "IA": "whom the text binds: a commune that uses such a tool",
    "GPU": "the «carte communale» is a plan that the text names",
    "ECOLE": "the code says it of the commune, or of whoever has charge of the schools",
    "SDTAN": "that it is no task of a commune",
    "CUIVRE": "that no law binds the commune: operators decide",
}
"""Obligations that say whom their text binds: the notice above them says that for an
intercommunalité the reach of each is to be checked."""


def read_by(authority: LocalAuthority) -> Knowledge:
    questionnaire = shipped_questionnaire()
    return actions_worded(shipped_knowledge(), variants_read(questionnaire, authority, {}))


def concerned(condition: Condition | None, authority: LocalAuthority) -> bool:
    """Or perhaps: a fact may be unknown."""
    return condition is None or holds(condition, authority, {}) is not False


def actions(authority: LocalAuthority) -> list[Action]:
    every = read_by(authority).actions.actions.values()
    return [action for action in every if concerned(action.applicable, authority)]


def said(action: Action) -> Iterator[str]:
    yield from (action.title, action.why, *action.steps, action.indicator)


def told(one: Obligation) -> Iterator[str]:
    yield from (one.title, one.what, one.who, one.evidence, one.risk, one.proof_note, one.to_check)


def by_action(reader: LocalAuthority, words: re.Pattern[str]) -> dict[str, list[str]]:
    """What each action says with such a word."""
    found = {one.id: [text for text in said(one) if words.search(text)] for one in actions(reader)}
    return {name: texts for name, texts in found.items() if texts}


def by_obligation(reader: LocalAuthority, words: re.Pattern[str]) -> dict[str, list[str]]:
    """What each obligation says with such a word."""
    every = shipped_knowledge().obligations.values()
    read = [one for one in every if concerned(one.condition, reader)]
    found = {one.id: [text for text in told(one) if words.search(text)] for one in read}
    return {name: texts for name, texts in found.items() if texts}


@READERS
def test_no_action_is_written_for_another_collectivite(
    reader: LocalAuthority, words: re.Pattern[str]
) -> None:
    found = by_action(reader, words)
    assert len(actions(reader)) > 75
    assert {name: texts for name, texts in found.items() if name not in ACTIONS_MEANT} == {}


@READERS
def test_no_obligation_is_written_for_another_collectivite(
    reader: LocalAuthority, words: re.Pattern[str]
) -> None:
    found = by_obligation(reader, words)
    assert {name: texts for name, texts in found.items() if name not in TEXTS_MEANT} == {}


def test_what_is_excused_is_still_read() -> None:
    assert ACTIONS_MEANT.keys() == by_action(EPCI, COMMUNE_ONLY).keys()
    assert TEXTS_MEANT.keys() == by_obligation(EPCI, COMMUNE_ONLY).keys()


def test_an_intercommunalite_is_not_sent_to_itself() -> None:
    """«l’intercommunalité» is what a commune turns to."""
    texts = [text for action in actions(EPCI) for text in said(action)]
    assert [text for text in texts if "intercommunalité" in text] == []
    assert [text for text in texts if "communes voisines" in text] == []
    assert any("les communes" in text for text in texts)
