# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Below the columns: the money there is, what the plan amounts to, and ways to the rest of it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from autodiag.model.roadmap import Capacity
from ui.pages.roadmap_header import euro_steps, euro_text
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import label
from ui.widgets.means_stepper import MeansStepper

LEAST_SUM = 240
"""The narrowest that the sum may be beside the buttons, in pixels at 100 %."""


class RoadmapFoot(QWidget):
    """One row where it holds, more where it does not."""

    euros_asked = Signal(float)
    asked = Signal(str)
    """One of: defaults, left_out, path, propositions, obligations."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.euros = MeansStepper(theme, "budget disponible", "Budget")
        self._defaults = button(theme, "Revenir aux hypothèses", "quiet")
        self._left_out = button(theme, "", "quiet")
        self._path = button(theme, "Plus court chemin", "quiet")
        self._propositions = button(theme, "Dix propositions", "quiet")
        self._obligations = button(theme, "", "quiet")
        self._sum = label("", "caption", tone="ink2")
        self._theme = theme
        self._row = FlowRow()
        self._grid = QGridLayout(self)
        self._beside: bool | None = None
        self._build()
        self._connect()

    def show_capacity(self, capacity: Capacity, *, writable: bool) -> None:
        """The euros of a year, and whether they are still a hypothesis."""
        amount = capacity.euros_per_year
        self.euros.show_value(
            euro_text(amount), euro_steps(amount), assumed=capacity.euros_assumed, on=writable
        )
        given = not capacity.days_assumed or not capacity.euros_assumed
        self._defaults.setVisible(writable and given)

    def show_plan(self, summary: str, left_out: int, due: int) -> None:
        """How big the plan is, how many actions are not in it, how many duties are to do."""
        self._sum.setText(summary)
        self._sum.setVisible(bool(summary))
        self._left_out.setText(f"Non retenues, et pourquoi ({left_out})")
        self._obligations.setText(f"Obligations à faire ({due})" if due else "Obligations")

    def _build(self) -> None:
        self._row.add(self.euros)
        self._row.add(self._defaults)
        for ways in (self._left_out, self._path, self._propositions, self._obligations):
            self._row.add(ways)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.addWidget(self._row, 1, 0)
        self._arrange()

    def _connect(self) -> None:
        self.euros.asked.connect(self.euros_asked)
        for way, command in (
            (self._defaults, "defaults"),
            (self._left_out, "left_out"),
            (self._path, "path"),
            (self._propositions, "propositions"),
            (self._obligations, "obligations"),
        ):
            way.clicked.connect(partial(self._on_clicked, command))

    def _on_clicked(self, command: str, _checked: bool = False) -> None:
        self.asked.emit(command)

    def _arrange(self) -> None:
        """The sum beside the ways where two or three lines of it hold there, else above them."""
        room = self.width() - self._row.sizeHint().width()
        beside = room >= round(LEAST_SUM * self._theme.scale)
        if beside == self._beside:
            return
        self._beside = beside
        self._grid.removeWidget(self._sum)
        self._grid.setColumnStretch(0, 0 if beside else 1)
        self._grid.setColumnStretch(1, 1 if beside else 0)
        self._grid.addWidget(self._sum, 1 if beside else 0, 1 if beside else 0)
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        self._sum.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._row.setSizePolicy(
            QSizePolicy.Policy.Maximum if beside else QSizePolicy.Policy.Expanding,
            QSizePolicy.Policy.Fixed,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
