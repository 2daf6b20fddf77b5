# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Who can help with a question has the name that the collectivité gives, beside the question, in
the search and in the report."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from autodiag.model.authority import LocalAuthority
from tests.support.desks import VILLAGE
from tests.ui.conftest import OpenBridge
from tests.ui.pages.questions_support import index_of, people_of, shown
from ui.desk import Desk
from ui.pages.questions_people import QuestionPeople

EPCI = LocalAuthority("Pays de Montbrelle", kind="epci", population=12_000)
TOWN = LocalAuthority("Grandville", population=38_000)
AGENT = "la ou le secrétaire de mairie"
SERVICES = "la direction générale des services"


@pytest.mark.parametrize(
    ("authority", "read"), [(VILLAGE, AGENT), (TOWN, SERVICES), (EPCI, SERVICES)]
)
def test_the_secretary_of_a_village_is_a_department_elsewhere(
    open_dossier_of: OpenBridge, authority: LocalAuthority, read: str
) -> None:
    bridge = open_dossier_of(authority=authority)
    asked = bridge.questionnaire.questions["str-4"]
    names = [actor.name for actor in people_of(bridge).who(asked)]
    assert names[0] == read
    assert len(names) == len(asked.whom)


def test_an_intercommunalite_is_never_told_to_ask_a_mairie_nor_itself(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(authority=EPCI)
    every = bridge.questionnaire.questions.values()
    names = {actor.name for asked in every for actor in people_of(bridge).who(asked)}
    assert SERVICES in names
    assert [one for one in names if "maire" in one or "mairie" in one or "EPCI" in one] == []
    page = shown(qtbot, desk, bridge, "str-4")
    who = page.view.help.texts.who
    assert who.text.startswith("La direction générale des services, le service de l’")
    assert [word.entry.term for word in who.words if "intercommunalité" in word.entry.term] == []


def test_what_is_looked_for_is_found_under_the_name_that_is_read(
    open_dossier_of: OpenBridge,
) -> None:
    village, epci = open_dossier_of(), open_dossier_of(authority=EPCI)
    assert index_of(village).match(AGENT, "cyb-2") is not None
    assert index_of(epci).match(AGENT, "cyb-2") is None
    assert index_of(epci).match(SERVICES, "cyb-2") is not None


def test_a_spoilt_file_of_names_never_keeps_a_question_from_being_shown(
    open_dossier_of: OpenBridge, tmp_path: Path
) -> None:
    bridge = open_dossier_of(authority=EPCI)
    names = QuestionPeople(tmp_path, bridge).who(bridge.questionnaire.questions["str-4"])
    assert names[0].name == AGENT
