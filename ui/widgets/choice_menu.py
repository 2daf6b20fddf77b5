# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A menu of choices about one thing, not modal: the answer comes by its signal."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class ChoiceMenu(QMenu):
    """Opened with `popup`; gone once it is closed."""

    chosen = Signal(str, str)
    """A command, and what it is about."""

    def __init__(
        self, parent: QWidget, name: str, key: str, choices: Iterable[tuple[str, str, bool]]
    ) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(name)
        for command, text, on in choices:
            entry = self.addAction(text)
            entry.setEnabled(on)
            entry.setData(command)
        self.triggered.connect(self._on_triggered)
        self.aboutToHide.connect(self.deleteLater)

    @Slot(QAction)
    def _on_triggered(self, entry: QAction) -> None:
        self.chosen.emit(entry.data(), self._key)
