# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is found for what someone types, in the shipped list."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from autodiag.places.keys import name_key
from autodiag.places.places import Places


def first(places: Places, text: str) -> tuple[str, str]:
    found = places.search(text)[0].authority
    return found.name, found.department_code


def names(places: Places, text: str, limit: int = 10) -> list[str]:
    return [match.authority.name for match in places.search(text, limit)]


@pytest.mark.parametrize(
    ("typed", "name", "department"),
    [
        ("champagne", "Champagne", "07"),
        ("champagné", "Champagné", "72"),
        ("st germain", "Saint-Germain", "10"),
        ("ST-GERMAIN-EN-L", "Saint-Germain-en-Laye", "78"),
        ("saint germain en laye", "Saint-Germain-en-Laye", "78"),
        ("ste genevieve des bois", "Sainte-Geneviève-des-Bois", "91"),
        ("oeuilly", "Œuilly", "51"),
        ("Œuilly", "Œuilly", "51"),
        ("l hay", "L'Haÿ-les-Roses", "94"),
        ("L’HAŸ", "L'Haÿ-les-Roses", "94"),
        ("l'hay-les", "L'Haÿ-les-Roses", "94"),
        ("lhay", "L'Haÿ-les-Roses", "94"),
        ("evry c", "Évry-Courcouronnes", "91"),
        ("cc du pays d'ancenis", "CC du Pays d'Ancenis", "44"),
        ("communaute de communes du pays d ancenis", "CC du Pays d'Ancenis", "44"),
        ("rennes metropole", "Rennes Métropole", "35"),
        ("mans", "Le Mans", "72"),
        ("y", "Y", "80"),
        ("saint denis 93", "Saint-Denis", "93"),
        ("st denis réunion", "Saint-Denis", "974"),
        ("montreuil mer", "Montreuil-sur-Mer", "62"),
        ("denis-en-val", "Saint-Denis-en-Val", "45"),
        ("aint-denis-en-v", "Saint-Denis-en-Val", "45"),
    ],
)
def test_a_name_is_found_however_it_is_written(
    places: Places, typed: str, name: str, department: str
) -> None:
    assert first(places, typed) == (name, department)


@pytest.mark.parametrize("typed", ["cc du pays", "CC DU PAYS", "communaute de communes du p"])
def test_epcis_are_found_by_their_kind(places: Places, typed: str) -> None:
    found = places.search(typed)
    assert len(found) == 10
    assert all(match.authority.name.startswith("CC du Pays") for match in found[:5])
    assert all(match.authority.kind == "epci" for match in found)


def test_an_unfinished_st_is_saint_as_well_as_strasbourg(places: Places) -> None:
    assert {"Strasbourg", "Saint-Étienne"} <= set(names(places, "st"))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("35000", "Rennes"),
        ("75011", "Paris"),
        ("75 011", "Paris"),
        ("6900", "Lyon"),
        ("13016", "Marseille"),
        ("75056", "Paris"),
        ("2A004", "Ajaccio"),
        ("2b03", "Bastia"),
        ("217500016", "Paris"),
        ("217 500 016", "Paris"),
        ("21750001600019", "Paris"),
        ("217500", "Paris"),
        ("243500139", "Rennes Métropole"),
    ],
)
def test_a_postal_insee_siren_or_siret_code_is_found(places: Places, typed: str, name: str) -> None:
    assert names(places, typed)[0] == name


def test_the_commune_of_an_insee_code_is_shown_among_those_of_the_same_postal_code(
    places: Places,
) -> None:
    # the postal code of some forty communes, and the INSEE code of one elsewhere in the Marne
    insee = places.by_insee("51300")
    found = places.search("51300")
    assert len(found) == 10
    assert all("51300" in match.authority.postal_codes for match in found[:9])
    assert found[9].authority == insee


def test_an_arrondissement_or_a_former_commune_leads_to_its_commune(places: Places) -> None:
    for typed in ("Paris 11e", "75111"):
        match = places.search(typed)[0]
        assert (match.authority.name, match.former) == ("Paris", "Paris 11e Arrondissement")
    match = places.search("arbignieu")[0]
    assert (match.authority.name, match.former) == ("Arboys en Bugey", "Arbignieu")
    assert places.search("rennes")[0].former == ""


def rank(typed: str, name: str) -> int:
    """Return the class of a match, written apart from the search: lower is better."""
    key, wanted = name_key(name), name_key(typed)
    if key == wanted:
        return 0
    if key.startswith(wanted):
        return 1
    if f" {wanted}" in key:
        return 2
    every_word = all(f" {word}" in f" {key}" for word in wanted.split())
    return 3 if every_word else 4


@pytest.mark.parametrize(
    "typed", ["saint-denis", "montreuil", "bourg", "beauvais", "mery", "val en", "cc du"]
)
def test_exact_comes_before_start_before_word_before_inside_then_communes_then_larger(
    places: Places, typed: str
) -> None:
    found = [match.authority for match in places.search(typed, 500) if not match.former]
    order = [
        (rank(typed, place.name), place.kind != "commune", -(place.population or 0))
        for place in found
        # INSEE files « Le Bourg » under Bourg: found without its article, a name counts as such
        if not name_key(place.name).startswith(("le ", "la ", "les ", "l "))
    ]
    assert len(order) >= 6
    assert len({key[0] for key in order}) >= 2
    assert order == sorted(order)


def test_a_name_may_be_typed_without_its_article(places: Places) -> None:
    assert names(places, "havre")[0] == "Le Havre"
    assert names(places, "rochelle")[0] == "La Rochelle"
    assert names(places, "roche")[:2] == ["Roche", "La Rochelle"]


def test_homonyms_are_told_apart_by_their_departement_larger_first(places: Places) -> None:
    found = [match.authority for match in places.search("saint denis")]
    same = [place for place in found if place.name == "Saint-Denis"]
    assert [place.department for place in same] == [
        "La Réunion",
        "Seine-Saint-Denis",
        "Aude",
        "Gard",
    ]
    assert found[:4] == same


def test_communes_come_before_epcis_at_equal_rank(places: Places) -> None:
    found = [match.authority for match in places.search("lamastre")]
    assert [place.kind for place in found] == ["commune", "epci"]
    kinds = [match.authority.kind for match in places.search("35000")]
    assert kinds == ["commune", "epci"]


@pytest.mark.parametrize(
    "typed",
    ["", " ", "%", "_", "'", '"', "''; DROP TABLE place; --", '"a" OR "b"*', "é%", "🏛️", "\0",
     "مدينة", "\ud800", "-", "a" * 300, "saint " * 300, "9" * 300, "*", "NEAR(a b)", "name:a",
     "x" * 100_000, "^a", "{name} : a"],
)  # fmt: skip
def test_hostile_text_is_no_error(places: Places, typed: str) -> None:
    assert len(places.search(typed)) <= 10


@pytest.mark.parametrize("typed", ["", "%", "_", "'", '"', "🏛️", "qqqq", "9" * 15])
def test_text_that_means_nothing_finds_nothing(places: Places, typed: str) -> None:
    assert places.search(typed) == []


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=40), limit=st.integers(-2, 30))
def test_any_text_is_accepted_and_the_limit_kept(places: Places, text: str, limit: int) -> None:
    found = places.search(text, limit)
    assert len(found) <= max(0, limit)
    assert len({match.authority for match in found}) == len(found)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_place_is_found_by_its_own_name_and_codes(
    places: Places, data: st.DataObject
) -> None:
    letters = data.draw(st.text("abcdeilmnorstuv", min_size=1, max_size=2))
    around = places.search(letters, 500)
    assume(around)
    place = data.draw(st.sampled_from(around)).authority
    found = [match.authority for match in places.search(place.name, 100)]
    assert place in found
    if place.siren:
        assert places.search(place.siren)[0].authority == place
        assert places.by_siren(place.siren) == place
    if place.insee:
        assert place in [match.authority for match in places.search(place.insee)]
        assert places.by_insee(place.insee) == place
