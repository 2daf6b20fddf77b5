# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the pages of an open dossier have in common: when to show what changed, where to go next."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QTabBar, QWidget

from ui.desk import Desk
from ui.widgets.tab_order import first_in_sight

if TYPE_CHECKING:
    from ui.bridge import Bridge

NARROW, WIDE = 1200, 1600
"""Below the first, one column less; from the second on, more room (design section 3)."""

MARGIN, WIDEST = 24, 1680


def side_margin(width: int) -> int:
    """The room at the left and at the right of a page: what it shows is centred, and never wider
    than is pleasant (design section 3)."""
    return max(MARGIN, (width - WIDEST) // 2)


class Page(QWidget):
    """One page. It is refreshed when it is shown and, while it is shown, after each change. Its
    accessible name, said on entering it, is given by who makes it."""

    HEARD_AS = "Grouping"

    went_to = Signal(str, object)
    """The intent to go to a page, by its id, and to what there (a question, a theme, None)."""
    went_to_main = Signal(str, object)
    """The same, where it is of the main diagnosis whatever is shown."""

    def __init__(self, desk: Desk, bridge: "Bridge") -> None:
        super().__init__()
        self.setObjectName("page")
        self.desk, self.bridge = desk, bridge
        self._stale = True
        bridge.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show what the bridge says now."""

    def show_detail(self, detail: object) -> None:
        """Show one thing in particular; called after the page is shown."""

    def begin(self) -> None:
        """Give the focus to what is done first here: the first thing in sight that the tabulation
        key goes to, so that nothing scrolls. The page itself, which shows no ring but says its
        name, as long as there is none."""
        (first_in_sight(self) or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def areas(self) -> Sequence[tuple[QWidget, Callable[[], object]]]:
        """What F6 stops at besides what is done here, and how each is given the focus."""
        return ()

    def leave(self) -> None:
        """Called before another page is shown or the dossier closes: hand over what waits."""

    @Slot()
    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh()
            if self.window().focusWidget() is self:  # nothing could be done here until now
                self.begin()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()
        if not event.spontaneous() and self._has_lost_focus():
            self.begin()

    def _has_lost_focus(self) -> bool:
        """Whether the focus is nowhere in the page; the steps keep it, for the arrows go on."""
        focus = self.window().focusWidget()
        inside = focus is self or (focus is not None and self.isAncestorOf(focus))
        return not inside and not isinstance(focus, QTabBar)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.leave()
