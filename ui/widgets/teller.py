# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Has a widget say itself in a sentence when the mouse rests on it or the keyboard comes to it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.callout import callout_of, hush

REST = 350
"""Milliseconds that the mouse rests before anything is said."""
BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Teller(QObject):
    """`say` gives the sentence, empty for nothing; `part` where it is, in the widget, the whole of
    it unless told: then the sentence stands over or under it, and the mouse asks that part itself.
    Who hears the widget has its name and description: nothing is announced."""

    def __init__(
        self,
        widget: QWidget,
        theme: Theme,
        say: Callable[[], str],
        part: Callable[[], QRect] | None = None,
    ) -> None:
        super().__init__(widget)
        self._widget, self._theme, self._say = widget, theme, say
        self._part = part
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._tell)
        widget.installEventFilter(self)

    @Slot()
    def _tell(self) -> None:
        text = self._say()
        if text and self._widget.isVisible():
            whole = self._part is None
            part = self._widget.rect() if self._part is None else self._part()
            callout_of(self._widget, self._theme).tell(self._widget, text, part, beside=whole)

    def _hush(self) -> None:
        self._rest.stop()
        hush(self._widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Enter and self._part is None:
            self._rest.start(REST)
        elif kind == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            if event.reason() in BY_KEY:
                self._rest.start(0)  # once the page has scrolled to it
        elif kind in (QEvent.Type.Leave, QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress):
            self._hush()
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return event.key() == Qt.Key.Key_Escape and hush(self._widget)
        return super().eventFilter(watched, event)
