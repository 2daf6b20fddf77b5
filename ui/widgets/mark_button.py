# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The mark of Autodiag, which leads back to the welcome page."""

from PySide6.QtCore import QSize, Slot

from ui.theme import Theme
from ui.widgets.buttons import IconButton

SIZE = 34


class MarkButton(IconButton):
    """The nine arcs around a town hall, in the colour of the palette."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "app-mark", "Accueil")

    @Slot()
    def _on_theme_changed(self) -> None:
        size = round(SIZE * self._theme.scale)
        self.setIconSize(QSize(size, size))
        self.setIcon(self._theme.icon("app-mark", "primary", size))
