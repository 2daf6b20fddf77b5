# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Affichage »: the theme and the size of the text. Says what was chosen; changes nothing."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ui.preferences import Preferences
from ui.theme import Theme
from ui.widgets.buttons import IconButton

THEMES = (
    ("system", "Comme le système"),
    ("light", "Clair"),
    ("dark", "Sombre"),
    ("projection", "Pour la projection"),
)
SIZES = ((1.0, "100\u00a0%"), (1.25, "125\u00a0%"), (1.5, "150\u00a0%"), (2.0, "200\u00a0%"))


class DisplayButton(IconButton):
    """The « Aa » button and its menu."""

    theme_chosen = Signal(str)
    text_size_chosen = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "aa", "Affichage")
        self._preferences: Preferences | None = None
        menu = QMenu(self)
        menu.setAccessibleName("Affichage")
        self.themes = _choices(menu, "Thème", THEMES, self)
        menu.addSeparator()
        self.sizes = _choices(menu, "Taille du texte", SIZES, self)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu.aboutToShow.connect(self._on_about_to_show)
        self.themes.triggered.connect(self._on_theme_triggered)
        self.sizes.triggered.connect(self._on_size_triggered)

    def follow(self, preferences: Preferences) -> None:
        """Tick what the preferences say, each time the menu opens."""
        self._preferences = preferences

    @Slot()
    def _on_about_to_show(self) -> None:
        if self._preferences is not None:
            self.show_choice(self._preferences.theme, self._preferences.text_scale)

    def show_choice(self, theme_name: str, scale: float) -> None:
        """Tick what is in force."""
        for group, value in ((self.themes, theme_name), (self.sizes, scale)):
            for action in group.actions():
                action.setChecked(action.data() == value)

    @Slot(QAction)
    def _on_theme_triggered(self, action: QAction) -> None:
        self.theme_chosen.emit(action.data())

    @Slot(QAction)
    def _on_size_triggered(self, action: QAction) -> None:
        self.text_size_chosen.emit(action.data())


def _choices(
    menu: QMenu,
    title: str,
    choices: tuple[tuple[object, str], ...],
    parent: QWidget,
) -> QActionGroup:
    """A heading, then choices of which one is ticked."""
    heading = menu.addAction(title)
    heading.setEnabled(False)
    group = QActionGroup(parent)
    for value, text in choices:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setData(value)
        group.addAction(action)
    return group
