# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Words for the entries of a menu: no letter of theirs is a shortcut, the keys stand at right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics


def in_menu(text: str, letters: QFontMetrics, room: int) -> str:
    """A sentence, cut short at `room` pixels."""
    return _plain(letters.elidedText(text, Qt.TextElideMode.ElideRight, room))


def place_in_menu(text: str, letters: QFontMetrics, room: int) -> str:
    """A place, cut short in its middle: its beginning and its end tell the most."""
    return _plain(letters.elidedText(text, Qt.TextElideMode.ElideMiddle, room))


def keyed(text: str, keys: str) -> str:
    """With the keys that do the same, only to be read: the window listens to them."""
    return f"{text}\t{keys}"


def _plain(text: str) -> str:
    return text.replace("&", "&&")
