# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where things are on this computer: what is installed, what belongs to the user. Makes nothing."""

from dataclasses import dataclass
from pathlib import Path

from autodiag.bundle import Bundle


@dataclass(frozen=True, slots=True)
class Paths:
    """`data` holds dated copies, settings and log; `documents` is where new dossiers go."""

    bundle: Bundle
    data: Path
    documents: Path

    @property
    def copies(self) -> Path:
        """Where dated copies go (contract D6)."""
        return self.data / "copies"

    @property
    def settings(self) -> Path:
        """The settings, as text."""
        return self.data / "reglages.ini"

    @property
    def log(self) -> Path:
        """What went wrong, for whoever is asked to help."""
        return self.data / "journal.log"

    @property
    def dossiers(self) -> Path:
        """The folder proposed for new dossiers."""
        return self.documents / "Autodiag"
