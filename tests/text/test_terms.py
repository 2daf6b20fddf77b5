# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The words of the glossary in a text: where they are, whatever their number or their case."""

import pytest

from autodiag.model.knowledge import GlossaryEntry
from autodiag.text.terms import Terms
from tests.support.shipped import shipped_knowledge, shipped_questionnaire

TERMS = Terms(
    [
        GlossaryEntry("Parapheur électronique", "Un outil."),
        GlossaryEntry("DPO ou DPD", "Une personne."),
        GlossaryEntry("2G, 3G", "D’anciens réseaux."),
        GlossaryEntry("Nuage (cloud)", "Ailleurs."),
        GlossaryEntry("IA", "Un calcul."),
    ]
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Le parapheur électronique sert.", ["parapheur électronique"]),
        ("Deux Parapheurs électroniques.", ["Parapheurs électroniques"]),
        ("Le DPD ou le DPO.", ["DPD"]),
        ("La 3G s’arrête.", ["3G"]),
        ("Le cloud, les nuages.", ["cloud"]),
        ("Aviation, ia, CIA, IA-X.", []),
        ("L’IA.", ["IA"]),
    ],
)
def test_a_word_is_found_once_as_it_is_written(text: str, words: list[str]) -> None:
    assert [text[one.start : one.end] for one in TERMS.find(text)] == words


def test_an_empty_glossary_finds_nothing() -> None:
    assert Terms(()).find("Le DPO.") == ()


def test_every_word_found_in_the_shipped_questions_is_one_of_the_glossary() -> None:
    glossary = shipped_knowledge().glossary
    terms, found = Terms(glossary), set()
    for question in shipped_questionnaire().questions.values():
        for wording in question.wordings.values():
            for text in (wording.text, *wording.levels, wording.where):
                for one in terms.find(text):
                    assert one.entry in glossary
                    found.add(one.entry.term)
    assert {"Syndicat informatique", "CNIL"} <= found
