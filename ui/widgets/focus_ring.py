# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where the keyboard is: one ring per window, drawn around whatever has the focus.

A target may say more: property `focus_radius` (its corners, in pixels), method `focus_rect` (the
part of it that the keys act on) with signal `focus_moved`. The property `focus_frame` of a parent
puts the ring around that parent. What only holds other things (a page, a scroll area) gets none,
unless its property `focus_shown` says that the keys act there.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QWidget,
)
from shiboken6 import isValid

from ui.theme import Theme

GAP, WIDTH = 2, 3
REACH = GAP + WIDTH + 1
"""How far outside its target the ring may paint."""
DEFAULT_RADIUS = 8
MOVING = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ZOrderChange,
)


class FocusRing(QWidget):
    """Follows the focus inside one window, through scrolling, moving and hiding."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._ring = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        theme.changed.connect(self.update)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
            self.follow(app.focusWidget())

    @property
    def target(self) -> QWidget | None:
        """What the ring is around, None outside this window."""
        return self._target

    def follow(self, widget: QWidget | None) -> None:
        """Draw the ring around that widget from now on."""
        self._forget()
        inside = widget is not None and widget.window() is self.window()
        if widget is not None and inside and not _holds_only(widget):
            self._target = _framed(widget)
            self._watch()
        self.place()

    @Slot()
    def place(self) -> None:
        """Move the ring to where its target now is."""
        target = self._target
        seen = self._seen() if target is not None and isValid(target) else QRect()
        if seen.isEmpty():
            self.hide()
            return
        self.setGeometry(seen)
        self.raise_()
        self.show()
        self.update()

    def _seen(self) -> QRect:
        """Compute the ring in window coordinates; return the part that scroll areas let show."""
        target, window = self._target, self.window()
        if target is None or not target.isVisible():
            return QRect()
        part = getattr(target, "focus_rect", None)
        rect = part() if callable(part) else target.rect()
        if not isinstance(rect, QRect):
            return QRect()
        rect = QRect(target.mapTo(window, rect.topLeft()), rect.size())
        within = window.rect().adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH)
        self._ring = rect.adjusted(-GAP, -GAP, GAP, GAP) & within
        seen = rect.adjusted(-REACH, -REACH, REACH, REACH)
        for viewport in self._viewports():
            shown = QRect(viewport.mapTo(window, QPoint()), viewport.size())
            if not shown.intersects(rect):
                return QRect()
            seen &= shown.adjusted(-REACH, -REACH, REACH, REACH)
        return seen & window.rect()

    def _viewports(self) -> list[QWidget]:
        areas = [widget for widget in self._watched if isinstance(widget, QAbstractScrollArea)]
        return [area.viewport() for area in areas if area is not self._target]

    def _watch(self) -> None:
        """The target and all that holds it: any of them may move, shrink or hide."""
        widget = self._target
        while widget is not None:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget() if widget is not self.window() else None
        moved = getattr(self._target, "focus_moved", None)
        if moved is not None:
            moved.connect(self.place)

    def _forget(self) -> None:
        if self._target is not None and isValid(self._target):
            moved = getattr(self._target, "focus_moved", None)
            if moved is not None:
                moved.disconnect(self.place)
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._target = None

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self.follow(new)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVING:
            self.place()
        elif event.type() == QEvent.Type.ParentChange:
            self.follow(QApplication.focusWidget())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        target = self._target
        if target is None or not isValid(target):
            return
        own = target.property("focus_radius")
        radius = (DEFAULT_RADIUS if own is None else float(own)) + GAP + WIDTH / 2
        ring = QRectF(self._ring.translated(-self.pos()))
        half = WIDTH / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("focus"), WIDTH))
        painter.drawRoundedRect(ring.adjusted(-half, -half, half, half), radius, radius)
        painter.end()


def _holds_only(widget: QWidget) -> bool:
    """Whether the focus there says nothing: a ring around a whole page leads no eye."""
    if widget.property("focus_shown"):
        return False
    if isinstance(widget, QScrollArea | QStackedWidget | QMainWindow):
        return True
    return widget.objectName() == "page" or isinstance(widget.parent(), QMainWindow)


def _framed(widget: QWidget) -> QWidget:
    """The parent that asks for the ring in place of that widget, or the widget itself."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if parent.property("focus_frame"):
            return parent
        parent = parent.parentWidget()
    return widget
