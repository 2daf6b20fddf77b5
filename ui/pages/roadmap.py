# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Votre feuille de route»: the plan on three horizons, what the user decides of it, and why the
rest is not in it. Shows the planner’s plan; hands each decision to the bridge."""

from functools import partial

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout
from shiboken6 import isValid

from autodiag.model.roadmap import Roadmap
from autodiag.text.terms import terms_of
from ui.bridge import Bridge
from ui.desk import Desk
from ui.follow_notice import NOTICE
from ui.pages.page import Page
from ui.pages.roadmap_board import RoadmapBoard
from ui.pages.roadmap_choices import entries
from ui.pages.roadmap_deciding import Decider
from ui.pages.roadmap_due import DueStrip
from ui.pages.roadmap_follow import FollowStrip, Strips
from ui.pages.roadmap_followed import FOLLOW, strip_said
from ui.pages.roadmap_foot import RoadmapFoot
from ui.pages.roadmap_frame import RoadmapFrame
from ui.pages.roadmap_header import RoadmapHeader
from ui.pages.roadmap_late import horizons_said
from ui.pages.roadmap_lists import due_titles
from ui.pages.roadmap_notes import LEFT_OUT, UPDATING, notes_of, nothing_said, steps_said, tell
from ui.pages.roadmap_subjects import Sayings
from ui.pages.roadmap_teller import RoadmapTeller
from ui.pages.roadmap_told import Told
from ui.pages.roadmap_words import PlanWords
from ui.planning import Planner
from ui.widgets.choice_menu import ChoiceMenu
from ui.widgets.empty_state import EmptyState
from ui.widgets.own_action_form import TypedAction
from ui.widgets.remark import Remark


class RoadmapPage(Page):
    """The page «feuille»."""

    def __init__(self, desk: Desk, bridge: Bridge, planner: Planner | None = None) -> None:
        super().__init__(desk, bridge)
        self.planner = planner or Planner(desk, bridge, self)
        self._say = Sayings(desk.paths.bundle.resources, bridge)
        self._goal = ""
        self._followed = False
        self._menu: ChoiceMenu | None = None
        self._decider = Decider(bridge, desk.today)
        self._header = RoadmapHeader(desk.theme)
        self._remark = Remark(desk.theme)
        self._due, self.follow = DueStrip(desk.theme), FollowStrip(desk.theme)
        self.board = RoadmapBoard(desk.theme, terms_of(bridge.knowledge.glossary))
        self._foot = RoadmapFoot(desk.theme)
        self._nothing = EmptyState(desk.theme, "map", "", "", "Répondre aux questions")
        self._teller = RoadmapTeller(desk, bridge, self.board, self._decider)
        head = (self._header, self._remark, Strips(desk.theme, self.follow, self._due))
        self._frame = RoadmapFrame(desk.theme, head, self.board, self._foot)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Show the plan that the planner has, and today’s means."""
        words, roadmap = self._say.words(), self.planner.roadmap
        writable = self.bridge.writable
        capacity = self._decider.capacity()
        self._header.show_capacity(capacity, writable=writable)
        self._foot.show_capacity(capacity, writable=writable)
        note = notes_of(self.planner, words, writable=writable)
        tell(self._remark, note)
        if roadmap is None:
            self._show_nothing()
            return
        self._frame.stack.setCurrentWidget(self.board)
        self._show_plan(words, roadmap)

    def show_detail(self, detail: object) -> None:
        """An action’s id: its detail is opened; «follow», «left_out»: what the panel says."""
        if detail in (FOLLOW, LEFT_OUT):
            self._teller.show(str(detail))
        elif isinstance(detail, str) and detail:
            self._teller.open_action(detail)

    def leave(self) -> None:
        self._teller.held.flush()

    def begin(self) -> None:
        """On the first card, where all of it is in sight: else the top of the page would not be."""
        if not self.board.focus_first_seen():
            super().begin()

    # What it is made of

    def _build(self) -> None:
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._frame)
        self._frame.stack.addWidget(self._nothing)

    def _connect(self) -> None:
        self.planner.changed.connect(self._on_plan_changed)
        self._header.days_asked.connect(self._decider.give_days)
        self._header.print_asked.connect(partial(self.went_to.emit, "imprimer", None))
        self._foot.euros_asked.connect(self._decider.give_euros)
        self._foot.asked.connect(self._on_way_chosen)
        self._nothing.action_chosen.connect(partial(self.went_to.emit, "questions", None))
        self._remark.chosen.connect(self._on_way_chosen)
        self._due.chosen.connect(self._on_way_chosen)
        self.follow.chosen.connect(self._on_way_chosen)
        self._teller.went_to.connect(self.went_to)
        self._teller.decided.connect(self._on_decided)
        self.board.menu_asked.connect(self._on_menu_asked)
        self.board.move_asked.connect(self._on_move_asked)
        self.board.added.connect(self._on_added)
        self.desk.theme.changed.connect(self._on_theme_changed)

    # Showing

    def _show_nothing(self) -> None:
        self._teller.tell(None)
        self._frame.stack.setCurrentWidget(self._nothing)
        self._header.show_plan(there=False, scored=False)
        self._foot.hide()
        self._due.show_due(())
        self.follow.show_follow(())
        self._nothing.show_words(*nothing_said(self.planner, self.bridge.snapshot))
        if self._nothing.button is not None:
            self._nothing.button.setVisible(not self.planner.computing)

    def _show_plan(self, words: PlanWords, roadmap: Roadmap) -> None:
        from autodiag.roadmap.steps import scores_by_horizon

        self.board.show_horizons(horizons_said(words, roadmap), writable=self.bridge.writable)
        scores = scores_by_horizon(self.planner.situation(), roadmap)
        steps = steps_said(words, scores, self.desk.today())
        if steps is not None:
            self._header.scores.show_scores(steps.values, steps.names, steps.said)
        self._header.show_plan(there=True, scored=steps is not None)
        self._show_rest(words, roadmap)
        self._follow_goal()

    def _follow_goal(self) -> None:
        """Once the plan is made again, the focus goes where the card that was moved now is."""
        if self.planner.current and self._goal:
            goal, self._goal = self._goal, ""
            if self.board.may_take_focus():
                self.board.focus_on(goal)
        elif self.hasFocus():  # nothing else was there yet
            self.begin()

    def _show_rest(self, words: PlanWords, roadmap: Roadmap) -> None:
        """Where the plan leads, what it amounts to, and what the panel says of it."""
        reached = roadmap.projection.profile
        self._header.show_target(reached.low, words.stage(reached), words.stage_told(reached))
        self._due.show_due(due_titles(roadmap, self.planner.situation()))
        writable = self.bridge.writable
        due = sum(state.state == "non_remplie" for state in roadmap.obligations)
        self._foot.show()
        updating = self.planner.computing and not self.planner.current
        summary = UPDATING if updating else words.summary(roadmap)
        self._foot.show_plan(summary, len(roadmap.left_out), due)
        told = Told(words, roadmap, self.planner.situation(), self.desk.today(), writable)
        self.follow.show_follow(strip_said(told.follow) if words.snapshot.is_latest else ())
        self._teller.tell(told)

    # Slots

    @Slot()
    def _on_changed(self) -> None:
        """The planner, which reads the change first, says when to show it."""
        if isValid(self):  # a page made for another diagnosis may hear of it once deleted
            self._stale |= not self.isVisible()

    @Slot()
    def _on_plan_changed(self) -> None:
        if not self._stale:  # else it is about to be shown
            super()._on_changed()

    @Slot(str)
    def _on_decided(self, key: str) -> None:
        self._goal = key

    @Slot(str, object)
    def _on_menu_asked(self, key: str, at: QPoint) -> None:
        face = self.board.face(key)
        if face is not None:
            self._menu = ChoiceMenu(self, face.title, key, entries(face, self.bridge))
            self._menu.chosen.connect(self._teller.on_asked)
            self._menu.popup(at)

    @Slot(str, int)
    def _on_move_asked(self, key: str, step: int) -> None:
        face = self.board.face(key)
        if face is not None and self.bridge.writable:
            self._teller.on_asked("later" if step > 0 else "earlier", key)

    @Slot(int, object)
    def _on_added(self, rank: int, typed: TypedAction) -> None:
        self._goal = self._decider.add(typed, rank)
        self._teller.tell_aloud("added", self._goal, typed.title)

    @Slot(str)
    def _on_way_chosen(self, way: str) -> None:
        """A command of the foot or of the remark, about the plan as a whole."""
        match way:
            case "again":
                self.planner.again()
            case "defaults":
                self._decider.give_nothing()
            case "obligations" | "questions" | "moyens" | "collectivite":
                self.went_to.emit(way, None)
            case _:
                self._teller.show(way)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._header.on_theme_changed()
        self._frame.fit()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        if not self._followed:
            self._followed = True
            self._stale = True
            self.planner.follow()  # what it finds is shown below, once
        super().showEvent(event)
        self.desk.notices.clear(NOTICE)  # what it says is seen here

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._followed:
            self._followed = False
            self.planner.rest()
