# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The usual words around a name: «mairie de», «agglo», a département. Opens no file."""

import re
from collections.abc import Iterable

# « Ville-d’Avray » is a commune: what follows is looked for besides the whole text
_OFFICE = re.compile(
    r"^(?:la )?(?:mairie|ville|commune|municipalite|hotel de ville)"
    r" (?:(?:de|du|des|d) (?=.)|(?<!ville )(?=.))"
)
_EPCI = (
    r"(?:communaute (?:d agglo(?:meration)?|de communes|urbaine)|agglo(?:meration)?"
    r"|euro\s?metropole|metropole|intercommunalite|interco|com\s?com|epci|grand|ca|cc|cu)"
)
_EPCI_FIRST = re.compile(rf"^(?:(?:la|le|l) )?{_EPCI} (?:(?:de|du|des|d) )?(?=.)")
_EPCI_LAST = re.compile(rf"(?<=.) {_EPCI}$")


def without_office(key: str) -> tuple[str, ...]:
    """Return the key without its leading « mairie de », « ville de »…; none when it has none."""
    bare = _OFFICE.sub("", key)
    return (bare,) if bare != key else ()


def epci_of(key: str) -> str:
    """Return whose EPCI is asked for (« roanne » for « agglo roanne »), else nothing."""
    bare = _EPCI_LAST.sub("", _EPCI_FIRST.sub("", key))
    return bare if bare != key else ""


def split_department(key: str, departments: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """Return what comes before a département's whole name at the end of the key, and its code.

    `departments` are keys and codes. The longest name wins: Haute-Loire is no Loire.
    """
    ends = [(len(name), code) for name, code in departments if key.endswith(f" {name}")]
    length, code = max(ends, default=(0, ""))
    return (key[: -length - 1], code) if code else ("", "")
