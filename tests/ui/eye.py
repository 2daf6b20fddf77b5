# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What an eye sees wrong in a window at once: words cut, things over one another, things outside.

Each function returns one line a defect: which widget, what it has, what it needs.
"""

import itertools
from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QMainWindow,
    QPushButton,
    QScrollBar,
    QTabBar,
    QToolButton,
    QWidget,
)

from tests.ui.painted import Spy
from ui.pages.page import Page
from ui.widgets.focus_ring import FocusRing
from ui.widgets.one_line import OneLine
from ui.widgets.top_bar import TopBar

W = TypeVar("W", bound=QWidget)
SLACK = 1
"""Pixels: halves are rounded."""


def told(widget: QWidget) -> str:
    """Which widget it is, for whoever will mend it."""
    text = getattr(widget, "text", None)
    said = text() if callable(text) else text
    place = "/".join(type(one).__name__ for one in reversed([widget, *_owners(widget)][:3]))
    return f"{place} «{str(said or widget.accessibleName())[:50]}»"


def everything(window: QWidget) -> list[str]:
    """All that is wrong in a window as it is now."""
    found = [*cut_labels(window), *cut_buttons(window), *cut_drawings(window)]
    found += [*outside(window), *piled_up(window), *too_wide(window)]
    with pytest.MonkeyPatch.context() as patch:
        return found + Spy(patch).cut(window)


def cut_labels(window: QWidget) -> Iterator[str]:
    """Labels whose text needs more than they have; those that elide say the rest elsewhere."""
    for label in _shown(window, QLabel):
        if not label.text() or isinstance(label, OneLine) or not label.pixmap().isNull():
            continue
        if label.hasHeightForWidth():
            least = _longest_word(label) if label.wordWrap() else 0
            needed = QSize(least, label.heightForWidth(label.width()))
        else:
            needed = label.sizeHint()
        yield from _short_of(label, needed)


def cut_buttons(window: QWidget) -> Iterator[str]:
    """Buttons narrower or lower than their text and pictogram."""
    for kind in (QPushButton, QToolButton):
        for button in _shown(window, kind):
            if not button.hasHeightForWidth():
                yield from _short_of(button, button.minimumSizeHint())


def cut_drawings(window: QWidget) -> Iterator[str]:
    """Our own widgets that asked for a height at their width, and got less."""
    for widget in _shown(window, QWidget):
        ours = type(widget).__module__.startswith("ui.widgets")
        if ours and not isinstance(widget, QLabel) and widget.hasHeightForWidth():
            yield from _short_of(widget, QSize(0, widget.heightForWidth(widget.width())))


def outside(window: QWidget) -> Iterator[str]:
    """Widgets that go out of the widget that holds them, and are cut there."""
    for widget in _shown(window, QWidget):
        parent = widget.parentWidget()
        if widget is window or parent is None or isinstance(widget, FocusRing):
            continue
        if _is_viewport(parent) or widget.size().isEmpty():
            continue  # scrolled on purpose
        room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if not room.contains(widget.geometry()):
            rect, has = widget.geometry().getRect(), parent.size().toTuple()
            yield f"{told(widget)}: {rect} dépasse de {has}"


def piled_up(window: QWidget) -> Iterator[str]:
    """Texts and buttons of one parent that cover one another."""
    solid = (QLabel, QAbstractButton)
    for parent in (window, *_shown(window, QWidget)):
        children = [
            child
            for child in parent.children()
            if isinstance(child, solid) and child.isVisible() and not isinstance(child, FocusRing)
        ]
        for one, other in itertools.combinations(children, 2):
            common = one.geometry() & other.geometry()
            if common.width() > SLACK and common.height() > SLACK:
                yield f"{told(one)} et {told(other)}: {common.getRect()} en commun"


def too_wide(window: QWidget) -> Iterator[str]:
    """What is scrolled sideways, or would be if it could; and a window wider than itself."""
    for area in _shown(window, QAbstractScrollArea):
        bar = area.horizontalScrollBar()
        if bar.isVisible() or bar.maximum() > 0:
            yield f"{told(area)}: {bar.maximum()} px à droite hors de vue"
    for part in (window, *_shown(window, Page), *_shown(window, TopBar)):
        least = 0 if isinstance(part, QMainWindow) else part.minimumSizeHint().width()
        if least > part.width():
            yield f"{told(part)}: {part.width()} px de large, demande {least}"


def _shown(window: QWidget, kind: type[W]) -> Iterator[W]:
    skipped = (QScrollBar, QTabBar)
    for widget in window.findChildren(kind):
        if widget.isVisible() and not isinstance(widget, skipped):
            yield widget


def _short_of(widget: QWidget, needed: QSize) -> Iterator[str]:
    if widget.width() < needed.width() - SLACK or widget.height() < needed.height() - SLACK:
        yield f"{told(widget)}: a {widget.size().toTuple()}, demande {needed.toTuple()}"


def _longest_word(label: QLabel) -> int:
    """The width that a label needs at the very least, in pixels."""
    letters, margins = label.fontMetrics(), label.contentsMargins()
    if label.textFormat() == Qt.TextFormat.RichText:
        return 0
    words = label.text().replace("\n", " ").split(" ")
    return max(letters.horizontalAdvance(w) for w in words) + margins.left() + margins.right()


def _is_viewport(widget: QWidget) -> bool:
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget


def _owners(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        if type(parent).__module__.startswith("ui."):
            yield parent
        parent = parent.parentWidget()
