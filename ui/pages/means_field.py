# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A value that is typed, or changed step by step with less and more beside it. Keeps nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.labels import label, set_property

PAD = 32
"""Inside a field, at both sides of what is typed."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How a value is read (None: it is not one), written, and changed: `steps` gives the values
    before and after, None where there is none. `fault` says what is expected, with an example."""

    read: Callable[[str], Any]
    write: Callable[[Any], str]
    steps: Callable[[Any], tuple[Any, Any]]
    fault: str
    digits: int = 8


class SteppedField(QWidget):
    """Its name, « − », the field, « + », and what is said of it below. `given` tells a value as
    soon as it is typed, or stepped to."""

    HEARD_AS = "Grouping"

    given = Signal(object)

    def __init__(self, theme: Theme, name: str, kind: Kind, unit: str = "") -> None:
        super().__init__()
        self._theme, self._kind = theme, kind
        self._value: Any = None
        self._from: Any = None
        self._below = ""
        self._name = label(name, "body", bold=True)
        self.edit = QLineEdit()
        self.less = icon_button(theme, "minus", name=f"Moins\u00a0: {name}")
        self.more = icon_button(theme, "plus", name=f"Plus\u00a0: {name}")
        self._unit = label(unit, wrap=False)
        self._said = label("", "caption", tone="ink2")
        self.setAccessibleName(name)
        self._build(name)
        self._connect()

    @property
    def fault(self) -> str:
        """What is wrong with what is typed, empty when nothing is."""
        return self._said.text() if self.edit.property("fault") == "true" else ""

    def show_value(self, value: Any, said: str = "", *, on: bool = True, start: Any = None) -> None:
        """Show a value (None: none yet) and what is said of it; what is being typed is left alone.
        `start`: where « − » and « + » begin without one."""
        typing = self.edit.hasFocus() and self.edit.isModified()
        self._value, self._from, self._below = value, start, said
        for part in (self.edit, self.less, self.more):
            part.setEnabled(on)
        if typing or (self.fault and not on):
            return
        self.edit.setText("" if value is None else self._kind.write(value))
        self._say("")

    def show_unit(self, unit: str) -> None:
        """Say what the value counts."""
        self._unit.setText(unit)

    def take(self, fault: str = "") -> Any:
        """What is typed, None where it cannot be read: then it is said below, or `fault` is."""
        read = self._kind.read(self.edit.text())
        self._say(fault or ("" if read is not None else self._kind.fault))
        return read

    def begin(self) -> None:
        """Give it the keyboard."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.selectAll()

    def _build(self, name: str) -> None:
        self._name.setBuddy(self.edit)
        self.edit.setAccessibleName(name)
        self.edit.setProperty("focus_radius", 10)
        self.edit.setMaxLength(30)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.less, self.edit, self.more, self._unit):
            row.addWidget(part)
        row.addStretch(1)
        for side in (self.less, self.more):
            side.setProperty("kind", "framed")
            side.setMinimumSize(QSize(44, 44))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._name)
        column.addLayout(row)
        column.addWidget(self._said)
        self._unit.setVisible(bool(self._unit.text()))  # in its place: before, it is a window
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._on_theme_changed()

    def _connect(self) -> None:
        self.edit.editingFinished.connect(self._on_typed)
        self.less.clicked.connect(self._on_less_clicked)
        self.more.clicked.connect(self._on_more_clicked)
        self._theme.changed.connect(self._on_theme_changed)

    def _say(self, fault: str) -> None:
        said = fault or self._below
        self._said.setText(said)
        self._said.setVisible(bool(said))
        set_property(self._said, "tone", "err" if fault else "ink2")
        set_property(self.edit, "fault", "true" if fault else "false")
        self.edit.setAccessibleDescription(said)

    def _step(self, side: int) -> None:
        at = self._kind.read(self.edit.text())
        at = self._value if at is None else at
        to = self._from if at is None else self._kind.steps(at)[side]
        if to is not None:
            self.edit.setText(self._kind.write(to))
            self._say("")
            self.given.emit(to)

    @Slot()
    def _on_less_clicked(self) -> None:
        self._step(0)

    @Slot()
    def _on_more_clicked(self) -> None:
        self._step(1)

    @Slot()
    def _on_typed(self) -> None:
        """Entrée, or the keyboard goes elsewhere: what is typed is taken, or what is wrong said."""
        if not self.edit.isModified():
            return
        self.edit.setModified(False)
        read = self.take()
        if read is not None and read != self._value:
            self.given.emit(read)
        elif read is not None:
            self.edit.setText(self._kind.write(read))

    @Slot()
    def _on_theme_changed(self) -> None:
        digits = QFontMetrics(self._theme.font("body")).horizontalAdvance("0" * self._kind.digits)
        self.edit.setFixedWidth(digits + PAD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Échap leaves what was typed wrongly, and shows the value that is kept."""
        if event.key() == Qt.Key.Key_Escape and (self.fault or self.edit.isModified()):
            self.edit.setModified(False)
            self.edit.setText("" if self._value is None else self._kind.write(self._value))
            self._say("")
        else:
            super().keyPressEvent(event)
