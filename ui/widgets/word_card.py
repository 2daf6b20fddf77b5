# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The small card that explains a word, over the window and never outside it. It stops nothing.

Knows where it may stand, not when it is wanted.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QEnterEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAccessibleWidget, QFrame, QVBoxLayout, QWidget

from autodiag.model.knowledge import GlossaryEntry
from ui.theme import Theme
from ui.widgets.labels import label
from ui.widgets.link_button import LinkButton

WIDTH, LEAST, MARGIN, AWAY = 340, 280, 8, 6
"""Of the card at 100 %, and of one at the right of the window; what it leaves at the edges of the
window; what is between it and the word."""
HINT = "F2\u00a0: mot suivant · Échap\u00a0: fermer"


class WordCard(QFrame):
    """A word and its definition. `entered` and `left` follow the pointer."""

    entered = Signal()
    left = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        _install_factory()
        self._theme = theme
        self.accessible: QAccessibleInterface | None = None
        """Kept here for Qt, which does not keep the Python object."""
        self.term = label("", "body", bold=True)
        self.definition = label("", "body")
        self.hint = label(HINT, "caption", tone="ink2")
        self.all_words = LinkButton(theme)
        self.all_words.say("Voir tous les mots")
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(4)
        column.addWidget(self.term)
        column.addWidget(self.definition)
        column.addWidget(self.hint)
        column.addWidget(self.all_words, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def explain(self, entry: GlossaryEntry, word: Sequence[QRect], *, by_key: bool) -> None:
        """Show what a word means beside the word, which is there in the window."""
        self.term.setText(entry.term)
        self.definition.setText(entry.definition)
        self.hint.setVisible(by_key)
        self.setAccessibleName(entry.term)
        self.setAccessibleDescription(entry.definition)
        self.stand_by(word)
        self.raise_()
        self.show()

    def stand_by(self, word: Sequence[QRect]) -> None:
        """Stand beside the word, which is there in the window."""
        self.setGeometry(self._place(word))

    def _place(self, word: Sequence[QRect]) -> QRect:
        """Under the word or above it, else beside it; wider before it covers the word."""
        room = self.window().rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        scale, start = self._theme.scale, min(part.left() for part in word)
        usual, least = round(WIDTH * scale), round(LEAST * scale)
        # narrower at the right of the window, rather than over what is at the left of the word
        narrow = min(usual, max(least, room.right() + 1 - start), room.width())
        usual = min(usual, room.width())
        places = (
            *self._above_or_under(word, narrow, room),
            *self._beside(word, usual, room),
            *self._above_or_under(word, usual, room),
            *self._above_or_under(word, room.width(), room),
        )
        low = QRect(room.left(), room.top(), room.width(), room.height())
        low.setTop(max(room.top(), room.bottom() + 1 - self._height(room.width())))
        return next((place for place in places if room.contains(place)), low)

    def _above_or_under(self, word: Sequence[QRect], width: int, room: QRect) -> Iterator[QRect]:
        height = self._height(width)
        left = max(room.left(), min(word[0].left(), room.right() + 1 - width))
        yield QRect(left, word[-1].bottom() + AWAY, width, height)
        yield QRect(left, word[0].top() - AWAY - height, width, height)

    def _beside(self, word: Sequence[QRect], width: int, room: QRect) -> Iterator[QRect]:
        """From the line of the word, or as low as the window lets."""
        height = self._height(width)
        top = min(word[0].top(), room.bottom() + 1 - height)
        yield QRect(min(part.left() for part in word) - AWAY - width, top, width, height)
        yield QRect(max(part.right() for part in word) + 1 + AWAY, top, width, height)

    def _height(self, width: int) -> int:
        self.ensurePolished()
        self._column.invalidate()
        self._column.activate()
        return self._column.totalHeightForWidth(width)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("control"), 1.5))
        painter.setBrush(self._theme.color("surface"))
        box = self.rect().toRectF().adjusted(0.75, 0.75, -0.75, -0.75)
        painter.drawRoundedRect(box, 12, 12)
        painter.end()

    def contains(self, at: QPoint) -> bool:
        """Whether a place of the screen is on the card."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(at))


def _interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, WordCard):
        return None
    thing.accessible = QAccessibleWidget(thing, QAccessible.Role.HelpBalloon)
    return thing.accessible


@cache
def _install_factory() -> None:
    """Once per process: Qt would ask each one of them."""
    QAccessible.installFactory(_interface)
