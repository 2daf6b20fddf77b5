# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Whether a text is the very name of a commune, accents included. Knows not why it is asked."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from autodiag.places.places import Places

_FEW = 5


@contextmanager
def naming(path: Path) -> Generator[Callable[[str], bool]]:
    """What answers it, from the list at `path`. Raises `lieux_illisibles`."""
    with Places(path) as places:

        def is_name(text: str) -> bool:
            wanted = _written(text)
            found = places.search(text, _FEW)
            return any(_written(one.authority.name) == wanted for one in found if not one.near)

        yield is_name


def _written(name: str) -> str:
    return name.replace("’", "'").casefold()
