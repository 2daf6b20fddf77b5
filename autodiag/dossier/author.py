# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Who uses a dossier, on which machine, and what time it is there: all passed in."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Stamp:
    """When (ISO) and by whom a change is made."""

    at: str
    who: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a dossier open, as they wrote it: never trusted further than a sentence."""

    who: str = ""
    machine: str = ""
    since: str = ""

    @property
    def sentence(self) -> str:
        """«Marie Dupont (poste MAIRIE-2), depuis le 21/11/2026 à 14 h 05»."""
        text = _shown(self.who) or "Une autre personne"
        if machine := _shown(self.machine):
            text += f" (poste {machine})"
        with suppress(ValueError):
            moment = datetime.fromisoformat(self.since)
            text += f", depuis le {moment:%d/%m/%Y} à {moment.hour}\u00a0h\u00a0{moment:%M}"
        return text

    @property
    def fields(self) -> dict[str, str]:
        """What the side file says, short enough for its size."""
        return {"qui": self.who[:_SHOWN], "poste": self.machine[:_SHOWN], "depuis": self.since}


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


def _shown(text: str) -> str:
    """Text of unknown origin, short and on one line."""
    return "".join(c for c in text if c.isprintable())[:_SHOWN].strip()
