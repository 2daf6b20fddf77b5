# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One step of the visit: what it is about, where it is, and two ways on. Covers nothing."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.labels import label
from ui.widgets.stepper import STEPS
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

    def __init__(
        self, theme: Theme, aim: Callable[[QWidget], QPoint | None], after: QWidget
    ) -> None:
        """`after`: what the tabulation key goes to just before it."""
        super().__init__()
        self.setProperty("passing", True)
        self._theme, self._aim, self._after = theme, aim, after
        self.said = ""
        """The whole step, as it is announced."""
        self._count = label("", "caption", tone="ink2")
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
        self._words = words = QVBoxLayout()
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

    def show_step(self, number: int, of: int, title: str, text: str, later: str = "") -> None:
        """Say a step; the last one has only its end. `later`: the page it is about, by its id,
        where the steps of the window are not seen yet."""
        count = f"Visite, {number} sur {of}"
        where = f" · bientôt en haut de l’écran\u00a0: {dict(STEPS)[later]}" if later else ""
        self._count.setText(f"{count}{where}")
        self.picture.show_step(later)
        self._show_picture()
        self._title.setText(title)
        self._text.setText(text)
        self.said = f"{count}. {title}. {text}"
        self.setAccessibleName(self.said)
        last, here = number == of, self.next.hasFocus()
        self.end.setVisible(last)
        if last and here:
            self.end.setFocus(Qt.FocusReason.TabFocusReason)
        self.next.setVisible(not last)
        self.skip.setVisible(not last)
        self._ask_height()
        self.update()

    def _put_count(self, *, beside: bool) -> None:
        """Over the title, or at the end of the line of the buttons: a low window has few lines."""
        old, new = (self._buttons, self._words) if beside else (self._words, self._buttons)
        if new.indexOf(self._count) < 0:
            old.removeWidget(self._count)
            new.insertWidget(0 if beside else -1, self._count, 0 if beside else 1)
            side = Qt.AlignmentFlag.AlignLeft if beside else Qt.AlignmentFlag.AlignRight
            self._count.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def _show_picture(self) -> None:
        """Beside the words only: one above the other, they say as much in less height."""
        beside = self._row.direction() == QBoxLayout.Direction.LeftToRight
        self.picture.setVisible(beside and self.picture.shows)

    def _ask_height(self) -> None:
        """A window that is too low shortens the page, never the words."""
        self.setMinimumHeight(self._row.minimumHeightForWidth(self.width()))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._ask_height()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= WIDE * self._theme.scale
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._show_picture()
        # what leads on stands first, where the words are read
        self._buttons.removeWidget(self.skip)
        self._buttons.insertWidget(0 if beside else 2, self.skip)
        self._put_count(beside=beside)
        first, last = (self.skip, self.next) if beside else (self.next, self.skip)
        for before, then in pairwise((self._after, first, last, self.end)):
            QWidget.setTabOrder(before, then)
        self._ask_height()

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
