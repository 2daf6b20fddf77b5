# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The name of a theme after its pictogram, which alone takes the colour of the theme."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Role, Theme
from ui.widgets.labels import label
from ui.widgets.theme_icon import ThemeIcon

_SIDE = 20


class ThemeName(QWidget):
    """`rank` from 0, in the order of the questionnaire."""

    def __init__(self, theme: Theme, rank: int, title: str, role: Role = "body") -> None:
        super().__init__()
        self._icon = ThemeIcon(theme, rank, _SIDE)
        self._name = label(title, role, bold=True, wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._name, 1)
