# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One figure of the means, with less and more beside it. Shows it; the figure is kept elsewhere."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.labels import label
from ui.widgets.tooltip import set_tooltip

ASSUMED = (
    "Hypothèse de départ d’après votre nombre d’habitants, agents et élus ensemble\u00a0: "
    "changez-la si elle ne convient pas."
)
GIVEN = "Indiqué par vous."


class MeansStepper(QWidget):
    """«Temps disponible − 1 jour par mois +». Says when the figure is still a hypothesis."""

    HEARD_AS = "Grouping"

    asked = Signal(float)

    def __init__(self, theme: Theme, name: str, short: str) -> None:
        super().__init__()
        self._name, self._short = name, short
        self._down: float | None = None
        self._up: float | None = None
        self._lead = label("", "caption", tone="ink2", wrap=False)
        self._less = icon_button(theme, "minus", name=f"Moins\u00a0: {name}")
        self._more = icon_button(theme, "plus", name=f"Plus\u00a0: {name}")
        self._value = label("", bold=True, wrap=False)
        self.setAccessibleName(f"{name[:1].upper()}{name[1:]}")
        self._build()
        self._less.clicked.connect(self._on_less_clicked)
        self._more.clicked.connect(self._on_more_clicked)

    def show_value(
        self,
        shown: str,
        steps: tuple[float | None, float | None],
        *,
        assumed: bool,
        on: bool,
    ) -> None:
        """Show the figure as text, and what less and more would make of it (None: no further)."""
        self._down, self._up = steps
        self._value.setText(shown)
        self._lead.setText(f"{self._short}\n{'(hypothèse)' if assumed else 'disponible'}")
        set_tooltip(self, ASSUMED if assumed else GIVEN)
        spoken = shown.replace("\n", " ")
        for side, value in ((self._less, self._down), (self._more, self._up)):
            side.setEnabled(on and value is not None)
            side.setAccessibleDescription(f"Aujourd’hui {spoken}. {self.toolTip()}")

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._lead.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for side in (self._less, self._more):
            side.setProperty("kind", "framed")
            side.setMinimumSize(QSize(42, 42))
        for part in (self._lead, self._less, self._value, self._more):
            row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @Slot()
    def _on_less_clicked(self) -> None:
        if self._down is not None:
            self.asked.emit(self._down)

    @Slot()
    def _on_more_clicked(self) -> None:
        if self._up is not None:
            self.asked.emit(self._up)
