# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The panel beside the columns: what it is given to say, and the buttons under it. No dialog."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from autodiag.text.terms import Terms
from ui.theme import Role, Theme
from ui.widgets.buttons import Kind, button, icon_button
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import label, rule
from ui.widgets.scroll import scroll_area
from ui.widgets.term_label import TermLabel

LONGEST = 300


@dataclass(frozen=True, slots=True)
class Say:
    """A text: a paragraph, a heading, a step of a list, or a note."""

    text: str
    how: Literal["text", "heading", "step", "note", "warn", "ok"] = "text"


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value on one row."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Do:
    """A button: the command that it asks for, on what."""

    command: str
    key: str
    text: str
    kind: Kind = "secondary"


@dataclass(frozen=True, slots=True)
class Entry:
    """A title, a line under it, and buttons at its right."""

    text: str
    dos: tuple[Do, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Doing:
    """Buttons side by side."""

    buttons: tuple[Do, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A line to type, then a button that says it; another that leaves."""

    name: str
    do: Do
    typed: str = ""
    leave: Do | None = None
    fault: str = ""


Part = Say | Fact | Entry | Doing | Ask


@dataclass(frozen=True, slots=True)
class Content:
    """What the panel shows: `key` tells one subject from another."""

    key: str
    title: str
    parts: tuple[Part, ...]


class RoadmapPanel(Card):
    """Made again when its content changes, so that it never lags behind the plan."""

    HEARD_AS = "Grouping"

    asked = Signal(str, str, str)
    """A command, what it is about, what was typed."""
    closed = Signal()

    def __init__(self, theme: Theme, terms: Terms) -> None:
        super().__init__(margin=16)
        self._theme, self._terms = theme, terms
        self._content: Content | None = None
        self._title = label("", "lead", bold=True)
        self._close = icon_button(theme, "close", name="Fermer")
        self._scroll: QScrollArea | None = None
        self._field: QLineEdit | None = None
        self._build()
        self._close.clicked.connect(self.closed)

    @property
    def content(self) -> Content | None:
        """What is shown."""
        return self._content

    def show_content(self, content: Content) -> None:
        """Show something else; the same again changes nothing."""
        if content == self._content:
            return
        old, self._content = self._content, content
        held = self._holds_focus()
        kept = self._scroll.verticalScrollBar().value() if self._scroll else 0
        self._title.setText(content.title)
        self.setAccessibleName(content.title)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 10, 8)
        column.setSpacing(8)
        self._field = None
        for part in content.parts:
            column.addWidget(self._made(part))
        column.addStretch(1)
        self._replace(scroll_area(inside))
        if self._scroll and old is not None and old.key == content.key:
            column.activate()
            self._scroll.verticalScrollBar().setValue(kept)
        if self.isVisible() and (held or self._field is not None):
            self.take_focus()  # what had the focus is gone

    def take_focus(self) -> None:
        """Put the focus where one goes on: the line to type, else the button that closes."""
        (self._field or self._close).setFocus(Qt.FocusReason.OtherFocusReason)

    def _holds_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(rule())

    def _replace(self, scroll: QScrollArea) -> None:
        if self._scroll is not None:
            self.body.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
        self._scroll = scroll
        self.body.addWidget(scroll, 1)

    def _made(self, part: Part) -> QWidget:
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
            return _text(say.text, "body", bold=True)
        if say.how == "note":
            return _text(say.text, "caption", tone="ink2")
        if say.how in ("warn", "ok"):
            return _text(say.text, "body", tone=say.how)
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

    def _button(self, do: Do) -> QWidget:
        made = button(self._theme, do.text, do.kind)
        made.clicked.connect(partial(self._on_clicked, do))
        return made

    def _entry(self, entry: Entry) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(_text(entry.text))
        if entry.note:
            text.addWidget(_text(entry.note, "caption", tone="ink2"))
        row.addLayout(text, 1)
        for do in entry.dos:
            made = self._button(do)
            made.setAccessibleName(f"{do.text}\u00a0: {entry.text}")
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
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
        column.setSpacing(6)
        name = _text(ask.name, "caption", bold=True)
        field = QLineEdit(ask.typed)
        field.setMaxLength(LONGEST)
        field.setAccessibleName(ask.name)
        name.setBuddy(field)
        field.returnPressed.connect(partial(self._on_typed, ask.do, field))
        column.addWidget(name)
        column.addWidget(field)
        if ask.fault:
            field.setProperty("fault", "true")
            field.setAccessibleDescription(ask.fault)
            column.addWidget(_text(ask.fault, "caption", tone="err"))
            self._field = field
        row = FlowRow()
        keep = button(self._theme, ask.do.text, ask.do.kind)
        keep.clicked.connect(partial(self._on_typed, ask.do, field))
        row.add(keep)
        if ask.leave is not None:
            row.add(self._button(ask.leave))
            self._field = field
        column.addWidget(row)
        return holder

    def _on_clicked(self, do: Do, _checked: bool = False) -> None:
        self.asked.emit(do.command, do.key, "")

    def _on_typed(self, do: Do, field: QLineEdit, _checked: bool = False) -> None:
        self.asked.emit(do.command, do.key, field.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _fact(fact: Fact) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.addWidget(_text(fact.name, "caption", tone="ink2"), 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(_text(fact.value), 0, 1)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 5)
    return holder


def _text(text: str, role: Role = "body", *, tone: str = "", bold: bool = False) -> QLabel:
    """A text as high as its lines: what it would take on one does not make the panel higher."""
    made = label(text, role, tone=tone, bold=bold)
    policy = made.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    made.setSizePolicy(policy)
    return made
