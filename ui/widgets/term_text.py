# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A text wrapped by hand, with the words of the glossary underlined by dots.

Measures and paints; knows nothing of widgets or of what the words mean.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from autodiag.text.terms import Found

Spans = Sequence[Found]
"""The words that are underlined."""

_KEPT = 8
UNDER = 4
"""Pixels between the line of the letters and the dots."""


@dataclass(frozen=True, slots=True)
class Dots:
    """How the words are underlined; `explained` is the one whose card is open, -1 for none."""

    color: QColor
    explained: int = -1


class TermText:
    """One text at the widths and fonts it was last asked for."""

    def __init__(self, leading: float) -> None:
        self._leading = leading
        self._text = ""
        self._places: tuple[tuple[int, int], ...] = ()
        self._layouts: dict[tuple[str, float], QTextLayout] = {}

    @property
    def text(self) -> str:
        """The text, without any mark."""
        return self._text

    def set_text(self, text: str, spans: Spans = ()) -> None:
        """Another text, and the words of it that are underlined."""
        self._text = text
        self._places = tuple((_units(text, w.start), _units(text, w.end)) for w in spans)
        self._layouts.clear()

    def height(self, font: QFont, width: float) -> float:
        """The height of the text wrapped at this width, in pixels."""
        return self._layout(font, width).boundingRect().height()

    def widest(self, font: QFont, width: float) -> float:
        """The width of its longest line."""
        return self._layout(font, width).maximumWidth()

    def lines(self, font: QFont, width: float) -> int:
        """How many lines it takes."""
        return self._layout(font, width).lineCount()

    def word_rects(
        self, font: QFont, width: float, *, cut_as: QFont | None = None
    ) -> list[list[QRectF]]:
        """Where each underlined word is, from the corner of the text: one rectangle a line."""
        layout = self._layout(font, width, cut_as)
        return [list(self._parts(layout, start, end)) for start, end in self._places]

    def paint(
        self,
        painter: QPainter,
        at: QPointF,
        font: QFont,
        width: float,
        dots: Dots,
        *,
        cut_as: QFont | None = None,
    ) -> None:
        """Paint at this corner, in the pen of the painter. `cut_as`: the wider font whose lines
        it takes, so that becoming bold moves no word."""
        layout = self._layout(font, width, cut_as)
        layout.draw(painter, at)
        if not self._places:
            return
        dotted = QPen(dots.color, 2.0, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        dotted.setDashPattern([1, 1])
        whole = QPen(dots.color, 3.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        ascent = QFontMetricsF(font).ascent()
        painter.save()
        for place, (start, end) in enumerate(self._places):
            painter.setPen(whole if place == dots.explained else dotted)
            for part in self._parts(layout, start, end):
                low = at.y() + part.top() + ascent + UNDER
                left, right = at.x() + part.left(), at.x() + part.right()
                painter.drawLine(QPointF(left, low), QPointF(right, low))
        painter.restore()

    def _parts(self, layout: QTextLayout, start: int, end: int) -> Iterator[QRectF]:
        """A word is on one line or on two; the space where a line was cut is not of it."""
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = line.textStart()
            last = first + line.textLength()
            if start >= last or end <= first:
                continue
            left = self._x(line, max(start, first))
            right = min(self._x(line, min(end, last)), line.naturalTextWidth())
            if right > left:
                yield QRectF(left, line.y(), right - left, line.height())

    @staticmethod
    def _x(line: QTextLine, position: int) -> float:
        """Where a character begins. PySide gives the place alone, or with the position."""
        found: object = line.cursorToX(position)
        return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]

    def _layout(self, font: QFont, width: float, cut_as: QFont | None = None) -> QTextLayout:
        key = (font.key() + (cut_as.key() if cut_as else ""), width)
        if key not in self._layouts:
            if len(self._layouts) >= _KEPT:
                self._layouts.clear()
            self._layouts[key] = self._wrapped(font, width, cut_as)
        return self._layouts[key]

    def _wrapped(self, font: QFont, width: float, cut_as: QFont | None) -> QTextLayout:
        like = self._layout(cut_as, width) if cut_as is not None else None
        step = QFontMetricsF(cut_as or font).height() * self._leading
        layout = QTextLayout(self._text, font)
        layout.setTextOption(_option())
        top = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            at = round(top / step)
            if like is not None and at < like.lineCount():
                line.setNumColumns(like.lineAt(at).textLength(), width)
            else:
                line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += step
        layout.endLayout()
        return layout


def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _units(text: str, place: int) -> int:
    """The same place as Qt counts: an emoji takes two."""
    return len(text[:place].encode("utf-16-le")) // 2
