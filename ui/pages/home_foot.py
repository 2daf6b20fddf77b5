# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The foot of the welcome page: what stays on this computer, how accessible it is, two tools."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QWidget

from ui.pages.home_head import room_of_tools
from ui.theme import Theme
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label, set_property

SAFE_SHORT = "Rien ne quitte cet ordinateur."
SAFE = f"{SAFE_SHORT} Ni compte, ni connexion internet."
ACCESS = "Accessibilité\u00a0: non conforme, faute d’audit"
"""The short form of the statement, whose file is not read before it is asked for: kept by a
test."""
GAP, LINK_PAD = 10, 9
"""Between its parts, and beside the words of the link with its border, in pixels."""
MARGIN, WIDEST = 40, 1440


class HomeFoot(QWidget):
    """Begins with the sentence; the rest comes with `grow` and moves nothing."""

    access_chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._line = QHBoxLayout(self)
        self._line.setSpacing(GAP)
        self._line.addWidget(IconLabel(theme, "theme-9-cyber", "okInk", 20))
        self._safe = label(SAFE, "body", tone="ink2")
        self._line.addWidget(self._safe, 1)
        self._strut = QSpacerItem(0, 0)
        self._line.addItem(self._strut)
        self._room = room_of_tools(theme, GAP)
        self._line.addItem(self._room)

        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        """As high as the link, whether or not it is here."""
        self._strut.changeSize(0, max(40, round(30 * self._theme.scale)) + 2)
        self._line.invalidate()
        self._say()

    def _say(self) -> None:
        """The sentence is shortened, from the first painting on, where that lets the link in."""
        short = self._holds(SAFE_SHORT) and not self._holds(SAFE)
        self._safe.setText(SAFE_SHORT if short else SAFE)

    def _holds(self, words: str) -> bool:
        """Whether these words and the link, which comes later, stand on one line."""
        plain, bold = (QFontMetrics(self._theme.font("body", bold=one)) for one in (False, True))
        link = bold.horizontalAdvance(ACCESS) + 2 * LINK_PAD + GAP
        icon = round(60 * self._theme.scale)
        tools = room_of_tools(self._theme, GAP).sizeHint().width()
        margins = self._line.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        return icon + plain.horizontalAdvance(words) + link + tools <= room

    def grow(self) -> None:
        """Make the link and the tools."""
        from ui.widgets.buttons import button, icon_button
        from ui.widgets.display_menu import DisplayButton

        self.access = button(self._theme, ACCESS, "quiet")
        self.display = DisplayButton(self._theme)
        self.help = icon_button(self._theme, "help", name="Aide")
        for tool in (self.display, self.help):
            self._line.addWidget(tool)
            set_property(tool, "kind", "framed")
            tool.show()
        self._line.removeItem(self._room)
        self.access.clicked.connect(self.access_chosen)

    def has_room(self) -> bool:
        """Whether the link stands beside the sentence, both on one line."""
        return self._holds(self._safe.text())

    def take_access(self) -> None:
        """Have the link here, before the tools."""
        if self._line.indexOf(self.access) < 0:
            self._line.insertWidget(2, self.access)
            QWidget.setTabOrder(self.access, self.display)
            self.access.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = MARGIN + max(0, (self.width() - WIDEST - 2 * MARGIN) // 2)
        self._line.setContentsMargins(side, 8, side, 12)
        self._say()
