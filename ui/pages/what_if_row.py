# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""An action that may be ticked, as a painted check box: a trial, that nothing writes."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from ui.theme import Theme
from ui.widgets.action_face import ActionFace
from ui.widgets.card_text import CardText
from ui.widgets.tooltip import set_tooltip

BOX, SIDE, GAP, TOP, LEAST = 22, 8, 12, 7, 48
RADIUS = 8
ADDED, REMOVED = "ajoutée", "retirée"
"""Beside an action that is not as in the plan."""
STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}


class TrialRow(QCheckBox):
    """Espace ticks it; the arrows ask for the row before and the one after."""

    ticked = Signal(str, bool)
    step_asked = Signal(int)

    def __init__(self, theme: Theme, face: ActionFace) -> None:
        super().__init__()
        self._theme, self.face = theme, face
        self._planned = False
        self._text = CardText(theme)
        self._beside = self._measure()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focus_radius", RADIUS)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)

    def show_face(self, face: ActionFace, *, planned: bool) -> None:
        """Show an action, and whether the plan has it."""
        if (face, planned) == (self.face, self._planned) and self.accessibleName():
            return
        self.face, self._planned = face, planned
        self._text.show_face(face)
        self.setAccessibleName(face.name)
        self.setAccessibleDescription(face.description)
        set_tooltip(self, face.description)
        self.updateGeometry()
        self.update()

    def show_ticked(self, *, ticked: bool) -> None:
        """Whether it is among the actions that are tried."""
        if ticked != self.isChecked():
            self.setChecked(ticked)

    @property
    def changed(self) -> bool:
        """Whether it is not as in the plan."""
        return self.isChecked() != self._planned

    @Slot(bool)
    def _on_clicked(self, checked: bool) -> None:
        self.ticked.emit(self.face.key, checked)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._beside = self._measure()
        self.updateGeometry()
        self.update()

    def _box(self) -> int:
        return round(BOX * self._theme.scale)

    def _measure(self) -> int:
        """What the word at the right takes."""
        metrics = QFontMetrics(self._theme.font("caption", bold=True))
        return max(metrics.horizontalAdvance(word) for word in (ADDED, REMOVED))

    def _text_width(self, width: int) -> int:
        return max(60, width - 2 * SIDE - self._box() - 2 * GAP - self._beside)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(LEAST, self._text.height(self._text_width(width)) + 2 * TOP)

    def sizeHint(self) -> QSize:
        return QSize(360, LEAST)  # its height depends on its width alone

    def minimumSizeHint(self) -> QSize:
        return QSize(220, LEAST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step_asked.emit(step)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # Qt would go to another box of the same parent
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, side = self._theme, self._box()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sunken"))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        wide = self._text_width(self.width())
        high = self._text.height(wide)
        area = QRect(SIDE + side + GAP, (self.height() - high) // 2, wide, high)
        self._paint_box(painter, QRectF(SIDE, area.top() + 1, side, side))
        self._text.paint(painter, area)
        if self.changed:
            painter.setFont(theme.font("caption", bold=True))
            painter.setPen(theme.color("primary"))
            beside = QRect(area.right() + GAP, area.top(), self._beside + 2, side + 2)
            word = ADDED if self.isChecked() else REMOVED
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(beside, flags, word)
        painter.end()

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        theme, on = self._theme, self.isChecked()
        painter.setPen(QPen(theme.color("primary" if on else "control"), 1.8))
        painter.setBrush(theme.color("primary" if on else "surface"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        if on:
            side = round(box.width() * 0.72)
            tick = theme.pixmap("check", theme.color("onPrimary"), side)
            at = box.center()
            painter.drawPixmap(round(at.x() - side / 2), round(at.y() - side / 2), tick)
