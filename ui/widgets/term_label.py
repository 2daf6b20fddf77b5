# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A running text whose difficult words are underlined by dots and explained by a card.

In place of `label(…)` where a text is our own: `TermLabel(theme, Terms(glossary))`, then `say`.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from autodiag.text.terms import Terms
from ui.theme import Role, Theme
from ui.widgets.term_text import Dots, Spans, TermText
from ui.widgets.word_sense import WordSense


class TermLabel(QLabel):
    """Read as a label; painted by hand, for the dots. Wraps; a new line begins a new line."""

    def __init__(
        self,
        theme: Theme,
        terms: Terms | None = None,
        role: Role = "body",
        *,
        tone: str = "ink",
        leading: float = 1.0,
    ) -> None:
        super().__init__()
        self._theme, self._terms, self._tone = theme, terms, tone
        self._role: Role = role
        self._said = TermText(leading)
        self._sense = WordSense(theme, self)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    @property
    def words(self) -> Spans:
        """The words that are underlined."""
        return self._sense.words

    def say(self, text: str) -> None:
        """Show a text, the words of the glossary underlined."""
        self.show_text(text, self._terms.find(text) if self._terms is not None else ())

    def show_text(self, text: str, words: Spans) -> None:
        """Show a text with words that were found already."""
        self._said.set_text(text.replace("\n", "\u2028"), words)
        self.setText(text)
        self._sense.show_words(words)
        self.updateGeometry()
        self.update()

    def word_rects(self) -> list[list[QRectF]]:
        """Where each word is: one rectangle a line."""
        return self._said.word_rects(self._font(), self.width())

    def line_count(self) -> int:
        """How many lines it takes now, at least one."""
        return max(1, self._said.lines(self._font(), self.width()))

    def _font(self) -> QFont:
        return self._theme.font(self._role)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self.text():
            return 0
        return round(self._said.height(self._font(), width) + 0.49)

    def sizeHint(self) -> QSize:
        width = round(640 * self._theme.scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(120 * self._theme.scale), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color(self._tone))
        dots = Dots(theme.color("primary"), self._sense.explained)
        font = self._font()
        self._said.paint(painter, QPointF(0, 0), font, self.width(), dots)
        painter.end()
