# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where one is: the theme in its colour, the place of the question, and what was just finished."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme import Theme

GAP, TICK = 6, 16


class Crumb(QLabel):
    """A painted label, on two lines where one is too short."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._index, self._title, self._place, self._done = 0, "", "", ""
        self._ticked = True
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def show_place(
        self, index: int, title: str, place: str, done: str = "", *, ticked: bool = True
    ) -> None:
        """The theme and its rank, «question 5 sur 8», and what was just finished; `ticked`:
        with a tick, for nothing was left out."""
        shown = (self._index, self._title, self._place, self._done, self._ticked)
        if (index, title, place, done, ticked) == shown:
            return
        self._index, self._title, self._place, self._done = index, title, place, done
        self._ticked = ticked
        self.setText(". ".join(part for part in (f"{title}, {place}", done) if part))
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _widths(self) -> tuple[float, float, float]:
        """Of the title, of the place after it, of what was finished."""
        theme = self._theme
        plain = QFontMetricsF(theme.font("body"))
        bold = QFontMetricsF(theme.font("body", bold=True))
        small = QFontMetricsF(theme.font("caption", bold=True))
        done = small.horizontalAdvance(self._done) + (TICK + GAP) * theme.scale
        place = plain.horizontalAdvance(f" · {self._place}")
        return bold.horizontalAdvance(self._title), place, done if self._done else 0.0

    def _two_lines(self, width: int) -> bool:
        return sum(self._widths()) + (16 if self._done else 0) > width

    def _line(self) -> float:
        return QFontMetricsF(self._theme.font("body", bold=True)).height()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._line() * (2 if self._two_lines(width) else 1) + 0.49)

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths())), round(self._line()))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(200 * self._theme.scale), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, width, line = self._theme, self.width(), self._line()
        title, place, done = self._widths()
        painter = QPainter(self)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        bold = theme.font("body", bold=True)
        painter.setFont(bold)
        painter.setPen(theme.theme_color(self._index))
        said = QFontMetricsF(bold).elidedText(self._title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(0, 0, width, line), flags, said)
        two = self._two_lines(width)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("ink2"))
        if two:
            room = width - (done + GAP if done else 0)
            plain = QFontMetricsF(theme.font("body"))
            where = plain.elidedText(self._place, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(0, line, room, line), flags, where)
        else:
            painter.drawText(QRectF(title, 0, place + 4, line), flags, f" · {self._place}")
        if done:
            self._paint_done(painter, QRectF(width - done, line if two else 0, done, line))
        painter.end()

    def _paint_done(self, painter: QPainter, box: QRectF) -> None:
        theme, side = self._theme, round(TICK * self._theme.scale)
        ink = theme.color("okInk" if self._ticked else "ink2")
        tick = theme.pixmap("check" if self._ticked else "dots", ink, side)
        painter.drawPixmap(QPointF(box.left(), box.center().y() - side / 2), tick)
        painter.setFont(theme.font("caption", bold=True))
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(side + GAP * theme.scale, 0, 4, 0), flags, self._done)
