# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where the parts of the page of the questions are, by the width of the window.

Rail, centre and help side by side; under 1200 px, the rail is thin, help and search are drawers.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.pages.page import NARROW, WIDE
from ui.pages.questions_bar import QuestionsBar
from ui.pages.questions_column import QuestionColumn
from ui.pages.questions_find import FindDrawer
from ui.pages.questions_help import DRAWER_WIDTH, QuestionsHelp
from ui.pages.questions_help import WIDE_WIDTH as WIDE_HELP
from ui.pages.questions_help import WIDTH as HELP_WIDTH
from ui.pages.questions_rail import NARROW_WIDTH, QuestionsRail
from ui.pages.questions_rail import WIDE_WIDTH as WIDE_RAIL
from ui.pages.questions_rail import WIDTH as RAIL_WIDTH
from ui.pages.questions_start import QuestionsStart
from ui.theme import Theme
from ui.widgets.fade import fade_in
from ui.widgets.scroll import scroll_area

LEAST_SEEN = 24
"""Of what has the focus, at 100 %."""
LOW = 420
"""Of the page at 100 %: under it, the title is smaller and the bar thinner, for the answers."""
WIDEST = 1680
"""Of the contents at 100 %: what is wider is left empty at both sides."""


class QuestionsView(QWidget):
    """Owns the parts, places them, opens and closes the drawers: one at a time."""

    def __init__(self, theme: Theme, themes: int) -> None:
        super().__init__()
        self._theme = theme
        self._drawer = self._finding = self._apart = False
        self._starting = False
        # in the order of reading, which is that of the tabulation key
        self.rail = QuestionsRail(theme, themes)
        self.rail.setParent(self)
        self.start = QuestionsStart(theme)
        self._start_area = scroll_area(self.start)
        self._start_area.setParent(self)
        self.column = QuestionColumn(theme)
        self.area = scroll_area(self.column)
        self.area.setParent(self)
        self.bar = QuestionsBar(theme, self)
        self.help = QuestionsHelp(theme, self)
        self.find_drawer = FindDrawer(theme, self)
        QWidget.setTabOrder(self.rail.search_button, self.find_drawer.close_drawer)
        self._connect()

    def _connect(self) -> None:
        self.column.help.clicked.connect(self.toggle_drawer)
        self.help.closed.connect(self.close_drawer)
        self.rail.find_asked.connect(self.toggle_find)
        self.find_drawer.closed.connect(self.close_find)
        self._theme.changed.connect(self.place)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @property
    def narrow(self) -> bool:
        """Whether the help is a drawer. Larger text counts as a smaller window."""
        return self.width() < NARROW * self._theme.scale

    @property
    def drawer_open(self) -> bool:
        """Whether the drawer is shown over the question."""
        return self.narrow and self._drawer

    def show_start(self, *, starting: bool) -> None:
        """Show where to begin, in place of the question."""
        if starting != self._starting:
            self._starting = starting
            self.place()

    def show_top(self) -> None:
        """Show the question from its first word, or from as near to it as lets the beginning of
        what has the focus be seen."""
        focus, viewport = QApplication.focusWidget(), self.area.viewport()
        if focus is None or not self.column.isAncestorOf(focus):
            return
        least = focus.mapTo(self.column, QPoint(0, 0)).y() + round(LEAST_SEEN * self._theme.scale)
        bar = self.area.verticalScrollBar()
        bar.setValue(min(bar.value(), max(0, least - viewport.height())))

    @Slot()
    def toggle_drawer(self) -> None:
        """Open or close the drawer."""
        if self._drawer:
            self.close_drawer()
            return
        self._finding, self._drawer = False, True
        self.place()
        fade_in(self.help)
        self.help.close_drawer.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def close_drawer(self) -> None:
        """Close the drawer; the focus goes back to what opened it."""
        if self._drawer:
            self._drawer = False
            self.column.help.setFocus(Qt.FocusReason.OtherFocusReason)
            self.place()

    @property
    def find_open(self) -> bool:
        """Whether the search is shown, be nothing looked for."""
        return self._finding

    @Slot()
    def open_find(self) -> None:
        """Go to the search, in its drawer where the rail is thin."""
        if not self._finding:
            self.stay_in_find()
            if self.narrow:
                fade_in(self.find_drawer)
        self.rail.search.focus_field()

    def stay_in_find(self) -> None:
        """Keep the search shown, even once nothing is looked for any more."""
        if not self._finding:
            self._finding, self._drawer = True, self._drawer and not self.narrow
            self.place()

    @Slot()
    def toggle_find(self) -> None:
        """Open or close the search."""
        if self._finding:
            self.close_find()
        else:
            self.open_find()

    @Slot()
    def close_find(self) -> None:
        """Close the search; the focus goes back to what opened it. In the rail, what is found
        stays there while it is looked for."""
        if self._finding:
            self._finding = False
            self.place()
            opener = self.rail.search_button if self.narrow else self.rail.find_button
            if opener.isVisible():
                opener.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def place(self) -> None:
        """Place the parts again."""
        scale, width, height = self._theme.scale, self.width(), self.height()
        wide = width >= WIDE * scale
        rail = NARROW_WIDTH if self.narrow else WIDE_RAIL if wide else RAIL_WIDTH
        outside = max(0, round((width - WIDEST * scale) / 2)) if wide else 0
        left = round(rail * scale) + outside
        help_width = round((WIDE_HELP if wide else HELP_WIDTH) * scale) + outside
        right = 0 if self.narrow or self._starting else help_width
        low = height < LOW * scale
        bar = self.bar.height_in(low=low)
        self.rail.set_narrow(narrow=self.narrow)
        self.rail.set_outside(outside)
        self.rail.setGeometry(QRect(0, 0, left, height))
        self._start_area.setGeometry(QRect(left, 0, width - left, height))
        centre = width - left - right
        self.column.help.setVisible(self.narrow)
        self.area.setGeometry(QRect(left, 0, centre, max(0, height - bar)))
        self.bar.setGeometry(QRect(left, height - bar, centre, bar))
        self.column.wide = self.bar.wide = wide
        self.bar.narrow = self.narrow
        self.column.low = low
        self.bar.fit()
        self._place_help(help_width, outside)
        self._place_find(left)
        self.column.place()
        self._show_parts()

    def _place_help(self, width: int, outside: int) -> None:
        if self.narrow:
            width, outside = round(DRAWER_WIDTH * self._theme.scale), 0
        self.help.set_drawer(drawer=self.narrow)
        self.help.set_outside(outside)
        self.help.setGeometry(QRect(self.width() - width, 0, width, self.height()))
        self.help.fit()
        self.help.raise_()

    def _place_find(self, left: int) -> None:
        if self.narrow != self._apart:
            self._apart = self.narrow
            if self._apart:
                self.find_drawer.take(self.rail.search)
            else:
                self.rail.take_search()
        width = min(round(DRAWER_WIDTH * self._theme.scale), self.width() - left)
        self.find_drawer.setGeometry(QRect(left, 0, width, self.height()))
        self.find_drawer.raise_()

    def _show_parts(self) -> None:
        asking = not self._starting
        self._start_area.setVisible(self._starting)
        self.area.setVisible(asking)
        self.bar.setVisible(asking)
        self.help.setVisible(asking and (self._drawer or not self.narrow))
        self.find_drawer.setVisible(self.narrow and self._finding)
        self.rail.open_search(opened=self._finding)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.column.isAncestorOf(new):
            self.area.ensureWidgetVisible(new, 0, 24)

    def sizeHint(self) -> QSize:
        return QSize(1366, 636)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()
