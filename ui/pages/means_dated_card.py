# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A card of « Moyens et dates » that holds a list of dates: listed, added, changed, taken away and
put back. What they are, and how they are said, is for each card."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal, Slot

from autodiag.model.calendar import AidWindow, Closure
from autodiag.text.joining import joined
from ui.pages.means_dated_form import DatedForm
from ui.pages.means_list import DatedList, Entry
from ui.pages.means_words import free_key
from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import label
from ui.widgets.remark import Remark

Dated = TypeVar("Dated", Closure, AidWindow)
Form = TypeVar("Form", bound=DatedForm)


class DatedCard(Card, Generic[Dated, Form]):
    """`given` tells a date to keep, `removed` the id of one to take away."""

    KIND: str
    """What a new id begins with."""

    given = Signal(object)
    removed = Signal(str)
    opened = Signal()
    """There are other fields."""

    def __init__(self, theme: Theme, dates: DatedList, form: Form) -> None:
        super().__init__()
        self.list, self.form = dates, form
        self.gone = Remark(theme)
        self._ways = FlowRow()
        self._dates: dict[str, Dated] = {}
        self._writable = False
        self._taken: Dated | None = None
        self._goal = ""

    def _show_dates(self, dates: Iterable[Dated], *, writable: bool) -> None:
        self._dates, self._writable = {one.id: one for one in dates}, writable
        entries = [self._entry(one) for one in self._dates.values()]
        self.list.show_entries(entries, writable=writable)
        if self._taken is not None and self._taken.id in self._dates:
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

    # What each card says

    def _entry(self, one: Dated) -> Entry:
        """How one is listed: each card adds when it is."""
        return Entry(one.id, one.title, "")

    def _taken_said(self, one: Dated) -> str:
        """What is said once it is taken away: each card in its words."""
        return one.title

    def _begin(self, one: Dated, *, new: bool) -> None:
        """Fill the form: each card has its own."""

    # What is common

    def _build(self, title: str, intro: str, *ways: Button) -> None:
        """`ways`: the buttons that add one; the last takes the keyboard when the form is left."""
        self._last_way = ways[-1]
        self.body.addWidget(label(title, "lead", bold=True))
        self.body.addWidget(label(intro, tone="ink2"))
        for part in (self.list, self.gone, self.form):
            self.body.addWidget(part)
        for way in ways:
            self._ways.add(way)
        self.body.addSpacing(6)
        self.body.addWidget(self._ways)
        self.form.hide()
        self.form.typed.connect(self._on_typed)
        self.form.left.connect(self._on_left)
        self.list.change_asked.connect(self._on_change_asked)
        self.list.remove_asked.connect(self._on_remove_asked)
        self.gone.chosen.connect(self._on_put_back)

    def _free(self) -> str:
        return free_key(self.KIND, self._dates)

    def _may_type(self) -> bool:
        """What is being changed may have been taken away, by an undo."""
        return self._writable and self.form.key in {*self._dates, self._free()}

    def _arrange(self) -> None:
        self._ways.setVisible(self._writable and self.form.isHidden())

    def _forget(self) -> None:
        self._taken = None
        self.gone.clear()

    def _open(self, one: Dated, *, new: bool) -> None:
        self._forget()
        self.form.show()
        self._begin(one, new=new)
        self._arrange()
        self.opened.emit()

    def _tell(self, one: Dated) -> None:
        self._goal = one.id
        self.given.emit(one)
        entry = self._entry(one)
        announce(self, joined((f"{entry.title}\u00a0: {entry.when}", entry.note)))

    @Slot(object)
    def _on_typed(self, one: Dated) -> None:
        self.close_form()
        self._tell(one)

    @Slot()
    def _on_left(self) -> None:
        key = self.form.key
        self.close_form()
        if not self.list.focus_on(key):
            self._last_way.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_change_asked(self, key: str) -> None:
        self._open(self._dates[key], new=False)

    @Slot(str)
    def _on_remove_asked(self, key: str) -> None:
        self._taken = self._dates[key]
        self.close_form()
        said = self._taken_said(self._taken)
        self.gone.say(said, "check", do="Remettre", action=key)
        self.gone.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.removed.emit(key)
        announce(self, said)

    @Slot(str)
    def _on_put_back(self, _key: str) -> None:
        taken = self._taken
        if taken is not None:
            self._forget()
            self._tell(taken)
