# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The text of an action card laid out and painted: title of three lines at most, line of figures,
badges, notes. Not a widget: it measures and paints where it is told."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)

from ui.theme import Theme
from ui.widgets.action_face import DOT, ActionFace, Badge

LINES = 3
GAP = 3
BADGE_GAP = 5
PAD = 6
"""Inside a badge, at each side."""
TONES = {
    "warn": ("warnInk", "warnPale"),
    "ok": ("primary", "primaryPale"),
    "plain": ("ink2", "sunken"),
}


class CardText:
    """Lays the face out anew at each painting; its heights and where its lines break are kept."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._face: ActionFace | None = None
        self._measured: dict[tuple[int, float], int] = {}
        self._broken: dict[tuple[str, str, int], list[str]] = {}
        self._spots: list[tuple[QRect, str]] = []

    def show_face(self, face: ActionFace) -> None:
        """Lay out another face."""
        if face != self._face:
            self._face, self._measured, self._broken = face, {}, {}

    def height(self, width: int) -> int:
        """The height of the text at that width, in pixels."""
        asked = (width, self._theme.scale)  # layouts ask many times
        if asked not in self._measured:
            self._measured[asked] = round(self._lay_out(QRect(0, 0, width, 0), None))
        return self._measured[asked]

    def elided(self, width: int) -> bool:
        """Whether the title does not hold on its lines."""
        if self._face is None:
            return False
        return len(_lines(self._face.title, self._title_font(), width, 99)) > LINES

    def badge_at(self, point: QPoint) -> str:
        """Why the badge at that point is there, empty where there is none."""
        return next((why for spot, why in self._spots if spot.contains(point)), "")

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint the text from the top left of the area."""
        self._lay_out(area, painter)

    def _title_font(self) -> QFont:
        return self._theme.font("body", bold=True)

    def _lay_out(self, area: QRect, painter: QPainter | None) -> float:
        face, theme = self._face, self._theme
        if face is None:
            return 0.0
        y = float(area.top())
        title, meta = self._title_font(), theme.font("caption")
        drawn = (title, "ink", face.title, LINES)
        y = self._paragraph(drawn, QPointF(area.left(), y), area, painter) + GAP
        packed = _packed(face.meta, meta, area.width())
        for line in packed[:-1]:
            drawn = (meta, "ink2", line, 1)
            y = self._paragraph(drawn, QPointF(area.left(), y), area, painter)
        y = self._last(face, packed[-1], QPointF(area.left(), y), area, painter)
        for note in face.notes:
            drawn = (meta, "warnInk", note, 4)
            y = self._paragraph(drawn, QPointF(area.left(), y + GAP), area, painter)
        if face.late:
            drawn = (meta, "ink2", face.late, 3)
            y = self._paragraph(drawn, QPointF(area.left(), y + GAP), area, painter)
        return y - area.top()

    def _last(
        self, face: ActionFace, line: str, at: QPointF, area: QRect, painter: QPainter | None
    ) -> float:
        """The last line of figures, with the badges after it where they hold, else below."""
        font = self._theme.font("caption")
        drawn = (font, "ink2", line, 1)
        if not face.badges:
            return self._paragraph(drawn, at, area, painter)
        after = QFontMetricsF(font).horizontalAdvance(line) + 2 * BADGE_GAP
        total = sum(self._badge_width(badge) + BADGE_GAP for badge in face.badges) - BADGE_GAP
        if after + total <= area.width():
            self._paragraph(drawn, at + QPointF(0, 2), area, painter)
            return self._badges(face.badges, at + QPointF(after, 0), area, painter)
        y = self._paragraph(drawn, at, area, painter)
        return self._badges(face.badges, QPointF(at.x(), y + GAP + 1), area, painter)

    def _badge_width(self, badge: Badge) -> int:
        metrics = QFontMetrics(self._theme.font("caption", bold=True))
        return metrics.horizontalAdvance(badge.text) + metrics.ascent() + 3 * PAD - 3

    def _paragraph(
        self,
        drawn: tuple[QFont, str, str, int],
        at: QPointF,
        area: QRect,
        painter: QPainter | None,
    ) -> float:
        font, token, text, most = drawn
        metrics = QFontMetricsF(font)
        y = at.y()
        if painter is not None:
            painter.setFont(font)
            painter.setPen(self._theme.color(token))
        asked = (text, font.key(), area.width())
        if asked not in self._broken:
            self._broken[asked] = _lines(text, font, area.width(), most)
        for line in self._broken[asked]:
            if painter is not None:
                painter.drawText(QPointF(at.x(), y + metrics.ascent()), line)
            y += metrics.height()
        return y

    def _badges(
        self, badges: tuple[Badge, ...], at: QPointF, area: QRect, painter: QPainter | None
    ) -> float:
        """On as many lines as they need, below the figures; return where they end."""
        self._spots = [] if painter is not None else self._spots
        metrics = QFontMetrics(self._theme.font("caption", bold=True))
        icon = metrics.ascent()
        high = metrics.height() + 4
        x, y = at.x(), at.y()
        for badge in badges:
            wide = min(self._badge_width(badge), area.width())
            if x > area.left() and x + wide > area.left() + area.width():
                x, y = float(area.left()), y + high + GAP
            if painter is not None:
                spot = QRectF(x, y, wide, high)
                self._badge(painter, badge, spot, icon)
                self._spots.append((spot.toRect(), badge.why))
            x += wide + BADGE_GAP
        return y + high

    def _badge(self, painter: QPainter, badge: Badge, spot: QRectF, icon: int) -> None:
        ink, fill = TONES[badge.tone]
        color = self._theme.color(ink)
        painter.setPen(QPen(color, 1))
        painter.setBrush(self._theme.color(fill))
        painter.drawRoundedRect(spot.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        top = round(spot.top() + (spot.height() - icon) / 2)
        left = round(spot.left()) + PAD
        painter.drawPixmap(left, top, self._theme.pixmap(badge.icon, color, icon))
        painter.setFont(self._theme.font("caption", bold=True))
        text = spot.adjusted(2 * PAD + icon - 3, 0, -PAD + 2, 0)
        painter.drawText(
            text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, badge.text
        )


def _lines(text: str, font: QFont, width: int, most: int) -> list[str]:
    """The text on lines of that width, the last one cut with … where there are too many."""
    units = text.encode("utf-16-le")  # what Qt counts in: an emoji takes two
    layout, anywhere = QTextLayout(text, font), QTextOption()
    anywhere.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # a web address
    layout.setTextOption(anywhere)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, length = line.textStart(), line.textLength()
        if len(lines) == most - 1 and 2 * (start + length) < len(units):
            rest = units[2 * start :].decode("utf-16-le", "replace").strip()
            metrics = QFontMetricsF(font)
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        part = units[2 * start : 2 * (start + length)]
        lines.append(part.decode("utf-16-le", "replace").rstrip())
    layout.endLayout()
    return lines


def _packed(parts: tuple[str, ...], font: QFont, width: int) -> list[str]:
    """The figures on as few lines as they need, never a dot at the end of one."""
    metrics = QFontMetricsF(font)
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}{DOT}{part}" if lines else part
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines or [""]
