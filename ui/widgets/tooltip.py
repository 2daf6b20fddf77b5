# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a widget says when the mouse rests on it: always plain, whatever somebody typed."""

from typing import Protocol

from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget


class Tipped(Protocol):
    """A widget, or an item of a list."""

    def setToolTip(self, text: str, /) -> object: ...


def set_tooltip(on: Tipped, text: str) -> None:
    """Say that text as it is written: Qt would take one with a tag in it for HTML."""
    on.setToolTip(as_written(text))


def show_name(of: QWidget, event: QHelpEvent) -> None:
    """Show the name that is heard, for what is only a pictogram. A tooltip that is kept would be
    heard a second time: Qt says it as the description."""
    QToolTip.showText(event.globalPos(), as_written(of.accessibleName()), of)


def as_written(text: str) -> str:
    """The same, or the HTML that shows it where Qt would guess HTML."""
    if "<" not in text and "&lt" not in text:
        return text
    from html import escape

    return f'<p style="white-space:pre-wrap">{escape(text, quote=False)}</p>'
