# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One message at the top of the window: a pictogram, the fact in bold, what to do, buttons."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QPushButton

from ui.notices import Notice, NoticeKind
from ui.theme import Theme
from ui.widgets.announce import alert
from ui.widgets.buttons import button, icon_button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label

LOOKS: dict[NoticeKind, tuple[str, str, str]] = {
    "error": ("err", "errInk", "stop"),
    "warning": ("warn", "warnInk", "warning"),
    "info": ("info", "primary", "note"),
    "success": ("ok", "okInk", "check"),
}
"""The state of the style sheet, the ink of the pictogram, and its name."""
MARGINS = 24
"""On the left and right together."""
MOST_LINES = 3
"""Of words beside the buttons."""
LEAVES_AFTER = 8_000
"""Milliseconds that a success without buttons stays."""


class Banner(QFrame):
    """An error stays until it is solved or closed; so does what proposes to do something. Another
    success leaves after 8 seconds, unless the mouse or the keyboard is on it."""

    HEARD_AS = "Grouping"

    closed = Signal()

    def __init__(self, theme: Theme, notice: Notice) -> None:
        super().__init__()
        self._theme, self.notice = theme, notice
        state, ink, icon = LOOKS[notice.kind]
        self.setProperty("state", state)
        self._icon = IconLabel(theme, icon, ink, 22)
        self._fact = label(notice.fact, bold=True)
        self._advice = label(notice.what_to_do)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row = QHBoxLayout(self)
        self.close_button = icon_button(theme, "close", name="Fermer ce message")
        self.buttons = [self._button(text, act) for text, act in notice.actions]
        """What the message proposes to do."""
        self._leaving = QTimer(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setAccessibleName(self._said())
        self._row.setContentsMargins(16, 8, 8, 8)
        self._row.setSpacing(14)
        self._row.addWidget(self._icon)
        self._words.setSpacing(6)
        self._words.addWidget(self._fact)
        if self.notice.what_to_do:
            self._words.addWidget(self._advice, 1)
        else:
            self._words.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(self._row.spacing())
        for made in self.buttons:
            below.addWidget(made)
        below.addStretch(1)
        self._middle.addLayout(self._words, 1)
        self._middle.addLayout(below)
        self._row.addLayout(self._middle, 1)
        self._row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self._on_close_clicked)
        self._theme.changed.connect(self._lay)
        if self._leaves:
            self._leaving.setInterval(LEAVES_AFTER)
            self._leaving.timeout.connect(self._on_time_passed)

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        made = button(self._theme, text, "secondary")
        made.clicked.connect(partial(_call, act))
        return made

    # --- Slots

    @Slot()
    def _on_close_clicked(self) -> None:
        self.closed.emit()

    @Slot()
    def _on_time_passed(self) -> None:
        focus = QApplication.focusWidget()
        read = self.underMouse() or (focus is not None and self.isAncestorOf(focus))
        if not read:
            self._leaving.stop()
            self.closed.emit()

    @Slot()
    def _lay(self) -> None:
        """On one line when it fits; else the fact, what to do under it, and under these the
        buttons when beside them the words would pile up."""
        ways = QBoxLayout.Direction
        whole = self.width() - MARGINS - self._icon.width() - self.close_button.sizeHint().width()
        buttons = (made.sizeHint().width() + self._row.spacing() for made in self.buttons)
        beside = whole - 2 * self._row.spacing() - sum(buttons)
        lines = self._lines(beside)
        fits = lines == 1
        self._words.setDirection(ways.LeftToRight if fits else ways.TopToBottom)
        self._words.setSpacing(6 if fits else 0)
        self._middle.setDirection(ways.LeftToRight if lines <= MOST_LINES else ways.TopToBottom)
        self._middle.setSpacing(self._row.spacing() if lines <= MOST_LINES else 8)
        self._fact.setWordWrap(not fits)

    def _lines(self, width: int) -> int:
        """How many lines the words take in that width."""
        bold = QFontMetrics(self._theme.font("body", bold=True))
        plain = QFontMetrics(self._theme.font("body"))
        fact, advice = self.notice.fact, self.notice.what_to_do
        across = bold.horizontalAdvance(fact) + 12 + plain.horizontalAdvance(advice)
        if across <= width and "\n" not in advice:
            return 1
        room, wrap = QRect(0, 0, max(1, width), 0), Qt.TextFlag.TextWordWrap
        high = bold.boundingRect(room, wrap, fact).height()
        high += plain.boundingRect(room, wrap, advice).height()
        return max(2, round(high / plain.lineSpacing()))

    # --- Private

    @property
    def _leaves(self) -> bool:
        """By itself: never before somebody slow could use a button of it (WCAG 2.2.1)."""
        return self.notice.kind == "success" and not self.notice.actions

    def _said(self) -> str:
        return f"{self.notice.fact} {self.notice.what_to_do}".strip()

    # --- Overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and not self._leaving.isActive():
            alert(self, self._said())
            if self._leaves:
                self._leaving.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()
        super().resizeEvent(event)


def _call(act: Callable[[], None], _checked: bool = False) -> None:
    act()
