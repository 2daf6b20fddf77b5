# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A chart whose marks say themselves: under the mouse, or one after the other with ← and →."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.callout import callout_of, hush
from ui.widgets.chart import Chart

if TYPE_CHECKING:
    from autodiag.charts.spots import Spot

    Spots = Callable[[float, float], Sequence[Spot]]

AIR = 2
"""Pixels around a mark in its ring."""
QUIET = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)
"""How the focus comes without anybody going to the chart."""
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class SpokenChart(Chart):
    """`show_spots` gives its marks. By the keyboard only where it takes the focus."""

    focus_moved = Signal()
    """To another mark: the ring follows."""
    chosen = Signal()
    """Entrée."""

    def __init__(self, theme: Theme, resources: Path, parent: QWidget | None = None) -> None:
        super().__init__(theme, resources, parent)
        self._asked: Spots | None = None
        self._spots: tuple[Spot, ...] | None = None
        self._rank = 0
        self._under: int | None = None
        self.setMouseTracking(True)
        theme.changed.connect(self._measure_again)

    def show_spots(self, spots: "Spots | None") -> None:
        """`spots` is called with the room that the figure is given, in points; not before one of
        its marks is asked for."""
        self._asked, self._spots, self._rank = spots, None, 0
        hush(self)

    @property
    def spots(self) -> tuple["Spot", ...]:
        """Its marks, in the order of the keyboard."""
        if self._spots is None:
            zoom = self.zoom
            room = self.width() / zoom, self.height() / zoom
            self._spots = tuple(self._asked(*room)) if self._asked else ()
        return self._spots

    @property
    def rank(self) -> int:
        """The mark that the keyboard is on."""
        return min(self._rank, max(0, len(self.spots) - 1))

    def spot_rect(self, rank: int) -> QRect:
        """Where a mark is, in this widget."""
        x, y, width, height = self.spots[rank].ring
        shown, zoom = self.figure_rect(), self.zoom
        left, top = shown.left() + x * zoom, shown.bottom() - (y + height) * zoom
        found = QRectF(left, top, width * zoom, height * zoom).toAlignedRect()
        return found.adjusted(-AIR, -AIR, AIR, AIR)

    def focus_rect(self) -> QRect:
        """The mark that the ring is around."""
        return self.spot_rect(self.rank) if self.spots else self.rect()

    def _at(self, at: QPointF) -> int | None:
        from autodiag.charts.spots import spot_at

        shown, zoom = self.figure_rect(), self.zoom
        x, y = (at.x() - shown.left()) / zoom, (shown.bottom() - at.y()) / zoom
        return spot_at(self.spots, x, y)

    def _tell(self, rank: int, part: QRect) -> None:
        callout_of(self, self._theme).tell(self, self.spots[rank].said, part)

    def _go(self, rank: int) -> None:
        """To that mark, seen and heard."""
        self._rank = max(0, min(rank, len(self.spots) - 1))
        self.focus_moved.emit()
        self._tell(self._rank, self.spot_rect(self._rank))
        announce(self, self.spots[self._rank].said)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        under = self._at(event.position())
        if under != self._under:
            self._under = under
            if under is None:
                hush(self)
            else:
                at = event.position().toPoint()
                small, pointer = self.spot_rect(under), QRect(at.x() - 8, at.y() - 8, 16, 16)
                area = small.width() * small.height() > self.width() * self.height() / 8
                self._tell(under, pointer if area else small)
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        self._under = None
        hush(self)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.spots and event.reason() not in QUIET:
            self._go(self.rank)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        hush(self)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), len(self.spots) - 1
        if key in STEPS and not event.modifiers() and last >= 0:
            self._go(self.rank + STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self._go(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif key != Qt.Key.Key_Escape or not hush(self):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure_again()

    @Slot()
    def _measure_again(self) -> None:
        self._spots = None
        self.focus_moved.emit()
