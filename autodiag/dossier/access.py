# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How a dossier was opened: to write or only to read, and why."""

from dataclasses import dataclass
from pathlib import Path

from autodiag.dossier.lock import DossierLock
from autodiag.errors import AutodiagError


@dataclass(frozen=True, slots=True)
class Access:
    """How a dossier was opened.

    `why_read_only`: the sentence to show, None when it can be changed. `original`: the file of
    an older format that an upgrade has kept beside it (contract D4). `copies`: the folder of its
    dated copies, None where there is no data folder.
    """

    path: Path
    why_read_only: AutodiagError | None = None
    lock: DossierLock | None = None
    copies: Path | None = None
    original: Path | None = None

    @property
    def lockless(self) -> bool:
        """Whether the file system knows no locks: a lease stands in for them."""
        return self.lock is not None and self.lock.lockless

    def require_writable(self) -> None:
        """Raise AutodiagError when nothing may be written, or not any more."""
        if self.why_read_only is not None:
            raise AutodiagError(
                self.why_read_only.code,
                details=self.why_read_only.details,
                **self.why_read_only.context,
            )
        if self.lock is not None and not self.lock.still_ours():
            raise AutodiagError("dossier_repris_ailleurs", fichier=self.path.name)
