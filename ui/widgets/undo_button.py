# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Annuler » and « Rétablir », each saying what it would touch before it does."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu, QToolButton

from ui.theme import Theme
from ui.widgets.buttons import IconButton
from ui.widgets.menu_words import in_menu, keyed

NAME = "Annuler ou rétablir"
UNDO, REDO = "Annuler la dernière modification", "Rétablir ce qui vient d’être annulé"
UNDO_KEYS, REDO_KEYS = "Ctrl+Z", "Ctrl+Maj+Z"
WIDEST = 460
"""Of what is said in the menu, in pixels at 100 %."""


class UndoButton(IconButton):
    """A curved arrow over a menu of two. Undoes nothing itself."""

    undo_chosen = Signal()
    redo_chosen = Signal()
    look_asked = Signal()
    """The menu opens: `show_ahead` may say what would be taken back."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "undo", NAME)
        menu = QMenu(self)
        menu.setAccessibleName(NAME)
        self.undo = menu.addAction(keyed(UNDO, UNDO_KEYS))
        self.redo = menu.addAction(keyed(REDO, REDO_KEYS))
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu.aboutToShow.connect(self._on_about_to_show)
        self.undo.triggered.connect(self._on_undo_triggered)
        self.redo.triggered.connect(self._on_redo_triggered)

    def show_ahead(self, undo: str, redo: str) -> None:
        """What each would do, in a sentence that names it; empty when there is nothing."""
        said = ((self.undo, undo, UNDO, UNDO_KEYS), (self.redo, redo, REDO, REDO_KEYS))
        letters = QFontMetrics(self.menu().font())
        for action, sentence, otherwise, keys in said:
            room = round(WIDEST * self._theme.scale)
            action.setText(keyed(in_menu(sentence or otherwise, letters, room), keys))
            action.setEnabled(bool(sentence))

    @Slot()
    def _on_about_to_show(self) -> None:
        self.look_asked.emit()

    @Slot()
    def _on_undo_triggered(self) -> None:
        self.undo_chosen.emit()

    @Slot()
    def _on_redo_triggered(self) -> None:
        self.redo_chosen.emit()
