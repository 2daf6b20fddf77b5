# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The head of « Sources »: a search field and three filters, each choice with what it lists."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from autodiag.benchmarks.browse import Wanted
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.find_field import FindField
from ui.widgets.labels import label

STUDIES, THEMES, STRATA = "Toutes les études", "Tous les thèmes", "Tous les répondants"
LEAD = "Chaque chiffre garde son étude, son année et son panel. Ici, rien n’est comparé."


class FiguresHead(QWidget):
    """Says what is wanted, each time that it changes."""

    back_asked = Signal(str)
    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.back = button(theme, "Comparaison", "quiet", "back")
        self.back.setAccessibleName("Retour à la comparaison")
        self.field = FindField(theme, "Chercher un chiffre")
        self.study = ChoiceBox(theme, "Filtrer par étude", [("", STUDIES)])
        self.theme = ChoiceBox(theme, "Filtrer par thème", [("", THEMES)])
        self.stratum = ChoiceBox(theme, "Filtrer par répondants", [("", STRATA)])
        self.status = label("", "body", bold=True)
        self.everything = button(theme, "Tout montrer", "quiet")
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.back.clicked.connect(partial(self.back_asked.emit, "comparaison"))
        self.field.textChanged.connect(self.changed)
        for box in (self.study, self.theme, self.stratum):
            box.chosen.connect(self.changed)

    def _build(self) -> None:
        title = QHBoxLayout()
        title.addWidget(label("Toutes les sources", "title", wrap=False))
        title.addStretch(1)
        title.addWidget(self.back)
        boxes = QHBoxLayout()
        boxes.setSpacing(10)
        for box in (self.study, self.theme, self.stratum):
            boxes.addWidget(box, 1)
        self._line.setSpacing(10)
        self._line.addWidget(self.field, 1)
        self._line.addLayout(boxes, 2)
        told = QHBoxLayout()
        told.addWidget(self.status, 1)
        told.addWidget(self.everything)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(title)
        column.addWidget(label(LEAD, "body", tone="ink2"))
        column.addLayout(self._line)
        column.addLayout(told)

    @property
    def wanted(self) -> Wanted:
        """What is typed and chosen."""
        return Wanted(self.field.text(), self.study.choice, self.theme.choice, self.stratum.choice)

    @property
    def stops(self) -> Sequence[QWidget]:
        """What Tab goes to, as it is read; not what a choice opens, which is a window."""
        return (self.back, self.field, self.study, self.theme, self.stratum, self.everything)

    def clear(self) -> None:
        """Want everything again; said once, by who asks."""
        for part in (self.field, self.study, self.theme, self.stratum):
            part.blockSignals(True)
        self.field.clear()
        for box in (self.study, self.theme, self.stratum):
            box.show_choice("")
        for part in (self.field, self.study, self.theme, self.stratum):
            part.blockSignals(False)

    def fit(self, *, narrow: bool, aside: int) -> None:
        """The filters beside the field, or under it; `aside`: the room left at the right."""
        side, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(down if narrow else side)
        self.field.setFixedHeight(self.study.sizeHint().height())
        self._column.setContentsMargins(0, 0, aside, 0)


def options(
    everything: str, names: Mapping[str, str], counts: Mapping[str, int], kept: str
) -> list[tuple[str, str]]:
    """The choices that would list something, by name, and the one that is made."""
    shown = sorted((name, key) for key, name in names.items() if counts.get(key) or key == kept)
    return [("", everything), *((key, f"{name} ({counts.get(key, 0)})") for name, key in shown)]
