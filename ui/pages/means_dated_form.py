# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the forms of « Moyens et dates » share: a title, fields, what keeps them and what leaves
them. Knows nothing of what the dates are."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.form_row import form_row
from ui.widgets.labels import label


class DatedForm(QWidget):
    """Says under each field what is wrong with it; `typed` tells only what can be kept."""

    HEARD_AS = "Form"

    typed = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, title_name: str, longest: int) -> None:
        super().__init__()
        self.key = ""
        """The id of what is being typed."""
        self._head = label("", "card", bold=True, heading=True)
        self.title = QLineEdit()
        self.title.setMaxLength(longest)
        self._title_row = form_row(theme, title_name, self.title)
        self.keep = button(theme, "Ajouter", "secondary")
        self._leave = button(theme, "Annuler", "quiet")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._head)
        self._column.addWidget(self._title_row)

    def _name(self, key: str, title: str, nameless: str) -> None:
        """What is typed from now on: `nameless` stands in the head for a new one, else ""."""
        self.key = key
        self._head.setText(nameless or f"Modifier «\u202f{title}\u202f»")
        self.keep.setText("Ajouter" if nameless else "Enregistrer")
        self.title.setText(title)
        self._title_row.clear_fault()

    def _end(self, typed_in: Iterable[QLineEdit]) -> None:
        """The buttons, below all else; Entrée in any field keeps what is typed."""
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.keep)
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        self.keep.clicked.connect(self._on_kept)
        self._leave.clicked.connect(self.left)
        for field in typed_in:
            field.returnPressed.connect(self._on_kept)

    @Slot()
    def _on_kept(self) -> None:
        """Read the fields, and tell what they hold: each form has its own."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
