# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the panel beside the columns can be given to say. No widget."""

from dataclasses import dataclass
from typing import Literal

from ui.widgets.buttons import Kind

HeldName = Literal["evidence", "aid", "own"]
"""A widget of the panel that lives longer than what is said around it: what is being typed in it
is not lost when the rest changes."""


@dataclass(frozen=True, slots=True)
class Say:
    """A text: a paragraph, a heading, a step of a list, or a note."""

    text: str
    how: Literal["text", "heading", "step", "note", "warn", "ok"] = "text"


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value on one row."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Do:
    """A button: the command that it asks for, on what."""

    command: str
    key: str
    text: str
    kind: Kind = "secondary"


@dataclass(frozen=True, slots=True)
class Entry:
    """A title, a line under it, and buttons at its right; `ways`: longer ones, below."""

    text: str
    dos: tuple[Do, ...] = ()
    note: str = ""
    ways: tuple[Do, ...] = ()


@dataclass(frozen=True, slots=True)
class Doing:
    """Buttons side by side."""

    buttons: tuple[Do, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A line to type, then a button that says it; another that leaves."""

    name: str
    do: Do
    typed: str = ""
    leave: Do | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """The place of a widget that the panel holds."""

    name: HeldName


Part = Say | Fact | Entry | Doing | Ask | Held


@dataclass(frozen=True, slots=True)
class Content:
    """What the panel shows: `key` tells one subject from another."""

    key: str
    title: str
    parts: tuple[Part, ...]
