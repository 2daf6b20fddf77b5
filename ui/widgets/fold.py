# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Something folded under its title until it is asked for; made only then."""

from collections.abc import Callable
from types import MethodType
from weakref import WeakMethod

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.buttons import button

SHOW, HIDE = "Montrer ", "Masquer "
"""How a title begins, folded; and once open."""


class Fold(QWidget):
    """A button that says whether it is open, and what it opens."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._theme = theme
        # who makes it often holds the fold too: kept, its method would keep both
        self._make = WeakMethod(make) if isinstance(make, MethodType) else make
        self._inside: QWidget | None = None
        self._title = ""
        self.button = button(theme, "", "quiet")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def is_open(self) -> bool:
        """Whether what it holds is shown."""
        return self._inside is not None and not self._inside.isHidden()

    @property
    def inside(self) -> QWidget | None:
        """What it holds, None until it was opened once."""
        return self._inside

    def say(self, title: str) -> None:
        """The title, which tells how much there is inside; «Montrer…» becomes «Masquer…»."""
        self._title = title
        self._describe()

    def set_open(self, wanted: bool) -> None:
        """Open or fold."""
        if wanted == self.is_open:
            return
        if self._inside is None:
            self._inside = self._made()
            self._layout.addWidget(self._inside)
        self._inside.setVisible(wanted)
        self._on_theme_changed()
        self.toggled.emit(wanted)

    def _made(self) -> QWidget:
        make = self._make() if isinstance(self._make, WeakMethod) else self._make
        assert make is not None
        return make()

    def _describe(self) -> None:
        shows = self.is_open and self._title.startswith(SHOW)
        self.button.setText(HIDE + self._title.removeprefix(SHOW) if shows else self._title)
        self.button.setAccessibleName(self.button.text())
        self.button.setAccessibleDescription("Déplié" if self.is_open else "Replié")

    @Slot()
    def _on_clicked(self) -> None:
        self.set_open(not self.is_open)

    @Slot()
    def _on_theme_changed(self) -> None:
        side = round(18 * self._theme.scale)
        self.button.setIconSize(QSize(side, side))
        self.button.setIcon(self._theme.icon("minus" if self.is_open else "plus", "primary", side))
        self._describe()
