# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A short line in which the keys of the keyboard are drawn as keys."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme import Theme
from ui.widgets.card_face import Look, paint_key

KEY, PAD, GAP = 26, 7, 6
_REST = Look(chosen=False, hovered=False, enabled=True)


class KeyHint(QLabel):
    """`parts`: a text, then a key, then a text…; a key is written between brackets."""

    def __init__(self, theme: Theme, parts: Sequence[str]) -> None:
        super().__init__(" ".join(part.strip("[]") for part in parts))
        self._theme, self._parts = theme, tuple(parts)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_parts(self, parts: Sequence[str]) -> None:
        """Say something else."""
        if tuple(parts) != self._parts:
            self._parts = tuple(parts)
            self.setText(" ".join(part.strip("[]") for part in parts))
            self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _widths(self) -> list[float]:
        plain = QFontMetricsF(self._theme.font("caption"))
        bold = QFontMetricsF(self._theme.font("caption", bold=True))
        scale = self._theme.scale
        return [
            max(KEY * scale, bold.horizontalAdvance(part[1:-1]) + 2 * PAD * scale)
            if part.startswith("[")
            else plain.horizontalAdvance(part)
            for part in self._parts
        ]

    def sizeHint(self) -> QSize:
        widths = self._widths()
        gaps = GAP * self._theme.scale * max(0, len(widths) - 1)
        return QSize(round(sum(widths) + gaps + 2), round(KEY * self._theme.scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, left = self._theme, 0.0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = KEY * theme.scale
        top = (self.height() - side) / 2
        for part, width in zip(self._parts, self._widths(), strict=True):
            box = QRectF(left, top, width, side)
            if part.startswith("["):
                paint_key(painter, theme, box, _REST, part[1:-1])
            else:
                painter.setFont(theme.font("caption"))
                painter.setPen(theme.color("ink2"))
                flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(box, flags, part)
            left += width + GAP * theme.scale
        painter.end()
