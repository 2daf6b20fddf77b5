# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Depuis 2025 », for a questionnaire without a score: each answer that is no longer what it was.
The sentences are those of paper."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from autodiag.scoring import change_words as words
from autodiag.scoring.change import Change
from autodiag.scoring.change_answers import Moved, moved_answers
from ui.bridge import Bridge
from ui.pages.comparison_aside import Aside
from ui.widgets.labels import label


class ComparisonSince(Aside):
    """Hidden for a first filling, and where a score says it on the page Résultats."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self._inside = QWidget()
        self.body.addWidget(self._inside)

    def show_beside(self, bridge: Bridge) -> bool:
        """What changed since the filling before."""
        if bridge.questionnaire.scoring is not None:
            return False
        change = bridge.since()
        if change is None:
            return False
        moved = moved_answers(change, bridge.snapshot)
        now = (change.before, change.after, change.common, moved, words.notes(change))
        if now != self._shown:
            self._shown = now
            self._show(change, moved)
        return True

    def _show(self, change: Change, moved: tuple[Moved, ...]) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(words.title(change), "lead", bold=True))
        column.addWidget(label(words.unscored_said(change)))
        before, after = words.columns(change)
        for one in moved:
            column.addSpacing(6)
            column.addWidget(label(one.text, "body", tone="ink2"))
            column.addWidget(label(f"{before}\u00a0: {one.before}"))
            column.addWidget(label(f"{after}\u00a0: {one.after}", bold=True))
        for note in words.notes(change):
            column.addSpacing(6)
            column.addWidget(label(note, "caption", tone="ink2"))
        self.body.replaceWidget(self._inside, inside)
        self._inside.deleteLater()
        self._inside = inside
