# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What to expect, in three lines, while nothing is typed on the welcome page."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.labels import label

STEPS = (
    ("Vous répondez", "À chaque question, une phrase à choisir parmi cinq, ou « je ne sais pas »."),
    ("Vous voyez où vous en êtes", "Sur neuf thèmes, sans classement, avec ce qui l’explique."),
    ("Vous choisissez la suite", "Des actions à votre mesure, sur trois ans, à imprimer."),
)


class StepNumber(QWidget):
    """A figure in a circle, as in the steps at the top of the window."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme, self._number = theme, number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        side = QFontMetrics(self._theme.font("caption", bold=True)).height() + 12
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("primary"), 1.5))
        painter.setBrush(self._theme.color("surface"))
        circle = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawEllipse(circle)
        painter.setFont(self._theme.font("caption", bold=True))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))


class StepsPreview(QWidget):
    """Three numbered lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 24, 0, 0)
        layout.setSpacing(14)
        for number, (title, text) in enumerate(STEPS, 1):
            row = QHBoxLayout()
            row.setSpacing(14)
            row.addWidget(StepNumber(theme, number), 0, Qt.AlignmentFlag.AlignVCenter)
            words = QVBoxLayout()
            words.setSpacing(1)
            words.addWidget(label(title, "card", bold=True))
            words.addWidget(label(text, "body", tone="ink2"))
            row.addLayout(words, 1)
            layout.addLayout(row)
