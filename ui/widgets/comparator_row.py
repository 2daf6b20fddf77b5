# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One published figure beside one answer: what it says, where it comes from, and its plot.

The whole row is a button that leads to the question. Compares nothing itself.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from autodiag.text.shares import share_label
from ui.theme import Theme
from ui.widgets.chart import Chart
from ui.widgets.labels import label
from ui.widgets.starred import StarredLabel
from ui.widgets.state_badge import Sign, StateBadge, Tone

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from autodiag.charts.look import Look
    from autodiag.model.benchmark import Bound

ICON_COLUMN, STATE_COLUMN, PLOT_COLUMN, END_COLUMN = 56, 138, 410, 36
"""Pixels at 100 %: where the columns of every row and of the head stand."""
WIDE_PLOT = 560
RADIUS = 11


@dataclass(frozen=True, slots=True)
class Fitting:
    """How rows use the width: `narrow` puts the plot under the sentence; plots at 100 %."""

    narrow: bool = False
    plot_width: int = PLOT_COLUMN


@dataclass(frozen=True, slots=True)
class RowFace:
    """All that a row shows. `opening`: what is said first, in bold, as the `lead` of the sentence,
    its figure. `theme` from 0."""

    key: str
    question: str
    theme: int
    opening: str
    sentence: str
    notes: tuple[str, ...]
    source: str
    state: str
    tone: Tone
    sign: Sign
    plot: "Plot | None"
    aside: bool = False
    lead: str = ""

    @property
    def starred(self) -> str:
        """The sentence, its figure between stars."""
        at = self.sentence.casefold().find(self.lead.casefold()) if self.lead else -1
        figure = self.sentence[at : at + len(self.lead)] if at >= 0 else ""
        return self.sentence.replace(figure, f"**{figure}**", 1) if figure else self.sentence

    @property
    def said(self) -> str:
        """Everything, for who does not see it."""
        parts = (self.opening, self.sentence, self.state + ".", *self.notes, self.source + ".")
        return " ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Plot:
    """What the plot needs of a share, so that it is drawn again only when that changes."""

    value: float
    bound: "Bound"
    same_size: bool
    lack: bool
    interval: tuple[float, float] | None

    def draw(self, look: "Look", width: float, *, axis: bool) -> "Figure":
        """The figure that the report prints too."""
        from autodiag.charts.dot_plot import Share, share_plot

        share = Share(self.value, self.bound, self.same_size, self.lack, self.interval)
        return share_plot(look, share, width, axis=axis)

    @property
    def said(self) -> str:
        """Its value in words."""
        return share_label(self.value, self.bound, lack=self.lack)


class ComparatorRow(QAbstractButton):
    """A row of the comparison; `clicked` asks for its question."""

    def __init__(self, theme: Theme, resources: Path, face: RowFace) -> None:
        super().__init__()
        self._theme, self.face = theme, face
        self._fitting, self._last = Fitting(), False
        self._opening = label("", "body", bold=True)
        self._sentence = StarredLabel()
        self._notes = label("", "caption", tone="ink2")
        self._source = label("", "caption", tone="ink2")
        self._badge = StateBadge(theme)
        self._chart = Chart(theme, resources)
        self._drawn: tuple[Plot | None, bool] | None = None
        self._grid = QGridLayout(self)
        self._texts = QVBoxLayout()
        self._build()
        self._arrange()
        self._show(face)
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
        for shown in (self._opening, self._sentence, self._notes, self._source):
            self._texts.addWidget(shown)
        self._texts.addStretch(1)
        self._chart.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._grid.setContentsMargins(0, 12, 0, 12)
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
            (self._opening, face.opening),
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

        # the heights of autodiag.charts.dot_plot, which would load matplotlib now
        self._chart.show_figure(build, height=34.0 if axis else 28.0)
        self._chart.describe(f"Part publiée\u00a0: {plot.said}")

    def _arrange(self) -> None:
        scale = self._theme.scale
        for column, width in ((0, ICON_COLUMN), (2, STATE_COLUMN), (3, 0), (4, END_COLUMN)):
            self._grid.setColumnMinimumWidth(column, round(width * scale))
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(self._badge, 0, 2, middle | Qt.AlignmentFlag.AlignLeft)
        place = (1, 1) if self._fitting.narrow else (0, 3)
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
        return max(round(78 * self._theme.scale), self._grid.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        return self._grid.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._grid.totalMinimumSize().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

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
        name = theme.theme_icon_name(self.face.theme)
        painter.drawPixmap(left, top, theme.pixmap(name, color, side))
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
        self._axis.describe("Axe\u00a0: part publiée, de 0 à 100\u00a0%")

    def fit(self, fitting: Fitting) -> None:
        """As the rows below."""
        self._fitting = fitting
        self._arrange()

    def _arrange(self) -> None:
        scale = self._theme.scale
        for column, width in ((0, ICON_COLUMN), (2, STATE_COLUMN), (4, END_COLUMN)):
            self._grid.setColumnMinimumWidth(column, round(width * scale))
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
