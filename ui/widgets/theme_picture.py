# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The picture of a theme: its pictogram, or its number where pictograms are those of others."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from ui.theme import Theme

_HIGH = 0.78
"""Of a number, in the square that a pictogram takes."""


def theme_picture(theme: Theme, rank: int, color: QColor, side: int) -> QPixmap:
    """The theme of that rank, from 0, in one colour, `side` logical pixels wide."""
    if not theme.numbered:
        return theme.pixmap(theme.theme_icon_name(rank), color, side)
    picture = theme.pixmap("file", color, side).copy()  # as sharp as any on this screen
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    paint_theme(painter, QPointF(), theme, rank, color, side=side)
    painter.end()
    return picture


def paint_theme(
    painter: QPainter, at: QPointF, theme: Theme, rank: int, color: QColor, *, side: int
) -> None:
    """The same, straight where it is seen: a number is then a word like any other."""
    if not theme.numbered:
        painter.drawPixmap(at, theme_picture(theme, rank, color, side))
        return
    font = theme.font("body", bold=True)
    font.setPixelSize(max(1, round(side * _HIGH)))
    painter.save()
    painter.setFont(font)
    painter.setPen(color)
    box = QRectF(at.x(), at.y(), side, side)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(rank + 1))
    painter.restore()
