# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A bar of the timeline that the mouse pulls: how far, where it would end, its ghost. Moves
nothing."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget

from autodiag.roadmap.calendar import months_between, shifted
from autodiag.roadmap.quarter_words import month_name
from ui.pages.quarters_moves import Move
from ui.pages.timeline_places import Places, Row
from ui.pages.timeline_rows import Bar
from ui.theme import Theme
from ui.widgets.callout import callout_of, hush

GRACE = 6
"""Pixels on each side of a bar where it is still held: the shortest are narrow."""
SAME = "Rien ne change."
Landing = Callable[[str, int], Move | str]
"""The move of an action by so many months, or the sentence of why it cannot."""


class Pull:
    """One press of the mouse, until it is released or given up."""

    def __init__(self, chart: QWidget, theme: Theme, landing: Landing) -> None:
        self._chart, self._theme, self._landing = chart, theme, landing
        self._row: Row | None = None
        self._from = QPoint()
        self._ghost = QRectF()
        self._refused = False
        self.on = False
        """Whether a bar is pulled: further than a click."""
        self.step = 0
        """In months, from where it is."""

    def press(self, row: Row | None, at: QPoint) -> None:
        """On a row, or on nothing."""
        self.give_up()
        self._row, self._from = row, at

    def follow(self, at: QPoint, places: Places) -> bool:
        """Whether the mouse, which is there with its button down, pulls a bar."""
        bar = held_bar(self._row, self._from, places)
        far = (at - self._from).manhattanLength() >= QApplication.startDragDistance()
        if bar is None or not (self.on or far):
            return False
        step = round((at.x() - self._from.x()) / places.month)
        if not self.on or step != self.step:
            self.on, self.step = True, step
            self._chart.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._show(bar, places)
        return True

    def release(self) -> tuple[Row | None, int | None]:
        """The row that was pressed; by how many months it was pulled, None for a click."""
        row, step = self._row, self.step if self.on else None
        self.give_up()
        return row, step

    def give_up(self) -> bool:
        """Forget the press; whether a bar was pulled."""
        was, self.on, self.step, self._row = self.on, False, 0, None
        if was:
            hush(self._chart)
            self._chart.unsetCursor()
            self._chart.update()
        return was

    def paint(self, painter: QPainter) -> None:
        """The ghost of the bar where it would be: dashed where it cannot."""
        if not self.on:
            return
        style = Qt.PenStyle.DashLine if self._refused else Qt.PenStyle.SolidLine
        ink = self._theme.color("warnInk" if self._refused else "ink")
        painter.setBrush(self._theme.color("surface"))
        painter.setPen(QPen(ink, 2, style))
        painter.drawRoundedRect(self._ghost.adjusted(1, -2, -1, 2), 5, 5)

    def _show(self, bar: Bar, places: Places) -> None:
        """Say the month beside the ghost."""
        row = self._row
        assert row is not None
        assert bar.first is not None
        assert bar.last is not None
        found = self._landing(bar.key, self.step) if self.step else SAME
        self._refused, moved = isinstance(found, str) and bool(self.step), self.step
        said = found if isinstance(found, str) else f"À finir en {month_name(found.month)}."
        if isinstance(found, Move):  # closed months are passed over
            moved = months_between(bar.last, found.month)
        else:  # whole, at the edge of the frame
            left = places.face.months - 1 - months_between(places.face.start, bar.last)
            moved = max(months_between(bar.first, places.face.start), min(moved, left))
        first, last = shifted(bar.first, moved), shifted(bar.last, moved)
        self._ghost = places.span(first, last, row.strip)
        callout_of(self._chart, self._theme).tell(self._chart, said, self._ghost.toRect())
        self._chart.update()


def held_bar(row: Row | None, at: QPoint, places: Places) -> Bar | None:
    """The bar of a row that is under the mouse, None beside it."""
    bar = row.bar if row is not None else None
    if row is None or bar is None or bar.first is None or bar.last is None:
        return None
    place = places.span(bar.first, bar.last, row.strip)
    return bar if place.left() - GRACE <= at.x() <= place.right() + GRACE else None
