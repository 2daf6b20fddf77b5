# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The head of a quarter: its name, its months, those that are closed, the aid asked for then, and
the days it asks beside those it has."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.pages.quarters_words import QuarterFace
from ui.theme import Theme
from ui.widgets.capacity_meter import CapacityMeter
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label


class QuarterHead(QWidget):
    """Shows what it is told; the months are below the name where there is no room beside."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.name = label("", "lead", bold=True)
        self._months = label("", "caption", tone="ink2")
        self._closed, self._closures = _noted(theme, "stop")
        self._window, self._windows = _noted(theme, "euro")
        self._meter = CapacityMeter(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self._months)
        column.addLayout(names)
        for part in (self._meter, self._closed, self._window):
            column.addWidget(part)

    def show_face(self, face: QuarterFace) -> None:
        """Show another quarter."""
        self.name.setText(face.name)
        self._months.setText(face.months)
        self._closures.setText("\n".join(face.closed))
        self._closed.setVisible(bool(face.closed))
        self._windows.setText("\n".join(face.aid))
        self._window.setVisible(bool(face.aid))
        self._meter.show_face(face.meter, face.name)


def _noted(theme: Theme, icon: str) -> tuple[QWidget, QLabel]:
    """A line with its pictogram, and where its words are."""
    line, words = QWidget(), label("", "caption", tone="ink2")
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(IconLabel(theme, icon, "ink2", 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    line.hide()
    return line, words
