# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The months when nobody can work on the roadmap: listed, proposed, added, changed, taken away."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from autodiag.model.calendar import Calendar, Closure
from ui.pages.means_closure_form import ClosureForm
from ui.pages.means_list import DatedList, Entry
from ui.pages.means_words import (
    ELECTIONS,
    PROPOSALS,
    Proposal,
    closes_said,
    closure_said,
    free_key,
)
from ui.theme import Theme
from ui.widgets.buttons import Button, button
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import label
from ui.widgets.remark import Remark

KEY = "fermeture"
INTRO = (
    "Aucun travail n’y est compté, et leurs jours sont retirés du temps disponible. "
    "Les propositions se changent une fois ajoutées."
)
NOTHING = "Tous les mois sont des mois de travail."


class ClosuresCard(Card):
    """`given` tells a closure to keep, `removed` the id of one to take away."""

    given = Signal(object)
    removed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._calendar, self._start, self._writable = Calendar(), date(2000, 1, 1), False
        self._taken: Closure | None = None
        self._goal = ""
        self.list = DatedList(theme, "Mois sans travail", NOTHING)
        self.gone = Remark(theme)
        self.form = ClosureForm(theme)
        self.ways = FlowRow()
        self.proposals = {one: button(theme, one.text, "secondary", "plus") for one in PROPOSALS}
        self.elections = button(theme, f"{ELECTIONS}\u00a0: mois à indiquer", "secondary", "plus")
        self.other = button(theme, "Autres mois", "secondary", "plus")
        self._build()
        self._connect()

    def show_calendar(self, calendar: Calendar, start: date, *, writable: bool) -> None:
        """Show what is closed, and what can be added."""
        self._calendar, self._start, self._writable = calendar, start, writable
        entries = [
            Entry(one.id, one.title, closure_said(one), f"Retire {closes_said(one, start)}.")
            for one in calendar.closures
        ]
        self.list.show_entries(entries, writable=writable)
        for proposal, way in self.proposals.items():
            way.setVisible(not proposal.is_in(calendar.closures))
        taken = self._taken
        if taken is not None and any(one.id == taken.id for one in calendar.closures):
            self._forget()  # undone
        if not self.form.isHidden() and not self._may_type():
            self.close_form()
        self._arrange()
        if self._goal and self.list.focus_on(self._goal):
            self._goal = ""

    def close_form(self) -> None:
        """Nothing is being typed any more."""
        self.form.hide()
        self._arrange()

    def _build(self) -> None:
        self.body.addWidget(label("Les mois sans travail", "lead", bold=True))
        self.body.addWidget(label(INTRO, tone="ink2"))
        for part in (self.list, self.gone, self.form):
            self.body.addWidget(part)
        for way in self._adding():
            self.ways.add(way)
        self.body.addSpacing(6)
        self.body.addWidget(self.ways)
        self.form.hide()

    def _adding(self) -> list[Button]:
        return [*self.proposals.values(), self.elections, self.other]

    def _connect(self) -> None:
        for proposal, way in self.proposals.items():
            way.clicked.connect(partial(self._on_proposal, proposal))
        self.elections.clicked.connect(partial(self._on_new, ELECTIONS))
        self.other.clicked.connect(partial(self._on_new, ""))
        self.form.typed.connect(self._on_typed)
        self.form.left.connect(self._on_left)
        self.list.change_asked.connect(self._on_change_asked)
        self.list.remove_asked.connect(self._on_remove_asked)
        self.gone.chosen.connect(self._on_put_back)

    def _arrange(self) -> None:
        self.ways.setVisible(self._writable and self.form.isHidden())

    def _may_type(self) -> bool:
        """What is being changed may have been taken away, by an undo."""
        known = {one.id for one in self._calendar.closures}
        return self._writable and (self.form.key in known or self.form.key == self._free())

    def _free(self) -> str:
        return free_key(KEY, (one.id for one in self._calendar.closures))

    def _forget(self) -> None:
        self._taken = None
        self.gone.clear()

    def _open(self, one: Closure, *, new: bool) -> None:
        self._forget()
        self.form.show()
        self.form.begin(one, self._start, new=new)
        self._arrange()

    def _on_proposal(self, proposal: Proposal, _checked: bool = False) -> None:
        self._forget()
        self._tell(proposal.closure(self._free(), self._start))

    def _tell(self, one: Closure) -> None:
        self._goal = one.id
        self.given.emit(one)

    def _on_new(self, title: str, _checked: bool = False) -> None:
        self._open(Closure(self._free(), title, "", ""), new=True)

    @Slot(object)
    def _on_typed(self, one: Closure) -> None:
        self.close_form()
        self._tell(one)

    @Slot()
    def _on_left(self) -> None:
        key = self.form.key
        self.close_form()
        if not self.list.focus_on(key):
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_change_asked(self, key: str) -> None:
        self._open(self._known(key), new=False)

    @Slot(str)
    def _on_remove_asked(self, key: str) -> None:
        self._taken = self._known(key)
        self.close_form()
        self.gone.say(
            f"«\u202f{self._taken.title}\u202f» ne compte plus.", "check", do="Remettre", action=key
        )
        back: QPushButton | QWidget = self.gone.button
        back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.removed.emit(key)

    @Slot(str)
    def _on_put_back(self, _key: str) -> None:
        taken = self._taken
        if taken is not None:
            self._forget()
            self._tell(taken)

    def _known(self, key: str) -> Closure:
        return next(one for one in self._calendar.closures if one.id == key)
