# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One question of a score: what was answered, what it brings, how much it counts. Leads to it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QVBoxLayout

from autodiag.text.joining import joined
from ui.theme import Theme
from ui.widgets.labels import label
from ui.widgets.pips import Pips
from ui.widgets.row_button import RowButton

HINT = "Ouvrir cette question"


@dataclass(frozen=True, slots=True)
class TraceFace:
    """Its texts. `level` None: nothing known; `counts` False: it is left out of the score. `hint`:
    where it leads."""

    number: str
    question: str
    answer: str
    brings: str
    weight: str
    note: str
    level: int | None
    counts: bool
    hint: str = HINT


class TraceRow(RowButton):
    """The words at the left on as many lines as they take, the figures in a column at the right."""

    def __init__(self, theme: Theme, face: TraceFace) -> None:
        said = [f"{face.number} {face.question}", face.answer, face.brings, face.weight, face.note]
        super().__init__(theme, joined(said), face.hint)
        self._number = label(face.number, bold=True, wrap=False)
        self._brings = label(face.brings, bold=face.counts, tone="" if face.counts else "ink2")
        self._weight = label(face.weight, "caption", tone="ink2")
        self._pips = Pips(theme, face.level or 0)
        self._build(face)
        self._fit()
        theme.changed.connect(self._fit)

    def _build(self, face: TraceFace) -> None:
        self.line.setContentsMargins(8, 8, 8, 8)
        self.add(self._number, top=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(_through(label(face.question, bold=True)))
        words.addWidget(_through(label(face.answer)))
        if face.note:
            words.addWidget(_through(label(face.note, "caption", tone="ink2")))
        self.line.addLayout(words, 1)
        figures = QVBoxLayout()
        figures.setSpacing(2)
        figures.addWidget(_through(self._brings))
        if face.weight:
            figures.addWidget(_through(self._weight))
        figures.addStretch(1)
        self.line.addLayout(figures)
        self.add(self._pips)
        policy = self._pips.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the arrows stay in a column
        self._pips.setSizePolicy(policy)
        self._pips.setVisible(face.level is not None)
        self.add_arrow()

    @Slot()
    def _fit(self) -> None:
        """Figures and numbers in columns, row after row."""
        metrics = QFontMetrics(self._theme.font("body", bold=True))
        self._number.setFixedWidth(metrics.horizontalAdvance("9.99"))
        for figure in (self._brings, self._weight):
            figure.setFixedWidth(metrics.horizontalAdvance("Ne compte pas "))


def _through(made: QLabel) -> QLabel:
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made
