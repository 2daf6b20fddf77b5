# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Depuis 2025 », for a questionnaire without a score: each answer that is no longer what it was.
The sentences are those of paper."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from autodiag.scoring import change_words as words
from autodiag.scoring.change import Change
from autodiag.scoring.change_answers import Moved, moved_answers
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.comparison_aside import Aside
from ui.widgets.fold import Fold
from ui.widgets.labels import label, rule

FIRST, MOST = 6, 8
"""How many are shown before the others are folded, where there are more than the most."""


class ComparisonSince(Aside):
    """Hidden for a first filling, and where a score says it on the page Résultats."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[object, ...] = ()
        self._folded: Sequence[Moved] = ()
        self._columns = ("", "")
        self._inside = QWidget()
        self.others: Fold | None = None
        self.body.addWidget(self._inside)

    def show_beside(self, bridge: Bridge) -> bool:
        """What changed since the filling before."""
        if bridge.questionnaire.scoring is not None:
            return False
        change = bridge.since()
        if change is None:
            return False
        moved = moved_answers(change, bridge.snapshot)
        said = (words.unscored_said(change), *words.notes(change))
        now = (change.before, change.after, moved, said)
        if now != self._shown:
            self._shown = now
            self._show(change, moved)
        return True

    def _show(self, change: Change, moved: Sequence[Moved]) -> None:
        opened = self.others is not None and self.others.is_open
        inside = QWidget()
        column = _column(inside)
        column.addWidget(label(words.title(change), "lead", bold=True))
        column.addWidget(label(words.unscored_said(change)))
        if change.unconfirmed == "all":
            moved = ()
        self._columns = words.columns(change)
        first = moved if len(moved) <= MOST else moved[:FIRST]
        self._folded, self.others = moved[len(first) :], None
        if first:
            column.addWidget(self._rows(first))
        if self._folded:
            self.others = Fold(self._desk.theme, self._make_others)
            self.others.say(f"Les {len(self._folded)} autres réponses qui ont changé")
            self.others.set_open(opened)
            column.addWidget(self.others)
        for note in words.notes(change):
            column.addWidget(label(note, "caption", tone="ink2"))
        self.body.replaceWidget(self._inside, inside)
        self._inside.deleteLater()
        self._inside = inside

    def _make_others(self) -> QWidget:
        return self._rows(self._folded)

    def _rows(self, moved: Sequence[Moved]) -> QWidget:
        """A question a row; beside it, both answers, each with its date."""
        rows = QWidget()
        column = _column(rows)
        before, after = self._columns
        for one in moved:
            column.addWidget(rule())
            row = QHBoxLayout()
            row.setSpacing(24)
            asked = label(one.text, "body", tone="ink2")
            asked.setAlignment(Qt.AlignmentFlag.AlignTop)
            row.addWidget(asked, 3)
            answers = QVBoxLayout()
            answers.setSpacing(2)
            answers.addWidget(label(f"{before}\u00a0: {one.before}"))
            answers.addWidget(label(f"{after}\u00a0: {one.after}", bold=True))
            answers.addStretch(1)
            row.addLayout(answers, 2)
            column.addLayout(row)
        return rows


def _column(inside: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column
