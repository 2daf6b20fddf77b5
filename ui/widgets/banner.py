# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One message at the top of the window: a pictogram, the fact in bold, what to do, buttons."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QPushButton

from ui.notices import Notice, NoticeKind
from ui.theme import Theme
from ui.widgets.announce import alert
from ui.widgets.buttons import button, icon_button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label

LOOKS: dict[NoticeKind, tuple[str, str]] = {
    "error": ("err", "stop"),
    "warning": ("warn", "flag"),
    "success": ("ok", "check"),
}
"""The state of the style sheet, and the pictogram."""
LEAVES_AFTER = 8_000
"""Milliseconds that a success stays."""


class Banner(QFrame):
    """An error stays until it is solved or closed; a success leaves after 8 seconds, unless the
    mouse or the keyboard is on it."""

    closed = Signal()

    def __init__(self, theme: Theme, notice: Notice) -> None:
        super().__init__()
        self._theme, self.notice = theme, notice
        state, icon = LOOKS[notice.kind]
        self.setProperty("state", state)
        self._icon = IconLabel(theme, icon, f"{state}Ink", 22)
        self._fact = label(notice.fact, bold=True)
        self._advice = label(notice.what_to_do)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
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
        self._row.addLayout(self._words, 1)
        for made in self.buttons:
            self._row.addWidget(made)
        self._row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self._on_close_clicked)
        self._theme.changed.connect(self._lay)
        if self.notice.kind == "success":
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
        """On one line when it fits; else the fact, and under it what to do."""
        bold = QFontMetrics(self._theme.font("body", bold=True))
        plain = QFontMetrics(self._theme.font("body"))
        wanted = bold.horizontalAdvance(self.notice.fact) + 12
        wanted += plain.horizontalAdvance(self.notice.what_to_do)
        beside = self.width() - 24 - 14 - self._icon.width() - self._buttons_width()
        fits = wanted <= beside and "\n" not in self.notice.what_to_do
        ways = QBoxLayout.Direction
        self._words.setDirection(ways.LeftToRight if fits else ways.TopToBottom)
        self._words.setSpacing(6 if fits else 0)
        self._fact.setWordWrap(not fits)

    # --- Private

    def _said(self) -> str:
        return f"{self.notice.fact} {self.notice.what_to_do}".strip()

    def _buttons_width(self) -> int:
        buttons = (*self.buttons, self.close_button)
        return sum(w.sizeHint().width() + self._row.spacing() for w in buttons)

    # --- Overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and not self._leaving.isActive():
            alert(self, self._said())
            if self.notice.kind == "success":
                self._leaving.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()
        super().resizeEvent(event)


def _call(act: Callable[[], None], _checked: bool = False) -> None:
    act()
