# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The pictogram of a theme in its colour. Decoration: the name stands beside it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel

from ui.theme import Theme
from ui.widgets.theme_picture import theme_picture


class ThemeIcon(QLabel):
    """The theme of that rank, from 0; `size` logical pixels at 100 %."""

    HEARD_AS = "Whitespace"  # it adorns words that say all

    def __init__(self, theme: Theme, rank: int, size: int = 24) -> None:
        super().__init__()
        self._theme, self._rank, self._size = theme, rank, size
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        theme, side = self._theme, round(self._size * self._theme.scale)
        color = theme.theme_color(self._rank)
        self.setPixmap(theme_picture(theme, self._rank, color, side))
        self.setFixedSize(side, side)
