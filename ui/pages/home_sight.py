# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What must be in sight on the welcome page where letters are large: the visit if it holds, the
field of one who types in any case."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.widgets.place_search import PlaceSearch
from ui.widgets.scroll import bring_into_view, lay_out_around

AROUND = 8


class HomeSight(QObject):
    """Scrolls once things are laid out, which is never at once."""

    def __init__(self, scroll: QScrollArea, search: PlaceSearch) -> None:
        super().__init__(scroll)
        self.tour: QWidget | None = None
        self._scroll, self._search = scroll, search
        scroll.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def soon(self) -> None:
        """Bring the visit and the field into sight."""
        QTimer.singleShot(0, self, self._reveal)

    def found_soon(self) -> None:
        """Bring what was found into sight."""
        QTimer.singleShot(0, self, self._reveal_found)

    def _reveal(self) -> None:
        if self.tour is not None:
            lay_out_around(self.tour)
            bring_into_view(self.tour, AROUND)
        if self._search.field.hasFocus():
            bring_into_view(self._search.field, AROUND)

    def _reveal_found(self) -> None:
        self._scroll.ensureWidgetVisible(self._search, 0, AROUND)

    @Slot(int, int)
    def _on_range_changed(self, _low: int, _high: int) -> None:
        """Laid out at last: at the first show, the field may be under what is seen."""
        if not self._search.field.text():
            self.soon()
