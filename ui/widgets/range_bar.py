# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A score between two bounds, 0 to 4: solid to the low one, hatched to the high one."""

from fractions import Fraction

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from autodiag.text.numbers import Thresholds, score_range
from ui.theme import Theme
from ui.widgets.accessible import Picture

HIGHEST = 4
RADIUS = 3.0
SPACING, STROKE = 8.5, 3.6
"""Of the hatches: from one to the next along the bar, and their thickness, at 100 %."""


class RangeBar(Picture):
    """Draws in the colour of measures; the figures beside it are somebody else’s."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._low = self._high = 0.0
        self._muted = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_range(
        self, name: str, low: Fraction, high: Fraction, thresholds: Thresholds = ()
    ) -> None:
        """Draw a score of `name` known to be between `low` and `high` (contract S3, S9)."""
        self._low, self._high = float(low), float(high)
        self.describe(f"{name}, {score_range(low, high, thresholds)}")
        self.update()

    def set_muted(self, muted: bool) -> None:
        """In grey: too little is known of that score for it to catch the eye."""
        if muted != self._muted:
            self._muted = muted
            self.update()

    def show_nothing(self, name: str) -> None:
        """No score yet: the empty track."""
        self._low = self._high = 0.0
        self.describe(f"{name}, pas encore de score")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(14 * self._theme.scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self.sizeHint().height()
        track = QRectF(0.5, (self.height() - high) / 2 + 0.5, self.width() - 1.0, high - 1.0)
        shape = QPainterPath()
        shape.addRoundedRect(track, RADIUS, RADIUS)
        painter.fillPath(shape, self._theme.color("sunken"))
        painter.setClipPath(shape)
        solid = self._part(track, 0, self._low)
        painter.fillRect(solid, self._theme.color(self._ink))
        if self._high > self._low:
            self._hatch(painter, self._part(track, self._low, self._high))
        self._ticks(painter, track)
        painter.setClipping(False)
        painter.strokePath(shape, QPen(self._theme.color("line"), 1))
        painter.end()

    @property
    def _ink(self) -> str:
        return "control" if self._muted else "primary"

    def _part(self, track: QRectF, start: float, end: float) -> QRectF:
        unit = track.width() / HIGHEST
        return QRectF(
            track.left() + start * unit, track.top(), (end - start) * unit, track.height()
        )

    def _hatch(self, painter: QPainter, part: QRectF) -> None:
        """Lines at 45°, that a grey printer keeps too."""
        painter.save()
        painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
        painter.fillRect(part, self._theme.color("surface"))
        primary = self._theme.color(self._ink)
        painter.setPen(QPen(primary, STROKE * self._theme.scale * 0.7))
        x = part.left() - part.height()
        while x < part.right():
            painter.drawLine(QLineF(x, part.bottom(), x + part.height(), part.top()))
            x += SPACING * self._theme.scale
        painter.setPen(QPen(primary, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(part.adjusted(0.75, 0.75, -0.75, -0.75))
        painter.restore()

    def _ticks(self, painter: QPainter, track: QRectF) -> None:
        for level in range(1, HIGHEST):
            x = track.left() + level * track.width() / HIGHEST
            ink = QColor(self._theme.color("surface" if level < self._high else "control"))
            ink.setAlphaF(0.75)
            painter.setPen(QPen(ink, 1.2))
            painter.drawLine(QLineF(x, track.top() + 1, x, track.bottom() - 1))


class RangeSwatch(RangeBar):
    """A sample of the hatches, beside the word that says what they mean."""

    HEARD_AS = "Whitespace"  # it adorns words that say all

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._high = float(HIGHEST)
