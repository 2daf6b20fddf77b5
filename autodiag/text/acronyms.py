# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Acronyms spelt out where a page first writes them, in the words of the glossary.

Only what the letters stand for: what a name means without spelling it («loi 3DS») is for the card
of the word, since it would break the sentence."""

import re
from collections.abc import Sequence

from autodiag.model.knowledge import GlossaryEntry
from autodiag.text.terms import Found, terms_of

_END = re.compile(r"\s*[:.,;(]")
"""Where a definition says what the letters mean, and begins to explain it."""
_BODIES = (
    *("Agence ", "Association ", "Centre national ", "Chambre ", "Commission nationale "),
    *("Conseil national ", "Direction ", "Institut ", "Union "),
)
"""How the names begin that keep their capital inside a sentence."""


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
            words = _spelt(found.entry, written)
            if written in self._seen or not words:
                continue
            if not aside:
                self._seen.add(written)
            if not _told(text, found, words):
                before, after = text[: found.end], text[found.end :]
                inside = before.count("(") > before.count(")")
                text = f"{before}, {words}{after}" if inside else f"{before} ({words}){after}"
        return text

    def told(self, title: str) -> None:
        """A title that stays as it is: what it spells out needs not be so under it."""
        for found in self._terms.find(title):
            written = title[found.start : found.end]
            words = _spelt(found.entry, written)
            if words and _told(title, found, words):
                self._seen.add(written)


def _told(text: str, found: Found, words: str) -> bool:
    """Whether the text already says it: «l’autorité des données (CNIL)»."""
    between = text[: found.start].endswith("(") or text[found.end :].startswith((" (", "\u00a0("))
    return between or words.casefold() in text.casefold()


def _spelt(entry: GlossaryEntry, written: str) -> str:
    """What the letters of an acronym stand for, as inside a sentence; nothing where the glossary
    tells what it is and not what it stands for."""
    words = _END.split(entry.definition, maxsplit=1)[0]
    names = entry.term.split(" ou ")  # «DPO ou DPD»: the words of both
    names = names if written in names else [written]
    if not _acronym(written) or not any(_initials(name, words) for name in names):
        return ""
    return words if words.startswith(_BODIES) else words[:1].lower() + words[1:]


def _initials(acronym: str, words: str) -> bool:
    """Whether its letters begin words of these, in order, from the first on."""
    initials = iter(word[:1].casefold() for word in re.split(r"[\s’-]+", words))
    letters = acronym.casefold()
    return next(initials, "") == letters[0] and all(one in initials for one in letters[1:])


def _acronym(written: str) -> bool:
    return len(written) > 1 and written.isupper()


def _has_acronym(term: str) -> bool:
    return any(_acronym(part) for part in re.split(r"[\s(/,)]+", term))
