# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What assistive technologies must hear otherwise than Qt says it: painted widgets are pictures,
titles are headings, a class says what else it is (`HEARD_AS`, the name of a role of Qt). Knows
nothing of what is painted or written."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget

TITLES = frozenset(("title", "welcome", "question"))
"""Roles of text that are always headings; a bold «lead» is one too."""


class Picture(QWidget):
    """A widget painted by hand: role Graphic, name and description given by `describe`."""

    HEARD_AS = "Graphic"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install_roles()

    def describe(self, name: str, summary: str = "") -> None:
        """`name`: title and conclusion. `summary`: the same data as sentences."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(summary)


class _Heading(QAccessibleWidget):
    """A label that one jumps to; its name is its text, as Qt’s own labels do."""

    def __init__(self, words: QLabel) -> None:
        super().__init__(words, QAccessible.Role.Heading)

    def text(self, kind: QAccessible.Text) -> str:
        words = self.object()
        if kind == QAccessible.Text.Name and isinstance(words, QLabel):
            return words.accessibleName() or words.text()
        return super().text(kind)


def is_heading(words: QLabel) -> bool:
    """Whether a label is a title: what it says itself (property `heading`), else by its role."""
    told, role = words.property("heading"), words.property("role")
    strong = role == "lead" and words.property("strong") == "true"
    return bool(role in TITLES or strong) if told is None else bool(told)


def _interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, QLabel) and is_heading(thing):
        return _kept(thing, _Heading(thing))
    role = getattr(thing, "HEARD_AS", "")
    if role and isinstance(thing, QWidget):
        return _kept(thing, QAccessibleWidget(thing, QAccessible.Role[role]))
    return None


def _kept(thing: QWidget, made: QAccessibleInterface) -> QAccessibleInterface:
    """Qt does not keep the Python object."""
    thing.accessible = made  # type: ignore[attr-defined]
    return made


@cache
def install_roles() -> None:
    """Once per process, before somebody listens: Qt would ask each one of them."""
    QAccessible.installFactory(_interface)
