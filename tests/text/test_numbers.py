# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""French numbers and dates, and the rounding of contract S9."""

import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autodiag.text import numbers as n

N, B = "\u202f", "\u00a0"
LIMITS = (Fraction(2), Fraction(5, 2), Fraction(3))


def shown(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))


def test_S9_rounds_down_to_one_decimal() -> None:
    assert n.score(Fraction(179, 100)) == "1,7"
    assert n.score(Fraction(4)) == "4,0"
    assert n.score(Fraction(1999, 1000), LIMITS) == "1,9"


def test_S9_takes_more_decimals_to_show_a_reached_threshold_of_two_decimals() -> None:
    assert n.score(Fraction(226, 100), (Fraction(9, 4),)) == "2,26"
    assert n.score(Fraction(2251, 1000), (Fraction(9, 4),)) == "2,25"
    assert n.score(Fraction(2249, 1000), (Fraction(9, 4),)) == "2,2"


@given(
    st.fractions(min_value=0, max_value=4, max_denominator=400),
    st.lists(st.fractions(min_value=0, max_value=4, max_denominator=100), max_size=3),
)
def test_S9_never_shows_a_threshold_that_is_not_reached(
    value: Fraction, limits: list[Fraction]
) -> None:
    text = n.score(value, limits)
    assert shown(text) <= value
    assert value - shown(text) < Fraction(1, 10)
    assert not any(value < limit <= shown(text) for limit in limits)
    assert len(text.split(",")[1]) <= 3


def test_S9_ranges_are_said_in_words_and_shortened_in_charts() -> None:
    low, high = Fraction(16, 10), Fraction(189, 100)
    assert n.score_range(low, high) == f"entre 1,6 et 1,8 sur{B}4"
    assert n.score_range(low, Fraction(165, 100)) == f"1,6 sur{B}4"
    assert n.short_score_range(low, high) == f"1,6{B}–{B}1,8"
    assert n.short_score_range(low, low) == "1,6"


def test_what_is_missing_is_never_nothing() -> None:
    assert n.shortfall(Fraction(1, 1000)) == f"moins de{B}0,1"
    assert n.shortfall(Fraction(204, 1000)) == f"moins de{B}0,3"
    assert n.shortfall(Fraction(296, 1000)) == f"moins de{B}0,3"
    assert n.shortfall(Fraction(0)) == "0,0"
    assert n.shortfall(Fraction(4, 10)) == "0,4"


@given(st.fractions(min_value=0, max_value=4, max_denominator=400), st.sampled_from(LIMITS))
def test_S9_what_is_missing_is_what_one_finds_from_the_score_shown(
    value: Fraction, limit: Fraction
) -> None:
    if value < limit:
        said = n.shortfall(limit - value)
        assert shown(said.removeprefix(f"moins de{B}")) == limit - shown(n.score(value, (limit,)))
        assert ("moins de" in said) == (shown(n.score(value)) != value)


def test_a_quotient_is_what_a_calculator_shows() -> None:
    assert [n.quotient(Fraction(*pair)) for pair in ((13, 7), (4, 2), (5, 2), (1, 8), (0, 3))] == [
        "1,857…",
        "2",
        "2,5",
        "0,125",
        "0",
    ]
    assert n.quotient(Fraction(20_001, 10_000)) == "2,000…"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (n.euros(1284), f"1{N}284{B}€"),
        (n.euro_range(0, 300), f"0 à 300{B}€"),
        (n.euro_range(350, 350), f"350{B}€"),
        (n.days(0.5), f"0,5{B}jour"),
        (n.days(1.5), f"1,5{B}jour"),
        (n.days(1.96), f"2{B}jours"),  # the plural of what is read
        (n.day_range(1, 3), f"1 à 3{B}jours"),
        (n.day_range(2, 2), f"2{B}jours"),
        (n.short_day_range(0.5, 1), f"0,5 à 1{B}j"),
        (n.percent(22.0), f"22{B}%"),
        (n.percent(22.5), f"22,5{B}%"),
        (n.integer(1284567), f"1{N}284{N}567"),
        (n.decimal(1284.5), f"1{N}284,5"),
        (n.day(date(2026, 11, 21)), f"21{B}novembre 2026"),
        (n.day(date(2026, 8, 1)), f"1er{B}août 2026"),
        (n.day_from_iso("2026-08-01"), f"1er{B}août 2026"),
        (n.day_from_iso("2027-02"), "février 2027"),
        (n.day_from_iso("le printemps"), "le printemps"),
        (n.day_from_iso("2026-13-45"), "2026-13-45"),
        (n.short_month(n.months_later(date(2026, 11, 21), 6)), "mai 2027"),
        (n.short_month(n.months_later(date(2026, 12, 31), 36)), "déc. 2029"),
        (n.months(10.2), f"11{B}mois"),
        (n.count(0, "action"), f"0{B}action"),
        (n.count(1, "action"), f"1{B}action"),
        (n.count(14, "action"), f"14{B}actions"),
        (n.count(2, "élu référent", "élus référents"), f"2{B}élus référents"),
        (n.listing(["a", "b", "c"]), "a, b et c"),
        (n.listing([]), ""),
    ],
)
def test_numbers_and_dates_are_french(text: str, wanted: str) -> None:
    assert text == wanted


@pytest.mark.parametrize("names", [n.MONTHS, n.SHORT_MONTHS])
def test_the_twelve_months_are_each_said_with_the_right_article(names: tuple[str, ...]) -> None:
    said = [n.between_months(name, "mars 2030").partition(name)[0] for name in names]
    assert [names.index(name) + 1 for name, of in zip(names, said, strict=True) if of == "d’"] == [
        4,
        8,
        10,
    ]
    assert set(said) == {"d’", "de "}


def test_no_sentence_of_the_contents_sets_its_own_article_before_a_month() -> None:
    files = [*Path("resources/report").glob("*.toml"), *Path("resources/documents").glob("*.toml")]
    assert files
    assert not [f.name for f in files if re.search(r"(?i)\bde \{debut\}", f.read_text("utf-8"))]
