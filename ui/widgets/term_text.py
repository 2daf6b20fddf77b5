# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A text wrapped by hand, with the words of the glossary underlined by dots.

Measures and paints; knows nothing of widgets or of what the words mean.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

Spans = Sequence[tuple[int, int]]
"""Where the underlined words begin and end."""

_KEPT = 8


class TermText:
    """One text at the widths and fonts it was last asked for."""

    def __init__(self, leading: float) -> None:
        self._leading = leading
        self._text = ""
        self._spans: Spans = ()
        self._layouts: dict[tuple[str, float], QTextLayout] = {}

    @property
    def text(self) -> str:
        """The text, without any mark."""
        return self._text

    def set_text(self, text: str, spans: Spans = ()) -> None:
        """Another text, and the words of it that are underlined."""
        self._text, self._spans = text, tuple(spans)
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

    def paint(
        self,
        painter: QPainter,
        at: QPointF,
        font: QFont,
        width: float,
        dots: QColor,
        *,
        cut_as: QFont | None = None,
    ) -> None:
        """Paint at this corner, in the pen of the painter; the dots have their own colour.
        `cut_as`: the wider font whose lines it takes, so that becoming bold moves no word."""
        layout = self._layout(font, width, cut_as)
        layout.draw(painter, at)
        if not self._spans:
            return
        painter.save()
        pen = QPen(dots, 2.0, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1, 1])
        painter.setPen(pen)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            low = at.y() + line.y() + line.ascent() + 4
            first = line.textStart()
            # the space where the line was cut is not underlined
            last = first + len(self._text[first : first + line.textLength()].rstrip())
            for start, end in self._spans:
                if start < last and end > first:
                    left = at.x() + self._x(line, max(start, first))
                    right = at.x() + self._x(line, min(end, last))
                    painter.drawLine(QPointF(left, low), QPointF(right, low))
        painter.restore()

    @staticmethod
    def _x(line: object, position: int) -> float:
        """Where a character begins. PySide gives the place alone, or with the position."""
        found = line.cursorToX(position)  # type: ignore[attr-defined]
        return float(found[0] if isinstance(found, tuple) else found)

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
