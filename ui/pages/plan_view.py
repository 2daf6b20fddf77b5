# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the views of the roadmap have in common: the plan they show, and when they show it again."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent

from autodiag.model.roadmap import Roadmap
from autodiag.roadmap.situation import Situation
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.page import Page
from ui.pages.roadmap_deciding import Decider
from ui.pages.roadmap_notes import Note, notes_of, tell
from ui.pages.roadmap_subjects import Sayings
from ui.pages.roadmap_words import PlanWords
from ui.planning import Planner
from ui.widgets.remark import Remark


@dataclass(frozen=True, slots=True)
class PlanReading:
    """The plan at one instant, and how things are called. `current`: it was made from today's
    answers, decisions and means; else another is being made."""

    roadmap: Roadmap
    situation: Situation
    words: PlanWords
    current: bool
    writable: bool


class PlanView(Page):
    """One way to look at the roadmap. It keeps the plan current while it is seen.

    `went_to` with the page «feuille» and an action's id opens the detail of that action.
    """

    def __init__(self, desk: Desk, bridge: Bridge, planner: Planner) -> None:
        super().__init__(desk, bridge)
        self.planner = planner
        self.decider = Decider(bridge, desk.today)
        self.remark = Remark(desk.theme)
        self._sayings = Sayings(desk.paths.bundle.resources, bridge)
        self._followed = False
        planner.changed.connect(self._on_plan_changed)
        self.remark.chosen.connect(self._on_way_chosen)

    def show_plan(self, reading: PlanReading) -> None:
        """Show this plan; each view has its own way."""

    def show_nothing(self) -> None:
        """There is no plan: nothing was answered, or the first one is being made."""

    def begin(self) -> None:
        """On an older diagnosis, on the page itself: at its top, what it shows is said."""
        if self.bridge.is_latest:
            super().begin()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def note_on(self, reading: PlanReading) -> Note | None:
        """What `remark` says of this plan: the same in each view, unless it says otherwise."""
        return notes_of(self.planner, reading.words, writable=reading.writable)

    def refresh(self) -> None:
        roadmap, planner = self.planner.roadmap, self.planner
        if roadmap is None:
            self.remark.clear()
            self.show_nothing()
            return
        words, situation = self._sayings.words(), planner.situation()
        writable = self.bridge.writable
        reading = PlanReading(roadmap, situation, words, planner.current, writable)
        tell(self.remark, self.note_on(reading))
        self.show_plan(reading)

    @Slot()
    def _on_changed(self) -> None:
        """The planner, which reads the change first, says when to show it."""
        self._stale |= not self.isVisible()

    @Slot()
    def _on_plan_changed(self) -> None:
        if not self._stale:  # else it is about to be shown
            super()._on_changed()

    @Slot(str)
    def _on_way_chosen(self, way: str) -> None:
        """Where a remark leads: to another search for a plan, or to a page."""
        if way == "again":
            self.planner.again()
        else:
            self.went_to.emit(way, None)

    def showEvent(self, event: QShowEvent) -> None:
        if not self._followed:
            self._followed = True
            self._stale = True
            self.planner.follow()  # what it finds is shown below, once
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._followed:
            self._followed = False
            self.planner.rest()
