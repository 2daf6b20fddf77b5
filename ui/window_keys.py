# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The keys that work everywhere in the window, and what they ask of it.

A field that is being typed in keeps those that are its own (Ctrl+Z among them): Qt asks it first.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.pages.home import HomePage


class WindowKeys(QObject):
    """Held down, a key acts once. Those of a dossier do nothing while none is open, but Ctrl+Z,
    which then takes back what was done on the welcome page."""

    def __init__(self, window: "MainWindow", home: "HomePage") -> None:
        super().__init__(window)
        self._window, self._home = window, home
        self._acts: dict[QShortcut, Callable[[], object]] = {}
        self._add(window.show_help, "F1")
        self._add(partial(window.areas.enter_beside, 1), "F6")
        self._add(partial(window.areas.enter_beside, -1), "Shift+F6")
        self._add(window.ask_for_file, "Ctrl+O")
        self._add(self._undo, "Ctrl+Z")
        self._add(self._redo, "Ctrl+Shift+Z", "Ctrl+Y")  # both, whatever the system’s habit
        self._add(partial(self._go, "imprimer"), "Ctrl+P")
        self._add(partial(self._step, 1), "Ctrl+PgDown")  # digits need Shift on a French keyboard
        self._add(partial(self._step, -1), "Ctrl+PgUp")
        self._add(partial(self._go, "accueil"), "Ctrl+W")

    def _add(self, act: Callable[[], object], *keys: str) -> None:
        for one in keys:
            shortcut = QShortcut(QKeySequence(one), self._window)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._on_activated)
            self._acts[shortcut] = act

    @Slot()
    def _on_activated(self) -> None:
        shortcut = self.sender()
        if isinstance(shortcut, QShortcut):
            self._acts[shortcut]()

    def _undo(self) -> None:
        if self._window.dossier is not None:
            self._window.dossier.undo()
        else:
            self._home.undo()

    def _redo(self) -> None:
        if self._window.dossier is not None:
            self._window.dossier.redo()

    def _go(self, page_id: str) -> None:
        if self._window.dossier is not None:
            self._window.go(page_id)

    def _step(self, by: int) -> None:
        """To the step after the one shown, or before it."""
        following = self._window.step_beside(by)
        if following:
            self._go(following)
