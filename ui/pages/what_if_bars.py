# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A bar a theme, painted together: today, thin and grey, and with the ticked actions, thick."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from autodiag.model.result import Range
from ui.theme import Theme
from ui.widgets.accessible import Picture
from ui.widgets.tooltip import as_written

HIGHEST = 4
ICON, GAP = 18, 8
THIN, THICK, APART = 4, 9, 1
"""Of the two bars and between them, in pixels at 100 %."""
LINE, AIR = 1, 6
ROOMY = 380
"""From that width, in pixels at 100 %, ranges are written whole."""
STEP, STROKE = 6.0, 2.4
"""Of the hatches."""


@dataclass(frozen=True, slots=True)
class BarFace:
    """One theme. `shown`: its ranges in short, «1,2 – 1,6 → 2,4»; `brief`: the prudent scores alone
    (contract S9), where there is less room."""

    rank: int
    title: str
    today: Range | None
    later: Range | None
    shown: str
    brief: str


class TrialBars(Picture):
    """As high as its lines; what is said of them is given with them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._faces: tuple[BarFace, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_bars(self, faces: tuple[BarFace, ...]) -> None:
        """Other scores."""
        if len(faces) != len(self._faces):
            self.updateGeometry()
        if faces != self._faces:
            self._faces = faces
            self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def told_at(self, y: float) -> str:
        """The whole title and ranges of the bar at that height, empty where there is none."""
        place = int(y // self._line())
        if not 0 <= place < len(self._faces):
            return ""
        return f"{self._faces[place].title}\u00a0: {self._faces[place].shown}"

    def event(self, event: QEvent) -> bool:
        """Under the mouse, what is cut short for want of room."""
        if isinstance(event, QHelpEvent):
            text = as_written(self.told_at(event.pos().y()))
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _line(self) -> float:
        scale = self._theme.scale
        words = QFontMetricsF(self._theme.font("caption")).height()
        return words + (LINE + THIN + APART + THICK + AIR) * scale

    def sizeHint(self) -> QSize:
        return QSize(round(280 * self._theme.scale), round(self._line() * len(self._faces)))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(200 * self._theme.scale), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bold = QFontMetricsF(self._theme.font("caption", bold=True))
        brief = self.width() < ROOMY * self._theme.scale
        texts = [face.brief if brief else face.shown for face in self._faces]
        values = max((bold.horizontalAdvance(text) for text in texts), default=0)
        for number, (face, text) in enumerate(zip(self._faces, texts, strict=True)):
            area = QRectF(0, number * self._line(), self.width(), self._line())
            self._paint_row(painter, face, area, (text, values))
        painter.end()

    def _paint_row(
        self, painter: QPainter, face: BarFace, area: QRectF, value: tuple[str, float]
    ) -> None:
        theme, scale = self._theme, self._theme.scale
        text, values = value
        side = round(ICON * scale)
        icon = theme.pixmap(theme.theme_icon_name(face.rank), theme.theme_color(face.rank), side)
        high = area.height() - AIR * scale
        painter.drawPixmap(0, round(area.top() + (high - side) / 2), icon)
        left, font = side + GAP * scale, theme.font("caption")
        words = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        title = words.elidedText(face.title, Qt.TextElideMode.ElideRight, area.width() - left)
        painter.drawText(QRectF(left, area.top(), area.width() - left, words.height()), 0, title)
        top = area.top() + words.height() + LINE * scale
        both = (THIN + APART + THICK) * scale
        bold = theme.font("caption", bold=True)
        painter.setFont(bold)
        tall = QFontMetricsF(bold).height()  # taller than the bars: it stands around their middle
        beside = QRectF(area.right() - values, top + (both - tall) / 2, values, tall)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color("ink" if face.later else "ink2"))
        painter.drawText(beside, flags | Qt.TextFlag.TextDontClip, text)
        if face.today is None or face.later is None:
            return
        wide = area.width() - left - values - GAP * scale
        self._bar(painter, QRectF(left, top, wide, THIN * scale), face.today, "control")
        below = QRectF(left, top + (THIN + APART) * scale, wide, THICK * scale)
        self._bar(painter, below, face.later, "primary")

    def _bar(self, painter: QPainter, track: QRectF, span: Range, ink: str) -> None:
        """Solid to the low bound, hatched to the high one."""
        theme = self._theme
        shape = QPainterPath()
        shape.addRoundedRect(track, 2, 2)
        painter.fillPath(shape, theme.color("sunken"))
        unit = track.width() / HIGHEST
        low, high = float(span.low) * unit, float(span.high) * unit
        painter.save()
        painter.setClipPath(shape)
        color = theme.color(ink)
        if high > low:
            part = QRectF(track.left() + low, track.top(), high - low, track.height())
            painter.fillRect(part, theme.color("surface"))
            self._hatch(painter, part, QPen(color, STROKE * theme.scale * 0.7))
            painter.setPen(QPen(color, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.fillRect(QRectF(track.left(), track.top(), low, track.height()), color)
        painter.restore()
        painter.strokePath(shape, QPen(theme.color("line"), 1))

    def _hatch(self, painter: QPainter, part: QRectF, pen: QPen) -> None:
        painter.save()
        painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
        painter.setPen(pen)
        x, lines = part.left() - part.height(), list[QLineF]()
        while x < part.right():
            lines.append(QLineF(x, part.bottom(), x + part.height(), part.top()))
            x += STEP * self._theme.scale
        painter.drawLines(lines)
        painter.restore()
