# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One sentence in a small frame beside what it is about. Takes neither focus nor clicks; there is
one a window, which follows what scrolls and which Échap closes, wherever the focus is."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QHideEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.theme import Theme
from ui.widgets.labels import label

WIDEST, PAD, GAP, EDGE, RADIUS = 340, 10, 10, 6, 8
"""Pixels: the widest at 100 %, around the words, from what it is about, from the window."""
MOVING = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide)


class Callout(QFrame):
    """Hidden until `tell`; `hush` hides it again."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._about: QWidget | None = None
        self._part = QRect()
        self._beside = False
        self._watched: list[QWidget] = []
        self._text = label("", "body")
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.activated.connect(self._dismiss)
        self._escape.activatedAmbiguously.connect(self._dismiss)  # a word is explained too
        self._escape.setEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(PAD, PAD - 2, PAD, PAD - 2)
        inside.addWidget(self._text)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, empty when it is hidden."""
        return "" if self.isHidden() else self._text.text()

    @property
    def about(self) -> QWidget | None:
        """What it speaks of, None when it is hidden."""
        return None if self.isHidden() else self._about

    def tell(self, about: QWidget, text: str, part: QRect, *, beside: bool = False) -> None:
        """Say `text` near that `part` of a widget, in its coordinates; `beside`: at its left if
        there is room, for what stands in a list."""
        self._forget()
        self._about, self._part, self._beside = about, part, beside
        self._text.setText(text)
        widget: QWidget | None = about
        while widget is not None:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget() if widget is not self.window() else None
        self._place()

    def hush(self, about: QWidget) -> None:
        """No longer speak of that widget."""
        if about is self._about:
            self._dismiss()

    @Slot()
    def _dismiss(self) -> None:
        self._forget()
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._escape.setEnabled(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._escape.setEnabled(False)

    def _forget(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._about = None

    def _place(self) -> None:
        about, window = self._about, self.window()
        if about is None or not about.isVisible():
            self.hide()
            return
        if not about.visibleRegion().intersects(self._part):
            self.hide()  # scrolled away
            return
        part = QRect(about.mapTo(window, self._part.topLeft()), self._part.size())
        self.setGeometry(self._spot(part, self._size()))
        self.raise_()
        self.show()

    def _size(self) -> QSize:
        room = self.window().width() - 2 * EDGE
        widest = min(round(WIDEST * self._theme.scale), room) - 2 * PAD
        text = self._text
        text.ensurePolished()
        one_line = text.fontMetrics().horizontalAdvance(text.text()) + 4
        width = min(widest, one_line)
        return QSize(width + 2 * PAD, text.heightForWidth(width) + 2 * (PAD - 2))

    def _spot(self, part: QRect, size: QSize) -> QRect:
        """The first place inside the window that covers nothing of the part; else its middle."""
        within = self.window().rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        middle = part.center() - QPoint(size.width() // 2, size.height() // 2)
        above = QPoint(middle.x(), part.top() - GAP - size.height())
        below = QPoint(middle.x(), part.bottom() + GAP)
        left = QPoint(part.left() - GAP - size.width(), middle.y())
        right = QPoint(part.right() + GAP, middle.y())
        tried = (left, below, above) if self._beside else (above, below, right, left)
        for corner in (*tried, middle):
            spot = _inside(QRect(corner, size), within)
            if not spot.intersects(part):
                return spot
        return _inside(QRect(middle, size), within)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVING and watched is not self:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("ink"), 1.2))
        painter.setBrush(self._theme.color("surface"))
        frame = QRectF(self.rect()).adjusted(0.6, 0.6, -0.6, -0.6)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        painter.end()


def callout_of(widget: QWidget, theme: Theme) -> Callout:
    """That of its window, made when it first speaks."""
    return told_in(widget) or Callout(widget.window(), theme)


def told_in(widget: QWidget) -> Callout | None:
    """That of its window, None as long as nothing was said there."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    found = widget.window().findChild(Callout, options=direct)
    return found if isinstance(found, Callout) else None


def hush(widget: QWidget) -> bool:
    """Stop speaking of a widget; whether something was said."""
    found = told_in(widget)
    said = found is not None and found.about is widget
    if found is not None:
        found.hush(widget)
    return said


def _inside(spot: QRect, within: QRect) -> QRect:
    """Moved into the window."""
    left = min(max(spot.left(), within.left()), within.right() - spot.width() + 1)
    top = min(max(spot.top(), within.top()), within.bottom() - spot.height() + 1)
    return QRect(QPoint(left, top), spot.size())
