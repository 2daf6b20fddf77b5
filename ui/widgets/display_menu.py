# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Affichage »: the theme, the size of the text, and the ticks that are kept as they are put.

Says which theme and size were chosen; changes neither.
"""

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
    ("projection", "Pour la projection (textes agrandis)"),
)
SIZES = ((1.0, "100\u00a0%"), (1.25, "125\u00a0%"), (1.5, "150\u00a0%"), (2.0, "200\u00a0%"))
TICKS = (
    ("moves_on", "Passer à la suite après chaque réponse"),
    ("answer_keys", "Touches de réponse\u00a0: 0 à 4, N, S, R"),
    ("less_motion", "Moins d’animations"),
)
"""The ticks of the preferences, by the name they have there."""


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
        menu.addSeparator()
        self.ticks = _ticks(menu, TICKS)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu.aboutToShow.connect(self._on_about_to_show)
        self.themes.triggered.connect(self._on_theme_triggered)
        self.sizes.triggered.connect(self._on_size_triggered)
        for action in self.ticks:
            action.triggered.connect(self._on_ticked)

    def follow(self, preferences: Preferences) -> None:
        """Tick what the preferences say, each time the menu opens."""
        self._preferences = preferences

    @Slot()
    def _on_about_to_show(self) -> None:
        if self._preferences is not None:
            self.show_choice(self._preferences.theme, self._preferences.text_scale)
            for action in self.ticks:
                action.setChecked(bool(getattr(self._preferences, action.data())))

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

    @Slot(bool)
    def _on_ticked(self, _checked: bool = False) -> None:
        if self._preferences is not None:
            for action in self.ticks:
                if action.isChecked() != getattr(self._preferences, action.data()):
                    setattr(self._preferences, action.data(), action.isChecked())


def _ticks(menu: QMenu, ticks: tuple[tuple[str, str], ...]) -> list[QAction]:
    made: list[QAction] = []
    for name, text in ticks:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setData(name)
        made.append(action)
    return made


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
