# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The right of the welcome page: what is already there, an example, and the other ways."""

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.pages.home_resume import ResumeCard
from ui.widgets.way_card import WayCard

_UNLIMITED = 16_777_215
"""Qt’s own largest size."""
_WAY = 124
"""The highest way at 100 %, in a column of its own."""


class HomeSide(QWidget):
    """The dossier to resume, then three ways, one above the other or side by side."""

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
        self._ways = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._ways.setSpacing(16)
        for way in (self.example, self.workshop, self.territory):
            self._ways.addWidget(way, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.resume)
        layout.addLayout(self._ways, 1000)
        layout.addStretch(1)

    def arrange(self, scale: float, *, two_columns: bool, beside: bool) -> None:
        """As the second of two columns, or under the first with the ways `beside` each other."""
        ways = QBoxLayout.Direction
        self._ways.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        for way in (self.example, self.workshop, self.territory):
            way.setMaximumHeight(round(_WAY * scale) if two_columns else _UNLIMITED)
