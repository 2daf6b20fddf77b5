# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A text that stays on one line: cut short where there is no room, whole in its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme import Role
from ui.widgets.tooltip import set_tooltip


class OneLine(QLabel):
    """`text()` and assistive technologies always give the whole of it."""

    def __init__(
        self, text: str = "", role: Role = "body", *, bold: bool = False, middle: bool = False
    ) -> None:
        """`middle`: a path is cut there, for its two ends tell the most."""
        super().__init__()
        modes = Qt.TextElideMode
        self._mode = modes.ElideMiddle if middle else modes.ElideRight
        self.whole = ""
        """What the tooltip says, in place of the text where that is cut."""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        if bold:
            self.setProperty("strong", "true")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)  # last, as in labels.py

    def minimumSizeHint(self) -> QSize:
        """A few letters and …"""
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def fitted(self, width: int) -> str:
        """What is painted in that many pixels."""
        return self.fontMetrics().elidedText(self.text(), self._mode, width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = self.fitted(self.width())
        set_tooltip(self, self.whole or (self.text() if shown != self.text() else ""))
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | self.alignment(), shown)
        painter.end()
