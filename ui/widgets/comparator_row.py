# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One published figure beside one answer: what it says, where it comes from, and its plot.

The whole row is a button that leads to the question. Compares nothing itself.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout

from ui.theme import Theme
from ui.widgets.comparator_face import (
    END_COLUMN,
    ICON_COLUMN,
    PLOT_COLUMN,
    RADIUS,
    Fitting,
    Plot,
    RowFace,
)
from ui.widgets.labels import label
from ui.widgets.spoken_chart import SpokenChart
from ui.widgets.starred import StarredLabel
from ui.widgets.state_badge import StateBadge
from ui.widgets.teller import Teller
from ui.widgets.theme_picture import paint_theme

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from autodiag.charts.look import Look
    from autodiag.charts.spots import Spot

LOWEST, AIR = 78, 12
"""Pixels: the least height of a row at 100 %, and what is free over and under its words."""


class ComparatorRow(QAbstractButton):
    """A row of the comparison; `clicked` asks for its question."""

    def __init__(self, theme: Theme, resources: Path, face: RowFace) -> None:
        super().__init__()
        self._theme, self.face = theme, face
        self._fitting, self._last = Fitting(), False
        self._sentence = StarredLabel()
        self._notes = label("", "caption", tone="ink2")
        self._source = label("", "caption", tone="ink2")
        self._badge = StateBadge(theme)
        self._chart = SpokenChart(theme, resources)
        self._drawn: tuple[Plot | None, bool] | None = None
        self._grid = QGridLayout(self)
        self._texts = QVBoxLayout()
        self._build()
        self._arrange()
        self._show(face)
        Teller(self, theme, self._told, self._told_at)
        theme.changed.connect(self._arrange)

    def _build(self) -> None:
        self.setProperty("focus_radius", 6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._texts.setSpacing(3)
        self._texts.addStretch(1)
        for shown in (self._sentence, self._notes, self._source):
            self._texts.addWidget(shown)
        self._texts.addStretch(1)
        self._grid.setContentsMargins(0, AIR, 0, AIR)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.addLayout(self._texts, 0, 1)  # aligned, it would forget wrapped lines

    def show_face(self, face: RowFace) -> None:
        """Show what changed; the plot is drawn again only if it is another one."""
        if face != self.face:
            self._show(face)

    def fit(self, fitting: Fitting, *, last: bool) -> None:
        """`last`: no line under it, rounded corners."""
        if (fitting, last) != (self._fitting, self._last):
            self._fitting, self._last = fitting, last
            self._arrange()
            self._show(self.face)

    def _show(self, face: RowFace) -> None:
        self.face = face
        for shown, text in (
            (self._notes, "\n".join(face.notes)),
            (self._source, face.source),
        ):
            shown.setText(text)
            shown.setVisible(bool(text))
        self._sentence.say(face.starred)
        self._badge.show_state(face.state, face.tone, face.sign)
        self.setAccessibleName(face.said)
        self.setAccessibleDescription("Aller à la question")
        self._show_plot(face.plot)
        self.update()

    def _show_plot(self, plot: Plot | None) -> None:
        axis = self._fitting.narrow
        self._chart.setVisible(plot is not None)
        if plot is None or self._drawn == (plot, axis):
            return
        self._drawn = (plot, axis)

        def build(look: "Look", width: float, _height: float) -> "Figure":
            return plot.draw(look, width, axis=axis)

        def spots(width: float, _height: float) -> "tuple[Spot, ...]":
            return plot.spots(width, axis=axis)

        # the heights of autodiag.charts.dot_plot, which would load matplotlib now
        self._chart.show_figure(build, height=34.0 if axis else 28.0)
        self._chart.show_spots(spots)
        self._chart.describe(f"Part publiée\u00a0: {plot.said}", self._told())

    def _told(self) -> str:
        """What the marks of its plot say, for one who comes by the keyboard."""
        plot = self.face.plot
        return f"{plot.told} {plot.told_margin}".strip() if plot else ""

    def _told_at(self) -> QRect:
        return self._chart.geometry()

    def _arrange(self) -> None:
        scale, answers = self._theme.scale, self._fitting.state_column
        self._grid.setRowMinimumHeight(0, round(LOWEST * scale) - 2 * AIR)
        for column, width in ((0, ICON_COLUMN), (2, answers), (3, 0), (4, END_COLUMN)):
            self._grid.setColumnMinimumWidth(column, round(width * scale))
        middle = Qt.AlignmentFlag.AlignVCenter
        place = (1, 1) if self._fitting.stacked else (0, 2)
        self._grid.addWidget(self._badge, *place, middle | Qt.AlignmentFlag.AlignLeft)
        place = (2, 1) if self._fitting.narrow else (0, 3)
        self._grid.addWidget(self._chart, *place, middle | Qt.AlignmentFlag.AlignLeft)
        if self._fitting.narrow:
            self._chart.setMinimumWidth(0)
            self._chart.setMaximumWidth(round(PLOT_COLUMN * scale))
        else:
            self._chart.setFixedWidth(round(self._fitting.plot_width * scale))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._grid.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._grid.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._grid.totalMinimumSize().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Entrée too: Qt gives it to the buttons of dialogs only."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, scale = self._theme, self._theme.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back = "sunken" if self.underMouse() else "bg" if self.face.aside else "surface"
        painter.fillPath(self._shape(), theme.color(back))
        if not self._last:
            painter.setPen(theme.color("line"))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        side = round(22 * scale)
        left = round((ICON_COLUMN * scale + 8 - side) / 2)
        middle = self._texts.geometry().center().y()
        top = middle - side // 2
        color = theme.theme_color(self.face.theme)
        paint_theme(painter, QPointF(left, top), theme, self.face.theme, color, side=side)
        side = round(16 * scale)
        end = theme.pixmap("arrow", theme.color("ink2"), side)
        painter.drawPixmap(self.width() - side - round(12 * scale), middle - side // 2, end)
        painter.end()

    def _shape(self) -> QPainterPath:
        """The row, with the lower corners of the card when it is the last."""
        path, box = QPainterPath(), QRectF(self.rect())
        if not self._last:
            path.addRect(box)
            return path
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(box, RADIUS, RADIUS)
        path.addRect(box.adjusted(0, 0, 0, -RADIUS))
        return path
