# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Whose dossier this is: a name over a population, and the way to the page that tells it all."""

import re

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.theme import Role, Theme
from ui.widgets.tooltip import set_tooltip

PAD, LEAST = 8, 110
"""Beside the words, and the narrowest button at 100 %, in pixels."""
SMALLER: tuple[Role, ...] = ("lead", "body", "caption")
"""Letters of a name on two lines."""
Line = tuple[str, QFont, str]
"""Words, their letters, and the name of their colour."""


class PlaceButton(QPushButton):
    """Two lines; a long name takes both, and is then cut short if it must. All of it is in the
    tooltip, and for assistive technologies."""

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

    @property
    def shown(self) -> tuple[str, str]:
        """The two lines as they are seen."""
        (first, _, _), (second, _, _) = self._lines()
        return first, second

    def sizeHint(self) -> QSize:
        name = QFontMetrics(self._theme.font("lead", bold=True))
        detail = QFontMetrics(self._theme.font("caption"))
        widest = max(name.horizontalAdvance(self._name), detail.horizontalAdvance(self._detail))
        return QSize(widest + 2 * PAD + 2, 2 * name.height())

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
        lines = [line for line in self._lines() if line[0]]
        heights = [QFontMetrics(font).height() for _, font, _ in lines]
        top = (self.height() - sum(heights)) / 2
        for (text, font, ink), high in zip(lines, heights, strict=True):
            painter.setFont(font)
            painter.setPen(self._theme.color(ink))
            painter.drawText(QRectF(PAD, top, self.width() - 2 * PAD, high), text)
            top += high
        painter.end()

    def _lines(self) -> tuple[Line, Line]:
        """The name over the detail; else the name alone on both lines, in the largest letters that
        let it be whole; else its beginning."""
        room, lead = self.width() - 2 * PAD, self._theme.font("lead", bold=True)
        elide = Qt.TextElideMode.ElideRight
        if QFontMetrics(lead).horizontalAdvance(self._name) > room:
            for role in SMALLER:
                font = self._theme.font(role, bold=True)
                letters = QFontMetrics(font)
                first, rest = _broken(self._name, letters, room)
                whole = letters.horizontalAdvance(rest) <= room
                if first and (whole or role == SMALLER[-1]):
                    return (first, font, "ink"), (
                        letters.elidedText(rest, elide, room),
                        font,
                        "ink",
                    )
        small = self._theme.font("caption")
        return (
            (QFontMetrics(lead).elidedText(self._name, elide, room), lead, "ink"),
            (QFontMetrics(small).elidedText(self._detail, elide, room), small, "ink2"),
        )


def _broken(name: str, letters: QFontMetrics, room: int) -> tuple[str, str]:
    """As much of a name as a line holds, up to a space or a hyphen, and the rest of it."""
    ends = [found.end() for found in re.finditer(r"[ -]", name)]
    held = [end for end in ends if letters.horizontalAdvance(name[:end].rstrip()) <= room]
    end = max(held, default=0)
    return name[:end].rstrip(), name[end:]
