# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A published figure over the years: its title, its small chart, what may be read of it and who
published it. Several of them side by side."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from autodiag.benchmarks.citing import CitingWords
from autodiag.benchmarks.series_shown import (
    ShownSeries,
    point_said,
    publishers,
    steps_said,
    summary,
)
from ui.theme import Theme
from ui.widgets.labels import label
from ui.widgets.spoken_chart import SpokenChart
from ui.widgets.theme_name import ThemeName

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from autodiag.charts.look import Look
    from autodiag.charts.series import SeriesMark
    from autodiag.charts.spots import Spot

COLUMN = 340
"""Pixels at 100 %: the least width of a chart that stands beside another."""
MOST = 3
HEIGHT = 104.0
"""Points: the height of `autodiag.charts.series`, known before matplotlib is loaded."""


class SeriesCell(QWidget):
    """`theme_at`: rank and title of the theme that it is filed under, None for none."""

    def __init__(
        self,
        theme: Theme,
        resources: Path,
        words: CitingWords,
        theme_at: tuple[int, str] | None = None,
    ) -> None:
        super().__init__()
        self._words = words
        self.series: ShownSeries | None = None
        self._title = label("", "body", bold=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.chart = SpokenChart(theme, resources)
        self.chart.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._steps = label("", "caption")
        self._source = label("", "caption", tone="ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if theme_at is not None:
            column.addWidget(ThemeName(theme, *theme_at, "caption"))
        for part in (self._title, self.chart, self._steps, self._source):
            column.addWidget(part)
        column.addStretch(1)

    def title_height(self, width: int) -> int:
        """What the title takes in a cell that is so wide."""
        return self._title.heightForWidth(width)

    def set_title_height(self, height: int) -> None:
        """As high as the titles beside it, so that their charts stand on one line."""
        self._title.setMinimumHeight(height)

    def show_series(self, shown: ShownSeries) -> None:
        """Show that one; nothing is drawn again where it is the same."""
        if shown == self.series:
            return
        self.series = shown
        self._title.setText(shown.label)
        self._steps.setText("\n".join(steps_said(shown)))
        self._source.setText(publishers(shown))
        self.chart.describe(shown.label, " ".join((summary(shown), *steps_said(shown))))
        self.chart.show_figure(partial(_drawn, shown), height=HEIGHT, data=shown)
        self.chart.show_spots(partial(self._spots, shown))

    def _spots(self, shown: ShownSeries, width: float, _height: float) -> "tuple[Spot, ...]":
        from autodiag.charts.series import series_spots

        before = ("", *steps_said(shown))
        said = [
            (point_said(point, self._words), step)
            for point, step in zip(shown.points, before, strict=True)
        ]
        return series_spots(self.chart.look, _marks(shown), said, width)


def _drawn(shown: ShownSeries, look: "Look", width: float, _height: float) -> "Figure":
    from autodiag.charts.series import series_plot

    return series_plot(look, _marks(shown), width)


def _marks(shown: ShownSeries) -> "list[SeriesMark]":
    from autodiag.charts.series import SeriesMark

    return [
        SeriesMark(point.value, point.at, point.short, point.when, point.joined)
        for point in shown.points
    ]


class SeriesGrid(QWidget):
    """As many side by side as there is room for, three at most."""

    def __init__(self, theme: Theme, cells: Sequence[SeriesCell]) -> None:
        super().__init__()
        self._theme, self.cells = theme, tuple(cells)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(16)
        for cell in self.cells:
            cell.setParent(self)
        self._fit()
        theme.changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        wanted = int(self.width() / (COLUMN * self._theme.scale))
        columns = max(1, min(MOST, wanted))
        self._align(columns)
        if columns == self._columns:
            return
        self._columns = columns
        for place, cell in enumerate(self.cells):
            self._grid.addWidget(cell, place // columns, place % columns)
        for column in range(MOST):
            self._grid.setColumnStretch(column, int(column < columns))

    def _align(self, columns: int) -> None:
        width = (self.width() - (columns - 1) * self._grid.horizontalSpacing()) // columns
        for first in range(0, len(self.cells), columns):
            beside = self.cells[first : first + columns]
            highest = max(cell.title_height(width) for cell in beside)
            for cell in beside:
                cell.set_title_height(highest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
