# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How far the answers are: nine arcs, one per theme. A progress bar painted round."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from autodiag.text.numbers import count
from ui.theme import Theme
from ui.widgets.teller import Teller

GAP = 7
"""Degrees between two arcs."""


class ProgressRing(QProgressBar):
    """`size` logical pixels at 100 %; one arc per theme, clockwise from the top."""

    def __init__(self, theme: Theme, size: int = 44) -> None:
        super().__init__()
        self._theme, self._size = theme, size
        self._parts: tuple[tuple[int, int], ...] = ()
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._on_theme_changed()
        Teller(self, theme, self._said)
        theme.changed.connect(self._on_theme_changed)

    def _said(self) -> str:
        """The same as is heard, unless a page already says more."""
        return "" if self.toolTip() else f"{self.accessibleName()}."

    def show_progress(self, per_theme: Sequence[tuple[int, int]]) -> None:
        """(answered, asked) of each theme, in their order."""
        if self._parts and tuple(per_theme) == self._parts:
            return
        self._parts = tuple(per_theme)
        done = sum(part[0] for part in self._parts)
        total = sum(part[1] for part in self._parts)
        self.setRange(0, max(1, total))
        self.setValue(done)
        self.setAccessibleName(f"{count(done, 'question vue', 'questions vues')} sur {total}")
        self.update()

    def _on_theme_changed(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self._size * self._theme.scale)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        parts = self._parts or ((0, 1),) * 9
        width = self.width() * 5.0 / 44
        circle = QRectF(self.rect()).adjusted(width, width, -width, -width)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        turn = 360 / len(parts)
        for index, (done, total) in enumerate(parts):
            start, span = 90 - index * turn - GAP / 2, turn - GAP
            for token, share in (("line", 1.0), ("primary", min(1.0, done / max(1, total)))):
                if share > 0:
                    flat = Qt.PenCapStyle.FlatCap
                    line = Qt.PenStyle.SolidLine
                    painter.setPen(QPen(self._theme.color(token), width, line, flat))
                    painter.drawArc(circle, round(start * 16), round(-span * share * 16))
        painter.end()
