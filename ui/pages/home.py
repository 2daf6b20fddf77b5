# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The welcome page: the commune's name first; resume; an example and the other ways.

No dossier is open here: it tells what was chosen, and opens nothing.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.pages.home_foot import HomeFoot
from ui.pages.home_head import ASKED, LINK, QUESTIONS, AskedBox, HomeHead
from ui.pages.home_sight import HomeSight
from ui.widgets.flowing import Flowing
from ui.widgets.place_search import PlaceSearch
from ui.widgets.scroll import scroll_area

if TYPE_CHECKING:
    from autodiag.model.authority import LocalAuthority

__all__ = ["QUESTIONS", "HomePage"]

NARROW = 1200
"""That of ui/pages/page.py, which imports more than the first painting needs (kept by a test)."""
_WIDEST = 1440
_SIDE = 452


class HomePage(QWidget):
    """Search at left, what is already there and the other ways at right; one column if narrow."""

    authority_chosen = Signal(object)
    """A LocalAuthority whose dossier is to be begun."""
    dossier_chosen = Signal(object)
    """The Path of a dossier to open."""
    another_chosen = Signal(object)
    """A LocalAuthority that has a dossier already: begin a second one."""
    example_chosen = Signal()
    way_chosen = Signal(str)
    """atelier or territoire."""
    help_chosen = Signal(str)
    """At a section, or at its top."""
    theme_chosen = Signal(str)
    text_size_chosen = Signal(float)

    def __init__(self, desk: Desk, *, at_once: bool = True) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk = desk
        self._grown = False
        self.search = PlaceSearch(desk.theme, desk.paths.bundle.places, ASKED, at_once=False)
        self._build()
        if at_once:
            for _ in self.grow():
                pass

    # --- What the window asks for

    def refresh(self) -> None:
        """The recent dossiers, and an empty search."""
        self._side.refresh()
        self.search.clear()
        self._show_part(self._asked)

    def ask_existing(self, authority: "LocalAuthority", path: Path) -> None:
        """Ask what to do, here, about a dossier that is already at that path."""
        self._show_part(self.existing)
        self.existing.ask(authority, path)

    def show_tour(self, card: QWidget) -> None:
        """A step of the visit under the field, in place of what there is to expect."""
        self._sight.tour = card
        self._left.insertWidget(self._left.indexOf(self._asked) + 1, card)
        self._arrange_steps()
        self._sight.soon()

    def end_tour(self) -> None:
        """Take it away."""
        if self._sight.tour is not None:
            self._left.removeWidget(self._sight.tour)
            self._sight.tour.hide()
            self._sight.tour.deleteLater()
            self._sight.tour = None
            self._arrange_steps()

    # --- Building

    def _build(self) -> None:
        """What is painted first: the field, which takes letters, and the room of the rest."""
        theme = self._desk.theme
        self._head = HomeHead(theme)
        self._asked = AskedBox(theme, self.search)
        left = QWidget()
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(0)
        self._left.addWidget(self._head)
        self._left.addSpacing(12)
        self._left.addWidget(self._asked)
        self._left.addStretch(1)
        self._right = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(32)
        self._columns.addWidget(left, 1)
        self._columns.addWidget(self._right)
        flow = Flowing(self._columns, QMargins(40, 26, 40, 16), _WIDEST, calm=660)
        self._scroll = scroll_area(flow)
        self._foot = HomeFoot(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._foot)
        theme.changed.connect(self._arrange)
        self._sight = HomeSight(self._scroll, self.search)

    def grow(self) -> Iterator[None]:
        """Make the rest, a piece at each step, in the order of tabulation."""
        self._grow_left()
        self.search.grow()
        yield
        self._grow_hidden()
        yield
        self._grow_right()
        yield
        self._foot.grow()
        self.display, self.help = self._foot.display, self._foot.help
        self._connect()
        self._grown = True
        self._show_part(self._asked)
        self._arrange()
        self._on_searched(bool(self.search.field.text().strip()))

    def _grow_left(self) -> None:
        from ui.pages.home_steps import StepsPreview
        from ui.widgets.buttons import button

        self.by_hand_link = button(self._desk.theme, LINK, "quiet")
        self._asked.add_link(self.by_hand_link)
        self.steps = StepsPreview(self._desk.theme)
        self._left.insertWidget(self._left.count() - 1, self.steps)
        self._arrange_steps()

    def _grow_right(self) -> None:
        from ui.pages.home_side import HomeSide

        self._side = HomeSide(self._desk)
        self.resume, self.example = self._side.resume, self._side.example
        self.workshop, self.territory = self._side.workshop, self._side.territory
        self.undo = self._side.undo
        self.resume.refresh()
        self._arrange_side()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self._side)

    def _grow_hidden(self) -> None:
        from ui.pages.home_by_hand import ByHandForm
        from ui.pages.home_existing import ExistingCard

        self.by_hand = ByHandForm(self._desk.theme)
        self.existing = ExistingCard(self._desk)
        after = self._left.indexOf(self._asked) + 1
        for part in (self.existing, self.by_hand):
            part.hide()
            self._left.insertWidget(after, part)

    def _connect(self) -> None:
        self.search.chosen.connect(self.authority_chosen)
        self.search.by_hand_asked.connect(self._on_by_hand_asked)
        self.search.searched.connect(self._on_searched)
        self.by_hand_link.clicked.connect(self._on_by_hand_link_clicked)
        self.by_hand.filled.connect(self.authority_chosen)
        self.by_hand.given_up.connect(self._on_given_up)
        self.existing.dossier_chosen.connect(self.dossier_chosen)
        self.existing.another_chosen.connect(self.another_chosen)
        self.existing.given_up.connect(self._on_given_up)
        self._side.dossier_chosen.connect(self.dossier_chosen)
        self.example.clicked.connect(partial(self.example_chosen.emit))
        self.workshop.clicked.connect(partial(self.way_chosen.emit, "atelier"))
        self.territory.clicked.connect(partial(self.way_chosen.emit, "territoire"))
        self.display.theme_chosen.connect(self.theme_chosen)
        self.display.text_size_chosen.connect(self.text_size_chosen)
        self.help.clicked.connect(partial(self.help_chosen.emit, ""))
        self._foot.access_chosen.connect(partial(self.help_chosen.emit, "accessibilite"))

    # --- Slots

    def _on_searched(self, typed: bool) -> None:
        self._arrange_steps()
        self.by_hand_link.setVisible(not self.search.by_hand.isVisibleTo(self))
        if typed:
            self._sight.found_soon()

    def _on_by_hand_asked(self, typed: str) -> None:
        self._show_part(self.by_hand)
        self.by_hand.start(typed)

    def _on_by_hand_link_clicked(self) -> None:
        self._on_by_hand_asked(self.search.field.text().strip())

    def _on_given_up(self) -> None:
        self._show_part(self._asked)
        self.search.field.setFocus()
        self.search.field.selectAll()

    # --- Private

    def _show_part(self, part: QWidget) -> None:
        for widget in (self._asked, self.by_hand, self.existing):
            widget.setVisible(widget is part)
        self.resume.set_calm(part is not self._asked)
        self._arrange_steps()

    def _arrange_steps(self) -> None:
        """Under the field, while nothing is typed: a step of the visit, or what to expect."""
        free = not self._asked.isHidden() and not self.search.field.text().strip()
        self.steps.setVisible(free and self._two_columns and self._sight.tour is None)
        if self._sight.tour is not None:
            self._sight.tour.setVisible(free)

    @property
    def _two_columns(self) -> bool:
        scale = self._desk.theme.scale
        return self.width() >= NARROW and self.width() >= 900 * scale

    def _arrange(self) -> None:
        two, scale = self._two_columns, self._desk.theme.scale
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if two else ways.TopToBottom)
        wide = round(_SIDE * (1 + (scale - 1) / 2))
        self._right.setMinimumWidth(wide if two else 0)
        self._right.setMaximumWidth(wide if two else _WIDEST)
        self._head.arrange(self.width(), two_columns=two)
        if self._grown:
            self._arrange_side()
            if self._asked.isVisibleTo(self):
                self._show_part(self._asked)
            self._sight.soon()

    def _arrange_side(self) -> None:
        two, scale = self._two_columns, self._desk.theme.scale
        beside = not two and self.width() >= 900 * scale
        self._side.arrange(scale, two_columns=two, beside=beside)
        if self._grown:
            self._place_access()

    def _place_access(self) -> None:
        if self._foot.has_room():
            self._foot.take_access()
        else:
            self._side.take_access(self._foot.access)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():  # not when the window is only brought back
            if self._grown:
                self.refresh()
            self.search.field.setFocus()
