# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Looking a place up by code, opening the base, and a collectivité typed by hand."""

import shutil
import sqlite3
import tracemalloc
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autodiag.errors import AutodiagError
from autodiag.places.places import Places
from autodiag.places.typed import clean_name, read_population, typed_authority


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("35938", "Rennes (35238)"),
        ("32538", None),
        ("1001", "L'Abergement-Clémenciat (01001)"),
        ("O1001", "L'Abergement-Clémenciat (01001)"),
        ("75111", "Paris (75056)"),
        ("75011", "Paris (75056)"),
        ("lamastre", "Lamastre (07129)"),
        ("99999", None),
        ("🏛️", None),
        ("{x!r}", None),
    ],
)
def test_an_unknown_insee_code_says_what_was_probably_meant(
    places: Places, typed: str, meant: str | None
) -> None:
    with pytest.raises(AutodiagError) as caught:
        places.by_insee(typed)
    assert caught.value.code == "insee_inconnu"
    assert f"«\u202f{typed}\u202f»" in caught.value.sentence
    if meant:
        assert "Vouliez-vous dire " in caught.value.sentence
        assert meant in caught.value.sentence


@pytest.mark.parametrize("typed", ["", "  ", "\ud800", "\0"])
def test_an_empty_insee_code_says_what_one_is(places: Places, typed: str) -> None:
    with pytest.raises(AutodiagError, match="cinq caractères"):
        places.by_insee(typed)


def test_an_endless_insee_code_gives_a_short_sentence(places: Places) -> None:
    with pytest.raises(AutodiagError) as caught:
        places.by_insee("a" * 100_000)
    assert len(caught.value.sentence) < 250


def test_a_siren_that_no_listed_place_has_is_said(places: Places) -> None:
    with pytest.raises(AutodiagError, match=r"732829320.*à la main"):
        places.by_siren("732 829 320")
    with pytest.raises(AutodiagError) as caught:
        places.by_siren("217500017")
    assert caught.value.code == "siren_cle"


def test_the_base_is_opened_without_a_trace_and_refuses_to_be_written(
    places_file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "ma mairie, 100 % #1 ?"
    folder.mkdir()
    copy = Path(shutil.copy(places_file, folder))
    copy.chmod(0o444)
    before = copy.read_bytes()
    with Places(copy) as opened:
        assert opened.search("rennes")
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            opened._base.execute("DELETE FROM place")
    assert [path.name for path in folder.iterdir()] == [copy.name]
    assert copy.read_bytes() == before


def test_a_missing_foreign_or_broken_base_is_said_in_french(
    places_file: Path, tmp_path: Path
) -> None:
    text = tmp_path / "texte.sqlite"
    text.write_text("Ceci n’est pas une base.", encoding="utf-8")
    other = tmp_path / "autre.sqlite"
    with closing(sqlite3.connect(other)) as base:
        base.execute("CREATE TABLE t (x)")
    for path in (tmp_path / "absente.sqlite", tmp_path, text, other):
        with pytest.raises(AutodiagError) as caught:
            Places(path)
        assert caught.value.code == "lieux_illisibles"
    assert not (tmp_path / "absente.sqlite").exists()


def test_a_cut_base_is_refused_and_a_damaged_one_said_at_the_search(
    places_file: Path, tmp_path: Path
) -> None:
    whole = places_file.read_bytes()
    cut = tmp_path / "coupee.sqlite"
    cut.write_bytes(whole[: len(whole) // 10])
    with pytest.raises(AutodiagError, match="abîmée"):
        Places(cut)
    damaged = tmp_path / "trouee.sqlite"
    damaged.write_bytes(whole[:200_000] + b"\xff" * (len(whole) - 200_000))
    with Places(damaged) as opened:
        for look_up in (opened.search, opened.by_insee):
            with pytest.raises(AutodiagError) as caught:
                look_up("35238")
            assert caught.value.code == "lieux_illisibles"


@pytest.mark.parametrize(
    ("typed", "most"),
    [("rennes", 5), ("lhay", 5), ("montreuil mer", 5), ("35000", 5), ("217500016", 5), ("s", 400)],
)
def test_a_search_reads_a_small_part_of_the_base(places_file: Path, typed: str, most: int) -> None:
    # counted in thousands of steps of SQLite: reading the whole list once takes over a hundred
    steps: list[int] = []
    with Places(places_file) as opened:
        opened._base.set_progress_handler(lambda: steps.append(1), 1000)
        opened.search(typed)
        searched = len(steps)
        opened._base.execute("SELECT * FROM place WHERE name = 'x'").fetchall()
        assert searched <= most
        assert len(steps) - searched >= 50


def test_a_search_keeps_nothing_in_python(places_file: Path) -> None:
    tracemalloc.start()
    try:
        with Places(places_file) as opened:
            for typed in ("s", "saint denis", "lhay", "75", "montreuil mer"):
                opened.search(typed)
            assert tracemalloc.get_traced_memory()[1] < 500_000
    finally:
        tracemalloc.stop()


def test_a_collectivite_can_be_typed_by_hand() -> None:
    typed = typed_authority(
        "  Syndicat\tdes eaux\n <b>& Cie</b> ", "syndicat", "4\u202f200", siren="732 829 320",
        postal_code="07270",
    )  # fmt: skip
    assert typed.name == "Syndicat des eaux <b>& Cie</b>"
    assert (typed.kind, typed.population, typed.siren) == ("syndicat", 4200, "732829320")
    assert typed.postal_codes == ("07270",)
    assert not typed.written_for
    assert typed_authority("Rennes").population is None
    assert typed_authority("Rennes", "commune", 0).population == 0


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": ""}, "nom_vide"),
        ({"name": " \t\u200d\ufeff\u00a0"}, "nom_vide"),
        ({"name": "A", "kind": "comune"}, "type_inconnu"),
        ({"name": "A", "population": -1}, "population_invalide"),
        ({"name": "A", "population": "-1"}, "population_invalide"),
        ({"name": "A", "population": "12,5"}, "population_invalide"),
        ({"name": "A", "population": "9" * 5000}, "population_invalide"),
        ({"name": "A", "population": 10**9}, "population_invalide"),
        ({"name": "A", "siren": "123456789"}, "siren_cle"),
        ({"name": "A", "insee": "99999"}, "insee_invalide"),
        ({"name": "A", "postal_code": "123"}, "code_postal_invalide"),
    ],
)
def test_a_wrong_field_typed_by_hand_gives_its_sentence(fields: dict[str, str], code: str) -> None:
    with pytest.raises(AutodiagError) as caught:
        typed_authority(**fields)
    assert caught.value.code == code


def test_a_mistyped_kind_says_the_close_one() -> None:
    with pytest.raises(AutodiagError, match="Vouliez-vous dire commune\u202f\\?"):
        typed_authority("A", "comune")


def test_a_name_keeps_300_characters_emoji_and_arabic() -> None:
    assert clean_name("é" * 300) == "é" * 300
    assert len(clean_name("ab " * 200)) <= 300
    assert clean_name("مدينة 🏛️ 👩‍🌾") == "مدينة 🏛️ 👩‍🌾"
    assert clean_name("abc\u202edef\0\x07\ud800\u2028ghi") == "abcdef ghi"


@given(text=st.text(max_size=400))
def test_a_clean_name_is_one_storable_line_and_stays_the_same(text: str) -> None:
    name = clean_name(text)
    assert len(name) <= 300
    assert name == name.strip()
    assert len(name.splitlines()) <= 1
    name.encode("utf-8")
    assert clean_name(name) == name


@given(number=st.integers(0, 100_000_000))
def test_a_population_is_read_as_it_is_printed(number: int) -> None:
    assert read_population(f"{number:,}".replace(",", "\u202f")) == number
    assert read_population(number) == number
