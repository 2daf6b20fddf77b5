# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The questions that are looked for, theme by theme, one row each."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from autodiag.model.questionnaire import Theme as QuestionTheme
from ui.theme import Theme
from ui.widgets.labels import label
from ui.widgets.question_row import QuestionRow, QuestionState
from ui.widgets.scroll import scroll_area
from ui.widgets.tab_order import chain


class FoundList(QWidget):
    """Its rows are made the first time that something is found, then shown or hidden."""

    question_chosen = Signal(str)
    left_upwards = Signal()
    """The arrow goes above the first row."""

    def __init__(self, theme: Theme, before: QWidget) -> None:
        """`before`: what Tab comes from, for the rows are made after the rest of the page."""
        super().__init__()
        self._theme, self._before = theme, before
        self._heads: dict[str, QLabel] = {}
        self._rows: dict[str, QuestionRow] = {}
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
        return [row for row in self._rows.values() if not row.isHidden()]

    def show_found(
        self, themes: Sequence[QuestionTheme], states: Mapping[str, QuestionState]
    ) -> None:
        """Show these questions, by their id."""
        if states and not states.keys() <= self._rows.keys():
            self._make(themes)
        for question, row in self._rows.items():
            if question in states:
                row.show_state(states[question])
            row.setVisible(question in states)
        for theme in themes:
            if theme.id in self._heads:
                some = any(question.id in states for question in theme.questions)
                self._heads[theme.id].setVisible(some)
        self._keep_one_tab_stop()

    def focus_first(self) -> bool:
        """Give the focus to the question of the page if it is there, else to the first row."""
        rows = self.rows
        if rows:
            self._focus(next((row for row in rows if row.state.current), rows[0]))
        return bool(rows)

    def _make(self, themes: Sequence[QuestionTheme]) -> None:
        """All of them at once, in order; again when another year asks other questions."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._heads, self._rows = {}, {}
        for theme in themes:
            head = label(theme.title, "caption", tone="ink2", bold=True)
            head.setContentsMargins(10, 8, 0, 2)
            self._heads[theme.id] = head
            self._column.addWidget(head)
            for question in theme.questions:
                row = QuestionRow(self._theme, self._list)
                row.clicked.connect(partial(self._on_clicked, question.id))
                row.step_asked.connect(partial(self._on_step_asked, row))
                self._rows[question.id] = row
                self._column.addWidget(row)
        self._column.addStretch(1)
        chain((self._before, *self._rows.values()))

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
