# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is asked of a body that is no commune speaks of no commune, nor of a town hall."""

import re

import pytest

from autodiag.catalogue.load import load_questionnaire
from autodiag.model.authority import KINDS, Kind, LocalAuthority
from autodiag.model.condition import holds
from autodiag.model.questionnaire import Questionnaire
from autodiag.scoring.wording import variant_for
from tests.sources import ROOT
from tests.support.shipped import shipped_knowledge

ITSELF = re.compile(r"\b(mairie|[Ll]a commune)\b|communes semblables")
OTHERS: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind != "commune")
OPINIONS: Questionnaire = load_questionnaire(ROOT / "questionnaires" / "perception")


@pytest.mark.parametrize("kind", OTHERS)
def test_facts_speak_of_who_is_asked(kind: Kind) -> None:
    body = LocalAuthority("Nous", kind, population=300_000)
    facts = [
        fact
        for fact in shipped_knowledge().facts.values()
        if fact.asked_if is None or holds(fact.asked_if, body, {}) is not False
    ]
    assert len(facts) > 10
    assert [fact.read_by(kind) for fact in facts if ITSELF.search(fact.read_by(kind))] == []


@pytest.mark.parametrize("kind", OTHERS)
def test_opinions_are_asked_of_who_has_them(kind: Kind) -> None:
    body = LocalAuthority("Nous", kind, population=300_000)
    read = [
        question.wordings[variant_for(OPINIONS, question, body, {})].text
        for question in OPINIONS.questions.values()
    ]
    assert len(read) > 20
    assert [text for text in read if ITSELF.search(text)] == []


def test_a_commune_is_spoken_to_as_one() -> None:
    facts = shipped_knowledge().facts
    assert ITSELF.search(facts["ecole"].read_by("commune"))
