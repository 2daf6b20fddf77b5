# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The difficult words of one widget: which they are, and which one the pointer is on.

Tells the guide of its window; knows nothing of cards.
"""

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.theme import Theme
from ui.widgets.term_text import Spans
from ui.widgets.word_guide import WordGuide, guide_of

_AROUND = (-3, -4, 3, 8)
"""Where the pointer still is on a word: its dots are under it."""


class Worded(Protocol):
    """A widget that has words to explain."""

    def word_rects(self) -> Sequence[Sequence[QRectF]]:
        """Where each of its words is, in its own coordinates: one rectangle a line."""
        ...


class WordSense(QObject):
    """Belongs to the widget whose words it has. A word is never a stop of the tabulation key: the
    way to the answers would be twice as long; F2 goes through the words wherever the focus is."""

    def __init__(self, theme: Theme, holder: QWidget) -> None:
        super().__init__(holder)
        self._theme = theme
        self.words: Spans = ()
        self.explained = -1
        """The word that is being explained, for whoever paints it."""
        holder.setMouseTracking(True)
        holder.installEventFilter(self)

    @property
    def holder(self) -> QWidget:
        """The widget."""
        return cast("QWidget", self.parent())

    def show_words(self, words: Spans) -> None:
        """Take other words, found in another text."""
        if self.explained >= 0:
            self._guide().close()
        self.words = tuple(words)
        names = ", ".join(word.entry.term for word in self.words)
        self.holder.setAccessibleDescription(
            f"Touche F2 pour expliquer\u00a0: {names}" if names else ""
        )
        if self.words and self.holder.isVisible():
            self._guide()

    def mark(self, place: int) -> None:
        """Show which word is being explained, -1 for none."""
        if place != self.explained:
            self.explained = place
            self.holder.update()

    def rects(self, place: int, within: QWidget) -> list[QRect]:
        """Where a word is, in the coordinates of a widget that holds this one."""
        parts = [part.toAlignedRect() for part in self._parts()[place]]
        return [QRect(self.holder.mapTo(within, part.topLeft()), part.size()) for part in parts]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Show and self.words:
            self._guide()  # F2 works from now on
        elif kind == QEvent.Type.Hide and self.explained >= 0:
            self._guide().close()
        elif self.words and isinstance(event, QMouseEvent):
            at = self._at(event.position())
            if kind == QEvent.Type.MouseMove:
                self._guide().point(self, at)
            elif kind == QEvent.Type.MouseButtonPress and at >= 0 and not self._answers():
                self._guide().show_at_once(self, at)
        elif self.words and kind == QEvent.Type.Leave:
            self._guide().point(self, -1)
        return super().eventFilter(watched, event)

    def _answers(self) -> bool:
        """Whether a click on the widget does something else already."""
        return isinstance(self.parent(), QAbstractButton)

    def _guide(self) -> WordGuide:
        return guide_of(self.holder.window(), self._theme)

    def _parts(self) -> Sequence[Sequence[QRectF]]:
        return cast("Worded", self.parent()).word_rects()

    def _at(self, point: QPointF) -> int:
        """The word at that point, -1 where there is none."""
        for place, parts in enumerate(self._parts()):
            if any(part.adjusted(*_AROUND).contains(point) for part in parts):
                return place
        return -1
