# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Third stage: how the French reads: lengths, typography, acronyms. Only ever warnings."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from autodiag.catalogue.drafts import SOURCES_FILE
from autodiag.catalogue.locations import Location, last_key, place
from autodiag.catalogue.problems import Problem, quoted, shortened, warning
from autodiag.catalogue.reader import Table
from autodiag.text.typography import faults

_TEXTS = frozenset(
    (
        *("titre", "sous_titre", "resume", "consigne", "echelle", "avertissement"),
        *(
            "texte",
            "texte_elus",
            "texte_epci",
            "texte_autre",
            "niveaux",
            "pourquoi",
            "ou_trouver",
            "exemple",
        ),
        *("motif_non_applicable", "sans_objet_motifs", "poids_raison", "message"),
        *("libelle", "libelle_doux", "portrait", "ce_qui_va_bien", "prochaine_marche"),
        *("etapes", "indicateur", "raison", "terme", "definition"),
        *("quoi", "qui", "conforme", "risque", "date", "remarque_preuve", "a_verifier"),
        *("nom", "apporte", "a_qui", "cout", "lieu"),
        *("demande", "remarque", "controle", "champ", "ne_prouve_pas"),
    )
)
"""The keys whose values are French; the others hold ids, conditions and addresses."""

# (in what list, key) → characters
_LENGTHS = {
    ("questions", "niveaux"): 160,
    ("questions", "texte"): 200,
    ("questions", "texte_elus"): 200,
    ("questions", "pourquoi"): 400,
    ("coherence", "message"): 240,
    ("choix", "texte"): 160,
    ("actions", "titre"): 120,
    ("actions", "pourquoi"): 400,
    ("actions", "etapes"): 240,
    ("lectures", "texte"): 400,
    ("glossaire", "definition"): 400,
}
_ACRONYM = re.compile(r"(?<![\w@.-])[A-ZÀÂÉÈÊÎÔÛÇ]{2,8}\d?(?![\w@])")
_ROMAN = re.compile(r"[IVX]+")


def style_problems(tables: dict[str, Table], words: Iterable[str]) -> Iterator[Problem]:
    """The warnings on every French text of the tables. `words` are the terms of the glossary."""
    known = {found for word in words for found in _ACRONYM.findall(word)}
    for file, table in tables.items():
        if file == SOURCES_FILE:
            continue
        for location, text in _texts(table, ()):
            where = place(table, location)
            for said in _faults_of(location, text, known):
                yield warning(file, where, f"{last_key(location)} : {said}")


def _faults_of(location: Location, text: str, known: set[str]) -> Iterator[str]:
    limit = _limit(location)
    if limit and len(text) > limit:
        yield f"{len(text)} caractères, {limit} au plus se lisent bien (« {shortened(text)} »)"
    yield from faults(text)
    if location[0] in ("obligations", "glossaire", "acteurs"):
        return  # references and proper names, for those who look them up
    used = dict.fromkeys(_ACRONYM.findall(text))
    absent = [word for word in used if word not in known and not _ROMAN.fullmatch(word)]
    if absent:
        yield f"sigle absent du glossaire : {quoted(absent)}"


def _texts(here: Any, location: Location) -> Iterator[tuple[Location, str]]:
    """Every French text under a table, with where it is."""
    if isinstance(here, dict):
        for key, inside in here.items():  # pyright: ignore[reportUnknownVariableType]
            yield from _texts(inside, (*location, str(key)))  # pyright: ignore[reportUnknownArgumentType]
    elif isinstance(here, list):
        for rank, inside in enumerate(here):  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
            yield from _texts(inside, (*location, rank))
    elif isinstance(here, str) and last_key(location) in _TEXTS:
        yield location, here


def _limit(location: Location) -> int | None:
    names = [key for key in location if isinstance(key, str)]
    owner = next((name for name in reversed(names[:-1]) if name in _OWNERS), "")
    return _LENGTHS.get((owner, names[-1]))


_OWNERS = frozenset(owner for owner, _ in _LENGTHS)
