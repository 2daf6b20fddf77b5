# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Vous vous étiez noté 7 sur 10 »: the marks given, on one scale with what the answers give."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from autodiag.scoring import felt_words as words_of
from autodiag.scoring.felt import Asked, Felt, asked, felt
from autodiag.text.sentences import Sentences
from ui.pages.results_reading import Reading
from ui.theme import Theme
from ui.widgets.chart import Chart
from ui.widgets.labels import label, rule
from ui.widgets.teller import Teller

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from autodiag.charts.look import Look

LINE, SCALE = 18.0, 13.0
"""Points of the figure: a line, and the numbers under the last."""


class FeltChart(Chart):
    """The scale of the report, as wide as it is given."""

    def __init__(self, theme: Theme, resources: Path) -> None:
        super().__init__(theme, resources)
        Teller(self, theme, self.accessibleDescription)

    def show_felt(self, one: Felt, words: words_of.Words) -> None:
        """Draw it, and say it to who listens."""
        lines = words_of.lines(one, words)
        height = LINE * len(lines) + SCALE
        self.show_figure(partial(_figure, lines), height=height, data=lines)
        self.describe(words["nom_echelle"], words_of.heard(one, words))


class FeltPart(QWidget):
    """Short, under the profile; hidden where nobody gave a mark: once the result is known, none is
    asked for."""

    def __init__(self, theme: Theme, resources: Path) -> None:
        super().__init__()
        self.title = label("", "card", bold=True)
        self.chart = FeltChart(theme, resources)
        self.gap = label("", "body", tone="ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(6)
        for widget in (rule(), self.title, self.chart, self.gap):
            column.addWidget(widget)

    def show_reading(self, reading: Reading) -> None:
        """The first mark is told; the page « Comparaison » tells them all."""
        sentences = reading.naming.sentences
        words = sentences["ressenti"]
        one = felt(reading.snapshot, reading.result, where_asked(sentences))
        shown = one is not None and bool(one.marks) and one.measured is not None
        self.setVisible(shown)
        if one is None or not shown:
            return
        self.title.setText(words_of.title(one, words))
        self.chart.show_felt(one, words)
        self.gap.setText(words_of.brief(one, words))


def where_asked(sentences: Sentences) -> Asked:
    """Where opinions are given, from the data."""
    return asked(sentences["ressenti"], sentences["ressenti_domaines"])


def _figure(lines: tuple[words_of.Line, ...], look: "Look", width: float, _high: float) -> "Figure":
    from autodiag.charts.felt_scale import felt_scale

    return felt_scale(look, lines, width)
