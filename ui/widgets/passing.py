# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A word beside a button, for what nothing came of: it moves nothing and asks for nothing."""

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.callout import callout_of, hush

STAYS = 8_000
"""Milliseconds, unless something is done before: there is nothing in it to reach."""
ACTS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)


class Passing(QObject):
    """Said aloud too. Leaves at the next key or click in the window, or after a while."""

    def __init__(self, about: QWidget, theme: Theme) -> None:
        super().__init__(about)
        self._about, self._theme = about, theme
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(STAYS)
        self._leaving.timeout.connect(self.leave)

    def say(self, text: str) -> None:
        """Show it beside the button, and have it heard."""
        callout_of(self._about, self._theme).tell(self._about, text, self._about.rect())
        announce(self._about, text)
        self._leaving.start()
        handle = self._about.window().windowHandle()
        if handle is not None:
            handle.installEventFilter(self)  # once, however often it is said

    @Slot()
    def leave(self) -> None:
        """Say it no longer."""
        self._leaving.stop()
        handle = self._about.window().windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
        hush(self._about)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in ACTS:
            self.leave()
        return super().eventFilter(watched, event)
