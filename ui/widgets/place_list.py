# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The places found, as a list in the page: five rows at most, never a pop-up window.

Shows what it is given; knows nothing of how places are found.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from autodiag.places.places import Match
from ui.theme import Theme
from ui.widgets.place_words import inhabitants, where
from ui.widgets.tooltip import set_tooltip

ROWS = 5
_ROW = 48
_MARGIN = 18
_GAP = 10
_RADIUS = 11
_MATCH = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class _RowDelegate(QStyledItemDelegate):
    """Name in bold, what tells it from the others, population at right; on two lines if need be."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        metrics = QFontMetrics(self._theme.font("card", bold=True))
        lines = 1 if self._fits(index, option.widget.width()) else 2
        return QSize(0, max(_ROW, lines * metrics.height() + 20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        self._paint_back(painter, option, index)
        box = QRectF(option.rect).adjusted(_MARGIN, 0, -_MARGIN, 0)
        match: Match | None = index.data(_MATCH)
        if match is None:
            painter.setFont(self._theme.font("body"))
            painter.setPen(self._theme.color("ink2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        else:
            self._paint_match(painter, box, match, self._fits(index, option.widget.width()))
        painter.restore()

    def _paint_back(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(option.widget.contentsRect()), _RADIUS, _RADIUS)
        painter.setClipPath(outline)
        states = QStyle.StateFlag
        chosen = bool(option.state & states.State_Selected)
        if chosen or (option.state & states.State_MouseOver and index.data(_MATCH) is not None):
            shade = "primaryPale" if chosen else "sunken"
            painter.fillRect(option.rect, self._theme.color(shade))
        if index.row() < index.model().rowCount() - 1:
            painter.setPen(self._theme.color("line"))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _paint_match(self, painter: QPainter, box: QRectF, match: Match, one_line: bool) -> None:
        theme, flags = self._theme, Qt.AlignmentFlag
        bold, plain = theme.font("card", bold=True), theme.font("body")
        size = inhabitants(match.authority)
        wide = QFontMetrics(plain).horizontalAdvance(size)
        middle = box.center().y()
        top = box if one_line else QRectF(box.x(), box.y() + 8, box.width(), middle - box.y() - 8)
        under = QRectF(box.x(), middle, box.width() - wide - _GAP, box.bottom() - middle - 8)
        painter.setFont(bold)
        painter.setPen(theme.color("ink"))
        name = QFontMetrics(bold).elidedText(
            match.authority.name, Qt.TextElideMode.ElideRight, int(top.width())
        )
        painter.drawText(top, flags.AlignVCenter, name)
        painter.setFont(plain)
        painter.setPen(theme.color("ink2"))
        if one_line:
            under = top.adjusted(QFontMetrics(bold).horizontalAdvance(name) + _GAP, 0, -wide, 0)
        place = QFontMetrics(plain).elidedText(
            where(match.authority, match.former), Qt.TextElideMode.ElideRight, int(under.width())
        )
        painter.drawText(under, flags.AlignVCenter, place)
        at_right = top if one_line else QRectF(box.x(), middle, box.width(), under.height())
        painter.drawText(at_right, flags.AlignVCenter | flags.AlignRight, size)

    def _fits(self, index: _Index, width: int) -> bool:
        """Whether all of a row fits on one line."""
        match: Match | None = index.data(_MATCH)
        if match is None:
            return True
        bold = QFontMetrics(self._theme.font("card", bold=True))
        plain = QFontMetrics(self._theme.font("body"))
        texts = where(match.authority, match.former), inhabitants(match.authority)
        wide = bold.horizontalAdvance(match.authority.name)
        wide += sum(plain.horizontalAdvance(text) for text in texts)
        return wide + 2 * _MARGIN + 3 * _GAP <= width


class PlaceList(QListWidget):
    """Chosen with the mouse or Entrée; ↑ on the first row and letters give the focus back."""

    chosen = Signal(object)
    """The LocalAuthority of a row."""
    left = Signal(str)
    """The focus goes back to the field, with what was typed here."""
    focus_moved = Signal()
    """The ring is around the current row."""
    most = ROWS
    """Rows, the remark under them included."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Collectivités trouvées")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListWidget { border-radius: 12px; }")
        self.setProperty("focus_radius", 12)
        self.setItemDelegate(_RowDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        for bars in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            bars(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_item_clicked)
        self.currentRowChanged.connect(self._on_current_row_changed)
        theme.changed.connect(self._fit)

    def show_matches(self, matches: Sequence[Match], more: str, *, preselect: bool) -> None:
        """Show these rows and, under them, `more`; the first is ready for Entrée or none is."""
        self.clear()
        for match in matches:
            authority = match.authority
            texts = (authority.name, where(authority, match.former), inhabitants(authority))
            item = QListWidgetItem(", ".join(text for text in texts if text))
            item.setData(_MATCH, match)
            set_tooltip(item, item.text())
            self.addItem(item)
        if more:
            item = QListWidgetItem(more)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        if preselect and matches:
            self.setCurrentRow(0)
        self._fit()

    def enter(self) -> None:
        """Take the focus, on the first row unless another is chosen."""
        if self.currentRow() < 0:
            self.setCurrentRow(0)
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def choose_current(self) -> bool:
        """Choose the current row; False when there is none."""
        match: Match | None = item.data(_MATCH) if (item := self.currentItem()) else None
        if match is not None:
            self.chosen.emit(match.authority)
        return match is not None

    def focus_rect(self) -> QRect:
        """Where the current row is."""
        item = self.currentItem()
        return self.visualItemRect(item).adjusted(0, 0, 0, 1) if item else self.rect()

    def _on_current_row_changed(self, _row: int) -> None:
        self.focus_moved.emit()

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        match: Match | None = item.data(_MATCH)
        if match is not None:
            self.chosen.emit(match.authority)

    def _fit(self) -> None:
        """As high as its rows: it never scrolls."""
        self.doItemsLayout()
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(rows + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and self.currentRow() <= 0):
            self.left.emit("")
        elif text.isprintable() and text.strip():
            self.left.emit(text)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
