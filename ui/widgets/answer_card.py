# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the cards of an answer have in common, be they radio buttons or check boxes.

A card shows the answer it is told to show: clicked, it only says so. An arrow never chooses.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme import Theme
from ui.widgets.card_face import CardFace, Look
from ui.widgets.term_text import Spans
from ui.widgets.word_sense import WordSense

ARROWS = {
    int(Qt.Key.Key_Up): -1,
    int(Qt.Key.Key_Left): -1,
    int(Qt.Key.Key_Down): 1,
    int(Qt.Key.Key_Right): 1,
}
_COMMANDS = (
    Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.MetaModifier
)

# Mixed into a real radio button or check box, which gives the role and the checked state.
_Button = QAbstractButton if TYPE_CHECKING else object


class AnswerCard(_Button):
    """Painting, size and keys. The class it is mixed into has the signal `step_asked(int)`."""

    def dress(self, theme: Theme) -> None:
        """To be called once, by the constructor."""
        self._theme = theme
        self.face = CardFace(theme)
        self.sense = WordSense(theme, self)
        self._closed = self._note = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focus_radius", 12)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def show_choice(self, key: str, sentence: str, spans: Spans = ()) -> None:
        """Show a choice that is no level."""
        self.face.show(key, sentence, spans, None, "")
        self.show_closed("")
        self.setAccessibleName(sentence)
        self.sense.show_words(spans)
        self.update()

    def word_rects(self) -> list[list[QRectF]]:
        """Where each difficult word is: one rectangle a line."""
        return self.face.word_rects(QRectF(self.rect()), chosen=self.isChecked())

    def show_chosen(self, *, chosen: bool) -> None:
        """Show that it is the answer, or that it is not. Radio buttons are exclusive, which is
        what tells them from check boxes; yet none may be chosen."""
        if chosen != self.isChecked():
            exclusive = self.autoExclusive()
            self.setAutoExclusive(False)
            self.setChecked(chosen)
            self.setAutoExclusive(exclusive)

    def show_closed(self, why: str, short: str = "") -> None:
        """Show that it cannot be chosen for now, and say why, in a few words to who sees it; ""
        when it can. It keeps its place among the stops of the keyboard: who comes to it hears
        why."""
        if why != self._closed:
            self._closed, self._note = why, short
            self.setAccessibleDescription(why)
            shape = Qt.CursorShape.ArrowCursor if why else Qt.CursorShape.PointingHandCursor
            self.setCursor(shape)
            self.update()

    def height_at(self, width: int, pad: float, least: float) -> int:
        """The height at a width with that much air (pixels at 100 %)."""
        self.face.pad, self.face.least = pad, least
        return self.face.height(width)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Nothing: it is checked when the session says so."""

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.face.height(width)

    def sizeHint(self) -> QSize:
        width = round(640 * self._theme.scale)
        return QSize(width, self.face.height(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(320 * self._theme.scale), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(event.key(), 0)
        if step and event.modifiers() & _COMMANDS:
            event.ignore()
        elif step:
            self.step_asked.emit(step)  # type: ignore[attr-defined]
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        explained = self.sense.explained
        enabled = self.isEnabled() and not self._closed
        look = Look(self.isChecked(), self.underMouse(), enabled, explained, self._note)
        painter = QPainter(self)
        self.face.paint(painter, QRectF(self.rect()), look)
        painter.end()
