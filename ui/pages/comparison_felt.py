# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Under the comparators: what they think of where they stand, beside what their answers give; and
the two opinions, field by field. Nobody is blamed, and no cause is given."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from autodiag.benchmarks.citing import source_line
from autodiag.benchmarks.phrases import Phrases
from autodiag.benchmarks.sentences import margin, reserves
from autodiag.model.benchmark import Benchmark
from autodiag.scoring import felt_words as words_of
from autodiag.scoring.felt import Felt, felt
from autodiag.text.numbers import count
from autodiag.text.sentences import Sentences, read_sentences
from autodiag.text.typography import capitalised
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.comparison_aside import Aside
from ui.pages.comparison_faces import citing_words
from ui.pages.results_felt import FeltChart, where_asked
from ui.pages.results_layout import emptied
from ui.widgets.labels import label
from ui.widgets.starred import StarredLabel
from ui.widgets.words_table import WordsTable

BESIDE = 860
"""The width, in pixels at 100 %, from which the words stand at the right of the scale."""


class FeltAside(Aside):
    """The marks and the measure on one scale, then in words; what was said elsewhere."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._theme = desk.theme
        self._sentences: Sentences = read_sentences(desk.paths.bundle.resources)
        self._shown: object = None
        self.title = label("", "lead", bold=True)
        self.chart = FeltChart(desk.theme, desk.paths.bundle.resources)
        self.measure = StarredLabel(role="body", tone="ink2")
        self._drawn, self._told, self._others = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._build()
        desk.theme.changed.connect(self._fit)

    def _build(self) -> None:
        left, right = QWidget(), QWidget()
        for side, column in ((left, self._drawn), (right, self._told)):
            side.setLayout(column)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(6)
            self._halves.addWidget(side, 1)
        self._drawn.addWidget(self.chart)
        self._drawn.addWidget(self.measure)
        self._drawn.addStretch(1)
        self.body.addWidget(self.title)
        self.body.addLayout(self._halves)
        self._others.setSpacing(6)
        self.body.addLayout(self._others)

    def show_beside(self, bridge: Bridge) -> bool:
        """False where nobody gave a mark."""
        figures = bridge.library.benchmarks
        one = felt(bridge.snapshot, bridge.result, where_asked(self._sentences), figures)
        if one is None or not one.marks:
            self._shown = None
            return False
        scored = bridge.questionnaire.scoring is not None
        if self._shown != (said := (one, scored, self.margins)):
            self._shown = said
            self._show(one)
            if scored:  # else the rows above have said them
                self._show_figures(one.figures, bridge.library.phrases)
            self._fit()
        return True

    def _show(self, one: Felt) -> None:
        words = self._sentences["ressenti"]
        self.title.setText(words_of.title(one, words))
        self.chart.show_felt(one, words)
        self.measure.say(words_of.measure(one, words))
        self.measure.setVisible(one.measured is not None)
        emptied(self._told)
        for sentence in words_of.gaps(one, words):
            self._told.addWidget(label(sentence))
        self._told.addWidget(label(words["personne"], tone="ink2"))
        if years := words_of.years(one, words):
            self._told.addWidget(StarredLabel(" ".join([words["annees"], *years])))
        self._told.addStretch(1)
        emptied(self._others)

    def _show_figures(self, figures: Sequence[Benchmark], phrases: Phrases) -> None:
        """Each as it was published, then their study, once; the margin on request alone (B3)."""
        words = self._sentences["ressenti"]
        self._others.addSpacing(6)
        self._others.addWidget(label(words["autres"], "card", bold=True, heading=True))
        for figure in figures:
            points = margin(figure) if self.margins else None
            within = count(ceil(points), "point") if points is not None else ""
            shown = phrases.mentions["marge"].format(points=within) if within else ""
            said = f"{figure.statement} {capitalised(shown)}." if shown else figure.statement
            self._others.addWidget(label(said))
        source = source_line(figures[0], citing_words(self._sentences))
        about = " · ".join([source, *reserves(figures[0], phrases)])
        self._others.addWidget(label(about, "caption", tone="ink2"))
        self._others.addWidget(label(figures[0].study.warning, "caption", tone="ink2"))

    def _fit(self) -> None:
        beside = self.width() >= BESIDE * self._theme.scale
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._halves.setSpacing(32 if beside else 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class OpinionsAside(Aside):
    """The two opinions of each field, side by side: those that differ first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._sentences: Sentences = read_sentences(desk.paths.bundle.resources)
        self._shown: object = None
        words = self._sentences["ressenti"]
        head = [words[key] for key in ("domaine", "nom_elu", "nom_agent", "entre_vous")]
        self.table = WordsTable(desk.theme, words["deux_avis"], head, (34, 22, 22, 22))
        self.body.addWidget(label(words["deux_avis"], "lead", bold=True))
        self.body.addWidget(label(words["deux_avis_quoi"], tone="ink2"))
        self.body.addWidget(self.table)

    def show_beside(self, bridge: Bridge) -> bool:
        """On the page of the questionnaire that asks for them."""
        one = felt(bridge.snapshot, bridge.result, where_asked(self._sentences))
        if one is None or not one.opinions or bridge.questionnaire.scoring is not None:
            return False
        if self._shown != one.opinions:
            self._shown = one.opinions
            words = self._sentences["ressenti"]
            self.table.show_rows([words_of.opinion_row(two, words) for two in one.opinions])
        return True
