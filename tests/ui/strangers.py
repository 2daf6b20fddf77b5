# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Watches for widgets that show for an instant as windows of their own: shown before they have
their place, they flash, take the keyboard away, and are heard as windows."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget


class Strangers(QObject):
    """Remembers each widget that shows as a window and is none."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            expected = isinstance(watched, QMainWindow | QMenu | QDialog)
            tip = watched.metaObject().className() in ("QTipLabel", "QComboBoxPrivateContainer")
            if watched.isWindow() and not (expected or tip):
                self.seen.append(type(watched).__name__)
        return False


@contextmanager
def watched_strangers(app: QApplication) -> Iterator[Strangers]:
    """While this lasts."""
    strangers = Strangers()
    app.installEventFilter(strangers)
    try:
        yield strangers
    finally:
        app.removeEventFilter(strangers)
