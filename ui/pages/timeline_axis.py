# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Paints the years and months above the timeline, and where today is. It stays in sight."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen

from autodiag.roadmap.calendar import shifted
from autodiag.text.numbers import SHORT_MONTHS
from ui.pages.timeline_places import PAD, RADIUS, Places
from ui.theme import Theme


class TimelineAxis:
    """One painting of it."""

    def __init__(self, painter: QPainter, theme: Theme, places: Places) -> None:
        self._painter, self._theme, self._places = painter, theme, places
        self._face, self._scale = places.face, theme.scale

    def paint(self, top: int) -> None:
        """The years, then the months that begin a quarter, on a ground of their own."""
        painter, theme, places = self._painter, self._theme, self._places
        edge = 0.0 if top else 1.5  # under the top of what scrolls, nothing shows through
        box = QRectF(1.5, top + edge, places.width - 3, places.axis - edge)
        path = QPainterPath()
        round_ = 0 if top else RADIUS - 1
        path.addRoundedRect(box, round_, round_)
        painter.fillPath(path, theme.color("surface"))
        painter.setPen(QPen(theme.color("control"), 1))
        line = top + places.axis
        painter.drawLine(QPointF(PAD, line), QPointF(places.right, line))
        self._names(top + round(5 * self._scale))
        if self._face.today is not None:
            self._today_mark(self._places.x(self._face.today), line)

    def _names(self, top: int) -> None:
        """Each year, and below it the months that begin a quarter, as many as hold."""
        places, months = self._places, QFontMetrics(self._theme.font("caption"))
        below = top + QFontMetrics(self._theme.font("caption", bold=True)).height()
        for month in (shifted(self._face.start, n) for n in range(self._face.months)):
            x = places.x(month)
            if month.month == 1 or month == self._face.start:
                room = min(places.right, places.x(date(month.year + 1, 1, 1))) - x
                self._word(str(month.year), x, top, room, bold=True)
            if month.month % 3 == 1:
                name = SHORT_MONTHS[month.month - 1]
                every = months.horizontalAdvance(SHORT_MONTHS[0]) + 8 <= 3 * places.month
                if every or month.month in (1, 7):
                    self._word(name, x, below, places.right + PAD - x)

    def _word(self, text: str, x: float, top: float, room: float, *, bold: bool = False) -> None:
        font = self._theme.font("caption", bold=bold)
        metrics = QFontMetrics(font)
        if metrics.horizontalAdvance(text) + 6 > room:
            return
        self._painter.setFont(font)
        self._painter.setPen(self._theme.color("ink" if bold else "ink2"))
        self._painter.drawText(QPointF(x + 3, top + metrics.ascent()), text)

    def _today_mark(self, x: float, line: float) -> None:
        """A triangle on the axis: its name is in the legend."""
        side = 6 * self._scale
        path = QPainterPath(QPointF(x, line))
        path.lineTo(x - side, line - side)
        path.lineTo(x + side, line - side)
        path.closeSubpath()
        self._painter.fillPath(path, self._theme.color("ink"))
