# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong, and the French sentence that says it. Knows nothing of screens or exit codes."""

from collections.abc import Sequence

# One sentence per code: what happened, what is safe, what to do. Alphabetical.
SENTENCES: dict[str, str] = {
    "donnees_fautives": "{combien} à corriger dans {source}. Rien n’a été écrit.",
}


class AutodiagError(Exception):
    """An expected failure, shown to the user as its French sentence.

    `code` is a key of `SENTENCES`; `context` fills its braces; `details` are further lines
    (all the problems of a data file, one each).
    """

    def __init__(self, code: str, *, details: Sequence[str] = (), **context: object) -> None:
        self.code = code
        self.context = context
        self.details = tuple(details)
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """The French sentence, without the details."""
        return SENTENCES[self.code].format(**self.context)

    @property
    def lines(self) -> tuple[str, ...]:
        """The sentence, then the details."""
        return (self.sentence, *self.details)
