# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Dated things of a roadmap, one below the other: each says what it is, and can be changed or
taken away. Knows nothing of what they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import label, rule


@dataclass(frozen=True, slots=True)
class Entry:
    """One of them: its title, when it is, and what follows from it."""

    id: str
    title: str
    when: str
    note: str = ""


class DatedRow(QWidget):
    """What one is, then what can be done with it."""

    HEARD_AS = "ListItem"

    def __init__(self, theme: Theme, entry: Entry, *, writable: bool) -> None:
        super().__init__()
        self.setAccessibleName(f"{entry.title}\u00a0: {entry.when}")
        self.change = button(theme, "Modifier", "quiet")
        self.remove = button(theme, "Retirer", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 4)
        column.setSpacing(2)
        column.addWidget(rule())
        column.addSpacing(8)
        column.addWidget(label(entry.title, bold=True))
        column.addWidget(label(entry.when))
        if entry.note:
            column.addWidget(label(entry.note, "caption", tone="ink2"))
        self._ways = FlowRow()
        for way in (self.change, self.remove):
            way.setProperty("flush", "true")
            way.setAccessibleName(f"{way.text()}\u00a0: {entry.title}")
            self._ways.add(way)
        column.addWidget(self._ways)
        self._ways.setVisible(writable)  # in its place: before, it is a window


class DatedList(QWidget):
    """Made again when what it holds is another; the keyboard stays where it was."""

    HEARD_AS = "List"

    change_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, theme: Theme, name: str, nothing: str) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[Entry, ...], bool] | None = None
        self.rows: dict[str, DatedRow] = {}
        self._nothing = label(nothing, tone="ink2")
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._nothing)

    def show_entries(self, entries: Sequence[Entry], *, writable: bool) -> None:
        """Show these."""
        if (tuple(entries), writable) == self._shown:
            return
        self._shown = (tuple(entries), writable)
        focused = next((key for key, row in self.rows.items() if _has_focus(row)), "")
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for entry in entries:
            row = DatedRow(self._theme, entry, writable=writable)
            row.change.clicked.connect(partial(self._on_change, entry.id))
            row.remove.clicked.connect(partial(self._on_remove, entry.id))
            self.rows[entry.id] = row
            self._column.addWidget(row)
        self._nothing.setVisible(not entries)
        if focused:
            self.focus_on(focused)

    def focus_on(self, key: str) -> bool:
        """Give the keyboard to one of them, False where it is not there."""
        row = self.rows.get(key)
        if row is not None:
            row.change.setFocus(Qt.FocusReason.OtherFocusReason)
        return row is not None

    def _on_change(self, key: str, _checked: bool = False) -> None:
        self.change_asked.emit(key)

    def _on_remove(self, key: str, _checked: bool = False) -> None:
        self.remove_asked.emit(key)


def _has_focus(row: DatedRow) -> bool:
    return any(one.hasFocus() for one in row.findChildren(QPushButton))
