# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A question in a list, whole, and how it is answered. Says when it is chosen."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.tooltip import set_tooltip

SIDE, PAD, ICON, GAP, HIGH = 10, 6, 15, 6, 44
LEADING = 0.92
KEPT = 8
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
    looked_for: tuple[tuple[int, int], ...] = ()
    """What stands out in the text: where each begins, and its length."""


class QuestionRow(QPushButton):
    """One row; the arrows ask for the next ones."""

    step_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = QuestionState("", "", "")
        self._cut: dict[int, tuple[tuple[int, int], ...]] = {}
        self._high: tuple[float, float] | None = None
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
        self._cut, self._high = {}, None
        self.updateGeometry()
        self.update()

    def _font(self, *, bold: bool) -> QFont:
        font = self._theme.font("body", bold=bold)
        font.setPointSizeF(11.25 * self._theme.scale)
        return font

    def _lines(self, width: int) -> tuple[tuple[int, int], ...]:
        """Where each line of that width begins, and its length: as cut in bold, so that becoming
        the one on the page moves no word. A layout asks again and again, at several widths."""
        if width not in self._cut:
            if len(self._cut) >= KEPT:
                self._cut.clear()
            wide = max(40.0, width - 2 * SIDE * self._theme.scale)
            self._cut[width] = lines_of(self._state.text, self._font(bold=True), wide)
        return self._cut[width]

    def _steps(self) -> tuple[float, float]:
        """The height of a line of the question, and of that of its state."""
        text = QFontMetricsF(self._font(bold=True)).height() * LEADING
        state = QFontMetricsF(self._theme.font("caption")).height()
        return text, max(state, ICON * self._theme.scale)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        scale, lines = self._theme.scale, len(self._lines(width))
        if self._high is None:
            self._high = self._steps()
        text, state = self._high
        return round(max(HIGH * scale, lines * text + state + 2 * PAD * scale))

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
        lines, (step, line), left = self._lines(self.width()), self._steps(), SIDE * scale
        high, wide = step * len(lines), self.width() - 2 * left
        top = (self.height() - high - line) / 2
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color("ink"))
        for number, line_of in enumerate(lines):
            self._paint_line(painter, line_of, QPointF(left, top + number * step))
        ink = theme.color(f"{state.tone}Ink" if state.tone else "ink2")
        side = round(ICON * scale)
        middle = top + high + line / 2
        painter.drawPixmap(QPointF(left, middle - side / 2), theme.pixmap(state.icon, ink, side))
        painter.setFont(theme.font("caption"))
        painter.setPen(ink)
        said = QRectF(left + side + GAP * scale, top + high, wide - side - GAP * scale, line)
        painter.drawText(said, flags, state.said)
        painter.end()

    def _paint_line(self, painter: QPainter, line: tuple[int, int], at: QPointF) -> None:
        """What is looked for is in bold."""
        begin, length = line
        layout = QTextLayout(self._state.text[begin : begin + length].rstrip())
        layout.setFont(self._font(bold=self._state.current))
        found = self._state.looked_for
        layout.setFormats([_bold(start - begin, size) for start, size in found])
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        layout.draw(painter, at)


def lines_of(text: str, font: QFont, width: float) -> tuple[tuple[int, int], ...]:
    """Where each line of that width (pixels) begins in the text, and its length."""
    layout = QTextLayout(text, font)
    found: list[tuple[int, int]] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append((line.textStart(), line.textLength()))
    layout.endLayout()
    return tuple(found)


def _bold(start: int, length: int) -> QTextLayout.FormatRange:
    """In a line that may begin after it."""
    found = QTextLayout.FormatRange()
    found.start, found.length = max(0, start), max(0, length + min(0, start))
    kind = QTextCharFormat()
    kind.setFontWeight(QFont.Weight.Bold)
    found.format = kind
    return found
