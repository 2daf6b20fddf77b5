# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Pourquoi 2,3 ? »: the trace of one theme, question by question (contract S8)."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from autodiag.model.result import QuestionTrace, Range, ThemeResult
from autodiag.scoring.said import theme_reading
from autodiag.text.numbers import count, score
from ui.pages.results_layout import emptied
from ui.pages.results_reading import Reading
from ui.theme import Theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.range_bar import RangeBar
from ui.widgets.starred import StarredLabel
from ui.widgets.theme_icon import ThemeIcon
from ui.widgets.trace_row import TraceFace, TraceRow

UNKNOWN, NOTHING = "«\u202fJe ne sais pas.\u202f»", "Pas encore de réponse."


class ThemeTrace(QWidget):
    """One theme at a time; the arrows go through them in the order of the questionnaire."""

    left = Signal()
    """Back to all the results."""
    question_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.theme_id = ""
        self._reading: Reading | None = None
        self.back = button(theme, "Tous les résultats", "secondary", "back")
        self.previous = icon_button(theme, "back", name="Thème précédent")
        self.next = icon_button(theme, "arrow", name="Thème suivant")
        self._place = label("", tone="ink2", wrap=False)
        self.head, self.list = Card(), Card(margin=12)
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
        column.addStretch(1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.previous.clicked.connect(partial(self._on_step, -1))
        self.next.clicked.connect(partial(self._on_step, 1))

    def show_theme(self, reading: Reading, theme_id: str) -> None:
        """The trace of a theme."""
        self._reading, self.theme_id = reading, theme_id
        ids = [theme.theme for theme in reading.result.themes]
        rank = ids.index(theme_id)
        result = reading.result.themes[rank]
        self._place.setText(f"Thème {rank + 1} sur {len(ids)}")
        self.previous.setEnabled(rank > 0)
        self.next.setEnabled(rank + 1 < len(ids))
        emptied(self.head.body)
        self._show_head(reading, result, rank)
        emptied(self.list.body)
        title = label("Question par question", "lead", bold=True)
        title.setContentsMargins(8, 6, 8, 4)
        self.list.body.addWidget(title)
        for trace in result.questions:
            row = TraceRow(self._theme, _face(reading, trace))
            row.clicked.connect(partial(self._on_question_chosen, trace.question))
            self.list.body.addWidget(row)

    def _show_head(self, reading: Reading, result: ThemeResult, rank: int) -> None:
        naming, body = reading.naming, self.head.body
        title = naming.theme(result.theme)
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
            body.addWidget(StarredLabel(_sum(reading, result, span)))
        body.addWidget(label(theme_reading(naming, result), tone="ink2"))

    def _on_step(self, by: int) -> None:
        if self._reading is None:
            return
        ids = [theme.theme for theme in self._reading.result.themes]
        rank = ids.index(self.theme_id) + by
        if 0 <= rank < len(ids):
            self.show_theme(self._reading, ids[rank])

    @Slot()
    def _on_question_chosen(self, question_id: str) -> None:
        self.question_asked.emit(question_id)


def _sum(reading: Reading, result: ThemeResult, span: Range) -> str:
    """The division that gives the score, in plain words and rounded as on screen."""
    counting = [trace for trace in result.questions if trace.counts]
    weight = sum(trace.weight for trace in counting)
    low = sum(trace.weight * trace.low for trace in counting)
    high = sum(trace.weight * trace.high for trace in counting)
    limits = reading.naming.thresholds
    values = {"bas": str(low), "haut": str(high), "poids": str(weight)}
    values |= {"score": score(span.low, limits), "score_haut": score(span.high, limits)}
    return reading.say("calcul.simple" if low == high else "calcul.simple_fourchette", **values)


def _face(reading: Reading, trace: QuestionTrace) -> TraceFace:
    """What a row says: the question, the answer, what it brings and why."""
    question, wording = reading.question(trace.question), reading.wording(trace.question)
    notes: list[str] = []
    if trace.state == "niveau":
        answer, brings = wording.levels[trace.low], f"Niveau {trace.low}"
    elif trace.state == "nsp":
        answer, brings = UNKNOWN, "De 0 à 4"
    elif trace.state == "sans_reponse":
        answer, brings = NOTHING, "De 0 à 4"
    elif trace.state == "sans_objet":
        answer, brings = reading.say("reponses.sans_objet", raison=trace.reason), "Ne compte pas"
    else:
        answer, brings = reading.say("reponses.non_applicable"), "Ne compte pas"
        notes = [trace.reason] if trace.reason else []
    weight = ""
    if trace.counts:
        weight = f"compte {count(trace.weight, 'fois', 'fois')}"
        if trace.weight > 1 and question.weight_reason:
            notes.append(question.weight_reason)
    level = trace.low if trace.state == "niveau" else None
    return TraceFace(
        reading.naming.number(trace.question),
        wording.text,
        answer,
        brings,
        weight,
        " ".join(notes),
        level,
        trace.counts,
    )
