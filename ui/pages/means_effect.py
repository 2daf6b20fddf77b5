# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the means and the dates amount to, in a sentence and a picture of the three years."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from autodiag.model.roadmap import Roadmap
from autodiag.roadmap.situation import Situation
from autodiag.text.numbers import count
from ui.pages.means_strip import MonthStrip
from ui.pages.means_words import closed_months, periods_said, work_said
from ui.pages.roadmap_words import HORIZON_NAMES
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.labels import label

UPDATING = "La feuille de route est recalculée…"


class EffectCard(Card):
    """Changes as soon as a figure or a date does; the plan follows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._sentence = label("", "lead", bold=True, heading=False)
        self._plan = label("", tone="ink2")
        self.strip = MonthStrip(theme)
        self._periods = [label("", "caption", tone="ink2") for _ in HORIZON_NAMES]
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._plan)
        self.body.addSpacing(4)
        self.body.addWidget(self.strip)
        row = QHBoxLayout()
        row.setSpacing(9)
        for share, words in zip((6, 12, 18), self._periods, strict=True):
            row.addWidget(words, share, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    @property
    def said(self) -> str:
        """The sentence, as it is read."""
        return self._sentence.text()

    @property
    def plan_said(self) -> str:
        """What is said of the plan."""
        return self._plan.text()

    def show_situation(self, situation: Situation) -> None:
        """The months and days there are now."""
        said = work_said(situation)
        self._sentence.setText(said)
        closed = closed_months(situation.calendar, situation.start)
        self.strip.show_months(situation.start, closed, said)
        names = (name for name, _ in HORIZON_NAMES.values())
        for words, name, text in zip(self._periods, names, periods_said(situation), strict=True):
            words.setText(f"{name}\n{text}")

    def show_plan(self, roadmap: Roadmap | None, why: str = "", *, updating: bool) -> None:
        """How much of it the plan takes, or why it holds nothing; `updating`: another one is being
        made."""
        self._plan.setVisible(roadmap is not None)
        self._plan.setText(UPDATING if updating or roadmap is None else why or plan_said(roadmap))


def plan_said(roadmap: Roadmap) -> str:
    """How many actions the plan holds with these means, and how many it leaves for want of them."""
    kinds = [one.kind for horizon in roadmap.horizons for one in horizon.actions]
    held = sum(kind in ("action", "own", "request") for kind in kinds)
    lacking = ("capacite", "argent", "trop_grande", "trop_chere")
    left = sum(one.code in lacking for one in roadmap.left_out)
    placed = f"y place {count(held, 'action')}" if held else "n’y place aucune action"
    said = f"La feuille de route {placed}"
    if not left:
        lack = "aucune ne manque" if held else "ce n’est pas faute"
        return f"{said}, et {lack} de temps ou d’argent."
    number = count(left, "autre" if held else "action")
    wait = f"n’y {'tient' if left == 1 else 'tiennent'} pas, faute de temps ou d’argent"
    return f"{said}\u202f; {number} {wait}."
