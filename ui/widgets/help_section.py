# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A pictogram, a title and a text under it; hidden while it has no text."""

from itertools import pairwise

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label
from ui.widgets.term_label import TermLabel
from ui.widgets.term_text import Spans

GAP, UNDER = 9, 2


class HelpSection(QWidget):
    """Without a text from the start, it is a title alone."""

    def __init__(self, theme: Theme, icon: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = IconLabel(theme, icon, "primary", 20)
        self._title = label(title, "body", bold=True, wrap=False, heading=True)
        self._text = TermLabel(theme, tone="ink2")
        for part in (self._icon, self._title, self._text):
            part.setParent(self)

    @property
    def text(self) -> str:
        """The text shown."""
        return self._text.text()

    @property
    def words(self) -> Spans:
        """Its words that are explained."""
        return self._text.words

    def rename(self, title: str) -> None:
        """Take another title."""
        self._title.setText(title)

    def say(self, text: str, words: Spans = ()) -> None:
        """Show a text with its difficult words, or nothing at all."""
        self._text.show_text(text, words)
        self.setVisible(bool(text))
        self._place()

    def _head(self) -> int:
        self._title.ensurePolished()
        return max(self._icon.height(), self._title.sizeHint().height())

    def _place(self) -> None:
        side, head, width = self._icon.width(), self._head(), self.width()
        self._icon.move(0, (head - self._icon.height()) // 2)
        left = side + round(GAP * self._theme.scale)
        self._title.setGeometry(QRect(left, 0, width - left, head))
        top = head + round(UNDER * self._theme.scale)
        self._text.setGeometry(QRect(0, top, width, self._text_height(width)))

    def _text_height(self, width: int) -> int:
        return self._text.heightForWidth(width)

    def lines(self) -> list[tuple[int, int]]:
        """The top and the bottom of its title, then of each line of its text."""
        text, number = self._text.geometry(), self._text.line_count()
        tops = [text.y() + round(n * text.height() / number) for n in range(number + 1)]
        return [(0, self._head()), *pairwise(tops)]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._head() + round(UNDER * self._theme.scale) + self._text_height(width)

    def sizeHint(self) -> QSize:
        width = round(276 * self._theme.scale)
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
