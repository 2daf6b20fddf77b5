# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A question in a list, whole, where its words were found and how it is answered.

Says when it is chosen.
"""

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

Lines = tuple[tuple[int, int], ...]
"""Where each line of a text begins, and its length."""


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
    line: str = ""
    """Where it is found, when it is not in the text."""
    in_line: tuple[tuple[int, int], ...] = ()
    """What stands out there."""


class QuestionRow(QPushButton):
    """One row; the arrows ask for the next ones."""

    step_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = QuestionState("", "", "")
        self._cut: dict[int, tuple[Lines, Lines]] = {}
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
        self.setAccessibleDescription(state.line)
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

    def _small(self) -> QFont:
        font = QFont(self._theme.font("caption"))
        font.setBold(True)
        return font

    def _lines(self, width: int) -> tuple[Lines, Lines]:
        """The lines of that width, of the question and of where it is found: as cut in bold, so
        that becoming the one on the page moves no word. A layout asks again and again, at several
        widths."""
        if width not in self._cut:
            if len(self._cut) >= KEPT:
                self._cut.clear()
            wide = max(40.0, width - 2 * SIDE * self._theme.scale)
            text = lines_of(self._state.text, self._font(bold=True), wide)
            line = lines_of(self._state.line, self._small(), wide) if self._state.line else ()
            self._cut[width] = (text, line)
        return self._cut[width]

    def _steps(self) -> tuple[float, float]:
        """The height of a line of the question, and of that of its state. Where it is found is
        between both, in lines as high as small letters."""
        text = QFontMetricsF(self._font(bold=True)).height() * LEADING
        state = QFontMetricsF(self._theme.font("caption")).height()
        return text, max(state, ICON * self._theme.scale)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        scale, (lines, small) = self._theme.scale, self._lines(width)
        if self._high is None:
            self._high = self._steps()
        text, state = self._high
        high = len(lines) * text + self._high_of_small(small) + state
        return round(max(HIGH * scale, high + 2 * PAD * scale))

    def _high_of_small(self, lines: Lines) -> float:
        return len(lines) * QFontMetricsF(self._small()).height()

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
        (lines, small), (step, line) = self._lines(self.width()), self._steps()
        left = SIDE * scale
        text, high = step * len(lines), step * len(lines) + self._high_of_small(small)
        wide = self.width() - 2 * left
        top = (self.height() - high - line) / 2
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color("ink"))
        layouts = Shown(state.text, self._font(bold=state.current), state.looked_for)
        layouts.paint(painter, lines, QPointF(left, top), step)
        painter.setPen(theme.color("ink2"))
        found = Shown(state.line, theme.font("caption"), state.in_line)
        found.paint(painter, small, QPointF(left, top + text), self._high_of_small(small[:1]))
        ink = theme.color(f"{state.tone}Ink" if state.tone else "ink2")
        side = round(ICON * scale)
        middle = top + high + line / 2
        painter.drawPixmap(QPointF(left, middle - side / 2), theme.pixmap(state.icon, ink, side))
        painter.setFont(theme.font("caption"))
        painter.setPen(ink)
        said = QRectF(left + side + GAP * scale, top + high, wide - side - GAP * scale, line)
        painter.drawText(said, flags, state.said)
        painter.end()


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as it is painted: what is looked for is in bold."""

    text: str
    font: QFont
    found: tuple[tuple[int, int], ...]

    def paint(self, painter: QPainter, lines: Lines, at: QPointF, step: float) -> None:
        """Its lines one under another, in the pen of the painter."""
        for number, (begin, length) in enumerate(lines):
            layout = QTextLayout(self.text[begin : begin + length].rstrip())
            layout.setFont(self.font)
            layout.setFormats([_bold(start - begin, size) for start, size in self.found])
            layout.beginLayout()
            layout.createLine()
            layout.endLayout()
            layout.draw(painter, at + QPointF(0, number * step))


def lines_of(text: str, font: QFont, width: float) -> Lines:
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
