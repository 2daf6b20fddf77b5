# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One step of the visit: what it is about, where it is, and two ways on. Covers nothing."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.labels import label
from ui.widgets.tour_picture import TourPicture

BEAK = 9
"""How far the card points out of itself, in pixels."""
WIDE = 700
"""From this width at 100 % on, the buttons stand beside the words."""
NEXT, END, SKIP = "Suivant", "Terminer la visite", "Passer la visite"


class TourCard(QWidget):
    """Points up to what `aim` gives, in its own coordinates; to nothing where that is None."""

    HEARD_AS = "Grouping"

    next_chosen = Signal()
    skipped = Signal()

    def __init__(self, theme: Theme, aim: Callable[[QWidget], QPoint | None]) -> None:
        super().__init__()
        self._theme, self._aim = theme, aim
        self.said = ""
        """The whole step, as it is announced."""
        self._count = label("", "caption", tone="ink2", wrap=False)
        self._title = label("", "card", bold=True)
        self._text = label("", "body")
        self.picture = TourPicture(theme)
        self.next = button(theme, NEXT, "secondary", icon_after="arrow")
        self.end = button(theme, END, "secondary", icon="check")
        self.skip = button(theme, SKIP, "quiet")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()
        self.next.clicked.connect(self.next_chosen)
        self.end.clicked.connect(self.skipped)
        self.skip.clicked.connect(self.skipped)

    def _build(self) -> None:
        self._row.setContentsMargins(18, BEAK + 12, 14, 13)
        self._row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self._count, self._title, self._text):
            words.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.skip)
        buttons.addWidget(self.next)
        buttons.addWidget(self.end)
        buttons.addStretch(0)
        self._buttons = buttons
        self._row.addWidget(self.picture)
        self._row.addLayout(words, 1)
        self._row.addLayout(buttons)

    def show_step(self, number: int, of: int, title: str, text: str) -> None:
        """Say a step; the last one has only its end."""
        self._count.setText(f"Visite, {number} sur {of}")
        self._title.setText(title)
        self._text.setText(text)
        self.said = f"Visite, {number} sur {of}. {title}. {text}"
        self.setAccessibleName(self.said)
        last, here = number == of, self.next.hasFocus()
        self.end.setVisible(last)
        if last and here:
            self.end.setFocus(Qt.FocusReason.TabFocusReason)
        self.next.setVisible(not last)
        self.skip.setVisible(not last)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= WIDE * self._theme.scale
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        # what leads on stands first, where the words are read
        self._buttons.removeWidget(self.skip)
        self._buttons.insertWidget(0 if beside else 2, self.skip)
        self._buttons.setStretch(3, 0 if beside else 1)
        first, last = (self.skip, self.next) if beside else (self.next, self.skip)
        for before, after in pairwise((self, first, last, self.end)):
            QWidget.setTabOrder(before, after)

    def paintEvent(self, _event: QPaintEvent) -> None:
        card = QRectF(self.rect()).adjusted(0.5, BEAK + 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(card, 12, 12)
        aim = self._aim(self)
        if aim is not None:
            x = max(card.left() + 24.0, min(float(aim.x()), card.right() - 24))
            beak = QPainterPath()
            corners = ((x - BEAK, card.top() + 1), (x, 0.5), (x + BEAK, card.top() + 1))
            beak.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
            beak.closeSubpath()
            shape = shape.united(beak)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("primary"), 1))
        painter.setBrush(self._theme.color("primaryPale"))
        painter.drawPath(shape)
        painter.end()
