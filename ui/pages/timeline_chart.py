# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The timeline as a widget: each bar says itself, under the mouse or with ↑ and ↓, and is pulled by
the mouse. Emits intents; decides nothing."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy

from ui.pages.timeline_hover import Hover
from ui.pages.timeline_paint import TimelinePaint
from ui.pages.timeline_places import Places, Row
from ui.pages.timeline_pull import Landing, Pull
from ui.pages.timeline_rows import Bar, TimelineFace
from ui.theme import Theme
from ui.widgets.accessible import Picture
from ui.widgets.announce import announce
from ui.widgets.callout import callout_of, hush
from ui.widgets.menu_key import asks_menu
from ui.widgets.spoken_chart import QUIET

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
SOON = 20
"""Milliseconds after which the window has scrolled to the widget, which is higher than it."""
AROUND = 8
"""Pixels around the row that is gone to, below the axis."""


class TimelineChart(Picture):
    """As high as its rows: the page scrolls, and the axis stays in sight."""

    focus_moved = Signal()
    """To another bar: the ring follows."""
    opened = Signal(str)
    move_asked = Signal(str, int)
    """So many months earlier (below 0) or later."""
    menu_asked = Signal(str, object)

    def __init__(self, theme: Theme, landing: Landing) -> None:
        super().__init__()
        self._theme = theme
        self._pull = Pull(self, theme, landing)
        self._face: TimelineFace | None = None
        self._places: Places | None = None
        self._hover, self._rank = Hover(self, theme), 0
        self._watched: QScrollArea | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._bring)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self._lay_again)

    def show_face(self, face: TimelineFace) -> None:
        """Show other bars; the keyboard stays on its action, wherever that is now."""
        before = self.key
        self._face = face
        keys = [bar.key for bar in face.bars]
        self._rank = keys.index(before) if before in keys else min(self._rank, len(keys) - 1)
        self._rank = max(0, self._rank)
        self._pull.give_up()
        hush(self)
        self._lay_again()

    @property
    def key(self) -> str:
        """The action that the keyboard is on, "" where there is none."""
        bar = self.bar
        return bar.key if bar is not None else ""

    @property
    def bar(self) -> Bar | None:
        """The bar that the keyboard is on."""
        bars = self._face.bars if self._face is not None else ()
        return bars[self._rank] if self._rank < len(bars) else None

    @property
    def places(self) -> Places | None:
        """Where everything is at today’s width."""
        if self._places is None and self._face is not None:
            self._places = Places(self._theme, self._face, self.width())
        return self._places

    def go(self, rank: int) -> None:
        """To that bar, seen and heard."""
        if self._face is None or not self._face.bars:
            return
        self._rank = max(0, min(rank, len(self._face.bars) - 1))
        self._bring()
        self.focus_moved.emit()
        bar = self._face.bars[self._rank]
        callout_of(self, self._theme).tell(self, bar.said, self._bar_rect())
        announce(self, bar.said)

    def focus_on(self, key: str) -> None:
        """To the bar of an action, where it has one."""
        keys = [bar.key for bar in self._face.bars] if self._face is not None else []
        if key in keys:
            self.go(keys.index(key))

    def focus_rect(self) -> QRect:
        """The row that the ring is around."""
        row = self._row()
        return row.rect.adjusted(-6, 1, 6, -1) if row is not None else self.rect()

    def _bar_rect(self) -> QRect:
        """What is spoken of: the bar, or all the row where it has none."""
        row, places = self._row(), self.places
        if row is None or places is None or row.bar is None or row.bar.first is None:
            return self.focus_rect()
        return places.span(row.bar.first, row.bar.last or row.bar.first, row.strip).toRect()

    def _row(self) -> Row | None:
        rows = self.places.bar_rows if self.places is not None else []
        return rows[self._rank] if self._rank < len(rows) else None

    @Slot()
    def _bring(self) -> None:
        """Scroll until the row is seen, clear of the axis."""
        area, row = self._area(), self._row()
        inside = area.widget() if area is not None else None
        if area is None or inside is None or row is None or self.places is None:
            return
        at = self.mapTo(inside, row.rect.center())
        margin = row.rect.height() // 2 + self.places.axis + AROUND
        area.ensureVisible(at.x(), at.y(), 0, min(margin, area.viewport().height() // 2))

    def _area(self) -> QScrollArea | None:
        holder = self.parentWidget()
        while holder is not None and not isinstance(holder, QScrollArea):
            holder = holder.parentWidget()
        return holder

    def _top(self) -> int:
        """Where what is seen of it begins: the axis stays there."""
        area = self._area()
        if area is None or self.places is None:
            return 0
        top = -self.mapTo(area.viewport(), QPoint()).y()
        return max(0, min(top, self.height() - 2 * self.places.axis))

    @Slot()
    def _lay_again(self) -> None:
        self._places = None
        self.updateGeometry()
        self.update()
        self.focus_moved.emit()

    @Slot()
    def _on_scrolled(self) -> None:
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return Places(self._theme, self._face, width).height if self._face is not None else 0

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(max(self.width(), 300)))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        area = self._area()
        if area is not None and area is not self._watched:
            self._watched = area
            area.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        if self.places is not None:
            painter = QPainter(self)
            TimelinePaint(painter, self._theme, self.places).paint(self._top())
            self._pull.paint(painter)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_again()

    def _rank_at(self, at: QPoint) -> int:
        """The rank of the bar at a place, −1 where there is none, or under the axis."""
        places = self.places
        if places is None or at.y() < self._top() + places.axis:
            return -1
        row = places.row_at(at.y())
        return places.bar_rows.index(row) if row is not None and row.bar is not None else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at, places = event.position().toPoint(), self.places
        event.ignore()
        if places is None:
            return
        if event.buttons() & Qt.MouseButton.LeftButton and self._pull.follow(at, places):
            return
        self._hover.over(places, at, opens=self._rank_at(at) >= 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else the release would not come here
        if event.button() == Qt.MouseButton.LeftButton and self.places is not None:
            at = event.position().toPoint()
            rank = self._rank_at(at)
            self._pull.press(self.places.bar_rows[rank] if rank >= 0 else None, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a pull, or of a click: on the row that was pressed."""
        if event.button() != Qt.MouseButton.LeftButton or self.places is None:
            return
        rank, rows = self._rank_at(event.position().toPoint()), self.places.bar_rows
        row, step = self._pull.release()
        if row is None or row not in rows:
            return
        if step is None and rank >= 0 and rows[rank] is row:
            self._rank = rank
            self.opened.emit(self.key)
        elif step:
            self._rank = rows.index(row)
            self.focus_moved.emit()
            self.move_asked.emit(self.key, step)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if mouse:
            rank = self._rank_at(event.pos())
            self._rank = rank if rank >= 0 else self._rank
            self.focus_moved.emit()
        self._ask_menu(event.globalPos() if mouse else None)

    def _ask_menu(self, at: QPoint | None = None) -> None:
        """The menu of the bar that the keyboard is on: at that place, else below its row."""
        if self.key:
            below = self.mapToGlobal(self.focus_rect().bottomLeft())
            self.menu_asked.emit(self.key, below if at is None else at)

    def event(self, event: QEvent) -> bool:
        """While a bar is pulled, Échap is for it, and for nothing else in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and self._pull.on:
            event.accept()
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover.left()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in QUIET:
            self.go(self._rank)
            self._soon.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        hush(self)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pull.give_up():
            return
        key, last = Qt.Key(event.key()), len(self._face.bars) - 1 if self._face else -1
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in MOVES and self.key:
            self.move_asked.emit(self.key, MOVES[key])
        elif key in STEPS and not alt and last >= 0:
            self.go(self._rank + STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self.go(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.key:
            self.opened.emit(self.key)
        elif asks_menu(event):
            self._ask_menu()
        elif key != Qt.Key.Key_Escape or not hush(self):
            super().keyPressEvent(event)
