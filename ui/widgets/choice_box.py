# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A drop-down list of the house: its arrow follows the theme, and the wheel never changes it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from ui.theme import Theme
from ui.widgets.wheel_guard import guard_wheel


class ChoiceBox(QComboBox):
    """`options` are ids and texts; `chosen` tells the id that somebody chose."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setProperty("focus_radius", 10)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_options(options)
        guard_wheel(self)
        self.activated.connect(self._on_activated)
        theme.changed.connect(self.updateGeometry)

    @property
    def choice(self) -> str:
        """The id of the option shown."""
        return str(self.currentData() or "")

    def show_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these; the one shown stays if it is among them."""
        before = self.choice
        self.clear()
        for option, text in options:
            self.addItem(text, option)
        self.show_choice(before)
        self.updateGeometry()

    def show_choice(self, option: str) -> None:
        """Show this option, or the first one."""
        self.setCurrentIndex(max(0, self.findData(option)))

    @Slot(int)
    def _on_activated(self, _index: int) -> None:
        self.chosen.emit(self.choice)

    def sizeHint(self) -> QSize:
        """Room for the longest option; less is enough where there is no room."""
        metrics = self.fontMetrics()
        texts = [self.itemText(row) for row in range(self.count())]
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        return QSize(widest + round(60 * self._theme.scale), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = round(18 * self._theme.scale)
        arrow = self._theme.pixmap("chev", self._theme.color("ink2"), side)
        painter = QPainter(self)
        painter.drawPixmap(self.width() - side - 10, (self.height() - side) // 2, arrow)
        painter.end()
