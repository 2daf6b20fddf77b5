# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What stands under the comparators of a question: wider readings, one card each. Compares
nothing itself."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.comparison_aside import Aside
from ui.pages.comparison_felt import FeltAside, OpinionsAside
from ui.pages.comparison_readings import ReadingsAside
from ui.pages.comparison_series import SeriesAside
from ui.pages.comparison_since import ComparisonSince


class Asides(QWidget):
    """The readings in the order in which they are read; those with nothing to say are hidden."""

    page_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.cards: Sequence[Aside] = _made(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in self.cards:
            card.page_asked.connect(self.page_asked)
            column.addWidget(card)

    def show_beside(self, bridge: Bridge, *, margins: bool) -> None:
        """Show what the dossier says now; `margins`: whether they were asked for."""
        for card in self.cards:
            card.margins = margins
        said = [card.show_beside(bridge) for card in self.cards]
        for card, shown in zip(self.cards, said, strict=True):
            card.setVisible(shown)
        self.setVisible(any(said))


def _made(desk: Desk) -> Sequence[Aside]:
    felt = OpinionsAside(desk), FeltAside(desk)
    return (ComparisonSince(desk), *felt, ReadingsAside(desk), SeriesAside(desk))
