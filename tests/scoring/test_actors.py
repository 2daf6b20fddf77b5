# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Nobody is told to ask, or to be paid by, somebody that they do not have or that they are."""

import pytest

from autodiag.model.authority import KINDS, Kind, LocalAuthority
from autodiag.scoring.actors import TOWN, actors_called, actors_elsewhere, actors_named, funders
from autodiag.text.sentences import read_sentences
from tests.sources import ROOT
from tests.support.shipped import shipped_knowledge, shipped_questionnaire

SECTION = read_sentences(ROOT / "resources").section


def named(authority: LocalAuthority, *ids: str) -> list[str]:
    elsewhere = actors_elsewhere(authority, SECTION)
    return [one.name for one in actors_named(ids, shipped_knowledge().actors, elsewhere)]


@pytest.mark.parametrize(
    ("population", "read"),
    [
        (None, "la ou le secrétaire de mairie"),
        (TOWN, "la ou le secrétaire de mairie"),
        (TOWN + 1, "la direction générale des services"),
    ],
)
def test_a_commune_has_a_general_management_from_where_it_reads_the_large_wordings(
    population: int | None, read: str
) -> None:
    said = named(LocalAuthority("Ici", population=population), "secretaire", "maire", "inconnu")
    assert said == [read, "la ou le maire"]
    (large,) = [v.condition for v in shipped_questionnaire().variants if v.id == "grande"]
    assert str(TOWN) in repr(large)


@pytest.mark.parametrize("kind", KINDS)
def test_only_an_intercommunalite_is_not_helped_by_one(kind: Kind) -> None:
    authority = LocalAuthority("Ici", kind=kind, population=12_000)
    assert ("epci" in funders(("detr", "epci"), authority)) == (kind != "epci")
    own = named(authority, "epci")[0].startswith("le service de l’intercommunalité")
    assert own == (kind == "epci")


def test_what_is_written_apart_from_the_report_calls_them_so_too() -> None:
    """The events of the calendar know no other sentence than those of the data."""
    known = shipped_knowledge()
    epci = actors_called(known, LocalAuthority("Ici", "epci", population=12_000), SECTION)
    assert epci.actors["maire"].name == "la présidente ou le président"
    assert list(epci.actors) == list(known.actors)
    assert actors_called(known, LocalAuthority("Ici", population=612), SECTION) == known
