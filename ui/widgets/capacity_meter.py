# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a horizon asks beside what there is: days as a bar and a word, money in words."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.accessible import Picture
from ui.widgets.action_face import MeterFace
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label, set_property
from ui.widgets.teller import Teller

HIGH = 14
"""Of the bar, in pixels at 100 %."""
STEP = 6.0
"""Between two hatches."""
ROOM = 1.12
"""The track ends a little beyond the greater of what is asked and what there is."""
ICONS = {"warn": "warning", "ok": "check", "ink2": "clock"}
"""Of the word; none where all is as it should be: the planner fills what there is."""
LEGEND = (
    "Plein\u00a0: l’estimation basse. Hachures\u00a0: jusqu’à l’estimation haute. "
    "Trait\u00a0: le temps disponible."
)
TOKENS = {"warn": "warnInk", "ok": "okInk", "ink2": "ink2"}


class CapacityMeter(QWidget):
    """The sentence and its word, the bar, then the money."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._sentence = label("", "caption", tone="ink2")
        self._word = label("", "caption", bold=True, wrap=False)
        self._icon = IconLabel(theme, "check", "okInk", 16)
        self._bar = CapacityBar(theme)
        self._money = label("", "caption", tone="ink2")
        self._more = label("", "caption", tone="warn")
        self._build()

    def show_face(self, face: MeterFace, horizon: str) -> None:
        """Show what a horizon asks; `horizon` is its name, for those who hear it."""
        self._sentence.setText(face.sentence)
        self._word.setText(face.word)
        set_property(self._word, "tone", face.tone)
        icon = ICONS.get(face.tone)
        self._icon.setVisible(icon is not None)
        if icon is not None:
            self._icon.show_icon(icon, TOKENS[face.tone])
        self._money.setText(face.money)
        set_property(self._money, "tone", face.money_tone)
        self._more.setText(face.more)
        self._more.setVisible(bool(face.more))
        self._bar.show_days(face)
        self._bar.describe(f"Temps prévu, {horizon}\u00a0: {face.word}", face.sentence)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._word, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._bar)
        layout.addWidget(self._money)
        layout.addWidget(self._more)
        self._more.hide()


class CapacityBar(Picture):
    """Solid to the low estimate, hatched to the high one; a tick where the days end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._face: MeterFace | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Teller(self, theme, self._said)
        theme.changed.connect(self._on_theme_changed)

    def _said(self) -> str:
        """What it shows, and how to read it."""
        return f"{self._face.sentence.rstrip('.')}. {LEGEND}" if self._face is not None else ""

    def show_days(self, face: MeterFace) -> None:
        """Show other days."""
        self._face = face
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, round(HIGH * self._theme.scale) + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        face, theme = self._face, self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect()).adjusted(0.5, 3.5, -0.5, -3.5)
        shape = QPainterPath()
        shape.addRoundedRect(track, 4, 4)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("bg"))
        painter.drawPath(shape)
        if face is not None:
            most = max(face.high, face.available, 0.01) * ROOM
            low = track.left() + track.width() * face.low / most
            high = track.left() + track.width() * face.high / most
            painter.setClipPath(shape)
            self._hatch(painter, QRectF(QPointF(low, track.top()), QPointF(high, track.bottom())))
            solid = QRectF(track.topLeft(), QPointF(low, track.bottom()))
            painter.fillRect(solid, theme.color("primary"))
            painter.setClipping(False)
            x = track.left() + track.width() * face.available / most
            painter.setPen(QPen(theme.color("ink"), 3))
            painter.drawLine(QPointF(x, 1.5), QPointF(x, self.height() - 1.5))
        painter.end()

    def _hatch(self, painter: QPainter, part: QRectF) -> None:
        if part.width() < 0.5:
            return
        painter.save()
        painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
        painter.fillRect(part, self._theme.color("primaryPale"))
        painter.setPen(QPen(self._theme.color("primary"), 2.4))
        x = part.left() - part.height()
        while x < part.right() + part.height():
            painter.drawLine(QPointF(x, part.bottom()), QPointF(x + part.height(), part.top()))
            x += STEP
        painter.setPen(QPen(self._theme.color("primary"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(part.adjusted(0, 0.5, -0.75, -0.5))
        painter.restore()
