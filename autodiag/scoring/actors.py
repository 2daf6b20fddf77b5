# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How the actors of the contents, written for a commune, are called by the collectivité that reads
them. Knows nothing of screens or paper."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from autodiag.model.authority import LocalAuthority
from autodiag.model.knowledge import Actor, Knowledge

TOWN = 10_000
"""Above so many inhabitants, a commune reads the large wordings and has services, not one agent."""


def actors_elsewhere(
    authority: LocalAuthority, section: Callable[[str], Mapping[str, str]]
) -> Mapping[str, str]:
    """The names that people of the town hall have in a town and in another collectivité than a
    commune; an intercommunalité is not told to ask itself. A small commune needs no section."""
    if authority.kind == "commune":
        return section("acteurs_ville") if (authority.population or 0) > TOWN else {}
    named = dict(section("acteurs_hors_commune"))
    return named | dict(section("acteurs_epci")) if authority.kind == "epci" else named


def actors_named(
    ids: Sequence[str], actors: Mapping[str, Actor], elsewhere: Mapping[str, str]
) -> tuple[Actor, ...]:
    """The known actors as this collectivité calls them. Whoever has another name there is one of
    its own people: what the body of that id brings to communes is not said of them."""
    return tuple(
        Actor(one, elsewhere[one]) if one in elsewhere else actors[one]
        for one in ids
        if one in actors
    )


def actors_called(
    knowledge: Knowledge, authority: LocalAuthority, section: Callable[[str], Mapping[str, str]]
) -> Knowledge:
    """The knowledge with the actors as this collectivité calls them."""
    named = actors_named(
        tuple(knowledge.actors), knowledge.actors, actors_elsewhere(authority, section)
    )
    return replace(knowledge, actors={one.id: one for one in named})


def funders(ids: Sequence[str], authority: LocalAuthority) -> tuple[str, ...]:
    """Who may help to pay: an intercommunalité is no aid to itself."""
    return tuple(one for one in ids if one != "epci" or authority.kind != "epci")
