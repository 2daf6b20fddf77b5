# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Pourquoi 1,9 ? » of the whole: the mean of the themes, then each condition of each stage with
what it looks at and how far it is (contract S5, P6)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from autodiag.model.questionnaire import PROFILES
from autodiag.model.result import Result
from autodiag.scoring.said import ConditionSaid, conditions_said
from autodiag.scoring.why import (
    measure_said,
    overall_said,
    preview_why_said,
    term_said,
    theme_counts_said,
)
from autodiag.text.typography import capitalised
from ui.pages.results_layout import emptied
from ui.pages.results_reading import Reading
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label
from ui.widgets.range_bar import RangeBar
from ui.widgets.starred import StarredLabel
from ui.widgets.trace_row import TraceFace, TraceRow

MARKS = {True: ("check", "okInk"), None: ("help", "warnInk"), False: ("flag", "ink2")}
THEME_HINT = "Voir les questions de ce thème"


class ConditionLine(QHBoxLayout):
    """One condition: met or not, of which stage, the score, the distance; what it is made of."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._mark = IconLabel(theme, "flag", "ink2", 20)
        self._asked, self._state = StarredLabel(), label("", tone="ink2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._asked)
        words.addWidget(self._state)
        self.setSpacing(10)
        self.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self.addLayout(words, 1)

    def show_condition(self, reading: Reading, said: ConditionSaid, more: str = "") -> None:
        """Say it; `more` comes last."""
        self._mark.show_icon(*MARKS[said.met])
        self._asked.say(f"**{reading.naming.kind(said.stage)}**\u00a0: {said.text}")
        score = f"Votre score\u00a0: {said.score}. {capitalised(said.state)}."
        self._state.setText(f"{score} {more}".strip())


class OverallCards:
    """Fills the two cards of the trace, and a third one with the conditions."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.conditions = Card()

    def show_head(self, reading: Reading, head: Card, *, preview: bool = False) -> None:
        """The question, the bar and the mean in a sentence; `preview`: `reading` is that of the
        *aperçu* (contract S10)."""
        naming, overall = reading.naming, reading.result.overall
        title, about = "Le score global", ""
        if preview:
            title, about = preview_why_said(naming, reading.result)
        head.body.addWidget(label(title, "title"))
        if about:
            head.body.addWidget(label(about))
        if overall is None:
            return
        bar = RangeBar(self._theme)
        bar.show_range(title, overall.low, overall.high, naming.thresholds)
        bar.setMaximumWidth(round(560 * self._theme.scale))
        said = naming.said(overall)
        head.body.addWidget(StarredLabel(f"**Pourquoi {said}\u202f?**", "lead"))
        head.body.addWidget(bar)
        head.body.addWidget(StarredLabel(overall_said(naming, reading.result, preview=preview)))

    def show_themes(self, reading: Reading, into: Card, asked: Callable[[str], None]) -> None:
        """A row a theme, which leads to its own trace."""
        naming = reading.naming
        for rank, result in enumerate(reading.result.themes):
            span = result.range
            brings, most = term_said(naming, span) if span else ("Ne compte pas", "")
            counts = theme_counts_said(naming, result)
            title = naming.theme(result.theme)
            face = TraceFace(
                str(rank + 1), title, counts, brings, most, "", None, span is not None, THEME_HINT
            )
            row = TraceRow(self._theme, face)
            row.clicked.connect(partial(asked, result.theme))
            into.body.addWidget(row)

    def show_conditions(self, reading: Reading) -> None:
        """Each condition of each stage, the lowest stage first; hidden without a profile."""
        body, result = self.conditions.body, reading.result
        emptied(body)
        self.conditions.setVisible(bool(result.profile.readings) and result.profile.classable)
        body.addWidget(label(reading.say("titres.conditions"), "lead", bold=True))
        for said, measured in _conditions(reading, result):
            line = ConditionLine(self._theme)
            line.show_condition(reading, said, measured)
            body.addLayout(line)
        body.addWidget(label(reading.say("profil.seuils"), "caption", tone="ink2"))


def _conditions(reading: Reading, result: Result) -> list[tuple[ConditionSaid, str]]:
    naming = reading.naming
    pairs = [
        (said, measure_said(naming, result, read.threshold.measure))
        for said, read in zip(
            conditions_said(naming, result.profile), result.profile.readings, strict=True
        )
    ]
    return sorted(pairs, key=lambda pair: PROFILES.index(pair[0].stage))
