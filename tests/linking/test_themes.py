# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where another questionnaire asks about the theme of a result, and how far it is answered."""

from dataclasses import replace

from autodiag.linking.load import load_ties
from autodiag.linking.themes import beside, tied_said
from autodiag.model.assessment import Answered, Unknown
from tests.linking.test_links import FILE, questionnaires
from tests.linking.test_proposals import snapshot
from tests.support.plain import plain

TIES = load_ties(FILE, questionnaires())


def test_a_theme_says_which_themes_are_about_the_same_and_how_far_they_are() -> None:
    given = {"ser-1": Answered(3), "ser-2": Unknown(), "inc-4": Answered("oui")}
    found = beside(TIES, snapshot({}, given), "usagers")
    assert found is not None
    assert plain(tied_said(found)) == (
        "Dans « Numérique et collectivités, par thèmes », le même sujet : « Services en ligne pour "
        "habitants et usagers » (2 questions vues sur 5). En partie aussi : « Inclusion numérique »"
        " (1 question vue sur 5) ; « Communication par des outils numériques » (0 question vue "
        "sur 5). Ce thème réunit trois thèmes du baromètre : services en ligne, inclusion et "
        "communication."
    )


def test_a_theme_without_one_of_its_own_says_only_what_is_in_part_about_it() -> None:
    found = beside(TIES, snapshot({}, {}), "education")
    assert found is not None
    assert found.chief is None
    assert ", une partie du sujet : « Infrastructures numériques »" in plain(tied_said(found))


def test_nothing_is_said_before_the_other_is_begun_nor_of_an_edition_without_these_themes() -> None:
    whole = snapshot({}, {})
    assert beside(TIES, replace(whole, others={}), "usagers") is None
    assert beside(TIES, snapshot({}, {}, beside=True), "services") is None, "it has no results"
    (filled,) = whole.others.values()
    other = replace(filled.questionnaire, themes=filled.questionnaire.themes[:1])
    older = {filled.questionnaire.id: replace(filled, questionnaire=other)}
    found = beside(TIES, replace(whole, others=older), "usagers")
    assert found is not None
    assert (found.chief, [one.title for one in found.others]) == (None, ["Inclusion numérique"])
    assert beside(TIES, replace(whole, others=older), "cyber") is None
