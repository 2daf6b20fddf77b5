# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The sentences of one document, filled in: what is bold, what is a blank to complete.

A passage between two stars is bold; one between brackets is a blank. What a person typed is never
read so. Knows nothing of how it is shown.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from unicodedata import bidirectional

import tomli

from autodiag.errors import AutodiagError
from autodiag.text.typography import plain

SHARED = "communs"
"""The file of the sentences that all documents share."""
LONGEST = 1_000
"""Characters of one value."""
_TOKEN = re.compile(r"(\*\*)|\{(\w+)\}|(\[[^\[\]]*\])")
_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a sentence. `blank`: somebody has still to complete or check it."""

    text: str
    bold: bool = False
    blank: bool = False


Pieces = tuple[Piece, ...]
Said = str | Pieces
"""Plain text, or a sentence already in pieces."""


def pieces_of(said: Said) -> Pieces:
    """Text on one line and harmless; pieces as they are."""
    return (Piece(plain(said, 4 * LONGEST)),) if isinstance(said, str) else said


def text_of(said: Said) -> str:
    """Without what is bold or blank about it."""
    return "".join(piece.text for piece in pieces_of(said))


def joined(*parts: Said) -> Pieces:
    """One after another, a space between; empty ones are left out."""
    out: list[Piece] = []
    for part in parts:
        if text_of(part):
            out += [Piece(" "), *pieces_of(part)] if out else pieces_of(part)
    return tuple(out)


def isolated(text: str) -> str:
    """The text as it is; one read from the right does not turn round the line it stands in."""
    turns = any(bidirectional(letter) in ("R", "AL", "AN") for letter in text)
    return f"\u2068{text}\u2069" if turns else text


class Words:
    """The sentences of a document’s own file, and those that all of them share, by dotted key."""

    def __init__(self, resources: Path, document: str) -> None:
        """Raises AutodiagError where a file is missing or spoilt."""
        folder = resources / "documents"
        self._own = _read(folder / f"{document}.toml")
        self._shared = _read(folder / f"{SHARED}.toml")
        self._name = f"{document}.toml"

    def __call__(self, key: str, **values: Said) -> Pieces:
        """The sentence with its braces filled. Raises AutodiagError where the file lacks it."""
        return tuple(self._pieces(self._template(key), values))

    def raw(self, key: str, **values: Said) -> str:
        """The same as plain text."""
        return text_of(self(key, **values))

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        section, _, name = key.partition(".")
        return any(name in file.get(section, {}) for file in (self._own, self._shared))

    def _template(self, key: str) -> str:
        section, _, name = key.partition(".")
        for file in (self._own, self._shared):
            if name in file.get(section, {}):
                return file[section][name]
        raise AutodiagError("ressource_illisible", fichier=self._name)

    def _pieces(self, template: str, values: Mapping[str, Said]) -> list[Piece]:
        found: list[Piece] = []
        bold, at = False, 0
        for token in _TOKEN.finditer(template):
            if token.start() > at:
                found.append(Piece(template[at : token.start()], bold))
            at = token.end()
            star, field, bracket = token.groups()
            if star:
                bold = not bold
            elif field:
                value = pieces_of(self._value(field, values))
                found += [replace(one, bold=one.bold or bold) for one in value]
            else:
                filled = _FIELD.sub(lambda f: text_of(self._value(f[1], values)), bracket)
                found.append(Piece(filled, bold, blank=True))
        if at < len(template):
            found.append(Piece(template[at:], bold))
        return found

    def _value(self, field: str, values: Mapping[str, Said]) -> Said:
        if field not in values:
            raise AutodiagError("ressource_illisible", fichier=self._name)
        value = values[field]
        return plain(value, LONGEST) if isinstance(value, str) else value


def _read(file: Path) -> Mapping[str, Mapping[str, str]]:
    try:
        data: Mapping[str, Mapping[str, str]] = tomli.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise AutodiagError("ressource_illisible", fichier=file.name) from error
    return data
