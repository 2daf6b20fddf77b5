# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""An address on the network, to copy: the application itself never goes to it."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QFocusEvent, QGuiApplication

from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.callout import callout_of, hush
from ui.widgets.link_button import LinkButton

COPIED = "Adresse copiée"


class AddressButton(LinkButton):
    """Copies its address, by the mouse or by the keyboard, and says so until one goes on."""

    def __init__(self, theme: Theme, address: str) -> None:
        super().__init__(theme, "copy")
        self._address = address
        self.say(address.replace("/", "/\u200b"))  # where it may be cut
        self.setAccessibleName(f"Copier l’adresse\u00a0: {address}")
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        callout_of(self, self._theme).tell(self, f"{COPIED}.", self.icon_rect())
        announce(self, COPIED)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        hush(self)
        super().focusOutEvent(event)
