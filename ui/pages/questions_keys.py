# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a key asks for on the page of the questions, whatever the layout of the keyboard."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

FIRST = {"xcb": 10, "wayland": 10, "windows": 2}
"""The native scan code of the first key of the row of digits, by Qt platform."""
FRENCH = "&é\"'(-è_çà"
"""What that row types without Shift on a French keyboard, where scan codes are not given."""
_COMMANDS = (
    Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Command(Enum):
    """An intent that a key stands for."""

    NEXT = auto()
    UNKNOWN = auto()
    NOT_CONCERNED = auto()
    BACK = auto()
    UNDO = auto()
    REDO = auto()


_PLAIN = {
    int(Qt.Key.Key_Return): Command.NEXT,
    int(Qt.Key.Key_Enter): Command.NEXT,
    int(Qt.Key.Key_N): Command.UNKNOWN,
    int(Qt.Key.Key_S): Command.NOT_CONCERNED,
    int(Qt.Key.Key_Escape): Command.BACK,
}


def digit(event: QKeyEvent) -> int | None:
    """The digit meant by a key: the row with or without Shift, or the keypad. None when the key
    is held down, or is another one."""
    if event.isAutoRepeat() or event.modifiers() & _COMMANDS:
        return None
    text = event.text()
    if len(text) == 1 and text in "0123456789":
        return int(text)
    first = FIRST.get(QGuiApplication.platformName())
    if first is not None:
        place = event.nativeScanCode() - first + 1
        return place % 10 if 1 <= place <= 10 else None
    return (FRENCH.index(text) + 1) % 10 if text and text in FRENCH else None


def command(event: QKeyEvent) -> Command | None:
    """What another key asks for; held down, it asks once."""
    if event.isAutoRepeat():
        return None
    if event.matches(QKeySequence.StandardKey.Undo):
        return Command.UNDO
    if event.matches(QKeySequence.StandardKey.Redo) or _is_redo(event):
        return Command.REDO
    return None if event.modifiers() & _COMMANDS else _PLAIN.get(event.key())


def _is_redo(event: QKeyEvent) -> bool:
    """Ctrl+Maj+Z everywhere, even where the system says Ctrl+Y."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Z and event.modifiers() == both
