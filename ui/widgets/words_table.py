# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Lire en mots »: the data of charts as a table, all of it shown, that the keyboard reads."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ui.theme import Theme

_AIR = 12
"""Pixels around the text of a row."""


class WordsTable(QTableWidget):
    """As high as its rows: the page scrolls, not the table. `widths`: shares of the columns."""

    def __init__(self, theme: Theme, name: str, head: Sequence[str], widths: Sequence[int]) -> None:
        super().__init__(0, len(head))
        self._widths = tuple(widths)
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
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._fit)
        theme.changed.connect(self._later.start)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows, as many cells as there are columns."""
        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(at, column, item)
        self._later.start(0)

    @Slot()
    def _fit(self) -> None:
        """The columns share the width, the table takes the height of its rows."""
        room, total = self.viewport().width(), sum(self._widths)
        for column, share in enumerate(self._widths):
            self.setColumnWidth(column, room * share // total)
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, self.rowHeight(row) + _AIR)
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        high = rows + self.horizontalHeader().height() + 2 * self.frameWidth()
        if high != self.height():
            self.setFixedHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start(0)

    def wheelEvent(self, event: QEvent) -> None:
        """The page scrolls."""
        event.ignore()
