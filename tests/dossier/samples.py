# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Small real dossiers for the tests, and a clock that stands still."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from autodiag.dossier.author import Author
from autodiag.dossier.creation import NewDossier, create_dossier
from autodiag.dossier.store import Dossier
from autodiag.model.authority import LocalAuthority
from autodiag.model.questionnaire import Questionnaire

NOON = datetime.fromisoformat("2026-11-21T12:00:00")
TEXT = '{"questionnaire.toml": "id = « essai » # é"}'


@dataclass(frozen=True, slots=True)
class Packed:
    """A questionnaire's text and digest, as the catalogue gives them."""

    text: str
    sha256: str


def packed(text: str = TEXT) -> Packed:
    return Packed(text, hashlib.sha256(text.encode()).hexdigest())


def load_packed(text: str) -> Questionnaire:
    """What the catalogue does, without its content: enough to see which text was given."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Questionnaire("essai", 1, "Essai", "", (), (), sha256=digest)


def author(name: str = "Marie", clock: Callable[[], datetime] = lambda: NOON) -> Author:
    return Author(name, clock, "MAIRIE-2")


def new(name: str = "Saint-Ouen-l’Aumône") -> NewDossier:
    authority = LocalAuthority(name, insee="95572", population=612, postal_codes=("95310",))
    return NewDossier(authority, packed(), "essai", date(2026, 11, 21), {"ecole": True})


def create(path: Path, copies_in: Path | None = None) -> Dossier:
    return create_dossier(path, author(), new(), copies_in=copies_in)
