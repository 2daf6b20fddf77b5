# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a command is given: where things are, who calls, what time it is, where to write."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TextIO

from autodiag.bundle import Bundle
from autodiag.dossier.author import Author
from autodiag.errors import AutodiagError
from autodiag.text.typography import plain

LONGEST_LINE = 4_000


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Passed in by main: no command asks the machine for any of it.

    `data` holds dated copies, settings and logs; it may not exist yet.
    """

    bundle: Bundle
    data: Path
    user: str
    machine: str
    clock: Callable[[], datetime]
    out: TextIO
    err: TextIO
    version: str

    @property
    def today(self) -> date:
        """The local day."""
        return self.clock().date()

    @property
    def author(self) -> Author:
        """Who signs the changes."""
        return Author(self.user, self.clock, self.machine)

    @property
    def copies(self) -> Path:
        """Where dated copies go (contract D6)."""
        return self.data / "copies"

    def say(self, text: str) -> None:
        """A line for the person, on the error output: JSON has the other one to itself.

        What others typed and is quoted there cannot move the cursor or turn the line around.
        """
        print(plain(text, limit=LONGEST_LINE), file=self.err)

    def say_error(self, error: AutodiagError) -> None:
        """The sentence of an error, then its details, one a line."""
        for line in error.lines:
            self.say(line)
