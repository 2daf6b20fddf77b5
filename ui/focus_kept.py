# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where the keyboard was in the window before it went into something that will leave.

What leaves (a message, the visit) says so with the property `passing`.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

PASSING = "passing"


class FocusKept(QObject):
    """`begin` gives the focus to what is shown, where what had it cannot take it any more."""

    def __init__(self, window: QWidget, begin: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._begin = window, begin
        self._last: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
            self._on_focus_changed(None, app.focusWidget())

    @Slot()
    def give_back(self) -> None:
        """The focus goes where it was. To be called before what has it is hidden: Qt would give
        it to the first thing of the window."""
        last = self._last
        if last is not None and isValid(last) and self._takes(last):
            last.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._begin()

    def _takes(self, widget: QWidget) -> bool:
        return widget.isVisible() and widget.isEnabled() and self._window.isAncestorOf(widget)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new.window() is self._window and not _passes(new):
            self._last = new


def _passes(widget: QWidget) -> bool:
    holder: QWidget | None = widget
    while holder is not None and not holder.property(PASSING):
        holder = holder.parentWidget()
    return holder is not None
