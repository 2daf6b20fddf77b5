# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The mark they gave themselves and what their answers give, on one ruler from 0 to 10."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.accessible import Picture
from ui.widgets.teller import Teller

HIGHEST = 10
TICK, MARK = 5, 8.0


class MarkRuler(Picture):
    """Square and solid for the answers, diamond and hollow for the impression."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark = 0.0
        self._span = (0.0, 0.0)
        self._words = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Teller(self, theme, self._said)
        theme.changed.connect(self.updateGeometry)

    def _said(self) -> str:
        return f"Sur\u00a010, {self.accessibleDescription()}."

    def show_marks(self, mark: float, span: tuple[float, float], words: tuple[str, str]) -> None:
        """All out of 10. `words`: what is written for the answers, then for the impression."""
        self._mark, self._span, self._words = mark, span, words
        self.describe("Votre impression et vos réponses, sur\u00a010", "\u202f; ".join(words))
        self.update()

    def sizeHint(self) -> QSize:
        line = QFontMetrics(self._theme.font("caption")).height()
        return QSize(240, round(2 * line + 32 * self._theme.scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(theme.font("caption"))
        middle = metrics.height() + 14 * theme.scale
        left, right = 10.0 * theme.scale, self.width() - 12.0 * theme.scale
        self._axis(painter, (left, right), middle)

        def at(value: float) -> float:
            return left + (right - left) * value / HIGHEST

        low, high = (at(value) for value in self._span)
        painter.setPen(QPen(theme.color("primary"), 5 * theme.scale, c=Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(low, middle), QPointF(high, middle))
        side = 2 * MARK * theme.scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("primary"))
        painter.drawRoundedRect(QRectF(low - side / 2, middle - side / 2, side, side), 4, 4)
        self._diamond(painter, QPointF(at(self._mark), middle), 1.3 * MARK * theme.scale)
        self._word(painter, self._words[0], (low + high) / 2, 0, "primary")
        below = middle + 14 * theme.scale
        taken = self._word(painter, self._words[1], at(self._mark), below, "ink")
        self._ends(painter, ((left, "0"), (right, str(HIGHEST))), below, taken)
        painter.end()

    def _axis(self, painter: QPainter, ends: tuple[float, float], middle: float) -> None:
        theme, (left, right) = self._theme, ends
        painter.setPen(QPen(theme.color("control"), 1.5))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        for step in range(HIGHEST + 1):
            x = left + (right - left) * step / HIGHEST
            painter.drawLine(QPointF(x, middle - TICK), QPointF(x, middle + TICK))

    def _ends(
        self,
        painter: QPainter,
        ends: tuple[tuple[float, str], ...],
        top: float,
        taken: tuple[float, float],
    ) -> None:
        """0 and 10 under the axis, where the word of the impression leaves room for them."""
        font = self._theme.font("caption")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink2"))
        for x, text in ends:
            half = metrics.horizontalAdvance(text) / 2
            if x + half < taken[0] - 4 or x - half > taken[1] + 4:
                painter.drawText(QPointF(x - half, top + metrics.ascent()), text)

    def _diamond(self, painter: QPainter, at: QPointF, reach: float) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.color("ink"), 2.2))
        painter.setBrush(theme.color("surface"))
        corners = [(0, -reach), (reach, 0), (0, reach), (-reach, 0)]
        painter.drawPolygon(QPolygonF([at + QPointF(x, y) for x, y in corners]))

    def _word(
        self, painter: QPainter, text: str, at: float, top: float, token: str
    ) -> tuple[float, float]:
        """Under or over its mark, moved inside where it would leave the widget; from where to
        where it stands."""
        font = self._theme.font("caption", bold=True)
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(text)
        left = min(max(at - width / 2, 0.0), max(0.0, self.width() - width))
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        painter.drawText(QPointF(left, top + metrics.ascent()), text)
        return left, left + width
