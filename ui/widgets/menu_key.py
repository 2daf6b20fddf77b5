# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The key that asks for the menu of what has the keyboard, where a keyboard has none of its own."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def asks_menu(event: QKeyEvent) -> bool:
    """Whether it is Maj+F10: Windows alone makes a context menu of it, X11 only of the menu key.
    Whoever answers accepts the event, so that Windows does not ask a second time."""
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return shift and Qt.Key(event.key()) == Qt.Key.Key_F10
