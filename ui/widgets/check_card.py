# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One answer among several that may be given together, as a painted check box."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.theme import Theme
from ui.widgets.answer_card import AnswerCard


class CheckCard(AnswerCard, QCheckBox):
    """A choice with the key that ticks it."""

    step_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dress(theme)
