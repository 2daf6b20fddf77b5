# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One answer that is handed over: question, answer, note, evidence, who gave it and when."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from autodiag.scoring.handed import HandedAnswer
from autodiag.text.typography import NARROW
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.labels import label
from ui.widgets.state_badge import StateBadge

_SIDE = 160
"""Pixels at 100 % of what stands at the right."""
_BESIDE = 640


class AnswerRow(QWidget):
    """Only what is known of it shows. `asked`: to go to the question."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._handed: HandedAnswer | None = None
        self.question = label("", "body", bold=True)
        self.answer = label("", "body")
        self.note = label("", "body", tone="ink2")
        self.evidence = label("", "body", tone="ink2")
        self.by = label("", "caption", tone="ink2")
        self.to_confirm, self.to_review = StateBadge(theme), StateBadge(theme)
        self.go = button(theme, "Voir la question", "quiet")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._side = QWidget()
        self._build()
        self.go.clicked.connect(self.asked)
        theme.changed.connect(self._lay)

    def _build(self) -> None:
        texts = QVBoxLayout()
        texts.setContentsMargins(0, 8, 0, 0)  # in line with the button beside
        texts.setSpacing(4)
        for text in (self.question, self.answer, self.note, self.evidence, self.by):
            texts.addWidget(text)
        texts.addStretch(1)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(6)
        left = Qt.AlignmentFlag.AlignLeft
        side.addWidget(self.to_confirm, 0, left)
        side.addWidget(self.to_review, 0, left)
        side.addWidget(self.go, 0, left)
        side.addStretch(1)
        self._row.setContentsMargins(0, 4, 0, 10)
        self._row.setSpacing(20)
        self._row.addLayout(texts, 1)
        self._row.addWidget(self._side)
        self.to_confirm.show_state("À confirmer", "warn", "half")
        self.to_review.show_state("À revoir", "plain", "ring")

    def show_answer(self, handed: HandedAnswer) -> None:
        """Show this one, unless it already is."""
        if handed == self._handed:
            return
        self._handed = handed
        self.question.setText(f"{handed.number}\u00a0 {handed.text}")
        self.answer.setText(handed.answer)
        self.note.setText(f"Note\u00a0: {handed.note}" if handed.note else "")
        listed = f"{NARROW}; ".join(handed.evidence)
        self.evidence.setText(f"D’après\u00a0: {listed}" if listed else "")
        self.by.setText(handed.by)
        for text in (self.note, self.evidence, self.by):
            text.setVisible(bool(text.text()))
        self.to_confirm.setVisible(handed.to_confirm)
        self.to_review.setVisible(handed.to_review)
        self.go.setAccessibleName(f"Voir la question {handed.number}")

    @Slot()
    def _lay(self) -> None:
        scale = self._theme.scale
        beside = self.width() >= _BESIDE * scale
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._row.setSpacing(20 if beside else 6)
        if beside:
            self._side.setFixedWidth(round(_SIDE * scale))
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay()
