# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""French typography: what is repaired, what is left alone, and that user text is harmless."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autodiag.text.typography import escape, faults, for_pdf, french, plain, printable

N, B = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("l'école d'ici", "l’école d’ici"),
        ("Qui ? Vous !", f"Qui{N}? Vous{N}!"),
        ("Qui? Vous ; moi?!", f"Qui{N}? Vous{N}; moi{N}?!"),
        ("«mot»", f"«{N}mot{N}»"),
        ("« mot »", f"«{N}mot{N}»"),
        ("le «mot»; puis", f"le «{N}mot{N}»{N}; puis"),
        ('dit "bonjour" ici', f"dit «{N}bonjour{N}» ici"),
        ("Note : 3", f"Note{B}: 3"),
        ("Note: 3", f"Note{B}: 3"),
        ("22 % et 350€", f"22{B}% et 350{B}€"),
        ("35 000 communes", f"35{N}000 communes"),
        ("1 284 567 €", f"1{N}284{N}567{B}€"),
        ("12 jours, 3 mois", f"12{B}jours, 3{B}mois"),
        ("± 2 points", f"±{B}2{B}points"),
        ("Etc...", "Etc…"),
        ("Ecrire à l'Etat", "Écrire à l’État"),
        ("A partir de là", "À partir de là"),
        ("oui , non .", "oui, non."),
        ("deux  mots", "deux mots"),
    ],
)
def test_a_text_is_put_right_and_its_fault_is_said(typed: str, wanted: str) -> None:
    assert french(typed) == wanted
    assert faults(typed)
    assert faults(wanted) == []


@pytest.mark.parametrize(
    "text",
    [
        "https://exemple.fr/a?b=1;c:d!",
        "Voir www.exemple.fr/x?y=1",
        "rendez-vous à 10:30",
        "tapez `a ; b ? c : d` ici",
        "ecrire@mairie-exemple.fr",
        "le 21 novembre 2026",
        "en 2018 250 communes",
        "01 23 45 67 89",
        "10 h 42".replace(" h", f"{B}h"),
    ],
)
def test_addresses_times_code_and_years_are_left_alone(text: str) -> None:
    assert french(text) == text
    assert faults(text) == []


def test_a_fault_shows_where_it_is() -> None:
    (fault,) = faults("La mairie de l'école et la suite de la phrase")
    assert "apostrophe" in fault
    assert "l'école" in fault


PIECES = [*"aEé01'\"«»;:!?.,…%€ ()n°±\n`/@", N, B, "https://", "10:30", " 000", " jours"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_french_is_idempotent_and_leaves_no_fault(text: str) -> None:
    once = french(text)
    assert french(once) == once
    assert faults(once) == []


def test_pdf_text_has_no_narrow_space_and_no_markup() -> None:
    assert for_pdf(f"10{N}000") == f"10{B}000"
    assert escape("Bourg <b>& fils") == "Bourg &lt;b&gt;&amp; fils"


def test_user_text_loses_controls_and_direction_marks_only() -> None:
    assert plain("Mairie\x00 de\u202e\u2066 Bourg\nfin\ufeff") == "Mairie de Bourg fin"
    assert plain("<b>$x$ & 🎉 שלום") == "<b>$x$ & 🎉 שלום"


def test_a_long_name_is_cut_at_a_word() -> None:
    name = "Saint-Exemple sur la Longue Rivière " * 20
    cut = plain(name, 300)
    assert len(cut) <= 300
    assert cut.endswith("…")
    assert len(plain("x" * 900, 300)) == 300


def test_characters_absent_from_the_font_become_letters_or_a_dot() -> None:
    known = {ord(c) for c in "abcdefghijklmnopqrstuvwxyzA ·é"}.__contains__
    assert printable("fête", known) == "fete"
    assert printable("a 🎉🎉 b", known) == "a · b"
    assert printable("שלום", known) == "·"
    assert printable("été", known) == "été"
