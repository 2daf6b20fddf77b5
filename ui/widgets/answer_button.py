# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A button with its key, under the cards: an answer that is no level, or a mark on the question.

Its width is that of the chosen one: choosing moves nothing.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy

from ui.theme import Theme
from ui.widgets.answer_card import ARROWS
from ui.widgets.card_face import Look, paint_key

KEY, SIDE, GAP, TICK, HIGH = 26, 14, 10, 16, 44


class KeyButton(QPushButton):
    """Ticked when it is told to be; clicked, it only says so. The arrows go to its neighbours."""

    INK, PALE, AT_REST = "primary", "primaryPale", ""
    """Of the one that is ticked, and the pictogram of the one that is not."""

    def __init__(self, theme: Theme, key: str, text: str) -> None:
        super().__init__(text)
        self._theme, self._key = theme, key
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("focus_radius", 10)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self._keyed = False
        self.show_key(shown=True)
        theme.changed.connect(self._on_theme_changed)

    def show_key(self, *, shown: bool) -> None:
        """Show the key that chooses it, or none where keys do not answer."""
        if shown != self._keyed:
            self._keyed = shown
            self.setAccessibleDescription(f"Touche {self._key}" if shown else "")
            self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Nothing: it is checked when the session says so."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS and not event.modifiers():
            self.focusNextPrevChild(ARROWS[event.key()] > 0)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        scale = self._theme.scale
        text = QFontMetricsF(self._theme.font("body", bold=True)).horizontalAdvance(self.text())
        key = KEY + GAP if self._keyed else 0
        wide = text + (2 * SIDE + key + TICK + 6) * scale
        return QSize(round(wide + 1), round(HIGH * scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, scale, rect = self._theme, self._theme.scale, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter, rect)
        left = SIDE * scale
        if self._keyed:
            side = KEY * scale
            box = QRectF(left, rect.center().y() - side / 2, side, side)
            look = Look(chosen=False, hovered=False, enabled=True)
            paint_key(painter, theme, box, look, self._key)
            left = box.right() + GAP * scale
        painter.setFont(theme.font("body", bold=self.isChecked()))
        painter.setPen(theme.color("ink"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, 0, rect.width() - left, rect.height()), flags, self.text())
        picture = "check" if self.isChecked() else self.AT_REST
        if picture:
            size = round(TICK * scale)
            ink = theme.color(self.INK if self.isChecked() else "ink2")
            at = QPointF(rect.width() - SIDE * scale - size, rect.center().y() - size / 2)
            painter.drawPixmap(at, theme.pixmap(picture, ink, size))
        painter.end()

    def _paint_box(self, painter: QPainter, rect: QRectF) -> None:
        theme, chosen, enabled = self._theme, self.isChecked(), self.isEnabled()
        thick = 2.5 if chosen else 1.5
        edge = self.INK if chosen else "control" if enabled else "line"
        painter.setPen(QPen(theme.color(edge), thick))
        hovered = self.underMouse() and enabled
        painter.setBrush(theme.color(self.PALE if chosen else "sunken" if hovered else "bg"))
        half = thick / 2
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), 10, 10)


class AnswerButton(KeyButton):
    """«Je ne sais pas», «Sans objet pour nous»: one answer among those of the cards."""

    def __init__(self, theme: Theme, key: str, text: str) -> None:
        super().__init__(theme, key, text)
        # heard as a radio button; alone in its group, so that Qt leaves its state and Tab to us
        self._alone = QButtonGroup(self)
        self._alone.setExclusive(False)
        self._alone.addButton(self)
        self.setAutoExclusive(True)


class ReviewButton(KeyButton):
    """«À revoir»: no answer, a mark that is put and taken away. Heard as a check box."""

    INK, PALE, AT_REST = "warnInk", "warnPale", "flag"
