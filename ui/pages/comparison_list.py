# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Rows of comparators in one card, under headings or not; kept from one refresh to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.comparator_face import Fitting, RowFace
from ui.widgets.comparator_head import ComparatorHead
from ui.widgets.comparator_row import ComparatorRow
from ui.widgets.labels import label
from ui.widgets.scroll import lay_out_around
from ui.widgets.theme_name import ThemeName


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading; no heading when `title` is empty. `note` is said under it."""

    rows: tuple[RowFace, ...]
    title: str = ""
    theme: int = 0
    note: str = ""


class Heading(QWidget):
    """The theme of the rows below, and what its other questions lack."""

    def __init__(self, theme: Theme, group: Group) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 14, 17, 10)
        column.setSpacing(2)
        column.addWidget(ThemeName(theme, group.theme, group.title, "lead"))
        if group.note:
            column.addWidget(label(group.note, "caption", tone="ink2"))


class ComparatorList(Card):
    """Shows groups of rows; `question_asked` tells which question was clicked."""

    question_asked = Signal(str)

    def __init__(self, theme: Theme, resources: Path) -> None:
        super().__init__(margin=1)
        self._theme, self._resources = theme, resources
        self._rows: dict[str, ComparatorRow] = {}
        self._groups: tuple[Group, ...] = ()
        self._headings: list[Heading] = []
        self._fitting = Fitting()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._head = ComparatorHead(theme, resources)
        self.body.setSpacing(0)
        self.body.addWidget(self._head)
        self._soon.timeout.connect(self._lay_around)

    @property
    def rows(self) -> list[ComparatorRow]:
        """The rows, from top to bottom."""
        return [self._rows[face.key] for group in self._groups for face in group.rows]

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these rows. Those already there are kept, and only told what changed."""
        before, self._groups = self._groups, tuple(groups)
        for group in self._groups:
            for face in group.rows:
                if face.key in self._rows:
                    self._rows[face.key].show_face(face)
        if _shape(before) != _shape(self._groups):
            self._lay_again()

    def fit(self, fitting: Fitting) -> None:
        """To the width of the page."""
        if fitting != self._fitting:
            self._soon.start()  # it comes while the page is laid out, which keeps older heights
        self._fitting = fitting
        self._head.fit(fitting)
        rows = self.rows
        for row in rows:
            row.fit(fitting, last=row is rows[-1])

    @Slot()
    def _lay_around(self) -> None:
        if self.isVisible():
            lay_out_around(self)

    def _lay_again(self) -> None:
        wanted = {face.key for group in self._groups for face in group.rows}
        for key in [key for key in self._rows if key not in wanted]:
            self._drop(self._rows.pop(key))
        for heading in self._headings:
            self._drop(heading)
        self._headings.clear()
        for group in self._groups:
            if group.title:
                self._headings.append(Heading(self._theme, group))
                self.body.addWidget(self._headings[-1])
            for face in group.rows:
                self.body.addWidget(self._row(face))  # at the end, wherever it was
        self.fit(self._fitting)

    def _row(self, face: RowFace) -> ComparatorRow:
        if face.key not in self._rows:
            row = ComparatorRow(self._theme, self._resources, face)
            row.clicked.connect(partial(self.question_asked.emit, face.question))
            self._rows[face.key] = row
        row = self._rows[face.key]
        self.body.removeWidget(row)
        return row

    def _drop(self, widget: QWidget) -> None:
        self.body.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


def _shape(groups: Sequence[Group]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(g.title, g.note, tuple(face.key for face in g.rows)) for g in groups]
