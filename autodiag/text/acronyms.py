# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Acronyms spelt out where a page first writes them, in the words of the glossary."""

import re
from collections.abc import Sequence

from autodiag.model.knowledge import GlossaryEntry
from autodiag.text.terms import Found, terms_of

_END = re.compile(r"\s*[:.,;(]")
"""Where a definition says what the letters mean, and begins to explain it."""


class SpeltOut:
    """Reads the texts of one page in their order; each acronym is spelt out once."""

    def __init__(self, glossary: Sequence[GlossaryEntry]) -> None:
        self._terms = terms_of(tuple(entry for entry in glossary if _has_acronym(entry.term)))
        self._seen: set[str] = set()

    def read(self, text: str, *, aside: bool = False) -> str:
        """The text, with each acronym that the page has not yet spelt out followed by its words.
        `aside`: a text that is folded, and may never be read."""
        for found in reversed(self._terms.find(text)):
            written = text[found.start : found.end]
            if written in self._seen or not _acronym(written):
                continue
            if not aside:
                self._seen.add(written)
            words = _END.split(found.entry.definition, maxsplit=1)[0]
            if not _told(text, found, words):
                text = f"{text[: found.end]} ({words}){text[found.end :]}"
        return text


def _told(text: str, found: Found, words: str) -> bool:
    """Whether the text already says it: «l’autorité des données (CNIL)»."""
    between = text[: found.start].endswith("(") or text[found.end :].startswith((" (", "\u00a0("))
    return between or words.casefold() in text.casefold()


def _acronym(written: str) -> bool:
    return len(written) > 1 and written.isupper()


def _has_acronym(term: str) -> bool:
    return any(_acronym(part) for part in re.split(r"[\s(/,)]+", term))
