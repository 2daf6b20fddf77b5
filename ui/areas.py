# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""F6: from one area of the window to the next, for whom the tabulation key is a long way; and back
to the page from what comes and goes."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ui.focus_kept import FocusKept
from ui.tour import Tour
from ui.widgets.tab_order import first_in_sight

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.widgets.banner_stack import BannerStack
    from ui.widgets.top_bar import TopBar

Area = tuple[QWidget, Callable[[], object]]
"""What it is made of, and how the focus is given to what matters in it."""


class Areas(QObject):
    """The page, its views where it has several, the steps, the visit, the messages."""

    def __init__(
        self, window: "MainWindow", stack: QStackedWidget, bar: "TopBar", banners: "BannerStack"
    ) -> None:
        super().__init__(window)
        self._window, self._stack, self._bar, self._banners = window, stack, bar, banners
        self._kept = FocusKept(window, self.enter_page)
        banners.focus_left.connect(self.give_back)
        bar.stepper.entered.connect(self.enter_page)

    @Slot()
    def give_back(self) -> None:
        """From a message or the visit, before it is hidden: the focus goes where it was."""
        self._kept.give_back()

    @Slot()
    def enter_page(self) -> None:
        """Give the focus to what is done first in the page, or can be."""
        dossier, shown = self._window.dossier, self._stack.currentWidget()
        if dossier is not None:
            dossier.page(dossier.shown).begin()
        if shown is not None and (
            dossier is None or not shown.isAncestorOf(self._window.focusWidget())
        ):
            (first_in_sight(shown) or shown).setFocus(Qt.FocusReason.OtherFocusReason)

    def enter_beside(self, by: int) -> None:
        """From the page to the steps, and so on, and back to the page; `by` -1, the other way
        round."""
        bar, banners = self._bar, self._banners
        visits = [(visit.card, visit.enter) for visit in self._window.findChildren(Tour)]
        page, steps = (self._stack, self.enter_page), (bar, bar.stepper.setFocus)
        _enter_beside((page, *self._inside(), steps, *visits, (banners, banners.enter)), by)

    def _inside(self) -> Sequence[Area]:
        """What a page has besides what is done in it."""
        dossier = self._window.dossier
        return () if dossier is None else dossier.page(dossier.shown).areas()


def _enter_beside(areas: Sequence[Area], by: int) -> None:
    """Among the areas that are seen; one that stands inside another comes later in the list."""
    seen = [area for area in areas if area[0].isVisible()]
    focus = QApplication.focusWidget()
    here = [n for n, (area, _) in enumerate(seen) if focus and area.isAncestorOf(focus)]
    if seen:
        _, enter = seen[(here[-1] + by if here else 0) % len(seen)]
        enter()
