# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A collectivité typed by hand, when the list does not have it. Opens no file."""

import difflib
import re
import unicodedata

from autodiag.errors import AutodiagError
from autodiag.model.authority import KINDS, Kind, LocalAuthority
from autodiag.places.identifiers import normal_insee, normal_postal_code, normal_siren

NAME_MAX = 300
# the whole country has fewer inhabitants
_POPULATION_MAX = 100_000_000
_SPACES = re.compile(r"\s+")
# marks that turn the direction of what follows them, beyond the name itself
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
# control, surrogate (no file can hold one), unassigned
_UNWANTED = frozenset({"Cc", "Cs", "Cn"})
_INVISIBLE = frozenset({"Cf", "Mn", "Me", "Zs", "Co"})


def clean_name(text: str) -> str:
    """Return a name on one line, trimmed, without control characters, cut at 300 characters."""
    line = _SPACES.sub(" ", text)
    kept = (
        char
        for char in line
        if unicodedata.category(char) not in _UNWANTED and char not in _DIRECTION
    )
    name = _SPACES.sub(" ", unicodedata.normalize("NFC", "".join(kept))).strip()
    if all(unicodedata.category(char) in _INVISIBLE for char in name):
        return ""
    return name[:NAME_MAX].rstrip()


def read_population(value: int | str | None) -> int | None:
    """Return a number of inhabitants, None when it is not said.

    Raises `population_invalide` for what is no whole number from 0 to a hundred million.
    """
    if isinstance(value, str):
        text = _SPACES.sub("", value)
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) <= 9):
            raise AutodiagError("population_invalide")
        value = int(text)
    if value is not None and not 0 <= value <= _POPULATION_MAX:
        raise AutodiagError("population_invalide")
    return value


def read_kind(text: str) -> Kind:
    """Return a kind of collectivité. Raises `type_inconnu`, with the closest one."""
    word = text.strip().lower()
    if word in KINDS:
        return word
    close = difflib.get_close_matches(word[:40], KINDS, n=1)
    near = f" Vouliez-vous dire {close[0]}\u202f?" if close else ""
    raise AutodiagError(
        "type_inconnu", texte=clean_name(text)[:40], proche=near, possibles=", ".join(KINDS)
    )


def typed_authority(
    name: str,
    kind: str = "commune",
    population: int | str | None = None,
    *,
    insee: str = "",
    siren: str = "",
    postal_code: str = "",
) -> LocalAuthority:
    """Return a collectivité from fields typed by hand; empty means unknown.

    Raises `nom_vide`, `type_inconnu`, `population_invalide`, or as `identifiers` for the codes.
    """
    known = clean_name(name)
    if not known:
        raise AutodiagError("nom_vide")
    return LocalAuthority(
        name=known,
        kind=read_kind(kind),
        insee=normal_insee(insee) if insee.strip() else "",
        siren=normal_siren(siren) if siren.strip() else "",
        population=read_population(population),
        postal_codes=(normal_postal_code(postal_code),) if postal_code.strip() else (),
    )
