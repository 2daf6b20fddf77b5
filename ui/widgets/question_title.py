# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The question itself, large, with its difficult words underlined by dots. Heard as a title."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy

from ui.theme import Theme
from ui.widgets.term_label import TermLabel
from ui.widgets.term_text import Spans


class QuestionTitle(TermLabel):
    """A label with a tighter line height."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, None, "question", leading=0.94)
        self.setProperty("heading", True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_question(self, text: str, spans: Spans = ()) -> None:
        """Show a question."""
        self.show_text(text, spans)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(280 * self._theme.scale), 0)
