# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Who uses a dossier, on which machine, and what time it is there: all passed in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from autodiag.dossier.journal import Stamp
from autodiag.dossier.lock import Holder


@dataclass(frozen=True, slots=True)
class Author:
    """`name` and `machine` are shown to others; `clock` gives the local time."""

    name: str
    clock: Callable[[], datetime]
    machine: str = ""

    def stamp(self) -> Stamp:
        """What the journal says of a change made now."""
        return Stamp(self.clock().isoformat(timespec="seconds"), self.name)

    def holder(self) -> Holder:
        """What the lock says from now on."""
        return Holder(self.name, self.machine, self.clock().isoformat(timespec="seconds"))
