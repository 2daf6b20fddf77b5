# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A number typed in French, with its unit, its bounds, and a sentence when it does not fit."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from autodiag.text.numbers import decimal, integer
from ui.theme import Theme
from ui.widgets.enter_edit import EnterEdit
from ui.widgets.labels import label, set_property

PAUSE_MS = 700
"""How long the typing must rest before the number is taken."""


class NumberField(QWidget):
    """Says the number, or None when the field was emptied, once the typing rests."""

    number_chosen = Signal(object)
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._low, self._high = 0.0, 0.0
        self._shown: float | None = None
        self.edit = EnterEdit()
        self._unit = label("", "body", wrap=False)
        self._said = label("", "caption", tone="ink2")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.edit)
        row.addWidget(self._unit)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._said)
        self._on_theme_changed()

    def _connect(self) -> None:
        self.edit.textEdited.connect(self._on_text_edited)
        self.edit.editingFinished.connect(self.flush)
        self.edit.entered.connect(self._on_entered)
        self._pause.timeout.connect(self.flush)
        self._theme.changed.connect(self._on_theme_changed)

    def ask(self, name: str, low: float, high: float, unit: str) -> None:
        """Ask for a number between two bounds, both included."""
        self._pause.stop()
        self._low, self._high, self._shown = low, high, None
        self.edit.setAccessibleName(name)
        self._unit.setText(unit)
        self.edit.clear()
        self._say("")

    def show_number(self, number: float | None) -> None:
        """Show the number that is kept; what is being typed is left alone."""
        if self._pause.isActive() or number == self._shown:
            return
        self._shown = number
        if self.edit.hasFocus() and _parsed(self.edit.text()) == number:
            return
        self.edit.setText("" if number is None else _written(number))
        self._say("")

    @Slot()
    def flush(self) -> None:
        """Take what is typed now, if it waits."""
        if not self._pause.isActive():
            return
        self._pause.stop()
        text = self.edit.text().strip()
        number = _parsed(text)
        if text and (number is None or not self._low <= number <= self._high):
            self._say(f"Un nombre de {_written(self._low)} à {_written(self._high)}.")
            return
        self._say("")
        if number != self._shown:
            self._shown = number
            self.number_chosen.emit(number)

    @Slot(str)
    def _on_text_edited(self, _text: str) -> None:
        self._pause.start()

    @Slot()
    def _on_entered(self) -> None:
        self.flush()
        if not self._faulty:
            self.entered.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        digits = QFontMetrics(self._theme.font("body")).horizontalAdvance("0" * 12)
        self.edit.setFixedWidth(digits + 32)

    @property
    def _faulty(self) -> bool:
        return self.edit.property("fault") == "true"

    def _say(self, fault: str) -> None:
        bounds = f"De {_written(self._low)} à {_written(self._high)}."
        self._said.setText(fault or bounds)
        set_property(self._said, "tone", "err" if fault else "ink2")
        set_property(self.edit, "fault", "true" if fault else "")
        self.edit.setAccessibleDescription(fault or bounds)


def _parsed(text: str) -> float | None:
    """«1 284,5» → 1284.5; a whole number stays whole. None when it is no number."""
    plain = "".join(text.split()).replace(",", ".").replace("−", "-")
    try:
        number = float(plain)
    except ValueError:
        return None
    if not abs(number) < 1e15:
        return None
    return int(number) if number.is_integer() else number


def _written(number: float) -> str:
    return integer(number) if float(number).is_integer() else decimal(number, 2)
