# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The view «Trimestres»: the plan by quarter of the civil year, where cards are moved by the mouse
and by the keyboard (contract R6)."""

from functools import partial

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from autodiag.roadmap.calendar import quarter_of
from autodiag.roadmap.quarter_words import quarter_name
from autodiag.roadmap.schedule import Schedule, schedule
from autodiag.text.numbers import days
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages import quarters_moves as moves
from ui.pages.page import side_margin
from ui.pages.plan_view import PlanReading, PlanView
from ui.pages.quarters_board import QuarterBoard
from ui.pages.quarters_paging import QuarterPaging
from ui.pages.quarters_said import Said
from ui.pages.quarters_told import MoveTeller
from ui.pages.quarters_words import quarter_faces
from ui.pages.roadmap_notes import UPDATING, nothing_said
from ui.planning import Planner
from ui.widgets.action_face import ActionFace
from ui.widgets.choice_menu import ChoiceMenu
from ui.widgets.empty_state import EmptyState
from ui.widgets.scroll import scroll_area
from ui.widgets.tab_order import follow

LOW = 600
"""Below, in pixels at 100 %, a column that scrolls alone would show a card or two."""
LEAST_BOARD = 220
"""The columns are never lower, in pixels at 100 %: below, the whole page scrolls."""
LEAST_HINT = 400
"""Below, in pixels at 100 %, the hint gives its place to the cards."""
HINT = "Pour déplacer une carte\u00a0: la souris, Alt+← et Alt+→, ou son menu."
STEPS = {"earlier": -1, "later": 1}


class QuartersView(PlanView):
    """One board. After a move the planner may plan again; the focus follows the card."""

    def __init__(self, desk: Desk, bridge: Bridge, planner: Planner) -> None:
        super().__init__(desk, bridge, planner)
        self._reading: PlanReading | None = None
        self._schedule: Schedule | None = None
        self._goal = ""
        self._menu: ChoiceMenu | None = None
        self._at = QPoint()
        self.paging = QuarterPaging(desk.theme)
        self.board = QuarterBoard(desk.theme, self._refusal)
        self.said = Said(desk.theme, HINT)
        self._told = MoveTeller(bridge, planner, self.decider, self.said)
        self._nothing = EmptyState(desk.theme, "map", "", "", "Répondre aux questions")
        self._stack = QStackedLayout()
        self._whole, self._below = QVBoxLayout(), QVBoxLayout()
        self._build()
        self._connect()

    def show_plan(self, reading: PlanReading) -> None:
        snapshot, first = reading.words.snapshot, self._reading is None
        made = schedule(snapshot, reading.roadmap, reading.words.knowledge.actions)
        self._reading, self._schedule = reading, made
        self._stack.setCurrentWidget(self.board)
        faces = quarter_faces(reading, made, self.desk.today())
        self.board.show_quarters(faces, writable=reading.writable)
        today = quarter_of(self.desk.today())
        if first and today in made.quarters:
            self.board.begin_at(made.quarters.index(today))
        few = days(reading.roadmap.capacity.days_per_month)
        about = (
            "Chaque carte est dans le trimestre où elle finit. Ces dates sont une estimation, à "
            f"{few} par mois."
        )
        updating = self.planner.computing and not self.planner.current
        self.paging.show_words(UPDATING if updating else about, there=True)
        self.said.set_on(on=reading.writable)
        self._fit()
        self._told.follow(reading, made)
        self._follow_goal()

    def show_nothing(self) -> None:
        self._reading = self._schedule = None
        self._stack.setCurrentWidget(self._nothing)
        self.paging.show_words("", there=False)
        self.said.set_on(on=False)
        self._nothing.show_words(*nothing_said(self.planner, self.bridge.snapshot))
        if self._nothing.button is not None:
            self._nothing.button.setVisible(not self.planner.computing)

    def begin(self) -> None:
        """On the first card that is wholly in sight; what there is else where there is none."""
        if self._reading is None or not self.board.focus_first_seen():
            super().begin()

    # What it is made of

    def _build(self) -> None:
        inside = QWidget()
        inside.setLayout(self._whole)
        self._whole.setSpacing(8)
        self._whole.addWidget(self.paging)
        self._whole.addWidget(self.remark)
        self._whole.addLayout(self._stack, 1)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.board)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(scroll_area(inside), 1)
        outside.addLayout(self._below)
        self._below.addWidget(self.said)
        follow(self.paging, self.remark, self.board)

    def _connect(self) -> None:
        self.paging.turned.connect(self.board.turn)
        self.board.page_seen.connect(self._on_page_seen)
        self.board.opened.connect(self._on_opened)
        self.board.menu_asked.connect(self._on_menu_asked)
        self.board.move_asked.connect(self._on_move_asked)
        self.board.dropped.connect(self._on_dropped)
        self._nothing.action_chosen.connect(partial(self.went_to.emit, "questions", None))
        self.desk.theme.changed.connect(self._fit)

    # Moving

    def _refusal(self, key: str, rank: int) -> str:
        """Why an action cannot go to the quarter of that rank, "" where it can."""
        reading, made = self._reading, self._schedule
        if reading is None or made is None:
            return moves.OUTSIDE
        return moves.refusal(reading, made, key, made.quarters[rank])

    def _move_to_rank(self, key: str, rank: int) -> None:
        reading, made = self._reading, self._schedule
        if reading is None or made is None or not 0 <= rank < len(made.quarters):
            return
        why = self._refusal(key, rank)
        if why:
            self._told.say(why, "warn")
            return
        month = moves.month_to_end(reading, made.start, made.quarters[rank])
        self._carry_out(moves.move_to(reading, made, key, month))

    def _carry_out(self, move: moves.Move | str) -> None:
        reading, made = self._reading, self._schedule
        if isinstance(move, str):
            self._told.say(move, "warn")
        elif reading is not None and made is not None:
            self._goal = move.key
            self._told.make(reading, made, move)

    def _follow_goal(self) -> None:
        """Once the plan is made again, the focus goes where the card that was moved now is."""
        if not self.planner.current:
            return
        goal, self._goal = self._goal, ""
        if goal and self.board.may_take_focus():
            self.board.focus_on(goal)
        elif self.hasFocus():
            self.board.focus_first()

    # Slots

    @Slot(int, int)
    def _on_page_seen(self, first: int, seen: int) -> None:
        self.paging.show_place(first, seen, len(self.board.columns))

    @Slot(str)
    def _on_opened(self, key: str) -> None:
        self.went_to.emit("feuille", key)

    @Slot(str, int)
    def _on_move_asked(self, key: str, step: int) -> None:
        """To the quarter before or after."""
        face = self.board.face(key)
        if face is not None:
            self._move_to_rank(key, face.horizon + step)

    @Slot(str, int)
    def _on_dropped(self, key: str, rank: int) -> None:
        self._move_to_rank(key, rank)

    @Slot(str, object)
    def _on_menu_asked(self, key: str, at: QPoint) -> None:
        face = self.board.face(key)
        if face is not None:
            self._open_menu(face, self._entries(face), at)

    def _open_menu(
        self, face: ActionFace, choices: list[tuple[str, str, bool]], at: QPoint
    ) -> None:
        self._menu, self._at = ChoiceMenu(self, face.title, face.key, choices), at
        self._menu.chosen.connect(self._on_asked)
        self._menu.popup(at)

    def _entries(self, face: ActionFace) -> list[tuple[str, str, bool]]:
        look = "Voir les questions" if face.kind == "enquiry" else "Voir le détail"
        if not (face.movable and self.bridge.writable):
            return [("open", look, True)]
        decided = face.key in self.bridge.snapshot.decisions
        last = len(self.board.columns) - 1
        return [
            ("open", look, True),
            ("earlier", "Trimestre précédent", face.horizon > 0),
            ("later", "Trimestre suivant", face.horizon < last),
            ("choose", "Choisir un trimestre…", True),
            ("forget", "Revenir à la proposition", decided),
        ]

    @Slot(str, str)
    def _on_asked(self, command: str, key: str) -> None:
        """A command of the menu of a card."""
        face = self.board.face(key)
        match command:
            case "open":
                self._on_opened(key)
            case "earlier" | "later":
                self._on_move_asked(key, STEPS[command])
            case "choose" if face is not None:
                self._open_menu(face, self._quarters(key), self._at)
            case "forget":
                self._goal = key
                self.decider.decide("forget", key, None)
            case _ if command.isdigit():
                self._move_to_rank(key, int(command))

    def _quarters(self, key: str) -> list[tuple[str, str, bool]]:
        made = self._schedule
        return [
            (str(rank), quarter_name(quarter), not self._refusal(key, rank))
            for rank, quarter in enumerate(made.quarters if made else ())
        ]

    # Qt

    @Slot()
    def _fit(self) -> None:
        scale, side = self.desk.theme.scale, side_margin(self.width())
        low = self.height() / scale < LOW
        self._whole.setContentsMargins(side, 10, side, 4)
        self._below.setContentsMargins(side, 4, side, 8)
        movable = any(card.face.movable for card in self.board.cards())
        self.said.show_hint(shown=movable and self.height() / scale >= LEAST_HINT)
        self.board.set_room(round(LEAST_BOARD * scale), low=low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
