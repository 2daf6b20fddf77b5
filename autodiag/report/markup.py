# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Plain text by default, markup only when made here: user text can never become a tag.

Also the report’s own sentences, read from its data files.
"""

import re
from collections.abc import Sequence
from pathlib import Path

import tomli

from autodiag.report.installed import reading
from autodiag.text.typography import escape


class Markup(str):
    """Text that is already reportlab markup."""

    __slots__ = ()


def markup(text: str) -> Markup:
    """Plain text as markup that prints exactly that text; markup is left as it is."""
    return text if isinstance(text, Markup) else Markup(escape(text))


def bold(text: str) -> Markup:
    """In bold."""
    return Markup(f"<b>{markup(text)}</b>")


def italic(text: str) -> Markup:
    """In italic."""
    return Markup(f"<i>{markup(text)}</i>")


def link(target: str, text: str) -> Markup:
    """A link to a web address, or to a heading when `target` starts with #."""
    return Markup(f'<a href="{escape(target).replace(chr(34), "%22")}">{markup(text)}</a>')


def join(pieces: Sequence[str], between: str = " ") -> Markup:
    """Several pieces, each plain or markup."""
    return Markup(markup(between).join(markup(piece) for piece in pieces))


class Words:
    """The report’s sentences, by dotted key. `**bold**` in a sentence is bold; values never are
    markup unless they already were."""

    def __init__(self, folder: Path) -> None:
        self._sections: dict[str, dict[str, str]] = {}
        self._file = folder / "textes.toml"
        with reading(self._file):
            data: dict[str, dict[str, str]] = tomli.loads(self._file.read_text(encoding="utf-8"))
            self._sections.update(data)

    def __call__(self, key: str, **values: str) -> Markup:
        """The sentence with its braces filled. Raises AutodiagError where the file lacks it."""
        template = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(self.raw(key)))
        return Markup(template.format(**{name: markup(v) for name, v in values.items()}))

    def raw(self, key: str) -> str:
        """The sentence as it is in the file."""
        section, name = key.split(".")
        with reading(self._file):
            return self._sections[section][name]

    def section(self, name: str) -> dict[str, str]:
        """Every sentence of a section, in order."""
        with reading(self._file):
            return self._sections[name]
