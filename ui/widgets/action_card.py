# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One action of the roadmap as a card: painted, focusable, with its menu and its two arrows.

Shows the face that it is given and emits intents; decides nothing.
"""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.action_face import ActionFace
from ui.widgets.buttons import IconButton, icon_button
from ui.widgets.card_text import CardText
from ui.widgets.menu_key import asks_menu
from ui.widgets.tooltip import set_tooltip

RADIUS = 12
SLOT = 46
"""At each side: the pictogram on the left, the menu on the right; both take an arrow."""
TOP = 9
LEAST = 56
"""The lowest card, in pixels."""
BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
STEPS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class ActionCard(QWidget):
    """A card. Entrée or a click opens its detail; Maj+F10 its menu; Alt+← and Alt+→ move it."""

    HEARD_AS = "ListItem"

    opened = Signal(str)
    menu_asked = Signal(str, object)
    """The key of the action, and the place on the screen for its menu (a QPoint)."""
    move_asked = Signal(str, int)
    """Earlier (−1) or later (+1)."""
    focus_step = Signal(int, int)
    """The focus should go to another column (−1, +1), or up and down this one."""

    def __init__(self, theme: Theme, face: ActionFace, *, writable: bool, last: int = 2) -> None:
        super().__init__()
        self._theme, self.face = theme, face
        self._last = last
        self._writable = writable
        self._by_keyboard = False
        self._chosen = False
        self._text = CardText(theme)
        self._menu = icon_button(theme, "dots", name="Choix")
        self._earlier = icon_button(theme, "back", name="Plus tôt (Alt+←)")
        self._later = icon_button(theme, "arrow", name="Plus tard (Alt+→)")
        self._build()
        self._connect()
        self.show_face(face, writable=writable)

    def show_face(self, face: ActionFace, *, writable: bool) -> None:
        """Show another state of the same action."""
        self.face, self._writable = face, writable
        self._text.show_face(face)
        self.setAccessibleName(face.name)
        moves = face.moves if writable and face.movable else ""
        self.setAccessibleDescription(" ".join(filter(None, (face.description, moves))))
        set_tooltip(self, "" if not self._text.elided(self._text_width()) else face.title)
        self._menu.setAccessibleName(f"Choix\u00a0: {face.title}")
        self._show_arrows()
        self.updateGeometry()
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Whether its detail is the one shown beside."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def _build(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focus_radius", RADIUS)
        for side in (self._menu, self._earlier, self._later):
            side.setParent(self)
            side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for side in (self._earlier, self._later):
            side.setProperty("kind", "framed")
            side.hide()

    def _connect(self) -> None:
        self._menu.clicked.connect(self._on_menu_clicked)
        self._earlier.clicked.connect(self._on_earlier_clicked)
        self._later.clicked.connect(self._on_later_clicked)
        self._theme.changed.connect(self._on_theme_changed)

    @Slot()
    def _on_menu_clicked(self) -> None:
        self._ask_menu(self._menu)

    @Slot()
    def _on_earlier_clicked(self) -> None:
        self._move(-1)

    @Slot()
    def _on_later_clicked(self) -> None:
        self._move(1)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._place_sides()
        self.updateGeometry()
        self.update()

    def _ask_menu(self, below: IconButton) -> None:
        place = below.mapToGlobal(QPoint(0, below.height()))
        self.menu_asked.emit(self.face.key, place)

    def _can_move(self, step: int) -> bool:
        return self._writable and self.face.movable and 0 <= self.face.horizon + step <= self._last

    def _move(self, step: int) -> None:
        if self._can_move(step):
            self.move_asked.emit(self.face.key, step)

    def _show_arrows(self) -> None:
        """Only for the keyboard: the mouse has the menu, which an arrow would hide."""
        shown = self._by_keyboard and self.hasFocus()
        self._earlier.setVisible(shown and self._can_move(-1))
        self._later.setVisible(shown and self._can_move(1))
        self._menu.setVisible(not self._later.isVisibleTo(self))

    def _slot(self) -> int:
        return round(SLOT * max(1.0, min(self._theme.scale, 1.3)))

    def _text_width(self) -> int:
        return max(40, self.width() - 2 * self._slot())

    def _place_sides(self) -> None:
        slot, high = self._slot(), self.height()
        for side in (self._menu, self._earlier, self._later):
            hint = side.sizeHint().expandedTo(QSize(40, 40))
            side.resize(hint)
            left = side is self._earlier
            x = (slot - hint.width()) // 2
            side.move(x if left else self.width() - slot + x, (high - hint.height()) // 2)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(LEAST, self._text.height(max(40, width - 2 * self._slot())) + 2 * TOP)

    def sizeHint(self) -> QSize:
        return QSize(300, LEAST)  # its height depends on its width alone

    def minimumSizeHint(self) -> QSize:
        return QSize(180, LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_sides()
        set_tooltip(self, self.face.title if self._text.elided(self._text_width()) else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() in BY_KEYBOARD
        self._show_arrows()
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_arrows()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._move(-1 if key == Qt.Key.Key_Left else 1)
        elif key in STEPS and not alt:
            self.focus_step.emit(*STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.face.key)
        elif asks_menu(event):
            self._ask_menu(self._menu)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.opened.emit(self.face.key)
        else:
            super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else the release would not come here

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_asked.emit(self.face.key, event.globalPos())
        else:
            self._ask_menu(self._menu)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            badge = self._text.badge_at(self.mapFromGlobal(self.cursor().pos()))
            if badge:
                set_tooltip(self, badge)
            elif not self._text.elided(self._text_width()):
                self.setToolTip("")
            else:
                set_tooltip(self, self.face.title)
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.underMouse()
        border = "primary" if over or self._chosen else "line"
        wide = 2.0 if self._chosen else 1.0
        painter.setPen(QPen(theme.color(border), wide))
        painter.setBrush(theme.color("primaryPale" if self._chosen else "surface"))
        box = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if not self._earlier.isVisibleTo(self):
            self._paint_icon(painter)
        slot = self._slot()
        high = self._text.height(self._text_width())
        area = QRect(slot, (self.height() - high) // 2, self._text_width(), high)
        self._text.paint(painter, area)
        painter.end()

    def _paint_icon(self, painter: QPainter) -> None:
        theme, face = self._theme, self.face
        name = theme.theme_icon_name(face.theme) if face.theme >= 0 else face.icon
        color = theme.theme_color(face.theme) if face.theme >= 0 else theme.color("ink2")
        size = round(22 * min(theme.scale, 1.5))
        slot = self._slot()
        painter.drawPixmap(
            (slot - size) // 2, (self.height() - size) // 2, theme.pixmap(name, color, size)
        )
