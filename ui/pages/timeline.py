# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The view «Frise»: the three years month by month, as bars and as a table (contract R6)."""

from functools import partial

from PySide6.QtCore import QMargins, QPoint, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from autodiag.roadmap.calendar import MONTHS, shifted
from autodiag.roadmap.schedule import Schedule, schedule
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages import quarters_moves as moves
from ui.pages.page import side_margin
from ui.pages.plan_view import PlanReading, PlanView
from ui.pages.quarters_said import Said
from ui.pages.quarters_told import MoveTeller
from ui.pages.roadmap_notes import UPDATING, nothing_said
from ui.pages.timeline_chart import TimelineChart
from ui.pages.timeline_rows import HEAD, summary, table_rows, timeline_face
from ui.planning import Planner
from ui.widgets.buttons import button
from ui.widgets.choice_menu import ChoiceMenu
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.flowing import Flowing
from ui.widgets.labels import label
from ui.widgets.scroll import scroll_area
from ui.widgets.segmented import Segmented
from ui.widgets.words_table import WordsTable

TITLE = "Frise des trois ans"
ORDERS = (("theme", "Par thème"), ("date", "Par date"))
LEGEND = (
    "Plein\u00a0: retenue. Hachuré\u00a0: proposée. Coche\u00a0: faite. Drapeau\u00a0: mois "
    "choisi. Balance\u00a0: obligation. Crochet\u00a0: aide à demander."
)
TODAY = " Triangle\u00a0: aujourd’hui."
PAST = "Ces trois années sont passées."
ESTIMATE = "Ces dates sont une estimation."
KEYS = (
    "Flèches haut et bas\u00a0: d’une barre à l’autre. Entrée\u00a0: détail. "
    "Alt et flèches\u00a0: un mois plus tôt, un mois plus tard."
)
HINT = "Pour déplacer une action\u00a0: tirez sa barre, ou Alt+← et Alt+→, ou son menu."
NO_BAR = "Aucune action sur la frise"
NO_BAR_YET = "Dès qu’une action sera dans la feuille de route, ses mois seront montrés ici."
DONE = "Cette action est faite\u00a0: elle ne se déplace plus."
LOW, BESIDE = 420, 800
"""In pixels at 100 %: the least height where the head stays, and width where it is on one line."""
SAID = {"earlier": -1, "later": 1}


class TimelineView(PlanView):
    """One picture, or the same in words."""

    def __init__(self, desk: Desk, bridge: Bridge, planner: Planner) -> None:
        super().__init__(desk, bridge, planner)
        self._reading: PlanReading | None = None
        self._schedule: Schedule | None = None
        self._goal = ""
        self._menu: ChoiceMenu | None = None
        self._movable = False
        self._about = label("", "caption", tone="ink2")
        self._heading = label(TITLE, "lead", bold=True)
        self.order = Segmented(desk.theme, "Ordre de la frise", ORDERS)
        self.in_words = button(desk.theme, "Lire en mots", "quiet")
        self._ways = FlowRow()
        self.chart = TimelineChart(desk.theme, self._landing)
        self.table = WordsTable(desk.theme, f"{TITLE}, en mots", HEAD, (46, 32, 22))
        self.legend = label(LEGEND, "caption", tone="ink2")
        self.said = Said(desk.theme, HINT)
        self._told = MoveTeller(bridge, planner, self.decider, self.said)
        self._nothing = EmptyState(desk.theme, "map", "", "", "Répondre aux questions")
        self._outside = QVBoxLayout(self)
        self._head, self._inside = QVBoxLayout(), QVBoxLayout()
        self._top = QWidget()
        self._below = QVBoxLayout()
        self._build()
        self._connect()

    def show_plan(self, reading: PlanReading) -> None:
        words = reading.words
        made = schedule(words.snapshot, reading.roadmap, words.knowledge.actions)
        self._reading, self._schedule = reading, made
        by_theme = self.order.choice == "theme"
        face = timeline_face(reading, made, self.desk.today(), by_theme=by_theme)
        self._show(there=bool(face.bars))
        self._nothing.show_words(NO_BAR, NO_BAR_YET)
        if self._nothing.button is not None:
            self._nothing.button.hide()
        self._movable = any(bar.movable for bar in face.bars)
        self._fit()
        self.chart.show_face(face)
        self.table.show_rows(table_rows(face))
        said = summary(face)
        updating = self.planner.computing and not self.planner.current
        legend = f"{LEGEND}{TODAY if face.today else ''}"
        self.legend.setText(legend)
        past = self.desk.today() >= shifted(made.start, MONTHS)
        about = f"{said} {PAST if past else ESTIMATE}" if face.bars else ""
        self._about.setText(UPDATING if updating else about)
        self.chart.describe(f"{TITLE}\u00a0: {said}", f"{legend} {KEYS}")
        self._told.follow(reading, made)
        self._follow_goal()

    def show_nothing(self) -> None:
        self._reading = self._schedule = None
        self._show(there=False)
        self._about.setText("")
        self._nothing.show_words(*nothing_said(self.planner, self.bridge.snapshot))
        if self._nothing.button is not None:
            self._nothing.button.setVisible(not self.planner.computing)

    def _show(self, *, there: bool) -> None:
        words = there and self.in_words.property("words") is True
        self._nothing.setVisible(not there)
        self._ways.setVisible(there)
        self.table.setVisible(words)
        self.chart.setVisible(there and not words)
        self.legend.setVisible(there and not words)
        self.said.set_on(on=there and not words and self.bridge.writable)

    def _build(self) -> None:
        self.order.show_choice("theme")
        self.order.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._ways.add(self.order)
        self._ways.add(self.in_words)
        titles, holder = QVBoxLayout(), QVBoxLayout(self._top)
        titles.setSpacing(0)
        titles.addWidget(self._heading)
        titles.addWidget(self._about)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addLayout(titles, 1)
        self._row.addWidget(self._ways)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addLayout(self._row)
        self._ways.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._head.addWidget(self._top)
        self._inside.setSpacing(8)
        for part in (self.remark, self.legend, self.chart, self.table):
            self._inside.addWidget(part)
        self._inside.addWidget(self._nothing, 1)
        self._inside.addStretch(0)
        whole = Flowing(self._inside, QMargins(24, 4, 24, 8), 1632)
        self._outside.setContentsMargins(0, 0, 0, 0)
        self._outside.setSpacing(0)
        self._outside.addLayout(self._head)
        self._outside.addWidget(scroll_area(whole), 1)
        self._outside.addLayout(self._below)
        self._below.addWidget(self.said)

    def _connect(self) -> None:
        self.order.chosen.connect(self._on_order_chosen)
        self.in_words.clicked.connect(self._on_words_asked)
        self.chart.opened.connect(self._on_opened)
        self.chart.move_asked.connect(self._on_move_asked)
        self.chart.menu_asked.connect(self._on_menu_asked)
        self._nothing.action_chosen.connect(partial(self.went_to.emit, "questions", None))
        self.desk.theme.changed.connect(self._fit)

    def _follow_goal(self) -> None:
        """Once the plan is made again, the focus goes where the bar that was moved now is."""
        if self.planner.current and self._goal:
            goal, self._goal = self._goal, ""
            if self.chart.hasFocus():
                self.chart.focus_on(goal)

    @Slot(str)
    def _on_order_chosen(self, order: str) -> None:
        self.order.show_choice(order)
        self.refresh()

    @Slot()
    def _on_words_asked(self) -> None:
        words = self.in_words.property("words") is not True
        self.in_words.setProperty("words", words)
        self.in_words.setText("Voir la frise" if words else "Lire en mots")
        self._show(there=True)

    @Slot(str)
    def _on_opened(self, key: str) -> None:
        self.went_to.emit("feuille", key)

    def _landing(self, key: str, step: int) -> moves.Move | str:
        """The move to the open month so many months before or after, or why there is none."""
        reading, made = self._reading, self._schedule
        if reading is None or made is None:
            return moves.OUTSIDE
        if key not in made.slots:
            return moves.FIRST if key not in reading.words.snapshot.decisions else DONE
        return moves.move_to(reading, made, key, moves.month_after(reading, made, key, step))

    @Slot(str, int)
    def _on_move_asked(self, key: str, step: int) -> None:
        reading, made, move = self._reading, self._schedule, self._landing(key, step)
        if isinstance(move, str):
            self._told.say(move, "warn")
        elif reading is not None and made is not None:
            self._goal = key
            self._told.make(reading, made, move)

    @Slot(str, object)
    def _on_menu_asked(self, key: str, at: QPoint) -> None:
        bar = self.chart.bar
        if bar is None:
            return
        choices = [("open", "Voir le détail", True)]
        if bar.movable:
            choices += [("earlier", "Un mois plus tôt", True), ("later", "Un mois plus tard", True)]
        self._menu = ChoiceMenu(self, bar.title, key, choices)
        self._menu.chosen.connect(self._on_asked)
        self._menu.popup(at)

    @Slot(str, str)
    def _on_asked(self, command: str, key: str) -> None:
        if command in SAID:
            self._on_move_asked(key, SAID[command])
        else:
            self._on_opened(key)

    @Slot()
    def _fit(self) -> None:
        """In a low window, the head scrolls with the rest."""
        scale, side = self.desk.theme.scale, side_margin(self.width())
        self.order.setMinimumWidth(self.order.natural_width())
        beside = self.width() / scale >= BESIDE
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        low = self.height() / scale < LOW
        where = self._inside if low else self._head
        if where.indexOf(self._top) < 0:
            focus = self.window().focusWidget()
            where.insertWidget(0, self._top)
            if focus is not None and self._top.isAncestorOf(focus):
                focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._head.setContentsMargins(side, 0 if low else 8, side, 0 if low else 4)
        self._below.setContentsMargins(side, 6, side, 8)
        self.said.show_hint(shown=self._movable and not low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
