# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What our own widgets write by hand, caught as they paint: the words, the pen, the place, and
whether what is behind lets them be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QFont, QImage, QPainter, QPixmap, QRegion, QTextLayout
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from tests.ui.colours import LARGE, LARGE_BOLD, MARK, TEXT, contrast


@dataclass(frozen=True, slots=True)
class Written:
    """Words that a widget wrote: their pen and font, and where, in the widget."""

    words: str
    pen: str
    font: QFont
    place: QRect

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
            self._note(painter, words, _box(given[0], painter))
            return draw_text(painter, *given)

        def layout(laid: QTextLayout, painter: QPainter, at: QPointF, *more: Any) -> Any:
            self._note(painter, laid.text(), laid.boundingRect().translated(at))
            return draw_layout(laid, painter, at, *more)

        patch.setattr(QPainter, "drawText", text)
        patch.setattr(QTextLayout, "draw", layout)

    def _note(self, painter: QPainter, words: str, box: QRectF) -> None:
        place = painter.worldTransform().mapRect(box).toAlignedRect()
        if words.strip():
            pen = painter.pen().color().name()
            self._found.append(Written(words, pen, QFont(painter.font()), place))

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


def _box(place: Any, painter: QPainter) -> QRectF:
    """Where words are: in the box they are given, or around the point they begin at."""
    if isinstance(place, QPoint | QPointF):
        metrics = painter.fontMetrics()
        return QRectF(place.x(), place.y() - metrics.ascent(), 24, metrics.height())
    return QRectF(place)


def _painters(window: QWidget) -> Iterator[QWidget]:
    """What shows, can be used, and paints itself in Python."""
    for widget in window.findChildren(QWidget):
        holder = widget.parentWidget()
        scrolled = isinstance(holder, QAbstractScrollArea) and holder.viewport() is widget
        ours = holder if scrolled else widget
        by_hand = any("paintEvent" in vars(one) for one in type(ours).__mro__ if _is_ours(one))
        if by_hand and widget.isVisible() and widget.isEnabled() and not widget.size().isEmpty():
            yield widget


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
