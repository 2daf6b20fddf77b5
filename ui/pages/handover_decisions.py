# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What was decided about the actions, and when the roadmap was made."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from autodiag.model.dossier import Snapshot, StoredPlan
from autodiag.scoring.handed import HandedDecision
from autodiag.text.numbers import count, day_from_iso
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label, rule
from ui.widgets.state_badge import Sign, StateBadge, Tone
from ui.widgets.tall_flow import tall_flow

_LOOKS: dict[str, tuple[Tone, Sign]] = {
    "retenue": ("ok", "check"),
    "ajoutee": ("ok", "check"),
    "faite": ("ok", "dot"),
    "reportee": ("plain", "half"),
    "refusee": ("plain", "ring"),
}
NO_PLAN = "Ce questionnaire n’a pas de score\u00a0: il ne mène pas à une feuille de route."


class DecisionsPart(QWidget):
    """Made again only when something else was decided, which is done on another page."""

    went_to = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[HandedDecision, ...] | None = None
        self.plan = label("", "body", tone="ink2", wrap=False)
        self.go = button(theme, "Voir la feuille de route", "quiet")
        self.empty = EmptyState(
            theme,
            "flag",
            "Aucune décision n’a encore été notée",
            "Retenir, reporter ou refuser une action se fait sur la feuille de route.",
        )
        self._list: Card | None = None
        self._column = QVBoxLayout(self)
        self._build()

    def _build(self) -> None:
        head = tall_flow()
        head.add(self.plan)
        head.add(self.go, right=True)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(head)
        self._column.addWidget(self.empty)
        self._column.addStretch(1)
        self.go.clicked.connect(partial(self.went_to.emit, "feuille", ""))

    def show_decisions(self, decisions: tuple[HandedDecision, ...], main: Snapshot) -> None:
        """Show what was decided, and the date of the plan stored with the main diagnosis. Without
        a score, there is none to go to."""
        scored = main.questionnaire.scoring is not None
        self.plan.setText(plan_said(decisions, main.plan) if scored else NO_PLAN)
        self.go.setVisible(scored)
        if decisions == self._shown:
            return
        self._shown = decisions
        if self._list is not None:
            self._column.removeWidget(self._list)
            self._list.deleteLater()
            self._list = None
        self.empty.setVisible(not decisions)
        if decisions:
            self._list = Card()
            self._list.body.setSpacing(0)
            self._list.body.setContentsMargins(20, 6, 20, 6)
            for place, one in enumerate(decisions):
                if place:
                    self._list.body.addWidget(rule())
                self._list.body.addWidget(self._row(one))
            self._column.insertWidget(1, self._list)

    def _row(self, one: HandedDecision) -> QWidget:
        row, badge = QWidget(), StateBadge(self._theme)
        badge.show_state(one.said, *_LOOKS[one.state])
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(label(one.title, "body", bold=True))
        if one.details:
            texts.addWidget(label(" · ".join(one.details), "body", tone="ink2"))
        if one.by:
            texts.addWidget(label(f"Décidé par {one.by}", "caption", tone="ink2"))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 12, 0, 12)
        line.setSpacing(16)
        line.addLayout(texts, 1)
        line.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        return row


def plan_said(decisions: tuple[HandedDecision, ...], plan: StoredPlan | None) -> str:
    """How many decisions, and the date of the roadmap."""
    said = f"{count(len(decisions), 'décision')}. " if decisions else ""
    if plan is None:
        return f"{said}La feuille de route n’est pas encore établie."
    return f"{said}Feuille de route établie le {day_from_iso(plan.made_on)}."
