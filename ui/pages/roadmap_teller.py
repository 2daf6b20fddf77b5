# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the panel of the roadmap shows, and what comes of its buttons. Made of one plan at a time;
plans nothing."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from autodiag.roadmap.calendar import first_month
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.roadmap_aloud import decided_said
from ui.pages.roadmap_board import RoadmapBoard
from ui.pages.roadmap_days import fault_of_done, fault_of_due
from ui.pages.roadmap_deciding import Decider
from ui.pages.roadmap_followed import FOLLOW, later
from ui.pages.roadmap_held import RoadmapHeld
from ui.pages.roadmap_subjects import Subject, content_of
from ui.pages.roadmap_told import Told
from ui.pages.roadmap_words import ENQUIRIES
from ui.widgets.announce import announce

LISTS = ("left_out", "enquiries", FOLLOW)
FORMS = ("refuse", "edit")


class RoadmapTeller(QObject):
    """Belongs to the board. `decided`: the card that the focus is to follow, "" for none."""

    went_to = Signal(str, object)
    decided = Signal(str)

    def __init__(self, desk: Desk, bridge: Bridge, board: RoadmapBoard, decider: Decider) -> None:
        super().__init__(board)
        self._bridge, self._board, self._decider = bridge, board, decider
        self._told: Told | None = None
        self._subject = Subject("")
        self._wanted: Subject | None = None
        """What was asked for before there was a plan to tell."""
        self.held = RoadmapHeld(desk, bridge, board.panel, decider)
        self.held.left.connect(self.open_action)
        board.opened.connect(self.open_action)
        board.asked.connect(self.on_asked)

    def tell(self, told: Told | None) -> None:
        """The plan is another one: what the panel says of it too."""
        self._told = told
        wanted, self._wanted = self._wanted, None if told is not None else self._wanted
        if told is None:
            self._board.close_panel()
        elif wanted is not None:
            self.show(wanted.what, wanted.key)
        elif not self._board.panel.isHidden():
            self._show(self._subject, focus=False)

    def show(self, what: str, key: str = "") -> None:
        """Open the panel on a subject; once there is a plan, where there is none yet."""
        subject = Subject(what, key)
        if self._told is None:
            self._wanted = subject
        else:
            self._show(subject, focus=True)

    @Slot(str)
    def open_action(self, key: str) -> None:
        """Open the detail of an action, or of all that there is to ask."""
        self.show("enquiries" if key == ENQUIRIES else "detail", key)

    def _show(self, subject: Subject, *, focus: bool) -> None:
        told, board = self._told, self._board
        content = None if told is None else content_of(subject, told, board.face(subject.key))
        if content is not None:
            self._subject = subject
            self.held.show(subject)
            board.open_panel(content, subject.about, focus=focus)
            if focus:
                self.held.begin(subject)
        elif not focus:
            board.close_panel()

    @Slot(str, str, str)
    def on_asked(self, command: str, key: str, typed: str = "") -> None:
        """A command of a menu or of the panel."""
        match command:
            case "open":
                self.open_action(key)
            case "question" | "questions":
                self.went_to.emit("questions", key or None)
            case "obligations":
                self.went_to.emit("obligations", key or None)
            case "postpone":
                self._postpone(key)
            case "day" if fault := self._fault(key, typed):
                self._show(replace(self._subject, fault=fault), focus=False)
                announce(self._board, fault, urgent=True)
            case _ if command in LISTS or command in FORMS:
                self.show(command, key)
            case _:
                self._decide(command, key, typed)

    def _fault(self, key: str, typed: str) -> str:
        """What is wrong with a date, "" for nothing."""
        told, snapshot = self._told, self._bridge.snapshot
        if told is None:
            return ""
        decision = snapshot.decisions.get(key)
        if decision is not None and decision.state == "faite":
            return fault_of_done(typed, told.today)
        return fault_of_due(typed, first_month(snapshot), told.today)

    def _decide(self, command: str, key: str, typed: str) -> None:
        face, title = self._board.face(key), self._title(key)  # what goes has none afterwards
        self.decided.emit(key if face is not None or command == "undone" else "")
        self._subject = replace(self._subject, fault="")
        if self._decider.decide(command, key, face.horizon if face else None, typed):
            self.tell_aloud(command, key, title)
        listed = self._subject.what in LISTS
        if command == "done" and self._bridge.writable and not listed:
            self.open_action(key)
            self._board.panel.focus_first()
        elif command in ("refused", "remove", "undone") and not listed:
            self._board.close_panel()

    def tell_aloud(self, command: str, key: str, title: str = "") -> None:
        """Say what was just decided: nothing else that is heard changes with it."""
        said = decided_said(self._bridge.snapshot, command, key, title or self._title(key))
        announce(self._board, said)

    def _title(self, key: str) -> str:
        return self._told.words.title(key) if self._told is not None else key

    def _postpone(self, key: str) -> None:
        moved = later(self._told, key) if self._told is not None else None
        if moved is not None:
            _, month, horizon = moved
            self._decider.plan(key, f"{month:%Y-%m}", horizon)
            self.tell_aloud("postpone", key)
