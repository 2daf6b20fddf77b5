# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The name of a profile with its marker ■ ▲ ●: shape and words first, colour only confirms."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy

from autodiag.model.questionnaire import ProfileId
from ui.theme import Theme
from ui.widgets.tooltip import set_tooltip

PAD, SPACE, RADIUS = 10, 8, 8.0


def paint_marker(painter: QPainter, profile: ProfileId, box: QRectF, ink: QColor) -> None:
    """The marker of a profile inside `box`: square, triangle or disc."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if profile == "stratege":
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    elif profile == "pragmatique":
        top = QPointF(box.center().x(), box.top())
        painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))
    else:
        painter.drawEllipse(box)
    painter.restore()


class ProfileTag(QLabel):
    """One line; cut short with its whole text in the tooltip when there is no room."""

    def __init__(self, theme: Theme, profile: ProfileId, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._profile: ProfileId = profile
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_profile(profile, text)
        theme.changed.connect(self.updateGeometry)

    def show_profile(self, profile: ProfileId, text: str) -> None:
        """Take another profile."""
        self._profile = profile
        self.setText(text)
        self.updateGeometry()

    def _marker(self) -> int:
        return round(12 * self._theme.scale)

    def _letters(self) -> QFontMetrics:
        return QFontMetrics(self._theme.font("body", bold=True))

    def sizeHint(self) -> QSize:
        letters = self._letters()
        width = letters.horizontalAdvance(self.text()) + self._marker() + 2 * PAD + SPACE + 2
        return QSize(width, letters.height() + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._marker() + 2 * PAD + SPACE + 40, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, fill = self._theme.profile(self._profile)
        side = self._marker()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        marker = QRectF(PAD, (self.height() - side) / 2, side, side)
        paint_marker(painter, self._profile, marker, ink)
        left = PAD + side + SPACE
        room = self.width() - left - PAD + 2
        shown = self._letters().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        set_tooltip(self, self.text() if shown != self.text() else "")
        painter.setFont(self._theme.font("body", bold=True))
        painter.setPen(ink)
        where = QRectF(left, 0, room, self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()
