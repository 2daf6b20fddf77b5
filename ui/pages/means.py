# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Moyens et dates »: the time, the money and the months that the roadmap is made with, and what
each change of them does. Hands each choice to the bridge; plans nothing."""

from PySide6.QtCore import QMargins, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from autodiag.model.roadmap import Capacity
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.means_capacity import CapacityCard
from ui.pages.means_closures import ClosuresCard
from ui.pages.means_effect import EffectCard
from ui.pages.means_start import StartCard
from ui.pages.means_windows import WindowsCard
from ui.pages.means_yearly import YearlyCard
from ui.pages.page import WIDEST
from ui.pages.plan_view import PlanReading, PlanView
from ui.pages.roadmap_notes import Note, tell, why_empty
from ui.planning import Planner
from ui.widgets.card import Card
from ui.widgets.flowing import Flowing
from ui.widgets.labels import label
from ui.widgets.scroll import scroll_area
from ui.widgets.tab_order import follow

GAP = 16
LEAST_TWO = 900
"""Below, in pixels at 100 %, one column."""
OLDER = (
    "Ce diagnostic est plus ancien\u00a0: les moyens et les dates montrés sont ceux "
    "d’aujourd’hui. Pour les changer, revenez au dernier diagnostic."
)
READING = "Ce dossier est ouvert en lecture\u00a0: les moyens et les dates ne s’y changent pas."


class MeansView(PlanView):
    """The effect on top, the cards in two columns, or in one if narrow."""

    def __init__(self, desk: Desk, bridge: Bridge, planner: Planner) -> None:
        super().__init__(desk, bridge, planner)
        theme = desk.theme
        self.effect = EffectCard(theme)
        self.capacity = CapacityCard(theme)
        self.start = StartCard(theme)
        self.closures = ClosuresCard(theme)
        self.windows = WindowsCard(theme)
        self.yearly = YearlyCard(theme)
        self._left, self._right = QWidget(), QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect()

    def note_on(self, reading: PlanReading | None = None) -> Note | None:
        """Why nothing can be changed, where it cannot: with or without a plan; else that the plan
        is older than a change."""
        if not self.bridge.is_latest:
            return Note(OLDER, "clock")
        if not self.bridge.writable:
            return Note(READING)
        return None if reading is None or reading.current else super().note_on(reading)

    def begin(self) -> None:
        """On the page itself, at its top: what the first button changes is read before it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_plan(self, reading: PlanReading) -> None:
        from autodiag.roadmap.yearly import yearly_work

        self._show_means()
        planned = (one for horizon in reading.roadmap.horizons for one in horizon.actions)
        self._show_windows([one.id for one in planned if one.kind in ("action", "own")])
        empty = why_empty(reading.words, reading.roadmap, reading.situation)
        why = empty.text if empty is not None else ""
        stale = not reading.current and not self.planner.computing  # the remark says it
        told = None if stale else reading.roadmap
        self.effect.show_plan(told, why, updating=not reading.current)
        self.yearly.show()
        work = yearly_work(
            reading.roadmap, reading.situation.catalogue, reading.situation.marked_done
        )
        self.yearly.show_work(work, reading.words.title)
        self._order()

    def show_nothing(self) -> None:
        """Means and dates can be told before there is a plan."""
        tell(self.remark, self.note_on())
        self._show_means()
        self._show_windows([])
        self.effect.show_plan(None, updating=False)
        self.yearly.hide()
        self._order()

    def _show_means(self) -> None:
        situation, snapshot = self.planner.situation(), self.bridge.snapshot
        writable = self.bridge.writable
        self.effect.show_situation(situation)
        self.capacity.show_capacity(situation.capacity, snapshot.authority, writable=writable)
        self.start.show_start(snapshot, self.desk.today(), writable=writable)
        self.closures.show_calendar(snapshot.calendar, situation.start, writable=writable)

    def _show_windows(self, planned: list[str]) -> None:
        """An action that is no longer planned is still named by the window that pays for it."""
        windows = self.bridge.snapshot.calendar.windows
        named = [key for one in windows for key in one.actions]
        words = self._sayings.words()
        titles = {key: words.title(key) for key in dict.fromkeys((*planned, *named))}
        self.windows.show_windows(windows, titles, self.desk.today(), writable=self.bridge.writable)

    def _build(self) -> None:
        for side, cards in self._sides():
            stack = QVBoxLayout(side)
            stack.setContentsMargins(0, 0, 0, 0)
            stack.setSpacing(GAP)
            for card in cards:
                stack.addWidget(card)
            stack.addStretch(1)
        self._columns.setSpacing(GAP)
        self._columns.addWidget(self._left, 1)
        self._columns.addWidget(self._right, 1)
        inside = QVBoxLayout()
        inside.setSpacing(GAP)
        inside.addWidget(label("Moyens et dates", "lead", bold=True, heading=True))
        inside.addWidget(self.remark)
        inside.addWidget(self.effect)
        inside.addLayout(self._columns, 1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll_area(Flowing(inside, QMargins(24, 14, 24, 24), WIDEST)))
        self._order()

    @Slot()
    def _order(self) -> None:
        """Tab goes through the cards as they are read, whatever was made last."""
        follow(*(card for _, cards in self._sides() for card in cards))

    def _sides(self) -> tuple[tuple[QWidget, tuple[Card, ...]], ...]:
        return (
            (self._left, (self.capacity, self.start, self.yearly)),
            (self._right, (self.closures, self.windows)),
        )

    def _connect(self) -> None:
        self.capacity.chosen.connect(self._on_capacity_chosen)
        self.start.chosen.connect(self.bridge.set_start)
        for card, give in (
            (self.closures, self.bridge.set_closure),
            (self.windows, self.bridge.set_window),
        ):
            card.given.connect(give)
            card.removed.connect(self.bridge.remove_date)
        self.windows.opened.connect(self._order)
        self.yearly.fold.toggled.connect(self._order)
        self.yearly.opened.connect(self._on_action_opened)
        self.desk.theme.changed.connect(self._arrange)

    @Slot(object)
    def _on_capacity_chosen(self, capacity: Capacity | None) -> None:
        self.bridge.set_capacity(capacity)

    @Slot(str)
    def _on_action_opened(self, action: str) -> None:
        self.went_to.emit("feuille", action)

    @Slot()
    def _arrange(self) -> None:
        scale = self.desk.theme.scale
        two = self.width() >= LEAST_TWO * scale
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if two else ways.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()
