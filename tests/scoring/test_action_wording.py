# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""An action says what suits who reads it: the first true variant that it has, else the base."""

from pathlib import Path

import pytest

from autodiag.catalogue.load import load_knowledge, load_questionnaire
from autodiag.model.knowledge import Knowledge
from autodiag.model.questionnaire import Questionnaire
from autodiag.scoring.wording import actions_worded, variants_read
from tests.catalogue.files import ACTIONS, FIVE, Folder, copied
from tests.support.builders import town

EPCI = '[actions.variantes.epci]\ntitre = "Copier, avec les communes"\netapes = ["Réunir."]\n'
LARGE = '[actions.variantes.grande]\npourquoi = "Les services en ont besoin."\n'
BOTH = f"recurrent = true\n{LARGE}{EPCI}"


@pytest.fixture
def known(tmp_path: Path) -> Knowledge:
    folder: Folder = copied(tmp_path / "five")
    folder.replace(ACTIONS, "recurrent = true\n", BOTH)
    return load_knowledge(folder.path, folder.knowledge)


@pytest.fixture(scope="module")
def questionnaire() -> Questionnaire:
    return load_questionnaire(FIVE)


def test_the_first_true_variant_of_the_questionnaire_is_read_whole(
    known: Knowledge, questionnaire: Questionnaire
) -> None:
    variants = variants_read(questionnaire, town(12_000, "epci"), {})
    assert variants == ("epci", "grande")
    read = actions_worded(known, variants).actions.actions
    base, worded = known.actions.actions["copie-hebdo"], read["copie-hebdo"]
    assert (worded.title, worded.steps) == ("Copier, avec les communes", ("Réunir.",))
    assert (worded.why, worded.indicator) == (base.why, base.indicator)  # never another variant’s
    assert (worded.raises, worded.effort, worded.prerequisites) == (
        *(base.raises, base.effort),
        base.prerequisites,
    )
    assert read["copie-regle"] is known.actions.actions["copie-regle"]
    assert list(read) == list(known.actions.actions)


def test_a_large_town_reads_its_own_and_a_small_one_the_same_object(
    known: Knowledge, questionnaire: Questionnaire
) -> None:
    large = actions_worded(known, variants_read(questionnaire, town(38_000), {}))
    assert large.actions.actions["copie-hebdo"].why == "Les services en ont besoin."
    assert large.actions.actions["copie-hebdo"].title == "Copier les fichiers chaque semaine"
    assert actions_worded(known, variants_read(questionnaire, town(612), {})) is known


def test_what_was_worded_for_one_can_be_worded_for_another(
    known: Knowledge, questionnaire: Questionnaire
) -> None:
    epci = actions_worded(known, variants_read(questionnaire, town(12_000, "epci"), {}))
    assert epci != known
    assert actions_worded(epci, ()) == known


def test_D7_a_wording_of_others_does_not_make_a_plan_outdated(known: Knowledge) -> None:
    """What a plan rests on is written down (`digest_inputs`): only what is read here is in it."""
    assert repr(known.actions) == repr(load_knowledge(FIVE, FIVE / "knowledge").actions)
