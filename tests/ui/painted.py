# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What our own widgets write by hand, caught as they paint: the words, the pen, the place, and
whether what is behind lets them be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QFont, QImage, QPainter, QPixmap, QRegion, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget

from tests.ui.colours import LARGE, LARGE_BOLD, MARK, TEXT, contrast

SLACK = 2
"""Pixels: a line is a little higher than its letters."""


@dataclass(frozen=True, slots=True)
class Written:
    """Words that a widget wrote: their pen and font, the place they are given in the widget, and
    that which they take."""

    words: str
    pen: str
    font: QFont
    place: QRect
    taken: QRect

    @property
    def least(self) -> float:
        """The contrast that they need."""
        large = self.font.pointSizeF() >= (LARGE_BOLD if self.font.bold() else LARGE)
        return MARK if large else TEXT


class Spy:
    """Listens to `drawText` and to the layouts of text while it is in force."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._found: list[Written] = []
        draw_text, draw_layout = QPainter.drawText, QTextLayout.draw

        def text(painter: QPainter, *given: Any) -> Any:
            words = next((one for one in given if isinstance(one, str)), "")
            self._note(
                painter, words, _box(given[0], words, painter), _taken(given, words, painter)
            )
            return draw_text(painter, *given)

        def layout(laid: QTextLayout, painter: QPainter, at: QPointF, *more: Any) -> Any:
            lines = (laid.lineAt(n).naturalTextRect() for n in range(laid.lineCount()))
            taken = reduce(QRectF.united, lines, QRectF()).translated(at)
            self._note(painter, laid.text(), laid.boundingRect().translated(at), taken)
            return draw_layout(laid, painter, at, *more)

        patch.setattr(QPainter, "drawText", text)
        patch.setattr(QTextLayout, "draw", layout)

    def _note(self, painter: QPainter, words: str, box: QRectF, taken: QRectF) -> None:
        if words.strip():
            move = painter.worldTransform()
            places = (move.mapRect(one).toAlignedRect() for one in (box, taken))
            pen = painter.pen().color().name()
            self._found.append(Written(words, pen, QFont(painter.font()), *places))

    def written(self, widget: QWidget) -> tuple[Written, ...]:
        """What a widget itself writes when it paints."""
        self._found.clear()
        alone = QWidget.RenderFlag(0)
        scratch = QPixmap(widget.size())
        widget.render(scratch, QPoint(), QRegion(), alone)
        return tuple(self._found)

    def pale(self, window: QWidget) -> list[str]:
        """The words written in a window in a pen too near to what is behind."""
        picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        found: list[str] = []
        for widget in _painters(window):
            for one in self.written(widget):
                back = _behind(picture, _seen(widget, one.place, window))
                has = contrast(one.pen, back) if back else 21.0
                if has < one.least:
                    told = f"{type(widget).__name__} «{one.words[:40]}»"
                    found.append(f"{told}: {one.pen} sur {back}, {has:.2f} au lieu de {one.least}")
        return found

    def cut(self, window: QWidget) -> list[str]:
        """The words written in a window that go out of their widget, or of the place they are
        given in it: half of them is not seen."""
        found: list[str] = []
        for widget in _painters(window):
            for one in self.written(widget):
                room = one.place if _is_scrolled(widget) else one.place & widget.rect()
                if not room.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(one.taken):
                    told = f"{type(widget).__name__} «{one.words[:40]}»"
                    found.append(f"{told}: {one.taken.getRect()} dépasse de {room.getRect()}")
        return found


def _taken(given: tuple[Any, ...], words: str, painter: QPainter) -> QRectF:
    """What words take, wrapped and aligned as asked."""
    place, how = given[0], given[1]
    if isinstance(place, QPoint | QPointF):
        return _box(place, words, painter)
    if isinstance(how, str):
        return painter.boundingRect(QRectF(place), words, *given[2:])
    return painter.boundingRect(QRectF(place), how, words)


def _box(place: Any, words: str, painter: QPainter) -> QRectF:
    """Where words may be: in the box they are given, or where they are from their first point."""
    if isinstance(place, QPoint | QPointF):
        metrics = painter.fontMetrics()
        wide = metrics.horizontalAdvance(words)
        return QRectF(place.x(), place.y() - metrics.ascent(), wide, metrics.height())
    return QRectF(place)


def _painters(window: QWidget) -> Iterator[QWidget]:
    """What shows, can be used, and paints itself in Python."""
    for widget in window.findChildren(QWidget):
        ours = widget.parentWidget() if _is_scrolled(widget) else widget
        by_hand = any("paintEvent" in vars(one) for one in type(ours).__mro__ if _is_ours(one))
        by_hand |= isinstance(ours, QAbstractItemView) and _is_ours(type(ours.itemDelegate()))
        if by_hand and widget.isVisible() and widget.isEnabled() and not widget.size().isEmpty():
            yield widget


def _is_scrolled(widget: QWidget) -> bool:
    holder = widget.parentWidget()
    return isinstance(holder, QAbstractScrollArea) and holder.viewport() is widget


def _is_ours(kind: type) -> bool:
    return kind.__module__.startswith(("ui.", "tests."))


def _seen(widget: QWidget, place: QRect, window: QWidget) -> QRect:
    shown = place & widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, shown.topLeft()), shown.size())


def _behind(picture: QImage, place: QRect) -> str:
    """The most frequent colour there; empty where too little shows to judge."""
    place = place & picture.rect()
    if place.width() < 6 or place.height() < 6:
        return ""
    pixels = np.frombuffer(picture.constBits(), np.uint32).reshape(picture.height(), -1)
    part = pixels[place.top() : place.bottom() + 1, place.left() : place.right() + 1] & 0xFFFFFF
    colours, counts = np.unique(part, return_counts=True)
    return f"#{int(colours[counts.argmax()]):06x}"
