# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A filter that is put and taken away, with how many things it would list."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.theme import Theme

HIGH, SIDE, GAP, BADGE = 40, 9, 5, 15


class FilterChip(QPushButton):
    """Ticked when it is told to be: a badge on its corner, a thicker edge, a tint."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme, self._count = theme, 0
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("focus_radius", 10)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    @property
    def count(self) -> int:
        """How many it says."""
        return self._count

    def show_count(self, count: int, *, ticked: bool) -> None:
        """Say how many, and whether the filter is put."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}")
        self.setChecked(ticked)
        self.updateGeometry()
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Nothing: it is checked when it is told to be."""

    def _widths(self) -> tuple[float, float]:
        """Of the words, and of the number after them."""
        plain = QFontMetricsF(self._theme.font("caption"))
        bold = QFontMetricsF(self._theme.font("caption", bold=True))
        return plain.horizontalAdvance(self.text()), bold.horizontalAdvance(str(self._count))

    def sizeHint(self) -> QSize:
        scale = self._theme.scale
        wide = sum(self._widths()) + (2 * SIDE + GAP) * scale
        return QSize(round(wide + 1), round(HIGH * scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, scale, ticked = self._theme, self._theme.scale, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = 2.5 if ticked else 1.5
        painter.setPen(QPen(theme.color("primary" if ticked else "control"), thick))
        hovered = "sunken" if self.underMouse() else "bg"
        painter.setBrush(theme.color("primaryPale" if ticked else hovered))
        half, rect = thick / 2, QRectF(self.rect())
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), 10, 10)
        words, number = self._widths()
        left = (rect.width() - words - number - GAP * scale) / 2
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.font("caption"))
        painter.drawText(QRectF(left, 0, words + 2, rect.height()), flags, self.text())
        left += words + GAP * scale
        painter.setFont(theme.font("caption", bold=True))
        painter.drawText(QRectF(left, 0, number + 2, rect.height()), flags, str(self._count))
        if ticked:
            self._paint_badge(painter, rect)
        painter.end()

    def _paint_badge(self, painter: QPainter, rect: QRectF) -> None:
        """A tick on the corner, where no word comes."""
        theme, side = self._theme, BADGE * self._theme.scale
        disc = QRectF(rect.right() - side, 0, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("primary"))
        painter.drawEllipse(disc)
        size = round(side * 0.72)
        tick = theme.pixmap("check", theme.color("onPrimary"), size)
        painter.drawPixmap(disc.center() - QPointF(size / 2, size / 2), tick)
