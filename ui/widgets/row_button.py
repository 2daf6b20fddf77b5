# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A row that is one button, whatever stands on it: pictogram, words that wrap, an arrow."""

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from autodiag.text.joining import joined
from ui.theme import Theme
from ui.widgets.labels import label
from ui.widgets.tooltip import set_tooltip

RADIUS = 8
LEAST = 40
"""Pixels: a target is no smaller."""


class RowButton(QAbstractButton):
    """Things are added to `line`; they let clicks through. Entrée and Espace choose it."""

    def __init__(self, theme: Theme, name: str = "", hint: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(8, 6, 8, 6)
        self.line.setSpacing(12)
        self.setMinimumHeight(LEAST)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)  # a button’s own would never be narrower than its words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focus_radius", RADIUS)
        self.name(name, hint)

    def name(self, name: str, hint: str = "") -> None:
        """What assistive technologies say; `hint` is also the tooltip."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        set_tooltip(self, hint)

    def add(self, widget: QWidget, stretch: int = 0, *, top: bool = False) -> None:
        """Add something to the row, at the top of it or in its middle."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.line.addWidget(widget, stretch)
        if top:
            self.line.setAlignment(widget, Qt.AlignmentFlag.AlignTop)

    def add_arrow(self) -> None:
        """Say that it leads somewhere."""
        self.add(Arrow(self._theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not (self.underMouse() or self.isDown()) or not self.isEnabled():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("primaryPale" if self.isDown() else "sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.end()


class Arrow(QLabel):
    """Points to where it leads."""

    HEARD_AS = "Whitespace"  # it adorns words that say all

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        side = round(14 * self._theme.scale)
        down = self._theme.pixmap("chev", self._theme.color("ink3"), side)
        self.setPixmap(down.transformed(QTransform().rotate(-90)))
        self.setFixedSize(side, side)


class LinkRow(RowButton):
    """A short mark (a number, a pictogram), a text on as many lines as it takes, a remark below."""

    def __init__(
        self, theme: Theme, text: str, *, lead: str | QWidget = "", aside: str = "", hint: str = ""
    ) -> None:
        spoken = f"{lead} {text}" if isinstance(lead, str) and lead else text
        super().__init__(theme, joined([spoken, aside]) if aside else spoken, hint)
        if isinstance(lead, QWidget):
            self.add(lead)
        elif lead:
            self.add(label(lead, bold=True, wrap=False), top=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(_through(label(text)))
        if aside:
            words.addWidget(_through(label(aside, "caption", tone="ink2")))
        words.addStretch(1)
        self.line.addLayout(words, 1)
        self.add_arrow()


def _through(made: QLabel) -> QLabel:
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made
