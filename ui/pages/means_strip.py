# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The three years as months, those that nobody can work in hatched: a picture, all of it said."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from autodiag.model.roadmap import HORIZON_MONTHS, HORIZONS
from autodiag.roadmap.calendar import shifted
from autodiag.text.numbers import MONTHS as NAMES
from autodiag.text.numbers import listing
from ui.pages.means_words import month_said
from ui.theme import Theme
from ui.widgets.accessible import Picture

HIGH, GAP, APART, STEP = 26, 3.0, 9.0, 6.0
"""Of a month; between two, between two periods, between two hatches; pixels at 100 %."""
LETTERS = "".join(name[0].upper() for name in NAMES)


class MonthStrip(Picture):
    """A box a month, by period; the initial of the month in it, the year under each January."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._start = date(2000, 1, 1)
        self._closed: tuple[bool, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_months(self, start: date, closed: Sequence[bool], said: str) -> None:
        """Show months from a first one on, and whether each is closed; `said` concludes."""
        self._start, self._closed = start, tuple(closed)
        off = [month_said(shifted(start, at)) for at, shut in enumerate(closed) if shut]
        listed = f"Mois sans travail\u00a0: {listing(off)}." if off else "Aucun mois fermé."
        self.describe(f"Les trois années mois par mois. {said}", listed)
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._theme.font("caption")).height()
        return QSize(480, round(HIGH * self._theme.scale) + words + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _boxes(self) -> list[QRectF]:
        """Where each month is: the periods a little apart, all on the width."""
        count, ends = len(self._closed), len(HORIZONS) - 1
        room = self.width() - 1 - GAP * (count - 1 - ends) - APART * ends
        wide, high = room / max(1, count), HIGH * self._theme.scale
        boxes: list[QRectF] = []
        left = 0.5
        for months in HORIZON_MONTHS.values():
            for _ in range(months):
                boxes.append(QRectF(left, 0.5, wide, high))
                left += wide + GAP
            left += APART - GAP
        return boxes[:count]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, (box, closed) in enumerate(zip(self._boxes(), self._closed, strict=True)):
            month = shifted(self._start, at)
            self._paint_month(painter, box, LETTERS[month.month - 1], closed=closed)
            if month.month == 1 or (at == 0 and month.month < 11):
                self._paint_year(painter, box, str(month.year))
        painter.end()

    def _paint_month(self, painter: QPainter, box: QRectF, letter: str, *, closed: bool) -> None:
        theme = self._theme
        shape = QPainterPath()
        shape.addRoundedRect(box, 4, 4)
        painter.setPen(QPen(theme.color("control" if closed else "primary"), 1))
        painter.setBrush(theme.color("surface" if closed else "primaryPale"))
        painter.drawPath(shape)
        if closed:
            painter.save()
            painter.setClipPath(shape)
            step, at = STEP * theme.scale, box.left() - box.height()
            while at < box.right():
                painter.drawLine(QLineF(at, box.bottom(), at + box.height(), box.top()))
                at += step
            painter.restore()
        elif box.width() > QFontMetrics(theme.font("caption")).horizontalAdvance("M"):
            painter.setPen(theme.color("ink"))
            painter.setFont(theme.font("caption"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)

    def _paint_year(self, painter: QPainter, box: QRectF, year: str) -> None:
        font = self._theme.font("caption")
        painter.setFont(font)
        painter.setPen(self._theme.color("ink2"))
        below = QRectF(box.left(), box.bottom() + 3, 80 * self._theme.scale, self.height())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(below, flags, year)
