# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Buttons: the verb first, at least 40 px high, and a name even where there is only a pictogram."""

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QHelpEvent, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QPushButton, QToolButton

from ui.theme import Theme
from ui.widgets.tooltip import show_name

Kind = Literal["primary", "secondary", "quiet"]
GAP = 6
"""Pixels between a pictogram and the text of its button, beside the little that Qt leaves."""
INK = {"primary": "onPrimary", "secondary": "ink", "quiet": "primary"}


class Button(QPushButton):
    """A push button whose pictogram follows the theme."""

    def __init__(self, theme: Theme, text: str, kind: Kind, icon: str, *, after: bool) -> None:
        super().__init__(text)
        self._theme, self._icon, self._ink = theme, icon, INK[kind]
        self.setProperty("kind", kind)
        self.setProperty("focus_radius", 10)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if after:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if icon:
            self._on_theme_changed()
            theme.changed.connect(self._on_theme_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Entrée too: Qt gives it to the buttons of dialogs only."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_theme_changed(self) -> None:
        size = round(20 * self._theme.scale)
        gap = round(GAP * self._theme.scale) if self.text() else 0
        self.setIconSize(QSize(size + gap, size))
        icon = QIcon()
        for mode, ink in ((QIcon.Mode.Normal, self._ink), (QIcon.Mode.Disabled, "ink3")):
            drawn = self._theme.pixmap(self._icon, self._theme.color(ink), size)
            icon.addPixmap(self._spaced(drawn, gap), mode)
        self.setIcon(icon)

    def _spaced(self, drawn: QPixmap, gap: int) -> QPixmap:
        """The pictogram with room between it and the text: Qt leaves too little."""
        ratio = drawn.devicePixelRatio()
        wide = QPixmap(drawn.width() + round(gap * ratio), drawn.height())
        wide.setDevicePixelRatio(ratio)
        wide.fill(Qt.GlobalColor.transparent)
        after = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter = QPainter(wide)
        painter.drawPixmap(gap if after else 0, 0, drawn)
        painter.end()
        return wide


class IconButton(QToolButton):
    """A button that is only a pictogram: its name is said by assistive technologies."""

    def __init__(self, theme: Theme, icon: str, name: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setAccessibleName(name)
        self.setProperty("focus_radius", 10)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def event(self, event: QEvent) -> bool:
        """Its name shows under the mouse, unless it has more to say there."""
        if isinstance(event, QHelpEvent) and not self.toolTip():
            show_name(self, event)
            return True
        return super().event(event)

    @Slot()
    def _on_theme_changed(self) -> None:
        size = round(22 * self._theme.scale)
        self.setIconSize(QSize(size, size))
        self.setIcon(self._theme.icon(self._icon, "ink", size))


def button(
    theme: Theme, text: str, kind: Kind = "secondary", icon: str = "", *, icon_after: str = ""
) -> Button:
    """A button with its text; the pictogram before it, or after with `icon_after`."""
    return Button(theme, text, kind, icon or icon_after, after=bool(icon_after))


def icon_button(theme: Theme, icon: str, *, name: str) -> IconButton:
    """A pictogram alone, with the name that is said and shown in its tooltip."""
    return IconButton(theme, icon, name)
