# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which words of a text the glossary explains, and where they are. Knows nothing of screens."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from autodiag.model.knowledge import GlossaryEntry


@dataclass(frozen=True, slots=True)
class Found:
    """A word of the glossary at `text[start:end]`."""

    start: int
    end: int
    entry: GlossaryEntry


class Terms:
    """The glossary, ready to look for its words in many texts."""

    def __init__(self, glossary: Sequence[GlossaryEntry]) -> None:
        self._entries: dict[str, GlossaryEntry] = {}
        names: list[str] = []
        for entry in glossary:
            written = names_of(entry.term)
            names += [n for n in written if self._entries.setdefault(_key(n), entry) is entry]
        # the longest first: «parapheur électronique» before a shorter word that begins it
        names.sort(key=len, reverse=True)
        words = "|".join(_pattern(name) for name in names)
        self._pattern = re.compile(rf"(?<![\w-])({words})(?:s?)(?![\w-])") if words else None

    def find(self, text: str) -> tuple[Found, ...]:
        """Where each word first stands, in order; a word is found once."""
        if self._pattern is None:
            return ()
        found: list[Found] = []
        seen: set[str] = set()
        for match in self._pattern.finditer(text):
            entry = self._entries[_key(match[1])]
            if entry.term not in seen:
                seen.add(entry.term)
                found.append(Found(match.start(), match.end(), entry))
        return tuple(found)


@lru_cache(maxsize=4)
def terms_of(glossary: tuple[GlossaryEntry, ...]) -> Terms:
    """The words of that glossary, or of its acronyms: made once, for all that shows them."""
    return Terms(glossary)


def names_of(term: str) -> list[str]:
    """The ways a term is written: «mot (MT)», «A ou B» and «A, B» by either half."""
    return [name for name in (n.strip(" )") for n in re.split(r"[(/,]| ou ", term)) if name]


def _is_acronym(name: str) -> bool:
    return name.upper() == name


def _key(name: str) -> str:
    """What tells two words apart: an acronym is not the word of the same letters, a plural is."""
    if _is_acronym(name):
        return name
    return " ".join(word.removesuffix("s") for word in name.casefold().split(" "))


def _pattern(name: str) -> str:
    """Acronyms as they are written, other words whatever their case and, where they have several
    words, with a plural on each."""
    if _is_acronym(name):
        return re.escape(name)
    words = (rf"{re.escape(word)}(?:s?)" for word in name.split(" "))
    return f"(?i:{' '.join(words)})"
