# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What each card under the comparators has in common."""

from PySide6.QtCore import Signal

from ui.bridge import Bridge
from ui.widgets.card import Card


class Aside(Card):
    """One reading. `page_asked`: to a page, by its id."""

    page_asked = Signal(str)

    margins: bool = False
    """Whether margins were asked for: they are not shown otherwise (contract B3)."""

    def show_beside(self, bridge: Bridge) -> bool:
        """Show what the dossier says now; whether there is anything to say."""
        return bool(bridge) and not self.body.isEmpty()
