# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One published figure in the list of « Sources »: its sentence, then its study, year and panel."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from autodiag.benchmarks.browse import Figure
from autodiag.text.joining import joined
from ui.theme import Theme
from ui.widgets.labels import label
from ui.widgets.row_button import RowButton

BAR = 4
"""Pixels: the bar at the left of the one whose study is shown."""
STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}


class FigureRow(RowButton):
    """Chosen, it shows its study; the arrows ask for the next row or the one before."""

    step_asked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.figure: Figure | None = None
        self.current = False
        """Whether it is its study that is shown."""
        self._words = label("", "body")
        self._source = label("", "caption", tone="ink2")
        self.line.setContentsMargins(16, 8, 8, 8)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for text in (self._words, self._source):
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            texts.addWidget(text)
        self.line.addLayout(texts, 1)

    def show_figure(self, figure: Figure) -> None:
        """Show another figure."""
        self.figure = figure
        self._words.setText(figure.benchmark.statement)
        self._source.setText(figure.source)
        self._say()

    def set_current(self, current: bool) -> None:
        """Whether its study is the one shown."""
        if current != self.current:
            self.current = current
            self._say()
            self.update()

    def _say(self) -> None:
        if self.figure is not None:
            here = "Son étude est affichée" if self.current else ""
            self.name(joined([self.figure.benchmark.statement, self.figure.source, here]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS:
            self.step_asked.emit(STEPS[event.key()])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.current:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("primary"))
        painter.drawRoundedRect(QRectF(2, 8, BAR, self.height() - 16), BAR / 2, BAR / 2)
        painter.end()
