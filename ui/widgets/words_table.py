# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Lire en mots »: the data of charts as a table, all of it shown, that the keyboard reads."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from ui.theme import Theme

_AIR = 12
"""Pixels around the text of a row."""
_PADDING = 8
"""Beside the words of a cell, and of the header above them."""
_ITEM = 3
"""What Qt adds beside the words of a cell."""


class _Wrapping(QStyledItemDelegate):
    """Cells as high as their text within its padding, which Qt leaves out of its reckoning."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        inside = QStyleOptionViewItem(option)
        beside = _PADDING - _ITEM
        rect: QRect = inside.rect  # pyright: ignore[reportAttributeAccessIssue]
        inside.rect = rect.adjusted(beside, 0, -beside, 0)  # pyright: ignore[reportAttributeAccessIssue]
        return super().sizeHint(inside, index)


class WordsTable(QTableWidget):
    """As high as its rows: the page scrolls, not the table. `widths`: shares of the columns."""

    def __init__(self, theme: Theme, name: str, head: Sequence[str], widths: Sequence[int]) -> None:
        super().__init__(0, len(head))
        self._head, self._widths = list(head), tuple(widths)
        self._longest = [""] * len(self._head)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(head))
        self.verticalHeader().hide()
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setStyleSheet(f"QHeaderView::section {{ padding: 6px {_PADDING}px; }}")
        self.setStyleSheet(f"QTableView::item {{ padding: 0 {_PADDING - _ITEM}px; }}")
        self.setItemDelegate(_Wrapping(self))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._fit)
        theme.changed.connect(self._later.start)

    def name_column(self, column: int, name: str) -> None:
        """Call a column otherwise; told before the rows."""
        self._head[column] = name

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows, as many cells as there are columns."""
        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(at, column, item)
        columns = zip(*rows, strict=True) if rows else [()] * len(self._head)
        self._longest = [_longest_word(column) for column in columns]
        self._later.start(0)

    @Slot()
    def _fit(self) -> None:
        """The columns share the width, the table takes the height of its rows."""
        for column, wide in enumerate(self._columns()):
            self.setColumnWidth(column, wide)
            head = self.horizontalHeaderItem(column)
            if head is not None:
                head.setText(self._wrapped(self._head[column], wide - 2 * _PADDING))
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, self.rowHeight(row) + _AIR)
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        high = rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        if high != self.height():
            self.setFixedHeight(high)

    def _columns(self) -> list[int]:
        """Their widths: the shares asked for, but never less than the longest word of a column."""
        room = self.viewport().width()
        above, below = self._head_metrics(), self._cell_metrics()
        least = [
            max(
                above.horizontalAdvance(_longest_word([head])),
                below.horizontalAdvance(word),
            )
            + 2 * _PADDING
            + _ITEM
            for head, word in zip(self._head, self._longest, strict=True)
        ]
        if sum(least) > room:
            return [room * low // sum(least) for low in least]
        wanted = [room * share / sum(self._widths) for share in self._widths]
        more = [max(0.0, wide - low) for low, wide in zip(least, wanted, strict=True)]
        spare = room - sum(least)
        return [low + int(spare * each / sum(more)) for low, each in zip(least, more, strict=True)]

    def _head_metrics(self) -> QFontMetrics:
        font = QFont(self.horizontalHeader().font())
        font.setBold(True)
        return QFontMetrics(font)

    def _cell_metrics(self) -> QFontMetrics:
        """Of the widest letters that a cell may have."""
        return self.fontMetrics()

    def _wrapped(self, text: str, width: int) -> str:
        """A header on as many lines as it takes: Qt would cut it."""
        metrics, lines = self._head_metrics(), [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and metrics.horizontalAdvance(longer) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return "\n".join(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start(0)

    def wheelEvent(self, event: QEvent) -> None:
        """The page scrolls."""
        event.ignore()


def _longest_word(texts: Iterable[str]) -> str:
    """The longest run of letters that no line may cut."""
    words = (word for text in texts for word in text.replace("\n", " ").split(" "))
    return max(words, key=len, default="")
