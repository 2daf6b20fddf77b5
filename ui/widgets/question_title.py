# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The question itself, large, with its difficult words underlined by dots. Heard as a title."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy

from ui.theme import Theme
from ui.widgets.term_label import TermLabel
from ui.widgets.term_text import Spans


class QuestionTitle(TermLabel):
    """A label with a tighter line height. `short`: in smaller letters."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, None, "question", leading=0.94)
        self._short = False
        self.setProperty("heading", True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_question(self, text: str, spans: Spans = ()) -> None:
        """Show a question."""
        self.show_text(text, spans)

    def set_short(self, *, short: bool) -> None:
        """Leave the answers more room."""
        if short != self._short:
            self._short = short
            self.updateGeometry()
            self.update()

    def _font(self) -> QFont:
        return self._theme.font("lead", bold=True) if self._short else super()._font()

    def minimumSizeHint(self) -> QSize:
        return QSize(round(280 * self._theme.scale), 0)
