# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A pictogram that follows the theme. Decoration: the words beside it say the same."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel

from ui.theme import Theme


class IconLabel(QLabel):
    """One pictogram in the colour of a token, `size` logical pixels wide at 100 %."""

    HEARD_AS = "Whitespace"  # it adorns words that say all

    def __init__(self, theme: Theme, icon: str, token: str = "ink", size: int = 20) -> None:
        super().__init__()
        self._theme, self._icon, self._token, self._size = theme, icon, token, size
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def show_icon(self, icon: str, token: str) -> None:
        """Take another pictogram or colour."""
        self._icon, self._token = icon, token
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        side = round(self._size * self._theme.scale)
        self.setPixmap(self._theme.pixmap(self._icon, self._theme.color(self._token), side))
        self.setFixedSize(side, side)
