# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One table of the budget: amounts to the right, sums in bold, an action that can be opened."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTableWidgetItem, QVBoxLayout, QWidget

from ui.pages.budget_faces import TableFace
from ui.theme import Theme
from ui.widgets.labels import label
from ui.widgets.words_table import WordsTable

OPENS = "Entrée, ou un double-clic, ouvre le détail de l’action."


class BudgetTable(QWidget):
    """Under its title. `opened` gives the id of an action."""

    opened = Signal(str)

    def __init__(self, theme: Theme, face: TableFace) -> None:
        super().__init__()
        self._actions = face.actions
        self.table = _Amounts(theme, face)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(face.title, "lead", bold=True, heading=True))
        column.addWidget(self.table)
        if any(face.actions):
            self.table.setAccessibleDescription(OPENS)
        self.table.cellActivated.connect(self._on_activated)

    @Slot(int, int)
    def _on_activated(self, row: int, _column: int) -> None:
        if row < len(self._actions) and self._actions[row]:
            self.opened.emit(self._actions[row])


class _Amounts(WordsTable):
    def __init__(self, theme: Theme, face: TableFace) -> None:
        super().__init__(theme, face.title, face.head, face.widths)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column in range(1, len(face.head)):
            head = self.horizontalHeaderItem(column)
            if head is not None:
                head.setTextAlignment(right)
        self.show_rows(face.rows)
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                item = self.item(row, column)
                if item is None:
                    continue
                if column:
                    item.setTextAlignment(right)
                if row in face.strong:
                    _embolden(item)

    def _cell_metrics(self) -> QFontMetrics:
        font = QFont(self.font())
        font.setBold(True)
        return QFontMetrics(font)


def _embolden(item: QTableWidgetItem) -> None:
    """Only the weight: the size stays that of the table, whatever becomes of it."""
    font = QFont()
    font.setBold(True)
    item.setFont(font)
