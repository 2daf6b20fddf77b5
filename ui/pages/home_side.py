# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The right of the welcome page: what is already there, an example, and the other ways."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.pages.home_recents import RecentList
from ui.pages.home_resume import ResumeCard
from ui.undone import NOTHING
from ui.widgets.way_card import WayCard

_UNLIMITED = 16_777_215
"""Qt’s own largest size."""
LAID_OUT = 30
"""Milliseconds after which what has just been added has its place: a turn or two of the loop."""
_WAY = 124
"""The highest way at 100 %, in a column of its own."""


class HomeSide(QWidget):
    """The dossier to resume, then three ways, one above the other or side by side; or, in place
    of all that, the list of the dossiers."""

    dossier_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.resume = ResumeCard(desk)
        self.example = WayCard(
            theme, "eye", "Voir un exemple terminé", "Une commune fictive de 612\u00a0habitants"
        )
        self.workshop = WayCard(
            theme, "people", "Animer un atelier", "Questions et votes projetés au mur"
        )
        self.territory = WayCard(
            theme,
            "map",
            "Réunir plusieurs communes",
            "Tableau d’un territoire, à partir de fichiers",
        )
        self.recents: RecentList | None = None
        """Made when it is asked for."""
        self._desk = desk
        self._ways = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._ways.setSpacing(16)
        for way in (self.example, self.workshop, self.territory):
            self._ways.addWidget(way, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)
        self._layout.addWidget(self.resume)
        self._layout.addLayout(self._ways, 1000)
        self._layout.addStretch(1)
        self.resume.dossier_chosen.connect(self.dossier_chosen)
        self.resume.others_asked.connect(self._on_others_asked)

    def refresh(self) -> None:
        """Read again what was opened lately; the list is closed."""
        self._show_list(on=False)
        self.resume.refresh()

    def undo(self) -> None:
        """Put back the dossier that was taken off the list last, or say that there is none."""
        if self.recents is None or not self.recents.undo():
            self._desk.notices.tell("success", NOTHING, key="annulation")

    def take_access(self, access: QWidget) -> None:
        """Have a link at the end, where the foot of the page is too narrow for it."""
        if self._layout.indexOf(access) < 0:
            self._layout.insertWidget(self._layout.count() - 1, access)
            self._layout.setAlignment(access, Qt.AlignmentFlag.AlignLeft)
            QWidget.setTabOrder(self.territory, access)
            access.show()

    @Slot()
    def _on_others_asked(self) -> None:
        if self.recents is None:
            self.recents = made = RecentList(self._desk, after=self.resume.others)
            self._layout.insertWidget(0, made)
            made.dossier_chosen.connect(self.dossier_chosen)
            made.file_asked.connect(self.resume.look_for_file)
            made.closed.connect(self._on_closed)
            made.removed.connect(self._on_removed)
            self.resume.looked.connect(made.show_states)
        self._show_list(on=True)
        self._on_removed()
        self.recents.enter()
        QTimer.singleShot(LAID_OUT, self, self._reveal)

    def _reveal(self) -> None:
        """Scroll to the first of the list, where the page is one column."""
        area, first = self.parentWidget(), self.focusWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and first is not None:
            area.ensureWidgetVisible(first, 0, 60)

    @Slot()
    def _on_removed(self) -> None:
        """The list is another one."""
        if self.recents is not None:
            self.recents.show_recent(self._desk.preferences.recent())
            self.resume.refresh()

    @Slot()
    def _on_closed(self) -> None:
        self._show_list(on=False)
        first = self.resume.first_button()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_list(self, *, on: bool) -> None:
        if self.recents is not None:
            self.recents.setVisible(on)
        for part in (self.resume, self.example, self.workshop, self.territory):
            part.setVisible(not on)

    def arrange(self, scale: float, *, two_columns: bool, beside: bool) -> None:
        """As the second of two columns, or under the first with the ways `beside` each other."""
        ways = QBoxLayout.Direction
        self._ways.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        for way in (self.example, self.workshop, self.territory):
            way.setMaximumHeight(round(_WAY * scale) if two_columns else _UNLIMITED)
