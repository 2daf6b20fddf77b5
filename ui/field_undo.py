# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Ctrl+Z in a field that has nothing of its own to take back is for the window: Qt’s fields keep
the key even then."""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class FieldUndo(QObject):
    """Watches the one field of a window that is typed in."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._field: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
            self._on_focus_changed(None, app.focusWidget())

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = None
        if isinstance(new, QLineEdit | QPlainTextEdit) and new.window() is self._window:
            new.installEventFilter(self)
            self._field = new

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo, redo = event.matches(UNDO), event.matches(REDO)
        if (undo and not _can(watched, UNDO)) or (redo and not _can(watched, REDO)):
            event.ignore()  # it is not a key of the field: the shortcuts of the window come next
            return True
        return False


def _can(field: QObject, act: QKeySequence.StandardKey) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if act == UNDO else field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit) and not field.isReadOnly():
        document = field.document()
        return document.isUndoAvailable() if act == UNDO else document.isRedoAvailable()
    return False
