# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The widgets of what the panel says, part by part. Asks for nothing by itself: it tells what was
pressed or typed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from autodiag.text.terms import Terms
from ui.pages.roadmap_parts import Ask, Do, Doing, Entry, Fact, Part, Say
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import label
from ui.widgets.secret_warning import SecretWarning
from ui.widgets.term_label import TermLabel

LONGEST = 300
ABOUT = "about"
"""The property that names what a button or a field asks for: its command and its key."""
FREE = ("note", "refused")
"""What is typed freely: a warning shows where it looks as if it held a secret."""


class PartMaker(QObject):
    """Makes the parts of one content after another. `fields`: the lines to type, by command."""

    asked = Signal(str, str, str)

    def __init__(self, theme: Theme, terms: Terms, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._terms = theme, terms
        self.fields: dict[str, QLineEdit] = {}
        self.awaited: QLineEdit | None = None
        """The line that one is expected to type in now."""

    def begin(self) -> None:
        """What is made from now on is another content."""
        self.fields, self.awaited = {}, None

    def made(self, part: Part) -> QWidget:
        """The widget of a part, but for what is held."""
        makers: dict[type, Callable[..., QWidget]] = {
            Say: self._said,
            Fact: _fact,
            Entry: self._entry,
            Doing: self._doing,
            Ask: self._ask,
        }
        return makers[type(part)](part)

    def _said(self, say: Say) -> QWidget:
        if say.how == "heading":
            made = text(say.text, "body", bold=True, heading=True)
            made.setContentsMargins(0, 8, 0, 0)
            return made
        if say.how == "note":
            return text(say.text, "caption", tone="ink2")
        if say.how in ("warn", "ok"):
            return text(say.text, "body", tone=say.how)
        running = TermLabel(self._theme, self._terms)
        running.say(say.text)
        if say.how == "text":
            return running
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label("•", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(running, 1)
        return holder

    def _button(self, do: Do, about: str = "") -> QPushButton:
        made = button(self._theme, do.text, do.kind)
        made.setProperty(ABOUT, f"{do.command} {do.key}")
        if about:
            made.setAccessibleName(f"{do.text}\u00a0: {about}")
        made.clicked.connect(partial(self._on_clicked, do))
        return made

    def _entry(self, entry: Entry) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(text(entry.text))
        if entry.note:
            column.addWidget(text(entry.note, "caption", tone="ink2"))
        row.addLayout(column, 1)
        for do in entry.dos:
            row.addWidget(self._button(do, entry.text), 0, Qt.AlignmentFlag.AlignTop)
        return self._above_ways(holder, entry) if entry.ways else holder

    def _above_ways(self, first: QWidget, entry: Entry) -> QWidget:
        """With its ways under it, close enough to be seen as its own."""
        holder, ways = QWidget(), FlowRow()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(first)
        for do in entry.ways:
            ways.add(self._button(do, entry.text))
        column.addWidget(ways)
        return holder

    def _doing(self, doing: Doing) -> QWidget:
        row = FlowRow()
        for do in doing.buttons:
            row.add(self._button(do))
        return row

    def _ask(self, ask: Ask) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        name = text(ask.name, "caption", bold=True)
        field = QLineEdit(ask.typed)
        field.setMaxLength(LONGEST)
        field.setAccessibleName(ask.name)
        field.setProperty(ABOUT, f"{ask.do.command} {ask.do.key}")
        name.setBuddy(field)
        field.returnPressed.connect(partial(self._on_typed, ask.do, field))
        self.fields[ask.do.command] = field
        column.addWidget(name)
        keep = button(self._theme, ask.do.text, ask.do.kind)
        keep.setAccessibleName(f"{ask.do.text}\u00a0: {ask.name}")
        keep.setProperty(ABOUT, f"{ask.do.command} {ask.do.key} {ask.do.text}")
        keep.clicked.connect(partial(self._on_typed, ask.do, field))
        if ask.leave is None:
            column.addLayout(_beside(field, keep))
        else:
            column.addWidget(field)
        if ask.do.command in FREE:
            column.addWidget(self._warning(field))
        if ask.fault:
            field.setProperty("fault", "true")
            field.setAccessibleDescription(ask.fault)
            # above the field: in sight wherever this is, at the foot of the panel too
            column.insertWidget(1, text(ask.fault, "caption", tone="err"))
        if ask.leave is not None:
            ways = FlowRow()
            ways.add(keep)
            ways.add(self._button(ask.leave))
            column.addWidget(ways)
        if ask.fault or ask.leave is not None:
            self.awaited = field
        return holder

    def _warning(self, field: QLineEdit) -> QWidget:
        """What comes and goes with what is typed, and prevents nothing."""
        warning = SecretWarning(self._theme)
        field.textChanged.connect(warning.read)
        warning.read(field.text())
        return warning

    def _on_clicked(self, do: Do, _checked: bool = False) -> None:
        self.asked.emit(do.command, do.key, "")

    def _on_typed(self, do: Do, field: QLineEdit, _checked: bool = False) -> None:
        field.setModified(False)  # it is on its way
        self.asked.emit(do.command, do.key, field.text().strip())


def _fact(fact: Fact) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.addWidget(text(fact.name, "caption", tone="ink2"), 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(text(fact.value), 0, 1)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 5)
    return holder


def text(
    words: str, role: Role = "body", *, tone: str = "", bold: bool = False, heading: bool = False
) -> QLabel:
    """A text as high as its lines: what it would take on one does not make the panel higher."""
    made = label(words, role, tone=tone, bold=bold, heading=heading)
    policy = made.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    made.setSizePolicy(policy)
    return made


def _beside(field: QLineEdit, keep: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(field, 1)
    row.addWidget(keep)
    return row
