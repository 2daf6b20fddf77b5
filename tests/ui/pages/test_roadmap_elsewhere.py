# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What another questionnaire says of where an action leads is told in the sheet of the action."""

from dataclasses import replace
from datetime import date

from autodiag.bundle import installed
from autodiag.catalogue.load import load_questionnaire
from autodiag.linking.load import LINKS_FILE, load_axes
from autodiag.model.assessment import Answer, Answered, Assessment, Unknown
from autodiag.model.dossier import Filled
from tests.support.plain import plain
from tests.ui.pages.test_roadmap_told import said_in
from tests.ui.pages.test_roadmap_words import told_of
from ui.pages.roadmap_detail import detail_left_out
from ui.pages.roadmap_told import Told

POLICY = "politique-numerique"
TITLE = "Ce que vous en avez dit"


def told_with(given: dict[str, Answer]) -> Told:
    """A plan, and these answers about the policy."""
    told = told_of(1)
    policy = load_questionnaire(installed().questionnaires / POLICY)
    filled = Filled(2, policy, Assessment(POLICY, date(2027, 3, 3), given))
    snapshot = replace(told.words.snapshot, others={POLICY: filled})
    axes = load_axes(installed().knowledge / LINKS_FILE)
    words = type(told.words)(told.words.naming, snapshot, told.situation.result, axes)
    return replace(told, words=words)


def said_of(told: Told, name: str) -> str:
    action = told.words.action(name)
    assert action is not None
    return plain(said_in(detail_left_out(told, action, "Pourquoi.").parts))


def test_the_sheet_of_an_action_says_what_was_answered_of_its_axis() -> None:
    told = told_with({"axe-energie": Answered("envisage"), "axe-plan": Unknown()})
    said = said_of(told, "terr-energie")
    assert TITLE in said
    assert "Où en est le numérique pour l’énergie" in said
    assert "Envisagé, le 3 mars 2027 (" in said
    assert TITLE not in said_of(told, "strat-feuille-route"), "unknown says nothing"
    assert TITLE not in said_of(told, "data-open")


def test_without_that_questionnaire_the_sheet_is_as_before() -> None:
    assert TITLE not in said_of(told_of(1), "terr-energie")
