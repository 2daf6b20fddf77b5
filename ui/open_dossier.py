# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The open dossier in the window: its pages, made when they are gone to, and how it is left.

Knows no welcome page and no bar: it tells, and the window shows.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.desk import Desk
from ui.follow_notice import FollowNotice
from ui.main_way import MainWay
from ui.opener import bridge_notices
from ui.page_maker import STEPS, all_answered, make_page
from ui.recent import remember
from ui.save_trouble import SaveTrouble
from ui.undoing import Undoing
from ui.years import Years

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.pages.page import Page

YEARS_PAGE = "collectivite"


class OpenDossier(QObject):
    """Its pages stand in the stack of the window until it is closed."""

    went_to = Signal(str, object)
    """The intent of a page, or of a message, to go to a page and to something there."""

    def __init__(
        self, desk: Desk, bridge: "Bridge", stack: QStackedWidget, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._stack = desk, stack
        self.bridge = bridge
        self.pages: dict[str, Page] = {}
        self._visited: set[str] = set()
        desk.notices.begin_dossier()
        bridge.setParent(self)
        self.trouble = SaveTrouble(desk, bridge, window)
        self._undoing = Undoing(desk, bridge, self)
        self._undoing.went_to.connect(self.went_to)
        self._main_way = MainWay(bridge, self)
        self._main_way.went_to.connect(self.went_to)
        years = Years(desk, bridge, self)
        years.turned.connect(self._undoing.forget)
        years.turned.connect(self._on_turned)
        self.remember()
        bridge_notices(desk, bridge)
        FollowNotice(desk, bridge, self).went_to.connect(self.went_to)

    # Its pages

    @property
    def shown(self) -> str:
        """The page in front, by its id; empty before the first one."""
        current = self._stack.currentWidget()
        return next((name for name, page in self.pages.items() if page is current), "")

    def page(self, page_id: str) -> "Page":
        """The page of that id, made the first time."""
        if page_id not in self.pages:
            page = make_page(page_id, self._desk, self.bridge)
            page.went_to.connect(self.went_to)
            page.went_to_main.connect(self._main_way.go)
            self.pages[page_id] = page
            self._stack.addWidget(page)
        return self.pages[page_id]

    def show_page(self, page_id: str) -> "Page":
        """Put a page in front."""
        page = self.page(page_id)
        self._visited.add(page_id)
        self._stack.setCurrentWidget(page)
        return page

    def steps_done(self) -> set[str]:
        """The questions are done when each has an answer; a page, when it was seen after that."""
        if not all_answered(self.bridge):
            return set()
        return {"questions"} | self._visited.intersection(STEPS[1:])

    @Slot()
    def _on_turned(self) -> None:
        QTimer.singleShot(0, self, self._make_again)  # a page may be in the midst of asking it

    def _make_again(self) -> None:
        """Pages made for another diagnosis would keep what it let be done; the page where one is
        chosen knows all of them."""
        shown, before = self.shown, self.pages
        self.pages = {name: page for name, page in before.items() if name == YEARS_PAGE}
        self._visited.clear()
        if shown and shown != YEARS_PAGE:
            self.went_to.emit(shown, None)
        for page in before.values():
            if page not in self.pages.values():
                self._stack.removeWidget(page)
                page.deleteLater()

    # What was done

    @Slot()
    def undo(self) -> None:
        """Take the last change back, whichever page it was made on."""
        self._leave_pages()
        self._undoing.undo()

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back."""
        self._leave_pages()
        self._undoing.redo()

    def look_ahead(self, told: Callable[[str, str], None]) -> None:
        """Tell what `undo` would take back and `redo` do again, in two sentences."""
        self._undoing.look_ahead(told)

    # Leaving it

    def remember(self) -> None:
        """Keep the welcome page's list in step."""
        remember(self._desk, self.bridge)

    def all_written(self) -> bool:
        """Whether nothing waits any more, pages included; waits a little for the disk."""
        self._leave_pages()
        return self.bridge.finish()

    def close(self) -> None:
        """Close the file; another page of the window is in front by then."""
        self.remember()
        for page in self.pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self.pages = {}
        self._desk.notices.end_dossier()
        self._desk.theme.numbered = False
        try:
            self.bridge.close()
        finally:
            self.deleteLater()

    def _leave_pages(self) -> None:
        for page in self.pages.values():
            page.leave()
