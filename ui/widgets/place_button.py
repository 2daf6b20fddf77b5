# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Whose dossier this is: a name over a population, and the way to the page that tells it all."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.theme import Theme
from ui.widgets.tooltip import set_tooltip

PAD, LEAST = 8, 110
"""Beside the words, and the narrowest button at 100 %, in pixels."""


class PlaceButton(QPushButton):
    """Two lines; a long name is cut short, whole in the tooltip and for assistive technologies."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._name = self._detail = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.updateGeometry)

    def show_place(self, name: str, detail: str) -> None:
        """`detail`: «612 habitants», or the kind of body; may be empty."""
        self._name, self._detail = name, detail
        said = f"{name}, {detail}" if detail else name
        self.setAccessibleName(f"{said}. Voir la fiche de la collectivité")
        set_tooltip(self, said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        name, detail = self._letters()
        widest = max(name.horizontalAdvance(self._name), detail.horizontalAdvance(self._detail))
        return QSize(widest + 2 * PAD + 2, name.height() + detail.height())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), round(LEAST * self._theme.scale)), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("sunken"))
            painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
        name, detail = self._letters()
        room = self.width() - 2 * PAD
        high = name.height() + (detail.height() if self._detail else 0)
        top = (self.height() - high) / 2
        painter.setFont(self._theme.font("lead", bold=True))
        painter.setPen(self._theme.color("ink"))
        elide = Qt.TextElideMode.ElideRight
        where = QRectF(PAD, top, room, name.height())
        painter.drawText(where, name.elidedText(self._name, elide, room))
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.color("ink2"))
        where = QRectF(PAD, top + name.height(), room, detail.height())
        painter.drawText(where, detail.elidedText(self._detail, elide, room))
        painter.end()

    def _letters(self) -> tuple[QFontMetrics, QFontMetrics]:
        bold = QFontMetrics(self._theme.font("lead", bold=True))
        return bold, QFontMetrics(self._theme.font("caption"))
