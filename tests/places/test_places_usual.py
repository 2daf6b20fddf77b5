# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What people write around a name, and names spelt almost right, in the shipped list."""

import pytest

from autodiag.errors import AutodiagError
from autodiag.places.places import Places
from autodiag.places.usual import epci_of, split_department, without_office


def names(places: Places, text: str, limit: int = 10) -> list[str]:
    return [match.authority.name for match in places.search(text, limit)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("mairie de roanne", "Roanne"),
        ("Ville de Lyon", "Lyon"),
        ("commune de roanne", "Roanne"),
        ("Commune de St Étienne", "Saint-Étienne"),
        ("mairie du havre", "Le Havre"),
        ("la mairie de la rochelle", "La Rochelle"),
        ("mairie d’Aÿ", "Aÿ-Champagne"),
        ("mairie roanne", "Roanne"),
        # a commune begins with these words: it stays first
        ("ville d'avray", "Ville-d'Avray"),
    ],
)
def test_a_town_hall_is_its_commune(places: Places, typed: str, name: str) -> None:
    match = places.search(typed)[0]
    assert (match.authority.name, match.near) == (name, False)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("agglo roanne", "CA Roannais Agglomération"),
        ("roanne agglo", "CA Roannais Agglomération"),
        ("communauté d’agglomération de Roanne", "CA Roannais Agglomération"),
        ("agglo saint etienne", "Saint-Étienne Métropole"),
        ("agglo de st étienne", "Saint-Étienne Métropole"),
        ("grand lyon", "Métropole de Lyon"),
        ("gd lyon", "Métropole de Lyon"),
        ("gd paris", "Métropole du Grand Paris"),
        ("grand paris", "Métropole du Grand Paris"),
        ("métropole de nice", "Métropole Nice Côte d'Azur"),
    ],
)
def test_an_epci_is_found_by_its_usual_name(places: Places, typed: str, name: str) -> None:
    found = places.search(typed)
    assert found[0].authority.name == name
    assert all(match.authority.kind == "epci" for match in found)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("69000", "Lyon"), ("75000", "Paris"), ("13000", "Marseille"), ("Lyon 69000", "Lyon"),
     ("69000 lyon", "Lyon"), ("roanne 42000", "Roanne")],
)  # fmt: skip
def test_the_round_code_of_a_departement_proposes_its_large_communes(
    places: Places, typed: str, name: str
) -> None:
    found = places.search(typed)
    assert found[0].authority.name == name
    assert all(match.near for match in found)


def test_a_round_code_that_exists_is_no_proposal(places: Places) -> None:
    match = places.search("35000")[0]
    assert (match.authority.name, match.near) == ("Rennes", False)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("montbrisson", "Montbrison"),
        ("montbriss", "Montbrison"),
        ("mairie de montbrisson", "Montbrison"),
        ("saint etiene", "Saint-Étienne"),
        ("villeneuve st gorges", "Villeneuve-Saint-Georges"),
        ("rnenes", "Rennes"),
    ],
)
def test_a_name_spelt_almost_right_is_proposed(places: Places, typed: str, name: str) -> None:
    match = places.search(typed)[0]
    assert (match.authority.name, match.near) == (name, True)


def test_a_name_spelt_right_brings_no_proposal(places: Places) -> None:
    assert not any(match.near for match in places.search("montbrison", 500))


def test_an_unknown_insee_code_that_is_a_misspelt_name_proposes_it(places: Places) -> None:
    with pytest.raises(AutodiagError, match=r"Vouliez-vous dire Montbrison \(42147\)"):
        places.by_insee("montbrisson")


@pytest.mark.parametrize("typed", ["saint germain (loire)", "st germain loire"])
def test_a_departement_named_whole_comes_before_a_word_of_another(
    places: Places, typed: str
) -> None:
    found = [match.authority.department for match in places.search(typed)]
    loire = found.count("Loire")
    assert loire >= 3
    assert found[:loire] == ["Loire"] * loire


def test_the_longest_departement_is_meant(places: Places) -> None:
    found = places.search("saint germain haute-loire")
    assert {match.authority.department for match in found} == {"Haute-Loire"}


def test_between_brackets_a_departement_comes_before_the_name_of_a_river(places: Places) -> None:
    assert places.search("saint georges (loire)")[0].authority.department == "Loire"
    assert names(places, "saint georges loire")[0] == "Saint-Georges-sur-Loire"


def test_a_whole_short_first_word_comes_before_the_start_of_a_word(places: Places) -> None:
    assert names(places, "aÿ")[:3] == ["Aÿ-Champagne", "Ay-sur-Moselle", "Aytré"]
    # a kind of EPCI and an article are no such words
    assert names(places, "ca")[0] == "Caen"
    assert "Laval" in names(places, "la")


@pytest.mark.parametrize(
    ("key", "bare"),
    [("ville de lyon", ("lyon",)), ("ville en tardenois", ()), ("mairie de", ("de",)),
     ("mairieux", ()), ("roanne", ())],
)  # fmt: skip
def test_the_words_of_a_town_hall_are_taken_off(key: str, bare: tuple[str, ...]) -> None:
    assert without_office(key) == bare


@pytest.mark.parametrize(
    ("key", "name"),
    [("agglo de roanne", "roanne"), ("roanne", ""), ("agglo", ""), ("grandchamp", "")],
)
def test_whose_epci_is_asked_for(key: str, name: str) -> None:
    assert epci_of(key) == name


def test_a_departement_alone_is_no_end_of_a_name() -> None:
    departments = [("loire", "42"), ("haute loire", "43")]
    assert split_department("a haute loire", departments) == ("a", "43")
    assert split_department("loire", departments) == ("", "")
    assert split_department("a loiret", departments) == ("", "")
