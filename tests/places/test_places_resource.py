# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the shipped places base holds, read with plain SQL."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from autodiag.places import schema
from autodiag.places.identifiers import luhn, normal_insee, normal_postal_code
from autodiag.places.places import Places


@pytest.fixture(scope="module")
def base(places_file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{places_file.as_uri()}?mode=ro", uri=True)) as opened:
        yield opened


def one(base: sqlite3.Connection, sql: str) -> object:
    return base.execute(sql).fetchone()[0]


def test_every_current_commune_and_epci_of_2026_is_there(
    base: sqlite3.Connection, places: Places
) -> None:
    assert one(base, "SELECT count(*) FROM place WHERE kind = 'commune'") == 34_969
    assert one(base, "SELECT count(*) FROM place WHERE kind = 'epci'") == 1_255
    assert one(base, "SELECT count(DISTINCT department) FROM place") == 109
    assert places.vintage == "2026"
    assert places.meta["version"] == "6.0.0"
    assert places.meta["communes"] == "34969"
    assert "2023" in places.meta["populations"]


def test_what_the_source_does_not_say_is_unknown_never_zero(
    base: sqlite3.Connection, places: Places
) -> None:
    assert one(base, "SELECT count(*) FROM place WHERE siren IS NULL") == 94
    assert one(base, "SELECT count(*) FROM place WHERE population IS NULL") == 6
    assert one(base, "SELECT count(*) FROM place WHERE siren = '' OR insee = ''") == 0
    kerguelen = places.by_insee("98412")
    assert (kerguelen.siren, kerguelen.population, kerguelen.postal_codes) == ("", None, ())
    # six villages destroyed in 1916 do have no inhabitant: a figure, not an unknown
    assert one(base, "SELECT count(*) FROM place WHERE population = 0") == 6
    assert places.by_insee("55050").population == 0


def test_every_code_has_its_shape_and_every_siren_its_check_digit(
    base: sqlite3.Connection,
) -> None:
    for (code,) in base.execute("SELECT insee FROM place WHERE insee IS NOT NULL"):
        assert normal_insee(code) == code
    for (code,) in base.execute("SELECT DISTINCT code FROM postal"):
        assert normal_postal_code(code) == code
    for (siren,) in base.execute("SELECT siren FROM place WHERE siren IS NOT NULL"):
        assert len(siren) == 9
        assert luhn(siren)


def test_each_place_has_its_departement_region_and_epci(base: sqlite3.Connection) -> None:
    for table in ("department", "region"):
        assert one(base, f"SELECT count(*) FROM {table} WHERE name = ''") == 0
    assert (
        one(
            base,
            "SELECT count(*) FROM place LEFT JOIN department AS d ON d.code = place.department"
            " LEFT JOIN region AS r ON r.code = d.region WHERE r.code IS NULL",
        )
        == 0
    )
    alone = one(base, "SELECT count(*) FROM place WHERE kind = 'commune' AND epci IS NULL")
    assert alone == 98


def test_a_commune_says_all_that_is_known_of_it(places: Places) -> None:
    rennes = places.by_insee("35238")
    assert rennes.name == "Rennes"
    assert rennes.kind == "commune"
    assert rennes.siren == "213502388"
    assert rennes.population == 230_890
    assert rennes.postal_codes == ("35000", "35200", "35700")
    assert (rennes.department_code, rennes.department) == ("35", "Ille-et-Vilaine")
    assert rennes.region == "Bretagne"
    assert (rennes.epci_siren, rennes.epci_name) == ("243500139", "Rennes Métropole")


def test_an_epci_has_its_published_population_and_its_members(places: Places) -> None:
    epci = places.by_siren("243500139")
    assert (epci.kind, epci.insee, epci.epci_siren) == ("epci", "", "")
    assert epci.population == 473_973
    assert epci.department == "Ille-et-Vilaine"
    assert "35000" in epci.postal_codes
    members = places.members(epci.siren)
    assert len(members) == 43
    assert members[0].name == "Rennes"
    assert all(member.epci_siren == epci.siren for member in members)


@pytest.mark.parametrize(
    ("insee", "name", "region"),
    [
        ("97411", "Saint-Denis", "La Réunion"),
        ("97611", "Mamoudzou", "Mayotte"),
        ("97302", "Cayenne", "Guyane"),
        ("98818", "Nouméa", "Nouvelle-Calédonie"),
        ("97502", "Saint-Pierre", "Saint-Pierre-et-Miquelon"),
        ("2A004", "Ajaccio", "Corse"),
        ("2b033", "Bastia", "Corse"),
    ],
)
def test_overseas_and_corsica_are_there(places: Places, insee: str, name: str, region: str) -> None:
    place = places.by_insee(insee)
    assert (place.name, place.region) == (name, region)


def test_the_file_is_compact_and_its_tables_are_those_of_the_schema(
    base: sqlite3.Connection, places_file: Path
) -> None:
    assert places_file.stat().st_size <= 12_000_000
    shape = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
    with closing(sqlite3.connect(":memory:")) as expected:
        expected.executescript(schema.TABLES)
        assert base.execute(shape).fetchall() == expected.execute(shape).fetchall()
    assert one(base, "PRAGMA user_version") == schema.VERSION
    assert one(base, "PRAGMA integrity_check") == "ok"
    assert one(base, "PRAGMA journal_mode") == "delete"
