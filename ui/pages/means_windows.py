# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""When aid can be asked for: listed, added, changed, taken away. What is typed is theirs: nothing
here knows a date of any aid."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot

from autodiag.model.calendar import AidWindow
from autodiag.text.numbers import listing
from ui.pages.means_list import DatedList, Entry
from ui.pages.means_window_form import WindowForm
from ui.pages.means_words import free_key, window_said
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.remark import Remark

KEY = "aide"
NAMED = 2
"""How many actions are named before the others are counted."""
INTRO = (
    "Notez quand une aide peut être demandée, d’après son règlement ou votre interlocuteur. "
    "Ces dates ne déplacent aucune action."
)
NOTHING = "Aucune date d’aide notée."


class WindowsCard(Card):
    """`given` tells a window to keep, `removed` the id of one to take away."""

    given = Signal(object)
    removed = Signal(str)
    opened = Signal()
    """There are other fields."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._windows: tuple[AidWindow, ...] = ()
        self._titles: dict[str, str] = {}
        self._writable = False
        self._taken: AidWindow | None = None
        self._goal = ""
        self.list = DatedList(theme, "Dates des aides", NOTHING)
        self.gone = Remark(theme)
        self.form = WindowForm(theme)
        self.add = button(theme, "Ajouter les dates d’une aide", "secondary", "plus")
        self._build()
        self._connect()

    def show_windows(
        self, windows: tuple[AidWindow, ...], titles: Mapping[str, str], *, writable: bool
    ) -> None:
        """Show these; `titles`: the actions of the plan and those of the windows, by their ids."""
        self._windows, self._titles, self._writable = windows, dict(titles), writable
        entries = [Entry(one.id, one.title, self._when(one), one.note) for one in windows]
        self.list.show_entries(entries, writable=writable)
        known = {one.id for one in windows}
        if self._taken is not None and self._taken.id in known:
            self._forget()  # undone
        if not self.form.isHidden() and self.form.key not in {*known, self._free()}:
            self.close_form()
        self._arrange()
        if self._goal and self.list.focus_on(self._goal):
            self._goal = ""

    def close_form(self) -> None:
        """Nothing is being typed any more."""
        self.form.hide()
        self._arrange()

    def _build(self) -> None:
        self.body.addWidget(label("Les aides\u00a0: quand les demander", "lead", bold=True))
        self.body.addWidget(label(INTRO, tone="ink2"))
        for part in (self.list, self.gone, self.form):
            self.body.addWidget(part)
        self.body.addSpacing(6)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.form.hide()

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add_clicked)
        self.form.typed.connect(self._on_typed)
        self.form.left.connect(self._on_left)
        self.list.change_asked.connect(self._on_change_asked)
        self.list.remove_asked.connect(self._on_remove_asked)
        self.gone.chosen.connect(self._on_put_back)

    def _when(self, one: AidWindow) -> str:
        """Its days, and for which actions."""
        named = [f"«\u202f{self._titles.get(key, key)}\u202f»" for key in one.actions]
        rest = len(named) - NAMED
        if rest > 0:
            named = [*named[:NAMED], f"{rest} autre{'s' if rest > 1 else ''}"]
        said = window_said(one)
        return f"Demande {said}, pour {listing(named)}." if named else f"Demande {said}."

    def _arrange(self) -> None:
        self.add.setVisible(self._writable and self.form.isHidden())
        if not self._writable:
            self.form.hide()

    def _free(self) -> str:
        return free_key(KEY, (one.id for one in self._windows))

    def _forget(self) -> None:
        self._taken = None
        self.gone.clear()

    def _open(self, one: AidWindow, *, new: bool) -> None:
        self._forget()
        self.form.show()
        self.form.begin(one, self._titles, new=new)
        self._arrange()
        self.opened.emit()

    def _tell(self, one: AidWindow) -> None:
        self._goal = one.id
        self.given.emit(one)

    @Slot()
    def _on_add_clicked(self) -> None:
        self._open(AidWindow(self._free(), "", "", ""), new=True)

    @Slot(object)
    def _on_typed(self, one: AidWindow) -> None:
        self.close_form()
        self._tell(one)

    @Slot()
    def _on_left(self) -> None:
        key = self.form.key
        self.close_form()
        if not self.list.focus_on(key):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_change_asked(self, key: str) -> None:
        self._open(self._known(key), new=False)

    @Slot(str)
    def _on_remove_asked(self, key: str) -> None:
        self._taken = self._known(key)
        self.close_form()
        said = f"Les dates de «\u202f{self._taken.title}\u202f» sont retirées."
        self.gone.say(said, "check", do="Remettre", action=key)
        self.gone.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.removed.emit(key)

    @Slot(str)
    def _on_put_back(self, _key: str) -> None:
        taken = self._taken
        if taken is not None:
            self._forget()
            self._tell(taken)

    def _known(self, key: str) -> AidWindow:
        return next(one for one in self._windows if one.id == key)
