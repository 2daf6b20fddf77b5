# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A few choices side by side, as real radio buttons that no arrow key can change.

Shows the choice it is told to show; knows nothing of what is chosen.
"""

from collections.abc import Sequence
from functools import partial
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget

from ui.theme import Theme

_RADIUS = 10.0
_GAP = 8
_HIGH = 44
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


Look = Literal["plain", "solid", "calm"]
"""How the chosen one stands out: a tick on a tint, filled (for figures), or not at all."""


class Segment(QRadioButton):
    """One choice: arrows move the focus, Espace chooses, Suppr asks to clear."""

    clear_asked = Signal()

    def __init__(
        self, theme: Theme, text: str, look: Look, parent: QWidget, *, resting: str = ""
    ) -> None:
        super().__init__(text, parent)
        self._resting = resting or text
        self._theme = theme
        self._look = look
        self.joined: tuple[bool, bool] = (False, False)
        """Whether another choice touches it, at the left and right: no round corner there."""
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focus_radius", _RADIUS)
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    @property
    def resting(self) -> bool:
        """Whether it is the one that is there before any choice."""
        return self._look == "calm" and self.isChecked()

    @property
    def said(self) -> str:
        """What it reads: a calm one that is chosen says that nothing was."""
        return self._resting if self.isChecked() else self.text()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font("body", bold=True))
        room = 12 if self._look == "solid" else 34 + metrics.averageCharWidth()
        text = max(metrics.horizontalAdvance(one) for one in (self.text(), self._resting))
        wide = max(40, text + room)
        return QSize(wide, max(_HIGH, metrics.height() + 18))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._move_focus(step)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_asked.emit()
        else:
            super().keyPressEvent(event)

    def _move_focus(self, step: int) -> None:
        group = self.group()
        buttons = group.buttons() if group else []
        place = buttons.index(self) + step if self in buttons else -1
        if 0 <= place < len(buttons):
            buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, chosen = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back, border, ink = self._colours()
        strong = chosen and self._look != "calm"
        thick = 2.0 if strong and self.isEnabled() else 1.5
        painter.setPen(QPen(theme.color(border), thick))
        painter.setBrush(theme.color(back))
        inset = thick / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        left, right = (2 * _RADIUS if joined else 0.0 for joined in self.joined)
        painter.setClipRect(self.rect())
        painter.drawRoundedRect(box.adjusted(-left, 0, right, 0), _RADIUS, _RADIUS)
        painter.setPen(theme.color(ink))
        painter.setFont(theme.font("body", bold=strong))
        if chosen and self._look == "plain":
            self._tick(painter, ink)
            box = box.adjusted(20, 0, 0, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.said)

    def _tick(self, painter: QPainter, ink: str) -> None:
        """✓ before the text: never colour alone."""
        metrics = QFontMetrics(painter.font())
        wide = metrics.horizontalAdvance(self.text())
        x, y = (self.width() - wide) / 2 - 12, self.height() / 2
        painter.save()
        painter.setPen(
            QPen(
                self._theme.color(ink),
                2.2,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        painter.drawPolyline([QPointF(x, y), QPointF(x + 4, y + 4.5), QPointF(x + 12, y - 5)])
        painter.restore()

    def _colours(self) -> tuple[str, str, str]:
        """Background, border and text, as names of colours."""
        chosen, over = self.isChecked(), self.underMouse()
        if chosen and self._look == "calm":
            return ("surface", "surface", "ink2")
        if not self.isEnabled():
            return ("sunken" if chosen else "surface", "control" if chosen else "line", "ink3")
        if chosen and self._look == "solid":
            return ("primary", "primary", "onPrimary")
        if chosen:
            return ("primaryPale", "primary", "primary")
        return ("sunken" if over else "surface", "control", "ink")


class Segmented(QWidget):
    """The choices of one question: `options` are ids and texts, `name` is what is asked.

    `solid`: for figures, all of one width. `calm`: the option that is there before any choice,
    and what it reads then, without looking chosen.
    """

    HEARD_AS = "Grouping"

    chosen = Signal(str)
    clear_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Sequence[tuple[str, str]],
        *,
        solid: bool = False,
        calm: tuple[str, str] = ("", ""),
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._segments: dict[str, Segment] = {}
        self._gap = 4 if solid else _GAP
        self._even = solid
        self._columns, self._calm = 0, calm[0]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(self._gap)
        for option, text in options:
            look: Look = "solid" if solid else "calm" if option == calm[0] else "plain"
            resting = calm[1] if look == "calm" else ""
            segment = Segment(theme, text, look, self, resting=resting)
            segment.setAccessibleName(f"{text}, {name}")
            segment.clicked.connect(partial(self.chosen.emit, option))
            segment.clear_asked.connect(self.clear_asked)
            self._group.addButton(segment)
            self._segments[option] = segment
        self._arrange(len(self._segments))
        self._keep_one_tab_stop()
        theme.changed.connect(self._fit)

    def join(self) -> None:
        """Make them one bar, where they stand on one line."""
        self._gap = 0
        self._grid.setSpacing(0)
        segments = list(self._segments.values())
        for segment in segments:
            segment.joined = (segment is not segments[0], segment is not segments[-1])

    def segment(self, option: str) -> Segment:
        """The button of an option."""
        return self._segments[option]

    @property
    def choice(self) -> str:
        """The option shown as chosen, empty when none is."""
        return next((o for o, s in self._segments.items() if s.isChecked()), "")

    def show_choice(self, option: str) -> None:
        """Show this option as chosen, or none when it is empty."""
        wanted = self._segments.get(option)
        if wanted is not None:
            wanted.setChecked(True)
        else:  # exclusive buttons cannot all be unchecked
            self._group.setExclusive(False)
            for segment in self._segments.values():
                segment.setChecked(False)
            self._group.setExclusive(True)
        calm = self._segments.get(self._calm)
        if calm is not None:
            calm.setAccessibleName(f"{calm.said}, {self.accessibleName()}")
        self._keep_one_tab_stop()

    def _keep_one_tab_stop(self) -> None:
        """Tab goes to the chosen option, or to the first; arrows to the others."""
        segments = list(self._segments.values())
        if any(segment.hasFocus() for segment in segments):
            return  # Qt has made a stop of where the focus is
        told = (s for s in segments if s.isChecked() and not s.resting)
        stop = next(told, segments[0])
        for segment in segments:
            policy = Qt.FocusPolicy.StrongFocus if segment is stop else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(policy)

    def focus_choice(self) -> None:
        """Put the focus on the chosen option, else on the first."""
        option = self.choice or next(iter(self._segments))
        self._segments[option].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the focus on the first option: nothing is chosen yet."""
        next(iter(self._segments.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def natural_width(self) -> int:
        """The width that puts every choice on one line, in pixels."""
        return self._width_of(len(self._segments))

    def _width_of(self, columns: int) -> int:
        """Each has its own width on one line, unless they are figures; on several lines none."""
        wide = [segment.sizeHint().width() for segment in self._segments.values()]
        own = columns == len(wide) and not self._even
        inside = sum(wide) if own else max(wide) * columns
        return inside + self._gap * (columns - 1)

    def _fit(self) -> None:
        """As few lines as the width allows, of equal length."""
        count = len(self._segments)
        lines = 1
        while lines < count and self._width_of(-(-count // lines)) > self.width():
            lines += 1
        self._arrange(-(-count // lines))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        segments = list(self._segments.values())
        for column, segment in enumerate(segments):
            own = columns == len(segments) and not self._even
            share = segment.sizeHint().width() if own else 1
            self._grid.setColumnStretch(column, share if column < columns else 0)
        for place, segment in enumerate(segments):
            self._grid.addWidget(segment, place // columns, place % columns)
        self._columns = columns

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width_of(1), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
