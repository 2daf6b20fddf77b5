# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Properties of what is built before the window first shows, by their number.

Naming one member of `Qt` has Python make all of its enumerations: 14 ms of the 50 that the whole
start may take. Their names stand here, and a test keeps each number equal to its member.
"""

from PySide6.QtWidgets import QWidget

PLAIN_TEXT = ("textFormat", 0)
"""Qt.TextFormat.PlainText"""
NO_FOCUS = ("focusPolicy", 0)
"""Qt.FocusPolicy.NoFocus"""
NO_SIDEWAYS_BAR = ("horizontalScrollBarPolicy", 1)
"""Qt.ScrollBarPolicy.ScrollBarAlwaysOff"""


def set_early(widget: QWidget, chosen: tuple[str, int]) -> None:
    """Give a property of a widget one of the values above."""
    widget.setProperty(*chosen)
