# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Sentences kept as data, read once: the same ones on the screen and on paper.

A passage between two stars is bold: **ainsi**. Knows nothing of how it is shown.
"""

from collections.abc import Mapping
from pathlib import Path

import tomli

from autodiag.errors import AutodiagError


class Sentences:
    """The sentences of a file, by dotted key."""

    def __init__(self, file: Path) -> None:
        """Raises AutodiagError where the file is missing or spoilt."""
        self._file = file
        try:
            self._sections: Mapping[str, Mapping[str, str]] = tomli.loads(
                file.read_text(encoding="utf-8")
            )
        except (OSError, ValueError) as error:
            raise AutodiagError("ressource_illisible", fichier=file.name) from error

    def __call__(self, key: str, **values: str) -> str:
        """The sentence with its braces filled. Raises AutodiagError where the file lacks it."""
        section, name = key.split(".")
        try:
            return self._sections[section][name].format(**values)
        except (LookupError, TypeError) as error:
            raise AutodiagError("ressource_illisible", fichier=self._file.name) from error

    def __getitem__(self, section: str) -> Mapping[str, str]:
        """Every sentence of a section. Raises KeyError."""
        return self._sections[section]

    def section(self, name: str) -> Mapping[str, str]:
        """Every sentence of a section, in order; empty where there is none."""
        return self._sections.get(name, {})


def read_sentences(resources: Path) -> Sentences:
    """The sentences of the report. Raises AutodiagError when they cannot be read."""
    return Sentences(resources / "report" / "textes.toml")


def unstarred(text: str) -> str:
    """Without the marks of what is bold."""
    return text.replace("**", "")


def said(sentences: Sentences, key: str, **values: str) -> str:
    """One sentence as plain text. `key` is `section.nom`."""
    return unstarred(sentences(key, **values))
