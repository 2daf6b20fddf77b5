# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which palette, size of text and movement are shown: what was chosen, or what the system asks."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from ui.desk import Desk
from ui.motion import reduce_motion
from ui.preferences import SCALES, THEMES
from ui.theme import system_palette


class Display(QObject):
    """Keeps the theme in step with the preference, and with the system while that is followed."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_color_scheme_changed)
        desk.preferences.ticked.connect(self._on_ticked)

    @Slot(str)
    def choose_theme(self, choice: str) -> None:
        """Take a theme and remember it; «system» follows the system."""
        if choice in THEMES:
            self._desk.preferences.theme = choice
            self._on_color_scheme_changed()

    @Slot(float)
    def choose_text_size(self, scale: float) -> None:
        """Take a text size and remember it."""
        if scale in SCALES:
            self._desk.preferences.text_scale = scale
            self._desk.theme.set_scale(scale)

    @Slot()
    def _on_ticked(self) -> None:
        reduce_motion(self._desk.preferences.less_motion)

    @Slot()
    def _on_color_scheme_changed(self) -> None:
        choice = self._desk.preferences.theme
        self._desk.theme.set_palette(system_palette() if choice == "system" else choice)
