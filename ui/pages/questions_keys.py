# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a key asks for on the page of the questions, whatever the layout of the keyboard."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

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
    REVIEW = auto()
    FIND = auto()
    BACK = auto()


_PLAIN = {
    int(Qt.Key.Key_Return): Command.NEXT,
    int(Qt.Key.Key_Enter): Command.NEXT,
    int(Qt.Key.Key_N): Command.UNKNOWN,
    int(Qt.Key.Key_S): Command.NOT_CONCERNED,
    int(Qt.Key.Key_R): Command.REVIEW,
    int(Qt.Key.Key_Escape): Command.BACK,
}
BARE = (Command.UNKNOWN, Command.NOT_CONCERNED, Command.REVIEW, Command.FIND)
"""Asked for by a letter or a sign alone, as the digits are: what may be switched off."""


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
    if event.modifiers() & _COMMANDS:
        return None
    if event.text() == "/":  # with Shift on a French keyboard
        return Command.FIND
    return _PLAIN.get(event.key())
