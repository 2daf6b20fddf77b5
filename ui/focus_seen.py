# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What takes the keyboard is scrolled into view: Qt does so only within one scroll area."""

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.focus_ring import REACH
from ui.widgets.scroll import bring_into_view


class FocusSeen(QObject):
    """In one window. A click never scrolls: it would take away what is being pressed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._on_laid_out)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        held = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        # under the pointer too: after some drags a button is thought to be held for long
        pressed = held and new is not None and new.underMouse()
        # back in the window, the keyboard is where it was: nothing moves under the eyes
        if old is not None and new is not None and not pressed:
            self._soon.start(0)
        else:
            self._soon.stop()

    @Slot()
    def _on_laid_out(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or focus.window() is not self._window:
            return
        seen = focus.visibleRegion().boundingRect()
        if seen != focus.rect():
            bring_into_view(focus, REACH)
