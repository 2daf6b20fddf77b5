# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The themes and their scores, one row each, in the order of the questionnaire: never ranked."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from autodiag.scoring.why import bar_said
from ui.pages.results_reading import Reading
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.range_bar import RangeSwatch
from ui.widgets.score_row import ScoreRow

HEAD = 44
"""As high as the title of the map, which has a button."""
TALLEST = 66
"""Of a row, in pixels at 100 %."""
IN_WORDS = "Chaque ligne écrit le thème et son score\u202f; la barre montre le même."
"""The list is its own table."""
MORE_WORDS = "En mots, avec ce que chacun compte\u00a0: bouton «\u202fLe calcul\u202f»."
"""The same in words is one click away, where there is a profile: the button is beside it."""
NUMBERS = ("", "", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")


class ThemesCard(Card):
    """A click on a row asks why."""

    HEARD_AS = "Grouping"

    why_asked = Signal(str)
    """The id of a theme."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(margin=16)
        self.body.setContentsMargins(16, 8, 16, 16)  # its title level with the first words beside
        self._theme = theme
        self._title = label("", "lead", bold=True, wrap=False)
        self._sample = RangeSwatch(theme)
        self._uncertain = label("incertain", "caption", tone="ink2", wrap=False)
        self.rows: dict[str, ScoreRow] = {}
        self._build()
        theme.changed.connect(self._fit)

    def _build(self) -> None:
        line = self._line = QWidget()
        line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout(line)
        head.setContentsMargins(0, 0, 0, 4)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(label("notés sur\u00a04", "caption", tone="ink2", wrap=False))
        head.addStretch(1)
        head.addWidget(self._sample)
        head.addWidget(self._uncertain)
        self.body.setSpacing(2)
        self.body.addWidget(line)
        self._fit()

    def show_reading(self, reading: Reading) -> None:
        """Each theme, its score or why it has none."""
        themes = reading.naming.questionnaire.themes
        if list(self.rows) != [theme.id for theme in themes]:
            self._make([(theme.id, theme.title) for theme in themes])
        number = NUMBERS[len(themes)] if 1 < len(themes) < len(NUMBERS) else ""
        title = f"Vos {number} thèmes".replace("  ", " ")
        self.setAccessibleName(title)
        classable = reading.result.profile.classable
        self.setAccessibleDescription(f"{IN_WORDS} {MORE_WORDS}" if classable else IN_WORDS)
        self._title.setText(title)
        uncertain = relied = False
        for result in reading.result.themes:
            row, without = self.rows[result.theme], reading.without_score(result)
            row.tell(bar_said(reading.naming, result, without))
            if without or result.range is None:
                row.show_none(without)
            else:
                muted = not result.documented  # contract S10: too uncertain to be commented
                row.show_score(result.range, reading.naming.thresholds, muted=muted)
                uncertain |= not result.range.exact
                relied |= not result.range.exact and result.documented
        self._sample.set_muted(not relied)
        self._sample.setVisible(uncertain)
        self._uncertain.setVisible(uncertain)

    def _make(self, themes: list[tuple[str, str]]) -> None:
        for row in self.rows.values():
            row.deleteLater()
        if self.rows:
            self.body.takeAt(self.body.count() - 1)
        self.rows = {}
        for rank, (theme_id, title) in enumerate(themes):
            row = ScoreRow(self._theme, rank, title)
            row.clicked.connect(partial(self._on_row_clicked, theme_id))
            self.rows[theme_id] = row
            self.body.addWidget(row, 100)
        self.body.addStretch(1)  # for what the rows, at their highest, leave
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self._sample.setFixedWidth(round(30 * self._theme.scale))
        for row in self.rows.values():
            row.setMaximumHeight(round(TALLEST * self._theme.scale))
        self._line.setMinimumHeight(round(HEAD * self._theme.scale))

    def _on_row_clicked(self, theme_id: str) -> None:
        self.why_asked.emit(theme_id)
