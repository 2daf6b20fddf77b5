# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Under the comparators: the published figures that were asked again, year after year, as small
charts. Says nothing of the answers (contract B1, B3)."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from autodiag.benchmarks.series_shown import (
    ShownSeries,
    first_and_others,
    rows_said,
    shown_series,
)
from autodiag.model.questionnaire import Questionnaire
from autodiag.text.numbers import count
from autodiag.text.sentences import read_sentences, said
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.comparison_aside import Aside
from ui.pages.comparison_faces import citing_words
from ui.widgets.buttons import button
from ui.widgets.fold import Fold
from ui.widgets.labels import label
from ui.widgets.series_cell import SeriesCell, SeriesGrid
from ui.widgets.words_table import WordsTable

HEAD = ("Ce qui est compté", "Date", "Part publiée", "Source", "Ce qui peut se lire")
WIDTHS = (26, 10, 12, 22, 30)


class SeriesAside(Aside):
    """A few charts of as many themes, the others folded; or all of them in words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._basis: tuple[object, ...] = ()
        self._first: tuple[ShownSeries, ...] = ()
        self._others: tuple[ShownSeries, ...] = ()
        self._charts: list[QWidget] = []
        self._questionnaire: Questionnaire | None = None
        sentences = read_sentences(desk.paths.bundle.resources)
        self._words = citing_words(sentences)
        self.in_words = button(desk.theme, "Lire en mots", "quiet")
        self.shown = QVBoxLayout()
        self.table = WordsTable(desk.theme, said(sentences, "series.en_mots"), HEAD, WIDTHS)
        self._how = label(said(sentences, "series.lire"), "caption", tone="ink2")
        self._build(said(sentences, "series.titre"))
        self.in_words.clicked.connect(self._on_words_asked)

    def _build(self, title: str) -> None:
        head = QHBoxLayout()
        head.addWidget(label(title, "lead", bold=True), 1)
        head.addWidget(self.in_words)
        self.body.addLayout(head)
        self.body.addWidget(self._how)
        self.shown.setContentsMargins(0, 4, 0, 0)
        self.shown.setSpacing(12)
        self.body.addLayout(self.shown)
        self.body.addWidget(self.table)
        self.table.hide()

    def show_beside(self, bridge: Bridge) -> bool:
        """False where no series is about these questions and that size."""
        basis = (bridge.library, bridge.questionnaire, bridge.snapshot.authority)
        if len(self._basis) != len(basis) or any(
            new is not old for new, old in zip(basis, self._basis, strict=True)
        ):
            self._basis, self._questionnaire = basis, bridge.questionnaire
            every = shown_series(*basis)
            first, others = first_and_others(every, bridge.questionnaire)
            if (first, others) != (self._first, self._others):
                self._first, self._others = first, others
                self._remake()
        return bool(self._first)

    def _remake(self) -> None:
        for widget in self._charts:
            self.shown.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._charts = [self._grid(self._first)] if self._first else []
        if self._others:
            fold = Fold(self._desk.theme, self._make_others)
            number = count(len(self._others), "autre série", "autres séries")
            fold.say(f"Montrer {number}")
            self._charts.append(fold)
        for widget in self._charts:
            self.shown.addWidget(widget)
        self.table.show_rows(rows_said((*self._first, *self._others), self._words))
        self._lay()

    def _make_others(self) -> QWidget:
        return self._grid(self._others)

    def _grid(self, several: Sequence[ShownSeries]) -> SeriesGrid:
        themes = self._questionnaire.themes if self._questionnaire else ()
        ranks = {theme.id: (rank, theme.title) for rank, theme in enumerate(themes)}
        desk, cells = self._desk, list[SeriesCell]()
        for one in several:
            resources = desk.paths.bundle.resources
            cell = SeriesCell(desk.theme, resources, self._words, ranks.get(one.theme))
            cell.show_series(one)
            cells.append(cell)
        return SeriesGrid(desk.theme, cells)

    @Slot()
    def _on_words_asked(self) -> None:
        self.table.setVisible(self.table.isHidden())
        self._lay()

    def _lay(self) -> None:
        words = not self.table.isHidden()
        self.in_words.setText("Voir les courbes" if words else "Lire en mots")
        for widget in self._charts:
            widget.setVisible(not words)
