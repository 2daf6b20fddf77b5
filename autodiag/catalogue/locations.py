# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where something is in a file, in the words of who writes it: « question str-3, niveau 2 »."""

from typing import Any

from autodiag.catalogue.problems import shortened
from autodiag.catalogue.reader import Table

Location = tuple[int | str, ...]
"""The keys and ranks that lead from the top of a file to a value."""

# How one item of each list or table is called.
_ITEMS = {
    "questions": "question",
    "actions": "action",
    "choix": "choix",
    "coherence": "cohérence",
    "variantes": "variante",
    "niveaux": "niveau",
    "etapes": "étape",
    "profils": "profil",
    "lectures": "lecture",
    "combinaisons": "combinaison",
    "obligations": "obligation",
    "acteurs": "acteur",
    "faits": "fait",
    "sujets": "sujet",
    "glossaire": "mot",
    "synonymes": "synonyme",
    "fait_monter": "effet",
    "conditions": "condition",
    "socle": "socle",
    "propositions": "proposition",
    "criteres": "critère",
    "sources": "source",
    "renommages": "renommage",
    "echelle": "échelle",
    "sans_objet_motifs": "motif",
}
_NAMING = ("id", "terme", "question", "profil", "theme", "avec", "numero")


def place(table: Table, location: Location) -> str:
    """« question str-3, variante epci, niveau 2 »: where the location is, for who writes."""
    words: list[str] = []
    here: Any = table
    above: int | str = ""
    for key in location:
        here = _step(here, key)
        if isinstance(above, str) and above in _ITEMS:
            words.append(f"{_ITEMS[above]} {_name(here, key)}")
        above = key
    return ", ".join(words)


def last_key(location: Location) -> str:
    """The key that the location ends with, ranks apart; empty at the top of the file."""
    return next((shortened(key, 40) for key in reversed(location) if isinstance(key, str)), "")


def _step(here: Any, key: int | str) -> Any:
    try:
        return here[key]
    except (KeyError, IndexError, TypeError):
        return None


def _name(item: Any, key: int | str) -> str:
    """An item by its id, its word or its question, else by its rank."""
    if isinstance(item, dict):
        for naming in _NAMING:
            named: Any = item.get(naming)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
            if isinstance(named, str) and named:
                return shortened(named, 40)
    return str(key + 1) if isinstance(key, int) else shortened(key, 40)
