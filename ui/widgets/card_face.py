# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How an answer card looks: its key, its sentence, its level at the right. Measures and paints.

The height is that of the chosen card, whose sentence is bold: choosing moves nothing.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from ui.theme import Theme
from ui.widgets.pips import HEIGHT as PIPS_HEIGHT
from ui.widgets.pips import paint_pips, pips_size
from ui.widgets.term_text import Dots, Spans, TermText

CHOSEN_TEXT = "Votre réponse"
KEY, KEY_LEFT, TEXT_LEFT, RIGHT = 40, 10, 64, 14
COLUMN, COLUMN_GAP = 140, 8
STACKED, BETWEEN = 560, 4
SMALLER, PIPS_GAP = 0.8, 5
"""Of the pips, beside a name of two lines; and what is between them and the tick."""
SIDE_PAD, LEAST_SIDE = 6, 8
"""Above the pips and as much under the name of the level; both together where room is scarce."""
PAD, LEAST = 9, 60
"""Above and below the text, and the height of a card of one line, at their most comfortable."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the card shows beside its texts."""

    chosen: bool
    hovered: bool
    enabled: bool
    explained: int = -1
    """The word of the sentence that is being explained."""
    note: str = ""
    """Why it cannot be chosen, in two or three words, where the chosen one says that it is."""


class CardFace:
    """The face of one card. `level` is None where there are no pips to draw."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.sentence = TermText(0.96)
        self._name = TermText(0.88)
        self.key = ""
        self.level: int | None = None
        self.pad: float = PAD
        self.least: float = LEAST
        self._heights: dict[tuple[float, ...], int] = {}

    def show(self, key: str, sentence: str, spans: Spans, level: int | None, name: str) -> None:
        """Take other texts: the key that chooses it, its sentence, its level and its name."""
        self._heights.clear()
        self.key, self.level = key, level
        self.sentence.set_text(sentence, spans)
        if name != self._name.text:
            self._name.set_text(name)

    def height(self, width: int) -> int:
        """The height at that width, in pixels."""
        asked = (width, self.pad, self.least, self._theme.scale)
        if asked not in self._heights:
            self._heights[asked] = self._measured(width)
        return self._heights[asked]

    def _measured(self, width: int) -> int:
        scale = self._theme.scale
        text = self.sentence.height(self._theme.font("card", bold=True), self._text_width(width))
        side = self._side_height(width)
        if self._stacked(width):
            text += BETWEEN * scale + side
        room = max(
            text + 2 * self.pad * scale,
            side + max(LEAST_SIDE, 2 * min(self.pad + 2, SIDE_PAD) * scale),
            self.least * scale,
            KEY * scale + 8,
        )
        return round(room + 0.49)

    def _stacked(self, width: float) -> bool:
        """Whether the level comes under the sentence, where there is no room beside it."""
        return width < STACKED * self._theme.scale

    def _text_width(self, width: float) -> float:
        beside = 0 if self._stacked(width) else COLUMN_GAP + COLUMN
        return max(60.0, width - (TEXT_LEFT + beside + RIGHT) * self._theme.scale)

    def _side_width(self, width: float) -> float:
        return self._text_width(width) if self._stacked(width) else COLUMN * self._theme.scale

    def _side_height(self, width: float) -> float:
        """Of the pips, with the name of the level under them."""
        mark = PIPS_HEIGHT * SMALLER * self._theme.scale
        if not self._name.text:
            return mark
        if self._on_one_line(width):
            return max(mark, self._name.height(self._small(), self._side_width(width)))
        return mark + 1 + self._name.height(self._small(), self._side_width(width))

    def _on_one_line(self, width: float) -> bool:
        """Whether the name of the level comes after its pips, under the sentence, with room left
        for what the chosen card says."""
        if not self._stacked(width) or not self._name.text:
            return False
        name = QFontMetricsF(self._small()).horizontalAdvance(self._name.text)
        chosen = QFontMetricsF(self._small(bold=True)).horizontalAdvance(CHOSEN_TEXT)
        around = self._beside_pips() + (16 + 3 + 2 * PIPS_GAP) * self._theme.scale
        return name + chosen + around <= self._side_width(width)

    def _beside_pips(self) -> float:
        """The width of the pips and of what is after them."""
        if self.level is None:
            return 0.0
        return pips_size(self._theme).width() * SMALLER + PIPS_GAP * self._theme.scale

    def _small(self, *, bold: bool = False) -> QFont:
        return self._theme.font("caption", bold=bold)

    def paint(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        """Paint the whole card."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter, rect, look)
        self._paint_key(painter, rect, look)
        theme, scale = self._theme, self._theme.scale
        font = theme.font("card", bold=look.chosen)
        width = self._text_width(rect.width())
        bold = theme.font("card", bold=True)
        text, side = self.sentence.height(bold, width), self._side_height(rect.width())
        at, dots = self._text_corner(rect), Dots(theme.color("primary"), look.explained)
        painter.setPen(theme.color("ink"))
        self.sentence.paint(painter, at, font, width, dots, cut_as=bold)
        if self._stacked(rect.width()):
            under = QPointF(at.x(), at.y() + text + BETWEEN * scale)
        else:
            left = rect.right() - (COLUMN + RIGHT) * scale
            under = QPointF(left, rect.center().y() - side / 2 + scale)  # letters end above it
        self._paint_side(painter, under, rect.width(), look)

    def _text_corner(self, rect: QRectF) -> QPointF:
        """Where the sentence begins in the card."""
        scale, width = self._theme.scale, rect.width()
        bold = self._theme.font("card", bold=True)
        whole = self.sentence.height(bold, self._text_width(width))
        if self._stacked(width):
            whole += BETWEEN * scale + self._side_height(width)
        return QPointF(rect.left() + TEXT_LEFT * scale, rect.center().y() - whole / 2)

    def word_rects(self, rect: QRectF, *, chosen: bool) -> list[list[QRectF]]:
        """Where each difficult word is in the card: one rectangle a line."""
        font, bold = self._theme.font("card", bold=chosen), self._theme.font("card", bold=True)
        width, corner = self._text_width(rect.width()), self._text_corner(rect)
        found = self.sentence.word_rects(font, width, cut_as=bold)
        return [[part.translated(corner) for part in parts] for parts in found]

    def _paint_box(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        theme = self._theme
        thick = 2.5 if look.chosen else 1.5
        edge = "primary" if look.chosen or (look.hovered and look.enabled) else "line"
        painter.setPen(QPen(theme.color(edge), thick))
        plain = "surface" if look.enabled else "bg"
        painter.setBrush(theme.color("primaryPale" if look.chosen else plain))
        half = thick / 2
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), 12, 12)

    def _paint_key(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        theme, side = self._theme, KEY * self._theme.scale
        left = rect.left() + KEY_LEFT * theme.scale
        box = QRectF(left, rect.center().y() - side / 2, side, side)
        paint_key(painter, theme, box, look, self.key)

    def _paint_side(self, painter: QPainter, corner: QPointF, whole: float, look: Look) -> None:
        """The pips, the name of the level and whether it is chosen, in a card of that width."""
        theme, small = self._theme, self._small()
        mark, width = PIPS_HEIGHT * SMALLER * theme.scale, self._side_width(whole)
        after, line = self._beside_pips(), self._on_one_line(whole)
        high = self._side_height(whole) if line else mark
        if self.level is not None:
            painter.save()
            painter.translate(corner.x(), corner.y() + (high - mark) / 2)
            painter.scale(SMALLER, SMALLER)
            paint_pips(painter, theme, QPointF(0, 0), self.level)
            painter.restore()
        if self._name.text:
            at = corner + (QPointF(after, 0) if line else QPointF(0, mark + 1))
            painter.setPen(theme.color("ink2"))
            self._name.paint(painter, at, small, width, Dots(theme.color("ink2")))
        if look.chosen or look.note:
            if line:
                named = QFontMetricsF(small).horizontalAdvance(self._name.text)
                after += named + 2 * PIPS_GAP * theme.scale
            box = QRectF(corner.x() + after, corner.y(), width - after, high)
            if look.chosen:
                self._paint_chosen(painter, box)
            else:
                painter.setFont(small)
                painter.setPen(theme.color("ink2"))
                flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(box.adjusted(0, -2, 0, 2), flags, look.note)

    def _paint_chosen(self, painter: QPainter, box: QRectF) -> None:
        theme = self._theme
        side = round(16 * theme.scale)
        tick = theme.pixmap("check", theme.color("primary"), side)
        painter.drawPixmap(QPointF(box.left(), box.center().y() - side / 2), tick)
        painter.setFont(self._small(bold=True))
        painter.setPen(theme.color("primary"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(side + 3, -2, 0, 2), flags, CHOSEN_TEXT)


def paint_key(painter: QPainter, theme: Theme, box: QRectF, look: Look, text: str) -> None:
    """A key of the keyboard: thicker below, filled when it is the one that was pressed."""
    small = box.height() < 30 * theme.scale
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    radius = 6.0 if small else 9.0
    painter.setBrush(theme.color("primary" if look.chosen else "control"))
    painter.drawRoundedRect(box, radius, radius)
    if not look.chosen:
        painter.setBrush(theme.color("surface" if look.enabled else "bg"))
        painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -3), radius - 1.5, radius - 1.5)
    font = theme.font("caption" if small else "body", bold=True)
    if not small:
        font.setPointSizeF(15 * theme.scale)
    painter.setFont(font)
    painter.setPen(theme.color("onPrimary" if look.chosen else "ink"))
    box = box if look.chosen else box.adjusted(0, 0, 0, -1.5)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
