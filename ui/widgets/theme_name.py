# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The name of a theme after its pictogram, which alone takes the colour of the theme."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.theme import Role, Theme
from ui.widgets.labels import label

_SIDE = 20


class ThemeName(QWidget):
    """`rank` from 0, in the order of the questionnaire."""

    def __init__(self, theme: Theme, rank: int, title: str, role: Role = "body") -> None:
        super().__init__()
        self._theme, self._rank = theme, rank
        self._icon = QLabel()
        self._name = label(title, role, bold=True, wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._name, 1)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        side = round(_SIDE * self._theme.scale)
        name, color = self._theme.theme_icon_name(self._rank), self._theme.theme_color(self._rank)
        self._icon.setPixmap(self._theme.pixmap(name, color, side))
        self._icon.setFixedSize(QSize(side, side))
