# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A mark typed with two digits: 1, then 0 soon after, is 10. Knows neither question nor answer."""

from PySide6.QtCore import QObject, QTimer, Signal

from autodiag.catalogue.answers import HIGHEST_MARK

SOON = 1_000
"""Milliseconds during which a 0 belongs to the 1 before it."""


class MarkTyping(QObject):
    """A 1 is a mark at once; for a moment, it may still become a 10."""

    settled = Signal()
    """No 0 has followed: the mark is 1."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wait = QTimer(self, singleShot=True, interval=SOON)
        self._wait.timeout.connect(self.settled)

    @property
    def waits(self) -> bool:
        """Whether a 0 would now make a 10."""
        return self._wait.isActive()

    def meant(self, digit: int) -> int:
        """The mark that this digit makes, 0–10, with the one before it."""
        follows = self.waits and digit == 0
        self.stop()
        if digit == 1:
            self._wait.start()
        return HIGHEST_MARK if follows else digit

    def stop(self) -> None:
        """The next digit stands alone."""
        self._wait.stop()
