# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The frame of the window: the welcome page first, then what stands around every page.

It is made in pieces, so that the window shows before most of it exists. Knows no dossier.
"""

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.pages.home import HomePage

SMALLEST = QSize(1000, 560)
FIRST = QSize(1366, 700)


class Frame(QMainWindow):
    """`growth` makes what the first painting does without: run through it, or call `finish`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setWindowTitle("Autodiag")
        self.setMinimumSize(SMALLEST)
        self.resize(FIRST)
        whole = QWidget(self)
        self.setCentralWidget(whole)
        self._stack = QStackedWidget()
        self._home = HomePage(desk, at_once=False)
        self._stack.addWidget(self._home)
        self._parts = QVBoxLayout(whole)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(0)
        self._parts.addWidget(self._stack, 1)
        self.growth = self._grow()
        """Makes the rest, a piece at each step."""

    def finish(self) -> None:
        """Make at once what was left for later."""
        for _ in self.growth:
            pass

    def grown(self) -> None:
        """Called when everything is there."""

    def _grow(self) -> Iterator[None]:
        """The page that is seen, then what is around it."""
        self._grow_ring()
        yield from self._home.grow()
        yield
        self._grow_around()
        yield
        self._grow_bar()
        yield
        self._grow_openers()
        self.grown()

    def _grow_ring(self) -> None:
        from ui.widgets.focus_ring import FocusRing

        self._ring = FocusRing(self, self._desk.theme)

    def _grow_around(self) -> None:
        from ui.widgets.banner_stack import BannerStack
        from ui.widgets.progress_strip import ProgressStrip

        theme = self._desk.theme
        self.setWindowIcon(theme.icon("app-mark", "primary", 64))
        self._banners = BannerStack(theme, self._desk.notices)
        self._parts.insertWidget(0, self._banners)
        self._strip = ProgressStrip(theme, (self._desk.disk, self._desk.work))
        self._parts.addWidget(self._strip)

    def _grow_bar(self) -> None:
        from ui.widgets.top_bar import TopBar

        self._bar = TopBar(self._desk.theme)
        self._bar.hide()
        self._parts.insertWidget(0, self._bar)
        for part in (self._banners, self._bar):
            part.lower()  # assistive technologies read the window in this order: from its top

    def _grow_openers(self) -> None:
        from ui.display import Display
        from ui.opener import Opener

        self._opener = Opener(self._desk, self)
        self._display = Display(self._desk, self)
