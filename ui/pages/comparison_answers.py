# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The answers of a questionnaire without a score that no figure stands beside, in words."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from autodiag.model.assessment import Answered
from autodiag.model.dossier import Snapshot
from autodiag.scoring.handed import value_said
from autodiag.scoring.trace import applies
from autodiag.scoring.wording import wording_read
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.theme_name import ThemeName

TITLE = "Vos réponses sans chiffre publié"
WHAT = "Aucune étude ne donne de chiffre à mettre à côté. Elles restent utiles entre vous."
BESIDE = 860
"""The width, in pixels at 100 %, from which an answer stands at the right of its question."""


@dataclass(frozen=True, slots=True)
class ThemeSaid:
    """A theme, its rank from 0, and each question with its answer."""

    rank: int
    title: str
    answers: tuple[tuple[str, str], ...]


def said_without(snapshot: Snapshot, beside: Collection[str]) -> tuple[ThemeSaid, ...]:
    """What was answered to the questions that apply, but to those that have a figure `beside`;
    nothing for a questionnaire with a score, whose results say it."""
    questionnaire = snapshot.questionnaire
    if questionnaire.scoring is not None:
        return ()
    assessment, authority, facts = snapshot.assessment, snapshot.authority, snapshot.facts
    themes: list[ThemeSaid] = []
    for rank, theme in enumerate(questionnaire.themes):
        found: list[tuple[str, str]] = []
        for question in theme.questions:
            answer = assessment.answers.get(question.id)
            if question.id in beside or not isinstance(answer, Answered):
                continue
            if applies(question, authority, facts, assessment.answers):
                wording = wording_read(questionnaire, question, assessment, authority, facts)
                found.append((wording.text, value_said(question, answer.value, wording)))
        if found:
            themes.append(ThemeSaid(rank, theme.title, tuple(found)))
    return tuple(themes)


class AnswersCard(Card):
    """Hidden while there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[ThemeSaid, ...] = ()
        self._lines: list[QBoxLayout] = []
        self.body.addWidget(label(TITLE, "lead", bold=True))
        self.body.addWidget(label(WHAT, "body", tone="ink2"))
        self._inside = QWidget()
        self.body.addWidget(self._inside)
        self.hide()
        theme.changed.connect(self._fit)

    def show_answers(self, themes: tuple[ThemeSaid, ...]) -> None:
        """Show these; nothing is made again if they are the same."""
        self.setVisible(bool(themes))
        if themes == self._shown:
            return
        self._shown = themes
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        self._lines = []
        for one in themes:
            column.addWidget(ThemeName(self._theme, one.rank, one.title))
            for question, answer in one.answers:
                asked, said = label(question, tone="ink2"), label(answer, bold=True)
                line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
                for text, share in ((asked, 3), (said, 2)):
                    text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                    line.addWidget(text, share)
                column.addLayout(line)
                self._lines.append(line)
        self._fit()
        self.body.replaceWidget(self._inside, inside)
        self._inside.deleteLater()
        self._inside = inside

    @Slot()
    def _fit(self) -> None:
        beside = self.width() >= BESIDE * self._theme.scale
        way = QBoxLayout.Direction
        for line in self._lines:
            line.setDirection(way.LeftToRight if beside else way.TopToBottom)
            line.setSpacing(24 if beside else 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
