# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""When aid can be asked for: how it is said, and for which actions. What is typed is theirs:
nothing here knows a date of any aid."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Slot

from autodiag.model.calendar import AidWindow
from autodiag.text.numbers import listing, plural
from ui.pages.means_dated_card import DatedCard
from ui.pages.means_list import DatedList, Entry
from ui.pages.means_window_form import WindowForm
from ui.pages.means_words import window_said
from ui.theme import Theme
from ui.widgets.buttons import button

NAMED = 2
"""How many actions are named before the others are counted."""
INTRO = (
    "Notez quand une aide peut être demandée, d’après son règlement ou votre interlocuteur. "
    "Ces dates ne déplacent aucune action."
)
NOTHING = "Aucune date d’aide notée."


class WindowsCard(DatedCard[AidWindow, WindowForm]):
    """Names the actions that a window pays for."""

    KIND = "aide"

    def __init__(self, theme: Theme) -> None:
        listed = DatedList(theme, "Dates des aides", NOTHING)
        super().__init__(theme, listed, WindowForm(theme))
        self._titles: dict[str, str] = {}
        self._today = date.min
        self.add = button(theme, "Ajouter les dates d’une aide", "secondary", "plus")
        self._build("Les aides\u00a0: quand les demander", INTRO, self.add)
        self.add.clicked.connect(self._on_add_clicked)

    def show_windows(
        self,
        windows: tuple[AidWindow, ...],
        titles: Mapping[str, str],
        today: date,
        *,
        writable: bool,
    ) -> None:
        """Show these; `titles`: the actions of the plan and those of the windows, by their ids."""
        self._titles, self._today = dict(titles), today
        self._show_dates(windows, writable=writable)

    def _entry(self, one: AidWindow) -> Entry:
        """Its days, and for which actions."""
        named = [f"«\u202f{self._titles.get(key, key)}\u202f»" for key in one.actions]
        rest = len(named) - NAMED
        if rest > 0:
            named = [*named[:NAMED], f"{rest} autre{plural(rest)}"]
        said = window_said(one, self._today)
        when = f"{said}, pour {listing(named)}." if named else f"{said}."
        return Entry(one.id, one.title, when, one.note)

    def _taken_said(self, one: AidWindow) -> str:
        return f"Les dates de «\u202f{one.title}\u202f» sont retirées."

    def _begin(self, one: AidWindow, *, new: bool) -> None:
        self.form.begin(one, self._titles, new=new)

    @Slot()
    def _on_add_clicked(self) -> None:
        self._open(AidWindow(self._free(), "", "", ""), new=True)
