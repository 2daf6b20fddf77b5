# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A theme in the rail: its pictogram, its name, how far it is. Says when it is chosen."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.term_text import Dots, TermText
from ui.widgets.theme_picture import paint_theme
from ui.widgets.tooltip import show_name

CHIP, ICON, LEFT, GAP, RIGHT, HIGH = 34, 22, 5, 6, 8, 44
TICK = 16
NARROW_HIGH = 42
PAD = 6
"""Above and below the words, together."""
SHORT_WORD = re.compile(r"\b(de|du|des|la|le|les) ")
"""Not left alone at the end of a line."""


@dataclass(frozen=True, slots=True)
class ThemeState:
    """What a row shows: its rank, its name, «5/8», a remark below, whether all is answered."""

    index: int
    title: str
    count: str
    remark: str
    done: bool
    current: bool
    spoken: str
    left: bool = False
    """Whether the remark says that something is left to do."""


class ThemeRow(QPushButton):
    """One row. `narrow`: the pictogram alone, the rest in its tooltip."""

    step_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: ThemeState | None = None
        self._title, self._remark = TermText(0.92), TermText(0.96)
        self._narrow = False
        self.setAutoDefault(False)
        self.setProperty("focus_radius", 10)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def show_state(self, state: ThemeState) -> None:
        """Show another state; nothing is painted again when it is the same."""
        if state == self._state:
            return
        self._state = state
        self._title.set_text(SHORT_WORD.sub("\\1\u00a0", state.title))
        self._remark.set_text(state.remark)
        self.setAccessibleName(state.spoken)
        # the current one is where the tabulation key comes, arrows go to the others
        focus = Qt.FocusPolicy.StrongFocus if state.current else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(focus)
        self.updateGeometry()
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the pictogram alone, or all."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.updateGeometry()
            self.update()

    def event(self, event: QEvent) -> bool:
        """What is not written shows under the mouse."""
        if isinstance(event, QHelpEvent) and self._narrow:
            show_name(self, event)
            return True
        return super().event(event)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _title_width(self, width: int) -> float:
        metrics = QFontMetricsF(self._theme.font("caption", bold=True))
        scale = self._theme.scale
        side = max(metrics.horizontalAdvance("8/8"), TICK * scale)
        return max(40.0, width - (LEFT + CHIP + GAP + 2 + RIGHT) * scale - side)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        scale = self._theme.scale
        if self._narrow:
            return round(NARROW_HIGH * scale)
        current = self._state is not None and self._state.current
        title = self._title.height(self._font(bold=current), self._title_width(width))
        return round(max(HIGH * scale, title + self._remark_height(width) + PAD))

    def _remark_height(self, width: int) -> float:
        """On as many lines as it takes."""
        if self._state is None or not self._state.remark:
            return 0.0
        return self._remark.height(self._theme.font("caption"), self._remark_width(width))

    def _remark_width(self, width: int) -> float:
        """Beside the count or the tick, else under it."""
        beside = self._title_width(width)
        if self._is_long(beside):
            return max(beside, width - (LEFT + CHIP + GAP + RIGHT) * self._theme.scale)
        return beside

    def _is_long(self, beside: float) -> bool:
        """Whether the remark needs more than one line beside the count."""
        small = QFontMetricsF(self._theme.font("caption"))
        remark = self._state.remark if self._state is not None else ""
        return small.horizontalAdvance(remark) > beside

    def _font(self, *, bold: bool):
        font = self._theme.font("body", bold=bold)
        font.setPointSizeF(11.25 * self._theme.scale)
        return font

    def sizeHint(self) -> QSize:
        width = round((50 if self._narrow else 252) * self._theme.scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(40 * self._theme.scale), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
        if not event.modifiers() and event.key() in steps:
            self.step_asked.emit(steps[event.key()])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        state = self._state
        if state is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter, state)
        chip = self._paint_chip(painter, state)
        if self._narrow:
            if state.done:
                self._paint_badge(painter, chip)
        else:
            self._paint_words(painter, state, chip)
        painter.end()

    def _paint_box(self, painter: QPainter, state: ThemeState) -> None:
        theme = self._theme
        hovered = self.underMouse() and not state.current
        if not (state.current or hovered):
            return
        edge = theme.color("primary" if state.current else "line")
        painter.setPen(QPen(edge, 1.5))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 10, 10)

    def _paint_chip(self, painter: QPainter, state: ThemeState) -> QRectF:
        theme, scale = self._theme, self._theme.scale
        side = CHIP * scale
        left = (self.width() - side) / 2 if self._narrow else LEFT * scale
        chip = QRectF(left, (self.height() - side) / 2, side, side)
        color = theme.theme_color(state.index)
        if state.current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRoundedRect(chip, 9, 9)
            color = theme.color("surface")
        size = round(ICON * scale)
        at = chip.center() - QPointF(size / 2, size / 2)
        paint_theme(painter, at, theme, state.index, color, side=size)
        return chip

    def _paint_words(self, painter: QPainter, state: ThemeState, chip: QRectF) -> None:
        theme, scale = self._theme, self._theme.scale
        font = self._font(bold=state.current)
        width = self._title_width(self.width())
        height = self._title.height(font, width)
        lines = self._remark_height(self.width())
        left, top = chip.right() + GAP * scale, (self.height() - height - lines) / 2
        painter.setPen(theme.color("ink"))
        self._title.paint(painter, QPointF(left, top), font, width, Dots(theme.color("ink")))
        if state.remark:
            ink = theme.color("warnInk" if state.left else "ink2")
            painter.setPen(ink)
            small, at = theme.font("caption"), QPointF(left, top + height - 1)
            self._remark.paint(painter, at, small, self._remark_width(self.width()), Dots(ink))
        # at the height of the title where the remark comes under it
        over, high = (top, height) if self._is_long(width) else (0.0, float(self.height()))
        right = self.width() - RIGHT * scale
        self._paint_mark(painter, state, QRectF(left, over, right - left, high))

    def _paint_mark(self, painter: QPainter, state: ThemeState, box: QRectF) -> None:
        """The tick, or how many are answered, at the right of the box and at its middle."""
        theme = self._theme
        if state.done:
            side = TICK * theme.scale
            self._paint_tick(painter, QPointF(box.right() - side, box.center().y() - side / 2))
            return
        painter.setFont(theme.font("caption", bold=state.current))
        painter.setPen(theme.color("ink2"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, flags, state.count)

    def _paint_badge(self, painter: QPainter, chip: QRectF) -> None:
        """A tick on the corner of the pictogram."""
        theme, side = self._theme, 14 * self._theme.scale
        disc = QRectF(chip.right() - side + 3, chip.bottom() - side + 3, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("okInk"))
        painter.drawEllipse(disc)
        size = round(side * 0.72)
        tick = theme.pixmap("check", theme.color("surface"), size)
        painter.drawPixmap(disc.center() - QPointF(size / 2, size / 2), tick)

    def _paint_tick(self, painter: QPainter, at: QPointF) -> None:
        theme = self._theme
        side = round(TICK * theme.scale)
        painter.drawPixmap(at, theme.pixmap("check", theme.color("okInk"), side))
