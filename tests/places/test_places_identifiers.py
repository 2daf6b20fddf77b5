# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The shapes and check digits of SIREN, SIRET, INSEE and postal codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autodiag.errors import AutodiagError
from autodiag.places.identifiers import (
    luhn,
    normal_insee,
    normal_postal_code,
    normal_siren,
    normal_siret,
    siret_of,
)

DIGITS = st.text("0123456789", min_size=8, max_size=8)


def with_check_digit(digits: str) -> str:
    """Write the Luhn digit the way the rule is told: double every second one from the right."""
    doubled = "".join(
        digit if place % 2 else str(2 * int(digit)) for place, digit in enumerate(digits[::-1])
    )
    return digits + str(-sum(map(int, doubled)) % 10)


@given(digits=st.text("0123456789", min_size=1, max_size=20))
def test_luhn_accepts_exactly_one_last_digit(digits: str) -> None:
    right = with_check_digit(digits)
    assert [digit for digit in "0123456789" if luhn(digits + digit)] == [right[-1]]


@given(digits=DIGITS, place=st.integers(0, 8), shift=st.integers(1, 9))
def test_luhn_catches_any_single_wrong_digit(digits: str, place: int, shift: int) -> None:
    right = with_check_digit(digits)
    wrong = str((int(right[place]) + shift) % 10)
    assert not luhn(right[:place] + wrong + right[place + 1 :])


@given(digits=DIGITS.filter(lambda digits: digits.strip("0")))
def test_a_siren_is_read_with_spaces_and_out_of_its_siret(digits: str) -> None:
    siren = with_check_digit(digits)
    siret = with_check_digit(siren + "0001")
    assert normal_siren(siren) == siren
    assert normal_siren(f" {siren[:3]} {siren[3:6]}\u202f{siren[6:]}\n") == siren
    assert normal_siren(siret) == siren


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("21750001", "siren_longueur", "vous en avez saisi 8"),
        ("217500017", "siren_cle", "mal recopié"),
        ("21750001600018", "siren_cle", "mal recopié"),
        ("000000000", "siren_cle", "mal recopié"),
        ("2175OOO16", "siren_illisible", "que des chiffres"),
        ("٢١٧٥٠٠٠١٦", "siren_illisible", "que des chiffres"),
        ("²17500016", "siren_illisible", "que des chiffres"),
        ("", "siren_illisible", "que des chiffres"),
    ],
)
def test_a_wrong_siren_gives_a_sentence_for_its_field(typed: str, code: str, said: str) -> None:
    with pytest.raises(AutodiagError) as caught:
        normal_siren(typed)
    assert caught.value.code == code
    assert said in caught.value.sentence


@pytest.mark.parametrize(
    "code", ["01001", "2A004", "2B033", "35238", "97411", "98818", "96", "75111"]
)
def test_an_insee_code_has_five_characters_in_a_departement(code: str) -> None:
    if len(code) == 5:
        assert normal_insee(f" {code.lower()} ") == code
    else:
        with pytest.raises(AutodiagError, match="cinq caractères"):
            normal_insee(code)


@pytest.mark.parametrize(
    "code", ["", "00123", "20004", "2C004", "96001", "99100", "1001", "350000", "3523A"]
)
def test_what_is_no_insee_code_is_refused(code: str) -> None:
    with pytest.raises(AutodiagError) as caught:
        normal_insee(code)
    assert caught.value.code == "insee_invalide"


@pytest.mark.parametrize("code", ["35000", " 75 011", "20000", "97400", "01400"])
def test_a_postal_code_has_five_digits(code: str) -> None:
    assert normal_postal_code(code) == code.replace(" ", "")


@pytest.mark.parametrize("code", ["", "3500", "350000", "2A004", "00100", "99000"])
def test_what_is_no_postal_code_is_refused(code: str) -> None:
    with pytest.raises(AutodiagError) as caught:
        normal_postal_code(code)
    assert caught.value.code == "code_postal_invalide"


def test_a_siret_keeps_its_fourteen_digits_and_begins_with_the_siren() -> None:
    assert normal_siret("200 065 886 00018") == "20006588600018"
    assert siret_of("200 065 886 00018", "200065886") == "20006588600018"
    assert siret_of("200 065 886 00018", "") == "20006588600018"
    assert siret_of("  ", "200065886") == ""


@pytest.mark.parametrize(
    ("typed", "siren", "code"),
    [
        ("200065886", "200065886", "siret_longueur"),
        ("20006588600019", "200065886", "siren_cle"),
        ("2000658860001X", "200065886", "siren_illisible"),
        ("20006588600018", "214203364", "siret_autre"),
    ],
)
def test_a_siret_that_cannot_be_that_of_the_collectivite_is_refused(
    typed: str, siren: str, code: str
) -> None:
    with pytest.raises(AutodiagError) as caught:
        siret_of(typed, siren)
    assert caught.value.code == code
