# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A state in a word or two, with a sign: never told by colour alone. Knows no state by name."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme

Tone = Literal["ok", "warn", "plain", "dashed"]
Sign = Literal["check", "ring", "half", "dot", ""]
_COLORS: dict[Tone, tuple[str, str, str]] = {
    "ok": ("okPale", "okInk", "okInk"),
    "warn": ("warnPale", "warnInk", "warnInk"),
    "plain": ("surface", "control", "ink"),
    "dashed": ("", "control", "ink2"),
}
"""Background, border, text."""
_SIGN, _PAD, _GAP = 16, 10, 6
"""Pixels at 100 %."""


class StateBadge(QWidget):
    """A bordered word; dashed where nothing is said of them."""

    HEARD_AS = "StaticText"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._tone: Tone = "plain"
        self._sign: Sign = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._on_theme_changed)

    @property
    def text(self) -> str:
        """The word shown."""
        return self._text

    def show_state(self, text: str, tone: Tone, sign: Sign) -> None:
        """Show another state."""
        if (text, tone, sign) == (self._text, self._tone, self._sign):
            return
        self._text, self._tone, self._sign = text, tone, sign
        self.setAccessibleName(text)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        scale = self._theme.scale
        metrics = QFontMetrics(self._theme.font("body", bold=True))
        sign = (_SIGN + _GAP) * scale if self._sign else 0
        wide = metrics.horizontalAdvance(self._text) + sign + 2 * _PAD * scale
        return QSize(round(wide) + 2, round(metrics.height() + 14 * scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, scale = self._theme, self._theme.scale
        back, border, ink = _COLORS[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color(border), 1.3)
        if self._tone == "dashed":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.color(back) if back else Qt.BrushStyle.NoBrush)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, 8, 8)
        x = box.left() + _PAD * scale
        if self._sign:
            side = _SIGN * scale
            self._draw_sign(painter, QRectF(x, box.center().y() - side / 2, side, side), ink)
            x += side + _GAP * scale
        painter.setPen(theme.color(ink))
        painter.setFont(theme.font("body", bold=True))
        words = QRectF(x, box.top(), box.right() - x, box.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()

    def _draw_sign(self, painter: QPainter, box: QRectF, ink: str) -> None:
        """✓ done, ○ not yet, ◐ begun, ● told: four shapes that no colour is needed to tell."""
        color, thick = self._theme.color(ink), 2 * self._theme.scale
        pen = QPen(color, thick)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = box.adjusted(thick, thick, -thick, -thick)
        if self._sign == "check":
            left, wide = box.left(), box.width()
            points = ((0.14, 0.55), (0.38, 0.78), (0.86, 0.24))
            painter.drawPolyline(
                [QPointF(left + x * wide, box.top() + y * wide) for x, y in points]
            )
            return
        if self._sign == "dot":
            painter.setBrush(color)
            inner = inner.adjusted(thick, thick, -thick, -thick)
        painter.drawEllipse(inner)
        if self._sign == "half":
            painter.setBrush(color)
            painter.drawPie(inner, 90 * 16, 180 * 16)
