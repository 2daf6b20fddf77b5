# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The questions that are looked for, one row each, theme by theme or by how near they are."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.pages.questions_list import Group
from ui.theme import Theme
from ui.widgets.labels import label
from ui.widgets.question_row import QuestionRow, QuestionState
from ui.widgets.scroll import scroll_area
from ui.widgets.tab_order import chain


class FoundList(QWidget):
    """A row is made the first time that its question is found, then shown or hidden."""

    question_chosen = Signal(str)
    left_upwards = Signal()
    """The arrow goes above the first row."""

    def __init__(self, theme: Theme, before: QWidget) -> None:
        """`before`: what Tab comes from, for the rows are made after the rest of the page."""
        super().__init__()
        self._theme, self._before = theme, before
        self._heads: dict[str, QLabel] = {}
        self._rows: dict[str, QuestionRow] = {}
        self._groups: tuple[Group, ...] = ()
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._area = scroll_area(self._list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    @property
    def rows(self) -> Sequence[QuestionRow]:
        """The rows that are shown, in order."""
        return [self._rows[one] for group in self._groups for one in group.questions]

    def show_found(self, groups: Sequence[Group], states: Mapping[str, QuestionState]) -> None:
        """Show these questions, by their id, in the order of their groups."""
        for question, state in states.items():
            self._row(question).show_state(state)
        if tuple(groups) != self._groups:
            first = self.rows[:1]
            self._groups = tuple(groups)
            self._place()
            if self.rows[:1] != first:
                self._area.verticalScrollBar().setValue(0)
        self._keep_one_tab_stop()

    def focus_first(self) -> bool:
        """Give the focus to the question of the page if it is there, else to the first row."""
        rows = self.rows
        if rows:
            self._focus(next((row for row in rows if row.state.current), rows[0]))
        return bool(rows)

    def _place(self) -> None:
        """Those that are found one under another, heard in that order; the others hidden."""
        shown: list[QWidget] = []
        for group in self._groups:
            shown += [self._head(group.title), *(self._rows[one] for one in group.questions)]
        while self._column.takeAt(0) is not None:
            pass
        for widget in (*self._heads.values(), *self._rows.values()):
            widget.setVisible(widget in shown)
        for widget in shown:
            self._column.addWidget(widget)
            widget.raise_()  # last of its parent's, which is how they are heard
        self._column.addStretch(1)
        chain((self._before, *self.rows))

    def _head(self, title: str) -> QLabel:
        if title not in self._heads:
            head = self._heads[title] = label(title, "caption", tone="ink2", bold=True)
            head.setParent(self._list)
            head.setContentsMargins(10, 8, 0, 2)
        return self._heads[title]

    def _row(self, question: str) -> QuestionRow:
        if question not in self._rows:
            row = self._rows[question] = QuestionRow(self._theme, self._list)
            row.clicked.connect(partial(self._on_clicked, question))
            row.step_asked.connect(partial(self._on_step_asked, row))
        return self._rows[question]

    def _on_clicked(self, question: str, _checked: bool = False) -> None:
        self.question_chosen.emit(question)

    def _on_step_asked(self, row: QuestionRow, step: int) -> None:
        rows = self.rows
        place = rows.index(row) + step
        if place < 0:
            self.left_upwards.emit()
        elif place < len(rows):
            self._focus(rows[place])

    def _focus(self, row: QuestionRow) -> None:
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self._keep_one_tab_stop()
        self._area.ensureWidgetVisible(row, 0, 24)

    def _keep_one_tab_stop(self) -> None:
        """Tab goes to the row that has the focus, else to that of the page; arrows to others."""
        rows = self.rows
        told = [row for row in rows if row.hasFocus()] + [row for row in rows if row.state.current]
        stop = next(iter((*told, *rows)), None)
        for row in rows:
            policy = Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(policy)
