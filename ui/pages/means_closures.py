# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The months when nobody can work on the roadmap: how they are said, and which are proposed."""

from datetime import date
from functools import partial

from autodiag.model.calendar import Calendar, Closure
from ui.pages.means_closure_form import ClosureForm
from ui.pages.means_dated_card import DatedCard
from ui.pages.means_list import DatedList, Entry
from ui.pages.means_words import ELECTIONS, PROPOSALS, Proposal, closes_said, closure_said
from ui.theme import Theme
from ui.widgets.buttons import button

INTRO = (
    "Aucun travail n’y est compté, et leurs jours sont retirés du temps disponible. "
    "Les propositions se changent une fois ajoutées."
)
NOTHING = "Tous les mois sont des mois de travail."


class ClosuresCard(DatedCard[Closure, ClosureForm]):
    """Proposes the months that most communes close, as long as they are not there."""

    KIND = "fermeture"

    def __init__(self, theme: Theme) -> None:
        listed = DatedList(theme, "Mois sans travail", NOTHING)
        super().__init__(theme, listed, ClosureForm(theme))
        self._start = date(2000, 1, 1)
        self.proposals = {one: button(theme, one.text, "secondary", "plus") for one in PROPOSALS}
        self.elections = button(theme, f"{ELECTIONS}\u00a0: mois à indiquer", "secondary", "plus")
        self.other = button(theme, "Autres mois", "secondary", "plus")
        ways = (*self.proposals.values(), self.elections, self.other)
        self._build("Les mois sans travail", INTRO, *ways)
        for proposal, way in self.proposals.items():
            way.clicked.connect(partial(self._on_proposal, proposal))
        self.elections.clicked.connect(partial(self._on_new, ELECTIONS))
        self.other.clicked.connect(partial(self._on_new, ""))

    def show_calendar(self, calendar: Calendar, start: date, *, writable: bool) -> None:
        """Show what is closed, and what can be added."""
        self._start = start
        for proposal, way in self.proposals.items():
            way.setVisible(not proposal.is_in(calendar.closures))
        self._show_dates(calendar.closures, writable=writable)

    def _entry(self, one: Closure) -> Entry:
        follows = f"Retire {closes_said(one, self._start)}."
        return Entry(one.id, one.title, closure_said(one), follows)

    def _taken_said(self, one: Closure) -> str:
        return f"«\u202f{one.title}\u202f» ne compte plus."

    def _begin(self, one: Closure, *, new: bool) -> None:
        self.form.begin(one, self._start, new=new)

    def _on_proposal(self, proposal: Proposal, _checked: bool = False) -> None:
        self._forget()
        self._tell(proposal.closure(self._free(), self._start))

    def _on_new(self, title: str, _checked: bool = False) -> None:
        self._open(Closure(self._free(), title, "", ""), new=True)
