# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One answer to choose among several, as a painted radio button: a level, or another choice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from ui.theme import Theme
from ui.widgets.answer_card import AnswerCard
from ui.widgets.term_text import Spans


class LevelCard(AnswerCard, QRadioButton):
    """A level of the common scale with the key that chooses it."""

    step_asked = Signal(int)
    """An arrow was pressed: the focus is asked for the card that many places further."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dress(theme)

    def show_level(self, level: int, sentence: str, name: str, spans: Spans = ()) -> None:
        """Show a level and the sentence that it stands for."""
        self.face.show(str(level), sentence, spans, level, name)
        self.setAccessibleName(f"Niveau {level} sur 4. {sentence} {name}.")
        self.sense.show_words(spans)
        self.update()
