# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Under the comparators: what the 2019 study says of its themes, and beside each of its readings
the collectivité's own themes. Nobody is ranked."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from autodiag.benchmarks.readings import load_readings
from autodiag.benchmarks.readings_beside import OwnReading, own_readings
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.result import Range
from autodiag.scoring.steps import thresholds
from autodiag.text.numbers import Thresholds, short_score_range
from autodiag.text.sentences import read_sentences, said
from autodiag.text.spaces import NARROW
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.comparison_aside import Aside
from ui.theme import Theme
from ui.widgets.labels import label, rule
from ui.widgets.range_bar import RangeBar

BESIDE = 860
"""The width, in pixels at 100 %, from which the collectivité stands at the right of the study."""

FIGURES = 96
"""Pixels at 100 %: two scores and what they are out of; the bars of every reading are level."""


class ReadingsAside(Aside):
    """Hidden where the questionnaire has other themes, or too few answers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        resources = desk.paths.bundle.resources
        self._theme = desk.theme
        self._sentences = read_sentences(resources)
        self._readings = load_readings(desk.paths.bundle.benchmarks)
        self._shown: tuple[OwnReading, ...] = ()
        self.rows: list[ReadingRow] = []
        self._inside = QVBoxLayout()
        self._inside.setSpacing(12)
        self._warning = label("", "body")
        self.body.addWidget(label(said(self._sentences, "lectures.titre"), "lead", bold=True))
        self.body.addWidget(self._warning)
        self.body.addLayout(self._inside)
        notes = f"{self._readings.rule} {self._source()}"
        self.body.addWidget(label(notes, "caption", tone="ink2"))
        desk.theme.changed.connect(self._fit)

    def _source(self) -> str:
        return said(self._sentences, "lectures.source", source=self._readings.source)

    def show_beside(self, bridge: Bridge) -> bool:
        """False where nothing is documented enough."""
        self._warning.setText(self._readings.warning_for(bridge.snapshot.authority))
        shown = own_readings(self._readings, bridge.questionnaire, bridge.result)
        if shown != self._shown:
            self._shown = shown
            self._remake(bridge.questionnaire)
        return bool(shown)

    def _remake(self, questionnaire: Questionnaire) -> None:
        while item := self._inside.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        titles = {theme.id: theme.title for theme in questionnaire.themes}
        limits = thresholds(questionnaire.scoring)
        self.rows = []
        for one in self._shown:
            scores = [(titles[theme], span) for theme, span in one.rows]
            self.rows.append(ReadingRow(self._theme, one, scores, limits))
            self._inside.addWidget(rule())
            self._inside.addWidget(self.rows[-1])
        self._fit()

    @Slot()
    def _fit(self) -> None:
        for row in self.rows:
            row.lay(beside=self.width() / self._theme.scale >= BESIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class ReadingRow(QWidget):
    """The study at the left, or above; the collectivité at the right, or under."""

    def __init__(
        self,
        theme: Theme,
        one: OwnReading,
        scores: list[tuple[str, Range]],
        limits: Thresholds,
    ) -> None:
        super().__init__()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(24)
        study, own = QVBoxLayout(), QVBoxLayout()
        study.setSpacing(4)
        own.setSpacing(8)
        study.addWidget(label(one.reading.text, "body", bold=True))
        quote = f"«{NARROW}{one.reading.quote}{NARROW}»"
        study.addWidget(label(quote, "caption", tone="ink2"))
        study.addStretch(1)
        own.addWidget(label(one.said))
        if one.reading.kind == "ensemble":
            own.addLayout(_bars(theme, scores, limits))
        elif scores:
            own.addWidget(label(_figures(scores, limits), "caption"))
        own.addStretch(1)
        self._halves.addLayout(study, 2)
        self._halves.addLayout(own, 3)

    def lay(self, *, beside: bool) -> None:
        """Side by side where there is room."""
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._halves.setSpacing(24 if beside else 8)


def _figures(scores: list[tuple[str, Range]], limits: Thresholds) -> str:
    """The themes at one end, in words: they are not read against each other, and the bars of most
    of them stand above."""
    said = [f"{title} {short_score_range(s.low, s.high, limits)}" for title, s in scores]
    return f"Sur\u00a04\u00a0: {' · '.join(said)}."


def _bars(theme: Theme, scores: list[tuple[str, Range]], limits: Thresholds) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(1, 4)
    grid.setColumnMinimumWidth(2, round(FIGURES * theme.scale))
    for row, (title, span) in enumerate(scores):
        bar = RangeBar(theme)
        bar.show_range(title, span.low, span.high, limits)
        grid.addWidget(label(title, "caption"), row, 0)
        grid.addWidget(bar, row, 1)
        figures = f"{short_score_range(span.low, span.high, limits)} sur\u00a04"
        grid.addWidget(label(figures, "caption", wrap=False), row, 2)
    return grid
