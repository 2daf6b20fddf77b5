# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Acronyms are spelt out once a page, and only where nobody has done it yet."""

from autodiag.model.knowledge import GlossaryEntry
from autodiag.text.acronyms import SpeltOut

GLOSSARY = [
    GlossaryEntry("CNIL", "Commission de l’informatique\u00a0: elle conseille."),
    GlossaryEntry("HT", "Hors taxes\u00a0: prix sans la TVA."),
    GlossaryEntry("TVA", "Taxe sur la valeur ajoutée."),
    GlossaryEntry("Clé USB", "Petit support de mémoire."),
]


def test_an_acronym_is_followed_by_its_words_the_first_time_only() -> None:
    page = SpeltOut(GLOSSARY)
    assert page.read("40\u00a0€ HT, sans TVA.") == (
        "40\u00a0€ HT (Hors taxes), sans TVA (Taxe sur la valeur ajoutée)."
    )
    assert page.read("60\u00a0€ HT") == "60\u00a0€ HT"
    assert SpeltOut(GLOSSARY).read("HT") == "HT (Hors taxes)", "another page begins again"


def test_what_is_folded_does_not_spell_out_for_the_rest_of_the_page() -> None:
    page = SpeltOut(GLOSSARY)
    assert page.read("HT", aside=True) == "HT (Hors taxes)"
    assert page.read("HT") == "HT (Hors taxes)"


def test_what_the_text_says_itself_is_not_said_twice() -> None:
    page = SpeltOut(GLOSSARY)
    for text in ("L’autorité des données (CNIL).", "Taxe sur la valeur ajoutée, TVA."):
        assert page.read(text) == text


def test_a_word_that_is_no_acronym_is_left_alone() -> None:
    assert SpeltOut(GLOSSARY).read("Une clé USB") == "Une clé USB"
