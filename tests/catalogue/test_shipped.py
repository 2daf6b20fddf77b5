# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is shipped has no error, and no warning either."""

from pathlib import Path

import pytest

from autodiag.catalogue.load import (
    check_folder,
    load_knowledge,
    load_packed,
    load_questionnaire,
    pack_questionnaire,
)
from autodiag.model.questionnaire import PROFILES
from autodiag.text.secret import looks_like_secret
from tests.conftest import ROOT

KNOWLEDGE = ROOT / "resources" / "knowledge"
MAIN = ROOT / "questionnaires" / "maturite-numerique"
FOLDERS = sorted(path.parent for path in (ROOT / "questionnaires").glob("*/questionnaire.toml"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_shipped_questionnaire_has_no_problem(folder: Path) -> None:
    assert [problem.line for problem in check_folder(folder, KNOWLEDGE)] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_shipped_questionnaire_is_named_as_its_folder_and_packs(folder: Path) -> None:
    questionnaire = load_questionnaire(folder)
    assert questionnaire.id == folder.name
    assert load_packed(pack_questionnaire(folder).text) == questionnaire


def test_the_main_questionnaire_is_the_one_of_the_contract() -> None:
    questionnaire = load_questionnaire(MAIN)
    assert [theme.id for theme in questionnaire.themes] == [
        *("strategie", "usagers", "education", "territoire", "administration", "donnee"),
        *("amenagement", "economie", "cyber"),
    ]
    assert len(questionnaire.questions) == 62
    assert sum(question.express for question in questionnaire.questions.values()) == 12
    assert questionnaire.summary
    assert questionnaire.scoring is not None
    assert [one for one, _ in questionnaire.scoring.foundations] == ["cyb-1", "cyb-2", "cyb-5"]


def test_the_main_knowledge_is_whole() -> None:
    knowledge = load_knowledge(MAIN, KNOWLEDGE)
    assert len(knowledge.actions.actions) == 92
    assert len(knowledge.actions.combinations) == 10
    assert len(knowledge.obligations) == 52
    assert set(knowledge.portraits) == set(PROFILES)
    assert len(knowledge.readings) == 36
    assert knowledge.dated


def test_each_topic_of_the_handover_says_what_to_write_and_asks_for_no_secret() -> None:
    topics = load_knowledge(MAIN, KNOWLEDGE).handover
    assert len(topics) == 17
    texts = [t for one in topics.values() for t in (one.title, one.about, one.place, one.who)]
    assert all(texts)
    assert [text for text in texts if looks_like_secret(text)] == []


def test_S8_each_weight_above_one_says_why() -> None:
    weighty = [q for q in load_questionnaire(MAIN).questions.values() if q.weight > 1]
    assert weighty
    assert all(question.weight_reason for question in weighty)


def test_each_proposition_that_an_action_carries_out_has_its_title() -> None:
    known = load_knowledge(MAIN, KNOWLEDGE)
    assert sorted(known.propositions.titles) == list(range(1, 11))
    assert known.propositions.author == "Syntec Numérique, mars 2017"
    cited = {number for action in known.actions.actions.values() for number in action.syntec}
    assert cited <= known.propositions.titles.keys()
