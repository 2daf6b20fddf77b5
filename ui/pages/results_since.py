# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Depuis 2025 »: what changed since the assessment before, theme by theme, and by what. The
sentences are those of paper."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from autodiag.scoring import change_words as words
from autodiag.scoring.change import Change, ThemeChange
from autodiag.scoring.change_waiting import nothing_yet
from autodiag.text.numbers import count, listing
from ui.pages.results_details import Explaining
from ui.pages.results_reading import Reading
from ui.widgets.labels import label

MOST_NAMED = 3
"""Themes of the same score that are named; more are counted."""


class SinceCard(Explaining):
    """One line a theme that changed, in the order of the questionnaire; never ranked, and no
    colour for what went down."""

    def show_reading(self, reading: Reading) -> bool:
        """False for a first assessment."""
        change, thresholds = reading.since, reading.naming.thresholds
        if change is None:
            return False
        if self.says((change, thresholds)):
            return True
        self.body.addWidget(label(words.title(change), "lead", bold=True))
        early, whole = nothing_yet(change), change.overall
        scored = words.theme_said(whole, thresholds) if whole else words.unscored_said(change)
        self.body.addWidget(label(early or scored))
        if change.scored and not early:
            self._add_themes(change, reading)
        for note in words.notes(change):
            self.body.addWidget(label(note, "caption", tone="ink2"))
        self.body.addStretch(1)
        return True

    def _add_themes(self, change: Change, reading: Reading) -> None:
        """Those that changed or are not comparable, then the names of the others."""
        thresholds, still = reading.naming.thresholds, list[str]()
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for one in change.themes:
            shown = words.tenths(one, thresholds)
            if shown is not None and not any((shown.whole, *shown.parts)):
                still.append(one.title)
            else:
                self._add_theme(grid, one, reading)
        if not grid.count():  # then the sentence above has said it
            return
        self.body.addLayout(grid)
        if still:
            many = f" pour {count(len(still), 'autre thème', 'autres thèmes')}"
            which = many if len(still) > MOST_NAMED else f"\u00a0: {listing(still)}"
            self.body.addWidget(label(f"Même score{which}.", tone="ink2"))

    def _add_theme(self, grid: QGridLayout, one: ThemeChange, reading: Reading) -> None:
        thresholds = reading.naming.thresholds
        shown, row = words.tenths(one, thresholds), grid.rowCount()
        figure = label("–" if shown is None else words.signed(shown.whole), bold=True, wrap=False)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        name = label(one.title)
        # heard as one sentence: the figure alone would say nothing
        name.setAccessibleName(words.theme_said(one, thresholds))
        grid.addWidget(figure, row, 0)
        grid.addWidget(name, row, 1)
        if cause := words.cause_said(one, thresholds):
            grid.addWidget(_cause(cause), row + 1, 1)


def _cause(text: str) -> QLabel:
    return label(text, "caption", tone="ink2")
