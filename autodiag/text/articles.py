# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""People and bodies named with their article, inside a sentence. Knows none of them."""

import re
from collections.abc import Sequence

from autodiag.text.numbers import listing

_TO = {"le": "au", "les": "aux", "la": "à la", "": "à "}
_FIRST = re.compile(r"^(?:(les?|la)\b|(?=\w))|(?<= ou )(?:(les?|la)\b|(?=l’))")
"""Each article that «à» comes before: «la ou le», «le syndicat ou la mairie»."""
_AND = re.compile(r" et (?=(?:les?|la|ses)\b|l’)")


def to(name: str) -> str:
    """«à la ou au secrétaire de mairie», «au syndicat», «à l’élu ou à l’élue», «à Mme Roux»."""
    return _FIRST.sub(lambda found: _TO[found[1] or found[2] or ""], name)


def people(names: Sequence[str]) -> str:
    """Several of them, with one «et», at the end: «l’AMF, ses associations et la préfecture»."""
    if len(names) < 2:
        return listing(names)
    return listing([part for name in names for part in _AND.split(name)])
