# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A font or a data file that is missing or damaged becomes a French sentence, not a traceback."""

import struct
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFError

from autodiag.errors import AutodiagError

# what readers of fonts, TOML and JSON raise on files that are not what they should be
_DAMAGED = (OSError, ValueError, LookupError, RuntimeError, TypeError, struct.error, TTFError)


@contextmanager
def reading(file: Path) -> Generator[None]:
    """Raises AutodiagError, naming `file`, when what is done inside cannot read it."""
    try:
        yield
    except _DAMAGED as error:
        raise AutodiagError("ressource_illisible", fichier=file.name) from error
