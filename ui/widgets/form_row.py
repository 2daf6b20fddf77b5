# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A field with its label above and, below, a hint or what is wrong with it and an example."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label, set_property


class FormRow(QWidget):
    """One field of a form. Its fault is seen (border, pictogram, sentence) and said."""

    def __init__(self, theme: Theme, name: str, field: QWidget, hint: str) -> None:
        super().__init__()
        self.field = field
        self._hint_text = hint
        self._name = label(name, "body", bold=True)
        self._hint = label(hint, "caption", tone="ink2")
        self._icon = IconLabel(theme, "stop", "errInk", 17)
        self._fault = label("", "caption", tone="err")
        self._fault_row = QWidget()
        self._build(name)

    def _build(self, name: str) -> None:
        self._name.setBuddy(self.field)
        if not self.field.accessibleName():
            self.field.setAccessibleName(name)
        self.field.setProperty("focus_radius", 10)
        row = QHBoxLayout(self._fault_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._fault, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._name, self.field, self._hint, self._fault_row):
            column.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.clear_fault()

    @property
    def fault(self) -> str:
        """What is said to be wrong, empty when nothing is."""
        return self._fault.text()

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong, with an example; takes the place of the hint."""
        self._fault.setText(sentence)
        self._fault_row.setVisible(bool(sentence))
        self._hint.setVisible(bool(self._hint_text) and not sentence)
        set_property(self.field, "fault", "true" if sentence else "false")
        self.field.setAccessibleDescription(sentence or self._hint_text)

    def clear_fault(self) -> None:
        """Nothing is wrong any more."""
        self.show_fault("")


def form_row(theme: Theme, name: str, field: QWidget, *, hint: str = "") -> FormRow:
    """The field under its label; `hint` is a short sentence or example under it."""
    return FormRow(theme, name, field, hint)
