# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Does what is not needed at first after the window shows, one piece at a turn of the event loop.

Between two pieces the window takes keys and clicks, and paints.
"""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

LATEST = 300
"""Milliseconds after which a window that nobody sees (minimised) is finished all the same."""


class Turns(QObject):
    """From the first painting of a window on. The window owns it."""

    def __init__(self, window: QWidget, pieces: Iterator[None]) -> None:
        super().__init__(window)
        self._pieces = pieces
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(LATEST)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            self._timer.setInterval(0)  # the painting itself comes first
        return False

    @Slot()
    def _on_timeout(self) -> None:
        self._timer.setInterval(0)
        if next(self._pieces, self) is self:
            self._timer.stop()
