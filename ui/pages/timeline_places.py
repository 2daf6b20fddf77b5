# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where each part of the timeline is, in pixels, at a width and a size of text. Paints nothing."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFontMetrics

from autodiag.roadmap.calendar import months_between, shifted
from ui.pages.timeline_rows import Bar, Group, Lane, TimelineFace
from ui.theme import Theme

BESIDE = 860
"""Below, in pixels at 100 %, the titles are above their bars rather than beside them."""
SHARE, WIDEST = 0.33, 400
"""Of the width, for the titles beside; and the most, in pixels at 100 %."""
PAD, RADIUS = 14, 12
ROW, BAR, GROUP = 42, 20, 34
"""Heights at 100 %."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its whole place, that of its words, and that of its months."""

    rect: QRect
    words: QRect
    strip: QRect
    bar: Bar | None = None
    lane: Lane | None = None
    group: Group | None = None


class Places:
    """Computed once for a face, a width and a size of text."""

    def __init__(self, theme: Theme, face: TimelineFace, width: int) -> None:
        self.face, self.width, self._scale = face, width, theme.scale
        caption = QFontMetrics(theme.font("caption"))
        self._line = caption.height()
        self.beside = width / theme.scale >= BESIDE
        inside = width - 2 * PAD
        titles = min(round(inside * SHARE), round(WIDEST * theme.scale)) if self.beside else 0
        self.left = PAD + titles
        self.right = width - PAD
        self.axis = 2 * self._line + round(12 * theme.scale)
        self.rows: list[Row] = []
        self.height = self._lay(self.axis + round(4 * theme.scale))

    def x(self, day: date) -> float:
        """Where a day is: months are all as wide."""
        month = day.replace(day=1)
        length = (shifted(month, 1) - month).days
        passed = months_between(self.face.start, month) + (day.day - 1) / length
        return self.left + (self.right - self.left) * passed / self.face.months

    @property
    def month(self) -> float:
        """The width of a month."""
        return (self.right - self.left) / self.face.months

    def span(self, first: date, last: date, strip: QRect) -> QRectF:
        """The place of whole months, both included, over the height of a bar, inside the frame."""
        left, right = self.x(first.replace(day=1)), self.x(shifted(last, 1))
        left, right = max(left, self.left), min(right, self.right)
        high = BAR * self._scale
        return QRectF(left, strip.center().y() + 0.5 - high / 2, max(4.0, right - left), high)

    @property
    def bar_rows(self) -> list[Row]:
        """The rows of the keyboard, from top to bottom."""
        return [row for row in self.rows if row.bar is not None]

    def row_at(self, y: int) -> Row | None:
        """The bar or lane at that height."""
        return next((row for row in self.rows if row.rect.top() <= y <= row.rect.bottom()), None)

    def _lay(self, top: int) -> int:
        for lane in self.face.lanes:
            top = self._add(top, lane=lane)
        for group in self.face.groups:
            if group.name:
                high = max(round(GROUP * self._scale), self._line + 12)
                rect = QRect(PAD, top, self.right - PAD, high)
                self.rows.append(Row(rect, rect, QRect(), group=group))
                top += high
            for bar in group.bars:
                top = self._add(top, bar=bar)
        return top + PAD

    def _add(self, top: int, *, bar: Bar | None = None, lane: Lane | None = None) -> int:
        low = round((ROW if bar is not None else 30) * self._scale)
        wide = self.right - PAD
        if self.beside:
            high = max(low, (2 if bar is not None else 1) * self._line + 4)
            words = QRect(PAD, top, self.left - PAD - round(12 * self._scale), high)
            strip = QRect(self.left, top, self.right - self.left, high)
        else:
            above = self._line + 4
            high = above + round((BAR + 12) * self._scale)
            words = QRect(PAD, top, wide, above)
            strip = QRect(self.left, top + above, wide, high - above)
        self.rows.append(Row(QRect(PAD, top, wide, high), words, strip, bar, lane))
        return top + high
