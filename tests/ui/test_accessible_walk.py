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
    QPushButton,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.rounds import OFFICE, PAGES, SMALL, Shown, calm
from ui.bridge import Bridge
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.pages.page import Page
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


@pytest.mark.parametrize("shown", ["rempli"], indirect=True)
def test_tabulation_goes_in_the_order_of_reading_in_a_small_window(shown: Shown) -> None:
    window, _ = shown
    window.resize(SMALL)
    found = [line for page in PAGES for line in out_of_order(at(shown, page)._page(page))]
    window.resize(OFFICE)
    assert found == []


@pytest.mark.parametrize("shown", ["annee-suivante"], indirect=True)
def test_tabulation_follows_what_is_placed_anew(shown: Shown) -> None:
    """Results in three columns, two, then one; questions with what is asked of an answer that was
    taken over."""
    window, desk = shown
    found: list[str] = []
    for size, scale in ((OFFICE, 1.0), (SMALL, 1.0), (OFFICE, 2.0)):
        desk.theme.set_scale(scale)
        window.resize(size)
        for page in ("questions", "resultats"):
            found += out_of_order(at(shown, page)._page(page))
    assert found == []


@pytest.mark.parametrize("shown", ["express"], indirect=True)
def test_tabulation_finds_in_their_place_the_links_of_what_is_missing(shown: Shown) -> None:
    """They are made once it is known what is missing, so after all the rest."""
    assert out_of_order(at(shown, "resultats")._page("resultats")) == []


@dossiers
@pages
def test_going_to_a_page_puts_the_keyboard_on_something_there(shown: Shown, page: str) -> None:
    """Seen by its ring, and heard: never on the page itself, which would say nothing of where the
    keyboard is. A click on a step does the same, and nothing scrolls."""
    window = at(shown, "questions" if page == "collectivite" else "collectivite")
    window.activateWindow()
    at(shown, page)
    focus, current = QApplication.focusWidget(), window._page(page)
    assert focus is not None
    assert current.isAncestorOf(focus)
    assert name(focus)
    assert [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]
    areas = current.findChildren(QScrollArea)
    assert [area.verticalScrollBar().value() for area in areas] == [0] * len(areas)


@dossiers
@pages
def test_a_page_says_which_it_is(shown: Shown, page: str) -> None:
    said = QAccessible.queryAccessibleInterface(at(shown, page)._page(page))
    assert said.role() == QAccessible.Role.Grouping
    assert said.text(QAccessible.Text.Name)


class Later(Page):
    """A page that holds a button, hidden at first."""

    def refresh(self) -> None:
        if self.isVisible() and self.findChild(QPushButton) is None:
            button = QPushButton("Commencer", self)
            button.setVisible(False)


def test_a_page_with_nothing_to_press_has_the_keyboard_until_it_has(
    desk: Desk, bridge: Bridge, qtbot: QtBot
) -> None:
    page = Later(desk, bridge)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    assert page.window().focusWidget() is page
    button = page.findChild(QPushButton)
    assert button is not None
    button.show()
    bridge.changed.emit()
    assert page.window().focusWidget() is button


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
