# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The head of the obligations: what they are, that it is no legal opinion, and two filters."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.obligations_faces import GROUPS
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label

NOT_ADVICE = "C’est une lecture de vos réponses, pas un avis juridique."
_ALL = [("", "Tous les thèmes")]


class ObligationsHead(QWidget):
    """Stays in sight while the cards scroll. `filtered` follows a choice of either filter."""

    back_asked = Signal(str)
    """To a page, by its id: both that lead here are offered, so neither is ever the wrong one."""
    filtered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.back = button(theme, "Résultats", "quiet", "back")
        self.back.setAccessibleName("Retour aux résultats")
        self.back_to_plan = button(theme, "Feuille de route", "quiet", "back")
        self.back_to_plan.setAccessibleName("Retour à la feuille de route")
        self.state = ChoiceBox(theme, "Filtrer par état", [("", "Tous les états")])
        self.theme = ChoiceBox(theme, "Filtrer par thème", _ALL)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.back.clicked.connect(partial(self.back_asked.emit, "resultats"))
        self.back_to_plan.clicked.connect(partial(self.back_asked.emit, "feuille"))
        self.state.chosen.connect(self.filtered)
        self.theme.chosen.connect(self.filtered)

    def _build(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(12)
        title.addWidget(label("Les obligations", "title", wrap=False))
        title.addStretch(1)
        title.addWidget(self.back)
        title.addWidget(self.back_to_plan)
        said = QWidget()
        notice = QHBoxLayout(said)
        notice.setContentsMargins(0, 0, 0, 0)
        notice.setSpacing(10)
        icon = IconLabel(self._theme, "scale", "primary", 22)
        notice.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        notice.addWidget(label(NOT_ADVICE, "body", bold=True), 1)
        filters = QHBoxLayout()
        filters.setSpacing(10)
        filters.addWidget(self.state)
        filters.addWidget(self.theme)
        filters.addStretch(1)
        self._line.setSpacing(8)
        self._line.addWidget(said, 1)
        self._line.addLayout(filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(title)
        column.addLayout(self._line)

    def fit(self, *, narrow: bool) -> None:
        """The filters beside the notice, or under it."""
        side, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(down if narrow else side)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many obligations each state has; the empty ones are not offered."""
        options = [("", f"Tous les états ({sum(counts.values())})")]
        for group, (name, _) in GROUPS.items():
            if counts.get(group):
                options.append((group, f"{name} ({counts[group]})"))
        self.state.show_options(options)

    def show_all(self) -> None:
        """Filter nothing."""
        self.state.show_choice("")
        self.theme.show_choice("")

    def show_themes(self, themes: Sequence[tuple[str, str]]) -> None:
        """The themes that can be chosen: id and title."""
        self.theme.show_options([*_ALL, *themes])
