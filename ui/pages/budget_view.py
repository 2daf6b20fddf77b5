# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Budget »: what the plan costs by year and by nature, aid, and what is left; as files too."""

from PySide6.QtCore import QMargins, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from autodiag.roadmap.budget import Budget, budget
from autodiag.roadmap.budget_words import (
    ESTIMATES,
    READING,
    beside_plan,
    over_means,
    particulars,
    summary,
)
from autodiag.roadmap.schedule import Schedule, schedule
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.budget_faces import faces_of
from ui.pages.budget_output import BudgetOutput
from ui.pages.budget_table import BudgetTable
from ui.pages.plan_view import PlanReading, PlanView
from ui.pages.roadmap_notes import UPDATING, nothing_said, why_empty
from ui.planning import Planner
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.flowing import Flowing
from ui.widgets.labels import label
from ui.widgets.scroll import scroll_area
from ui.widgets.tab_order import follow

TITLE = "Budget sur trois ans"
WIDEST, GAP = 1632, 12
LEAST_WIDE = 860
"""Below, in pixels at 100 %, the years are only in the first table, one below another."""
PERIODS_SHOWN = "«\u202fPériodes\u202f»"
ADD_AID = "Une aide se note dans le détail de son action."


class BudgetView(PlanView):
    """A sentence, two files to save, a table of the whole, then one for each nature of expense."""

    def __init__(self, desk: Desk, bridge: Bridge, planner: Planner) -> None:
        super().__init__(desk, bridge, planner)
        theme = desk.theme
        self.summary = label("", "lead")
        self.updating = label("", "caption", tone="ink2")
        self.save_table = button(theme, "Enregistrer le tableau (XLSX)…", "primary", "file")
        self.save_dates = button(theme, "Enregistrer les dates (calendrier)…", "secondary", "clock")
        self.estimates = label(" ".join(ESTIMATES), tone="ink2")
        self.over = label("", bold=True)
        self.beside = label("")
        self.particulars = label("")
        self.tables: list[BudgetTable] = []
        self.notes = label("\n".join((*READING, ADD_AID)), tone="ink2")
        self.nothing = EmptyState(theme, "euro", "", "", "Répondre aux questions")
        self.output = BudgetOutput(desk, self)
        self._buttons, self._told = FlowRow(), QWidget()
        self._places = QVBoxLayout()
        self._reading: PlanReading | None = None
        self._schedule: Schedule | None = None
        self._budget: Budget | None = None
        self._narrow: bool | None = None
        self._build()
        self._connect()

    def show_plan(self, reading: PlanReading) -> None:
        snapshot, knowledge = reading.words.snapshot, reading.words.knowledge
        self._schedule = schedule(snapshot, reading.roadmap, knowledge.actions)
        found = budget(snapshot, reading.roadmap, self._schedule, knowledge)
        self._reading = reading
        updating = self.planner.computing and not self.planner.current
        self.updating.setText(UPDATING if updating else "")
        self.updating.setVisible(updating)
        self._show_summary(reading, found)
        told = (
            (self.over, over_means(found)),
            (self.beside, beside_plan(found, PERIODS_SHOWN)),
            (self.particulars, " ".join(particulars(found))),
        )
        for place, words in told:
            place.setText(words)
            place.setVisible(bool(words))
        if found != self._budget:
            self._budget, self._narrow = found, None
        self._lay()

    def show_nothing(self) -> None:
        self._reading = self._budget = self._schedule = None
        self.updating.hide()
        self.nothing.show()
        for part in (self.summary, self._buttons, self._told):
            part.hide()
        self.nothing.show_words(*nothing_said(self.planner, self.bridge.snapshot))
        if self.nothing.button is not None:
            self.nothing.button.setVisible(not self.planner.computing)

    def _show_summary(self, reading: PlanReading, found: Budget) -> None:
        """What it comes to; where nothing is planned, why, once. What is already in place may cost
        all the same."""
        empty = why_empty(reading.words, reading.roadmap, reading.situation)
        said = " ".join(summary(found)) if empty is None else empty.text
        self.summary.setText(said)
        self.summary.setVisible(said != self.remark.text)
        self.nothing.hide()
        costs = bool(found.rows)
        self._buttons.setVisible(costs or empty is None)
        self.save_table.setVisible(costs)
        self.save_dates.setVisible(empty is None)
        self._told.setVisible(costs)

    def _build(self) -> None:
        self._buttons.add(self.save_table)
        self._buttons.add(self.save_dates)
        told = QVBoxLayout(self._told)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(GAP)
        self._places.setSpacing(24)
        told.addWidget(self.over)
        told.addWidget(self.beside)
        told.addWidget(self.particulars)
        told.addWidget(self.estimates)
        told.addLayout(self._places)
        told.addWidget(label("Comment ces tableaux sont faits", "lead", bold=True, heading=True))
        told.addWidget(self.notes)
        inside = QVBoxLayout()
        inside.setSpacing(12)
        inside.addWidget(label(TITLE, "lead", bold=True, heading=True))
        for part in (self.updating, self.remark, self.summary, self._buttons, self._told):
            inside.addWidget(part)
        inside.addWidget(self.nothing, 1)
        inside.addStretch(0)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll_area(Flowing(inside, QMargins(24, 14, 24, 24), WIDEST)))

    def _connect(self) -> None:
        self.save_table.clicked.connect(self._on_table_asked)
        self.save_dates.clicked.connect(self._on_dates_asked)
        self.nothing.action_chosen.connect(self._on_questions_asked)
        self.desk.theme.changed.connect(self._lay)

    @Slot()
    def _lay(self) -> None:
        """The tables are made again where the sums or the room are others."""
        narrow = self.width() < LEAST_WIDE * self.desk.theme.scale
        if self._budget is None or narrow == self._narrow:
            return
        self._narrow = narrow
        focus = self.window().focusWidget()
        kept = [n for n, one in enumerate(self.tables) if focus and one.isAncestorOf(focus)]
        for one in self.tables:
            self._places.removeWidget(one)
            one.hide()
            one.deleteLater()
        faces = faces_of(self._budget, narrow=narrow) if self._budget.rows else ()
        self.tables = [BudgetTable(self.desk.theme, face) for face in faces]
        for one in self.tables:
            self._places.addWidget(one)
            one.opened.connect(self._on_action_opened)
        follow(self.save_table, self.save_dates, *self.tables)
        if kept and self.tables:
            self.tables[min(kept[0], len(self.tables) - 1)].table.setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    @Slot()
    def _on_table_asked(self) -> None:
        if self._reading is not None and self._budget is not None:
            words, current = self._reading.words, self._reading.current
            self.output.save_table(words.snapshot, words.knowledge, self._budget, current=current)

    @Slot()
    def _on_dates_asked(self) -> None:
        if self._reading is not None and self._schedule is not None:
            words, current = self._reading.words, self._reading.current
            plan = (self._reading.roadmap, self._schedule)
            self.output.save_calendar(words.snapshot, words.knowledge, plan, current=current)

    @Slot(str)
    def _on_action_opened(self, action: str) -> None:
        self.went_to.emit("feuille", action)

    @Slot()
    def _on_questions_asked(self) -> None:
        self.went_to.emit("questions", None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay()
