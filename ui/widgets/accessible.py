# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Painted widgets that assistive technologies must hear as pictures. Knows nothing of what is
painted."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class Picture(QWidget):
    """A widget painted by hand: role Graphic, name and description given by `describe`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _install_factory()
        self.accessible: QAccessibleInterface | None = None
        """Kept here for Qt, which does not keep the Python object."""

    def describe(self, name: str, summary: str = "") -> None:
        """`name`: title and conclusion. `summary`: the same data as sentences."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(summary)


def _interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, Picture):
        return None
    thing.accessible = QAccessibleWidget(thing, QAccessible.Role.Graphic)
    return thing.accessible


@cache
def _install_factory() -> None:
    """Once per process: Qt would ask each one of them."""
    QAccessible.installFactory(_interface)
