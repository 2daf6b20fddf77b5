# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A question in a list: its first words, and how it is answered. Says when it is chosen."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.term_text import Dots, TermText
from ui.widgets.tooltip import set_tooltip

SIDE, PAD, ICON, GAP, HIGH = 10, 6, 15, 6, 44
MOST_LINES = 2
STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}


@dataclass(frozen=True, slots=True)
class QuestionState:
    """What a row shows: the question, the pictogram and words of its state; `tone`: "" or warn,
    ok. `current`: it is the one on the page."""

    text: str
    icon: str
    said: str
    tone: str = ""
    current: bool = False


class QuestionRow(QPushButton):
    """One row; the arrows ask for the next ones."""

    step_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = QuestionState("", "", "")
        self._text = TermText(0.92)
        self._cut: tuple[object, ...] = ()
        self.setAutoDefault(False)
        self.setProperty("focus_radius", 10)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    @property
    def state(self) -> QuestionState:
        """What it shows."""
        return self._state

    def show_state(self, state: QuestionState) -> None:
        """Show another question or state; nothing is painted again when it is the same."""
        if state == self._state:
            return
        self._state = state
        here = ", question en cours" if state.current else ""
        self.setAccessibleName(f"{state.text} {state.said}{here}")
        set_tooltip(self, state.text)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._cut = ()
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        font = self._theme.font("body", bold=self._state.current)
        font.setPointSizeF(11.25 * self._theme.scale)
        return font

    def _fit(self, width: int) -> tuple[QFont, float]:
        """Cut the question at two lines of that width: the page shows it whole."""
        font, wide = self._font(), max(40.0, width - 2 * SIDE * self._theme.scale)
        if self._cut != (self._state, wide):
            self._cut = (self._state, wide)
            metrics, room = QFontMetricsF(font), wide * MOST_LINES
            self._text.set_text(self._state.text)
            while self._text.lines(font, wide) > MOST_LINES and room > wide:
                room -= wide / 12
                cut = metrics.elidedText(self._state.text, Qt.TextElideMode.ElideRight, room)
                self._text.set_text(cut)
        return font, wide

    def _line(self) -> float:
        return max(QFontMetricsF(self._theme.font("caption")).height(), ICON * self._theme.scale)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        scale = self._theme.scale
        font, wide = self._fit(width)
        text = self._text.height(font, wide)
        return round(max(HIGH * scale, text + self._line() + 2 * PAD * scale))

    def sizeHint(self) -> QSize:
        width = round(252 * self._theme.scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(40 * self._theme.scale), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.modifiers() and event.key() in STEPS:
            self.step_asked.emit(STEPS[event.key()])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, scale, state = self._theme, self._theme.scale, self._state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state.current or self.underMouse():
            painter.setPen(QPen(theme.color("primary" if state.current else "line"), 1.5))
            painter.setBrush(theme.color("surface"))
            box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
            painter.drawRoundedRect(box, 10, 10)
        font, wide = self._fit(self.width())
        high, line, left = self._text.height(font, wide), self._line(), SIDE * scale
        top = (self.height() - high - line) / 2
        painter.setPen(theme.color("ink"))
        self._text.paint(painter, QPointF(left, top), font, wide, Dots(theme.color("ink")))
        ink = theme.color(f"{state.tone}Ink" if state.tone else "ink2")
        side = round(ICON * scale)
        middle = top + high + line / 2
        painter.drawPixmap(QPointF(left, middle - side / 2), theme.pixmap(state.icon, ink, side))
        painter.setFont(theme.font("caption"))
        painter.setPen(ink)
        said = QRectF(left + side + GAP * scale, top + high, wide - side - GAP * scale, line)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(said, flags, state.said)
        painter.end()
