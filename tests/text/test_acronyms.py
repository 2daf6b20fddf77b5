# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Acronyms are spelt out once a page, and only where nobody has done it yet."""

import pytest

from autodiag.model.knowledge import GlossaryEntry
from autodiag.text.acronyms import SpeltOut

GLOSSARY = [
    GlossaryEntry(
        "CNIL", "Commission nationale de l’informatique et des libertés\u00a0: elle agit."
    ),
    GlossaryEntry("CCI, CMA", "Chambre de commerce et d’industrie, chambre de métiers."),
    GlossaryEntry("DPO ou DPD", "Délégué à la protection des données\u00a0: il conseille."),
    GlossaryEntry("HT", "Hors taxes\u00a0: prix sans la TVA."),
    GlossaryEntry("LOPMI", "Loi de 2023 qui demande de porter plainte."),
    GlossaryEntry("2G, 3G", "Anciens réseaux de téléphonie mobile."),
    GlossaryEntry("TVA", "Taxe sur la valeur ajoutée."),
    GlossaryEntry("Clé USB", "Petit support de mémoire."),
]


def test_an_acronym_is_followed_by_its_words_the_first_time_only() -> None:
    page = SpeltOut(GLOSSARY)
    assert page.read("40\u00a0€ HT, sans TVA.") == (
        "40\u00a0€ HT (hors taxes), sans TVA (taxe sur la valeur ajoutée)."
    )
    assert page.read("60\u00a0€ HT") == "60\u00a0€ HT"
    assert SpeltOut(GLOSSARY).read("HT") == "HT (hors taxes)", "another page begins again"


def test_what_is_folded_does_not_spell_out_for_the_rest_of_the_page() -> None:
    page = SpeltOut(GLOSSARY)
    assert page.read("HT", aside=True) == "HT (hors taxes)"
    assert page.read("HT") == "HT (hors taxes)"


def test_there_is_no_bracket_within_a_bracket() -> None:
    read = SpeltOut(GLOSSARY).read("60\u00a0€ (auparavant 40\u00a0€ HT), sans TVA")
    assert read == (
        "60\u00a0€ (auparavant 40\u00a0€ HT, hors taxes), sans TVA (taxe sur la valeur ajoutée)"
    )


def test_a_name_keeps_its_capital_inside_a_sentence() -> None:
    assert SpeltOut(GLOSSARY).read("La CNIL").startswith("La CNIL (Commission nationale")


@pytest.mark.parametrize("text", ["La loi 2023-22, dite LOPMI", "Le réseau 2G", "Votre CMA"])
def test_what_does_not_stand_for_the_letters_is_left_to_the_card_of_the_word(text: str) -> None:
    assert SpeltOut(GLOSSARY).read(text) == text


def test_two_acronyms_of_the_same_words_are_both_spelt_out() -> None:
    assert SpeltOut(GLOSSARY).read("Un DPO") == "Un DPO (délégué à la protection des données)"


def test_what_the_text_or_its_title_says_is_not_said_twice() -> None:
    page = SpeltOut(GLOSSARY)
    for text in ("L’autorité des données (CNIL).", "Taxe sur la valeur ajoutée, TVA."):
        assert page.read(text) == text
    page = SpeltOut(GLOSSARY)
    page.told("Les prix hors taxes (HT), sans TVA")
    assert page.read("40\u00a0€ HT") == "40\u00a0€ HT"
    assert page.read("La TVA") == "La TVA (taxe sur la valeur ajoutée)", "named there, not said"


def test_a_word_that_is_no_acronym_is_left_alone() -> None:
    assert SpeltOut(GLOSSARY).read("Une clé USB") == "Une clé USB"
