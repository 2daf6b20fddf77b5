# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Every page for somebody who does not see it, or has no mouse: names, shortcuts, order of
tabulation (house.md section 7)."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QTabBar,
    QWidget,
)

from tests.ui.rounds import PAGES, Shown, calm
from ui.main_window import MainWindow
from ui.widgets.focus_ring import FocusRing

MNEMONIC = re.compile(r"(?<!&)&(\w)")


pages = pytest.mark.parametrize("page", PAGES)
dossiers = pytest.mark.parametrize("shown", ["rempli", "vide"], indirect=True)
welcome = pytest.mark.parametrize("shown", ["accueil"], indirect=True)


def at(shown: Shown, page: str) -> MainWindow:
    window, desk = shown
    window.go(page)
    calm(window, desk)
    return window


def tab_stops(window: QWidget) -> Iterator[QWidget]:
    """What Tab goes to, in its order, once round."""
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if widget.isVisible() and widget.isEnabled() and _tabbed(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _tabbed(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def name(widget: QWidget) -> str:
    """What a screen reader says of it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def nameless(window: QWidget) -> list[str]:
    return [
        f"{type(w).__name__} {w.geometry().getRect()}" for w in tab_stops(window) if not name(w)
    ]


def twice(window: QWidget) -> list[str]:
    """The letters that two buttons, labels or actions of a window both take with Alt."""
    texts = [w.text() for w in window.findChildren(QAbstractButton) if w.isVisible()]
    texts += [w.text() for w in window.findChildren(QLabel) if w.isVisible() and w.buddy()]
    texts += [action.text() for action in window.findChildren(QAction) if action.isVisible()]
    for bar in window.findChildren(QTabBar):
        texts += [bar.tabText(index) for index in range(bar.count())]
    letters = Counter(letter.lower() for text in texts for letter in MNEMONIC.findall(text))
    return [letter for letter, number in letters.items() if number > 1]


def out_of_order(page: QWidget) -> list[str]:
    """Where Tab goes up in the column it is in, or to the left in its row: columns are read one
    after the other."""
    stops = [w for w in tab_stops(page.window()) if page.isAncestorOf(w)]
    found: list[str] = []
    for before, after in itertools.pairwise(stops):
        one, other = seen_beside(before, after, page), seen_beside(after, before, page)
        up = other.bottom() < one.top() and other.left() < one.right()
        level = other.bottom() > one.top() and other.center().y() < one.bottom()
        if up or (level and other.right() < one.left()):
            found.append(f"«{name(before)[:50]}» puis «{name(after)[:50]}»")
    return found


def seen_beside(widget: QWidget, other: QWidget, page: QWidget) -> QRect:
    """Where a widget is for somebody who compares it with another: what is scrolled apart from
    the other is somewhere in its scroll area."""
    parent = widget.parentWidget()
    while parent is not None and parent is not page:
        if isinstance(parent, QAbstractScrollArea) and not parent.isAncestorOf(other):
            widget = parent
        parent = parent.parentWidget()
    return QRect(widget.mapTo(page, QPoint()), widget.size())


@dossiers
@pages
def test_everything_that_the_keyboard_reaches_has_a_name(shown: Shown, page: str) -> None:
    assert nameless(at(shown, page)) == []


@dossiers
@pages
def test_no_two_things_of_a_page_have_the_same_letter(shown: Shown, page: str) -> None:
    assert twice(at(shown, page)) == []


@dossiers
@pages
def test_tabulation_goes_in_the_order_of_reading(shown: Shown, page: str) -> None:
    window = at(shown, page)
    assert out_of_order(window._page(page)) == []


@dossiers
@pages
def test_no_ring_is_drawn_around_a_whole_page(shown: Shown, page: str) -> None:
    """It would say nothing of where the keyboard is."""
    window = at(shown, page)
    window.activateWindow()
    calm(*shown)
    on_page = QApplication.focusWidget() is window._page(page)
    rings = window.findChildren(FocusRing)
    assert rings
    assert not (on_page and any(ring.isVisible() for ring in rings))


@welcome
def test_the_welcome_page_is_read_in_order_and_by_name(shown: Shown) -> None:
    window, desk = shown
    for typed in ("", "champagne", "zzyx"):
        window._home.search.field.setText(typed)
        calm(window, desk)
        assert nameless(window) == []
        assert twice(window) == []
        # the name first, then the link at the right above it
        found = [line for line in out_of_order(window._home) if "Pour commencer" not in line]
        assert found == []
