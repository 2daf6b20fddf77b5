# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The names of the columns of the comparison, and the axis that every plot below them shares."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import Theme
from ui.widgets.chart import Chart
from ui.widgets.comparator_face import END_COLUMN, ICON_COLUMN, RADIUS, Fitting
from ui.widgets.labels import label

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from autodiag.charts.look import Look


class ComparatorHead(QWidget):
    """The names of the columns, and the axis that every plot below shares."""

    def __init__(self, theme: Theme, resources: Path) -> None:
        super().__init__()
        self._theme = theme
        self._what = label("Ce que font les autres", "caption", tone="ink2", wrap=False)
        self._you = label("Vous", "caption", tone="ink2", wrap=False)
        self._axis = Chart(theme, resources)
        self._grid = QGridLayout(self)
        self._fitting = Fitting()
        self._build()
        self._arrange()
        theme.changed.connect(self._arrange)

    def _build(self) -> None:
        self._grid.setContentsMargins(0, 8, 0, 8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(self._what, 0, 1, middle)
        self._grid.addWidget(self._you, 0, 2, middle)
        self._grid.addWidget(self._axis, 0, 3, middle)
        self._axis.show_figure(_axis, height=12.0)
        name = "Axe\u00a0: part publiée, de 0 à 100\u00a0%"
        self._axis.describe(name, "Les points de chaque ligne se lisent sur lui.")

    def fit(self, fitting: Fitting) -> None:
        """As the rows below."""
        self._fitting = fitting
        self._arrange()

    def _arrange(self) -> None:
        scale, answers = self._theme.scale, self._fitting.state_column
        for column, width in ((0, ICON_COLUMN), (2, answers), (4, END_COLUMN)):
            self._grid.setColumnMinimumWidth(column, round(width * scale))
        self._you.setVisible(not self._fitting.stacked)
        self._axis.setVisible(not self._fitting.narrow)
        self._axis.setFixedWidth(round(self._fitting.plot_width * scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        path, box = QPainterPath(), QRectF(self.rect())
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(box, RADIUS, RADIUS)
        path.addRect(box.adjusted(0, RADIUS, 0, 0))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, self._theme.color("sunken"))
        painter.setPen(self._theme.color("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


def _axis(look: "Look", width: float, _height: float) -> "Figure":
    from autodiag.charts.dot_plot import dot_axis

    return dot_axis(look, width)
