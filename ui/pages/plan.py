# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The page «feuille»: one plan, looked at in several ways. Knows nothing of what each shows."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.page import Page, side_margin
from ui.pages.plan_views import PERIODS, VIEWS, make_view
from ui.pages.roadmap_notes import LEFT_OUT, MEANS
from ui.planning import Planner
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.segmented import Segmented

SWITCH = "Façon de voir la feuille de route"


class _Views(QStackedLayout):
    """As small as the view that is shown: another one, out of sight, asks for nothing."""

    def minimumSize(self) -> QSize:
        shown = self.itemAt(self.currentIndex())
        return QSize() if shown is None else shown.minimumSize()


class PlanPage(Page):
    """A row of views, and the one that is looked at. They share one planner."""

    view_shown = Signal(str)

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__(desk, bridge)
        self.planner = Planner(desk, bridge, self)
        self.views: dict[str, Page] = {}
        self.switch = Segmented(desk.theme, SWITCH, VIEWS)
        self._stack = _Views()
        self._row = QHBoxLayout()
        self.box = ChoiceBox(desk.theme, SWITCH, VIEWS)
        self._row.addWidget(self.switch, 100_000)  # the rest gets a pixel only beyond its maximum
        self._row.addWidget(self.box)
        self._row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._row)
        layout.addLayout(self._stack, 1)
        for one in (self.switch, self.box):
            one.chosen.connect(self.show_view)
        desk.theme.changed.connect(self._fit)
        self.show_view(PERIODS)

    @property
    def shown(self) -> Page:
        """The view that is looked at."""
        return self.views[str(self.switch.choice)]

    def view(self, name: str) -> Page:
        """The view of that name, made the first time."""
        if name not in self.views:
            view = make_view(name, self.desk, self.bridge, self.planner)
            view.went_to.connect(self._on_went_to)
            self.views[name] = view
            self._stack.addWidget(view)
        return self.views[name]

    @Slot(str)
    def show_view(self, name: str) -> None:
        """Look at the plan that way."""
        view = self.view(name)
        for one in (self.switch, self.box):
            one.show_choice(name)
        self._stack.setCurrentWidget(view)
        self.view_shown.emit(name)

    def show_detail(self, detail: object) -> None:
        """A view by its name, or an action, whose detail is opened among the periods."""
        if detail in dict(VIEWS):
            self.show_view(str(detail))
        elif detail:
            self.show_view(PERIODS)
            self.shown.show_detail(detail)

    def begin(self) -> None:
        self.shown.begin()

    def areas(self) -> Sequence[tuple[QWidget, Callable[[], object]]]:
        """The ways to look at the plan: far from what is done in it, with the tabulation key."""
        return ((self.switch, self.switch.focus_choice), (self.box, self.box.setFocus))

    def leave(self) -> None:
        for view in self.views.values():
            view.leave()

    @Slot(str, object)
    def _on_went_to(self, page: str, detail: object) -> None:
        """A view may lead to another one, or to the detail of an action."""
        if page == "feuille":
            self.show_detail(detail)
        elif page in (MEANS, LEFT_OUT):
            self.show_detail(page)
        else:
            self.went_to.emit(page, detail)

    @Slot()
    def _fit(self) -> None:
        """All the views on one row; where they do not hold there, a list that drops down."""
        side = side_margin(self.width())
        self._row.setContentsMargins(side, 8, side, 0)
        wide = self.switch.natural_width()
        self.switch.setMaximumWidth(wide)
        row = wide <= self.width() - 2 * side
        focused = self.switch.isAncestorOf(self.focusWidget() or self) or self.box.hasFocus()
        self.switch.setVisible(row)
        self.box.setVisible(not row)
        if focused and self.isVisible():
            if row:
                self.switch.focus_choice()
            else:
                self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
