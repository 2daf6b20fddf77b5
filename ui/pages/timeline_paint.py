# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Paints the timeline at its places, in the colours of the theme, never by colour alone: solid,
hatched, ticked, bracketed. Knows nothing of keys or of a plan."""

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen

from autodiag.roadmap.calendar import months_of, shifted
from ui.pages.timeline_axis import TimelineAxis
from ui.pages.timeline_places import PAD, RADIUS, Places, Row
from ui.pages.timeline_rows import Bar, due_said, lane_name
from ui.theme import Theme

STEP = 7.0
"""Between two hatches of a bar."""
WIDE_STEP = 10.0
"""Between two hatches of a closed month."""
FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
APART = "line"
"""Between months and rows, and over closed ones, whose names are written."""


class TimelinePaint:
    """One painting of one widget."""

    def __init__(self, painter: QPainter, theme: Theme, places: Places) -> None:
        self._painter, self._theme, self._places = painter, theme, places
        self._face = places.face
        self._scale = theme.scale

    def paint(self, top: int) -> None:
        """All of it; `top` is where what is seen begins: the axis stays there."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground()
        self._today_line()
        for row in self._places.rows:
            if row.group is not None:
                self._group(row)
            elif row.lane is not None:
                self._lane(row)
            elif row.bar is not None:
                self._bar(row, row.bar)
        TimelineAxis(self._painter, self._theme, self._places).paint(top)

    # The ground

    def _ground(self) -> None:
        """The card, the second period a little darker, closed months hatched, quarters ruled."""
        painter, theme, places = self._painter, self._theme, self._places
        box = QRectF(0.5, 0.5, places.width - 1, places.height - 1)
        painter.setPen(QPen(theme.color(APART), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        top, high = places.axis, places.height - places.axis - PAD / 2
        second = months_of(self._face.begins, 1)
        painter.fillRect(self._column(second[0], second[-1], top, high), theme.color("bg"))
        for first, last in self._face.closed:
            column = self._column(first, last, top, high)
            painter.fillRect(column, theme.color("sunken"))
            self._hatch(column, APART, WIDE_STEP, 1.2)
        for month in (shifted(self._face.start, n) for n in range(self._face.months)):
            if month.month % 3 == 1:
                x = places.x(month)
                painter.setPen(QPen(theme.color("control" if month.month == 1 else APART), 1))
                painter.drawLine(QPointF(x, top), QPointF(x, top + high))

    def _column(self, first: date, last: date, top: float, high: float) -> QRectF:
        left, right = self._places.x(first), self._places.x(shifted(last, 1))
        return QRectF(left, top, right - left, high)

    def _today_line(self) -> None:
        if self._face.today is None:
            return
        x = self._places.x(self._face.today)
        pen = QPen(self._theme.color("ink"), 2, Qt.PenStyle.DashLine)
        self._painter.setPen(pen)
        bottom = self._places.height - PAD / 2
        self._painter.drawLine(QPointF(x, self._places.axis), QPointF(x, bottom))

    # The rows

    def _group(self, row: Row) -> None:
        theme, group, painter = self._theme, row.group, self._painter
        assert group is not None
        self._cleared(row)
        left, middle = row.rect.left(), row.rect.center().y()
        if group.theme >= 0:
            side = round(18 * self._scale)
            icon = theme.pixmap(
                theme.theme_icon_name(group.theme), theme.theme_color(group.theme), side
            )
            painter.drawPixmap(left, middle - side // 2, icon)
            left += side + 8
        font = theme.font("caption", bold=True)
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        room = QRect(left, row.rect.top(), row.rect.right() - left, row.rect.height())
        if self._places.beside:
            room.setRight(self._places.left - 8)
        name = QFontMetrics(font).elidedText(group.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, FLAGS, name)

    def _lane(self, row: Row) -> None:
        lane, theme, painter = row.lane, self._theme, self._painter
        assert lane is not None
        self._title(lane_name(lane), self._cleared(row), "ink2", 1)
        for first, last in lane.spans:
            if lane.aid:
                left = max(self._places.x(first), self._places.left)
                right = min(self._places.x(last) + self._places.month / 30, self._places.right)
                self._bracket(left, right, row.strip)
            else:
                place = self._places.span(first, last, row.strip)
                place = place.adjusted(0, 3, 0, -3)
                painter.fillRect(place, theme.color("sunken"))
                self._hatch(place, "control", STEP, 1.4)
                painter.setPen(QPen(theme.color("control"), 1.2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(place)

    def _bracket(self, left: float, right: float, strip: QRect) -> None:
        middle, tall = strip.center().y() + 0.5, 7 * self._scale
        right = max(right, left + 6)
        path = QPainterPath(QPointF(left, middle + tall))
        path.lineTo(left, middle - tall)
        path.lineTo(right, middle - tall)
        path.lineTo(right, middle + tall)
        self._painter.setPen(QPen(self._theme.color("ink"), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path)

    def _bar(self, row: Row, bar: Bar) -> None:
        words = self._cleared(row)
        self._painter.setPen(QPen(self._theme.color(APART), 1))
        line = row.rect.top() + 0.5
        self._painter.drawLine(QPointF(PAD, line), QPointF(self._places.right, line))
        if bar.duty:
            side = round(16 * self._scale)
            icon = self._theme.pixmap("scale", self._theme.color("warnInk"), side)
            self._painter.drawPixmap(words.left(), words.center().y() - side // 2 + 1, icon)
            words = words.adjusted(side + 6, 0, 0, 0)
        self._title(bar.title, words, "ink", 2 if self._places.beside else 1)
        if bar.first is None or bar.last is None or bar.last < self._face.start:
            self._tick(float(row.strip.left()), row.strip)
            self._at_end(bar.when, row.strip.left() + 26 * self._scale, 0, row.strip)
            return
        place = self._places.span(bar.first, bar.last, row.strip)
        self._body(bar, place)
        self._at_end(due_said(bar), place.right() + 6, place.left(), row.strip, bar.chosen)

    def _body(self, bar: Bar, place: QRectF) -> None:
        """Solid where it is retained, hatched where it is proposed, ticked where it is done."""
        theme, painter = self._theme, self._painter
        if bar.state == "faite":
            self._tick(place.left(), place.toRect())
            return
        shape = QPainterPath()
        shape.addRoundedRect(place.adjusted(1, 0, -1, 0), 5, 5)
        if bar.state == "retenue":
            painter.fillPath(shape, theme.color("primary"))
            return
        painter.fillPath(shape, theme.color("primaryPale"))
        painter.save()
        painter.setClipPath(shape)
        self._hatch(place, "primary", STEP, 2.0)
        painter.restore()
        painter.setPen(QPen(theme.color("primary"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _tick(self, left: float, strip: QRect) -> None:
        side = round(20 * self._scale)
        icon = self._theme.pixmap("check", self._theme.color("okInk"), side)
        self._painter.drawPixmap(QPointF(left, strip.center().y() - side / 2), icon)

    def _at_end(
        self, text: str, right: float, left: float, strip: QRect, chosen: bool = False
    ) -> None:
        """When it is due, after the bar, or before it where there is no room; the chosen ones have
        a flag."""
        font = self._theme.font("caption")
        side = round(16 * self._scale) if chosen else 0
        wide = QFontMetrics(font).horizontalAdvance(text) + side + (4 if side else 0)
        x = right
        if right + wide > self._places.right + 8:
            x = left - 8 - wide
        if x < self._places.left - 2:
            return
        if side:
            flag = self._theme.pixmap("flag", self._theme.color("primary"), side)
            self._painter.drawPixmap(QPointF(x, strip.center().y() - side / 2), flag)
        self._painter.setFont(font)
        self._painter.setPen(self._theme.color("ink2"))
        box = QRectF(x + side + (4 if side else 0), strip.top(), wide, strip.height() + 1)
        self._painter.drawText(box, FLAGS, text)

    def _cleared(self, row: Row) -> QRect:
        """The place of its words; above the bars, on a plain ground."""
        if not self._places.beside:
            self._painter.fillRect(row.words, self._theme.color("surface"))
        return row.words

    def _title(self, text: str, room: QRect, ink: str, most: int) -> None:
        font = self._theme.font("caption")
        metrics, painter = QFontMetrics(font), self._painter
        painter.setFont(font)
        painter.setPen(self._theme.color(ink))
        lines = title_lines(text, metrics, room.width(), most)
        top = room.center().y() + 1 - len(lines) * metrics.height() / 2
        for rank, line in enumerate(lines):
            y = top + rank * metrics.height() + metrics.ascent()
            painter.drawText(QPointF(room.left(), y), line)

    def _hatch(self, part: QRectF, ink: str, step: float, wide: float) -> None:
        painter = self._painter
        painter.save()
        painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(self._theme.color(ink), wide))
        x = part.left() - part.height()
        while x < part.right():
            painter.drawLine(QPointF(x, part.bottom()), QPointF(x + part.height(), part.top()))
            x += step
        painter.restore()


def title_lines(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """The words on at most so many lines of that width, the last one cut with … ."""
    lines = [""]
    words = text.split(" ")
    for rank, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or metrics.horizontalAdvance(longer) < width - 2:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = " ".join((lines[-1], *words[rank:]))
            break
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]
