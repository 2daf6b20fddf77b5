# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The question itself, large, with its difficult words underlined by dots. Read as a label."""

from PySide6.QtCore import QPointF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme import Theme
from ui.widgets.term_text import Spans, TermText


class QuestionTitle(QLabel):
    """A label painted by hand, for the dots and for its line height."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._said = TermText(0.94)
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def show_question(self, text: str, spans: Spans = ()) -> None:
        """Show a question."""
        self._said.set_text(text, spans)
        self.setText(text)
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._said.height(self._theme.font("question"), width) + 0.49)

    def sizeHint(self) -> QSize:
        width = round(640 * self._theme.scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(280 * self._theme.scale), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("ink"))
        font = theme.font("question")
        self._said.paint(painter, QPointF(0, 0), font, self.width(), theme.color("primary"))
        painter.end()
