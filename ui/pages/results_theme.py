# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Pourquoi 2,3 ? »: the trace of the whole, or of a theme question by question (contract S8);
of all the answers, or of those of the *aperçu* alone (S10)."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from autodiag.model.result import ThemeResult
from autodiag.scoring.said import theme_reading
from autodiag.scoring.why import preview_why_said, sum_said
from autodiag.text.terms import terms_of
from ui.pages.results_layout import emptied
from ui.pages.results_overall import OverallCards
from ui.pages.results_reading import Reading
from ui.pages.results_rows import question_face
from ui.pages.results_tied import Tied
from ui.theme import Theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.range_bar import RangeBar
from ui.widgets.starred import StarredLabel
from ui.widgets.term_label import TermLabel
from ui.widgets.theme_icon import ThemeIcon
from ui.widgets.trace_row import TraceRow

WHOLE = ""
"""In place of the id of a theme: the global score."""


class ThemeTrace(QWidget):
    """The global score, then one theme at a time; the arrows go through them in the order of the
    questionnaire."""

    left = Signal()
    """Back to all the results."""
    question_asked = Signal(str)

    def __init__(self, theme: Theme, tied: Tied) -> None:
        super().__init__()
        self._theme, self._tied = theme, tied
        self.theme_id = WHOLE
        self.preview = False
        """Whether it is the *aperçu* that is explained."""
        self._reading: Reading | None = None
        self.back = button(theme, "Tous les résultats", "secondary", "back")
        self.previous = icon_button(theme, "back", name="Score précédent")
        self.next = icon_button(theme, "arrow", name="Score suivant")
        self._place = label("", tone="ink2", wrap=False)
        self.head, self.list = Card(), Card(margin=12)
        self.overall = OverallCards(theme)
        self._build()
        self._connect()

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.back)
        line.addStretch(1)
        line.addWidget(self._place)
        line.addWidget(self.previous)
        line.addWidget(self.next)
        self.list.body.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(line)
        column.addWidget(self.head)
        column.addWidget(self.list)
        column.addWidget(self.overall.conditions)
        column.addStretch(1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.previous.clicked.connect(partial(self._on_step, -1))
        self.next.clicked.connect(partial(self._on_step, 1))

    def show_theme(self, reading: Reading, theme_id: str, *, preview: bool = False) -> None:
        """The trace of a theme, or of the whole; `preview`: in the *aperçu*, while it is due."""
        self._reading, self.theme_id = reading, theme_id
        express = reading.result.preview if preview else None
        self.preview = express is not None
        if express is not None:
            reading = replace(reading, result=express)
        ids = [theme.theme for theme in reading.result.themes]
        rank = ids.index(theme_id) if theme_id != WHOLE else -1
        whole = "Aperçu" if self.preview else "Score global"
        self._place.setText(whole if rank < 0 else f"Thème {rank + 1} sur {len(ids)}")
        self.previous.setEnabled(rank >= 0)
        self.next.setEnabled(rank + 1 < len(ids))
        emptied(self.head.body)
        emptied(self.list.body)
        self.overall.conditions.setVisible(rank < 0)
        if rank < 0:
            self.overall.show_head(reading, self.head, preview=self.preview)
            self._add_title("Thème par thème")
            self.overall.show_themes(reading, self.list, self._on_theme_asked)
            self.overall.show_conditions(reading)
            return
        result = reading.result.themes[rank]
        self._show_head(reading, result, rank)
        self._add_title("Question par question")
        for trace in result.questions:
            row = TraceRow(self._theme, question_face(reading, result, trace))
            row.clicked.connect(partial(self._on_question_chosen, trace.question))
            self.list.body.addWidget(row)

    def _add_title(self, text: str) -> None:
        title = label(text, "lead", bold=True)
        title.setContentsMargins(8, 6, 8, 4)
        self.list.body.addWidget(title)

    def _show_head(self, reading: Reading, result: ThemeResult, rank: int) -> None:
        naming, body = reading.naming, self.head.body
        title = naming.theme(result.theme)
        if self.preview:
            body.addWidget(label(preview_why_said(naming, reading.result)[0], tone="ink2"))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(ThemeIcon(self._theme, rank, 32))
        line.addWidget(label(title, "title"), 1)
        body.addLayout(line)
        span = result.range
        if span is not None and not reading.without_score(result):
            bar = RangeBar(self._theme)
            bar.show_range(title, span.low, span.high, naming.thresholds)
            bar.setMaximumWidth(round(560 * self._theme.scale))
            said = naming.said(span)
            body.addWidget(StarredLabel(f"**Pourquoi {said}\u202f?**", "lead"))
            body.addWidget(bar)
            body.addWidget(StarredLabel(sum_said(naming, result, span)))
        reading_said = TermLabel(self._theme, terms_of(naming.knowledge.glossary), tone="ink2")
        reading_said.say(theme_reading(naming, result))
        body.addWidget(reading_said)
        if elsewhere := self._tied.said(result.theme):
            body.addWidget(label(elsewhere, "caption", tone="ink2"))

    def _on_step(self, by: int) -> None:
        if self._reading is None:
            return
        ids = [WHOLE, *(theme.theme for theme in self._reading.result.themes)]
        rank = ids.index(self.theme_id) + by
        if 0 <= rank < len(ids):
            self.show_theme(self._reading, ids[rank], preview=self.preview)

    def _on_theme_asked(self, theme_id: str) -> None:
        """From the whole to one of its themes, the keyboard at its beginning."""
        if self._reading is not None:
            self.show_theme(self._reading, theme_id, preview=self.preview)
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_question_chosen(self, question_id: str) -> None:
        self.question_asked.emit(question_id)
