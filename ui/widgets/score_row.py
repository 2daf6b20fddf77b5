# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A theme and its score on one row: pictogram, name, bar, figures. A button that asks why."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout

from autodiag.model.result import Range
from autodiag.text.numbers import Thresholds, score_range, short_score_range
from ui.theme import Theme
from ui.widgets.labels import label, set_property
from ui.widgets.one_line import OneLine
from ui.widgets.range_bar import RangeBar
from ui.widgets.row_button import Arrow, RowButton
from ui.widgets.teller import Teller
from ui.widgets.theme_icon import ThemeIcon

WIDEST = "0,0\u00a0–\u00a00,0"


class ScoreRow(RowButton):
    """The row of the theme of that rank, from 0."""

    def __init__(self, theme: Theme, rank: int, title: str) -> None:
        super().__init__(theme)
        self._title, self._plain, self._muted = title, False, False
        self._shown = ("", "", "")
        self._told = ""
        self._name, self._bar, self._arrow = OneLine(title), RangeBar(theme), Arrow(theme)
        self._words = QGridLayout()
        self._value = label("", "card", bold=True, wrap=False)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._build(rank)
        self._place(plain=False)
        self._fit()
        Teller(self, theme, self._say)
        theme.changed.connect(self._fit)

    def _build(self, rank: int) -> None:
        self.line.setContentsMargins(4, 2, 2, 2)
        self.line.setSpacing(6)
        self.add(ThemeIcon(self._theme, rank, 22))
        words = self._words
        words.setHorizontalSpacing(6)
        words.setVerticalSpacing(0)
        words.setContentsMargins(4, 0, 0, 0)
        words.setRowStretch(0, 1)
        words.setRowStretch(3, 1)
        words.setColumnStretch(0, 1)
        self.line.addLayout(words, 1)
        for child in (self._name, self._bar, self._value, self._arrow):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def tell(self, sentence: str) -> None:
        """What its bar says, under the mouse or with the focus; heard as its description."""
        if sentence != self._told:
            self._told = sentence
            self._describe()

    def _say(self) -> str:
        return self._told

    def _describe(self) -> None:
        title, said, hint = self._title, self._shown[1], self._shown[2]
        self.setAccessibleName(f"{title}, {said}")
        self.setAccessibleDescription(f"{self._told} {hint}".strip())

    def show_score(self, span: Range, thresholds: Thresholds, *, muted: bool = False) -> None:
        """A score between two bounds (contract S9); `muted`: too little is known to rely on it."""
        self._bar.set_muted(muted)
        if self._muted != muted:
            self._muted = muted
            set_property(self._value, "tone", "ink2" if muted else "")
        self._bar.show_range(self._title, span.low, span.high, thresholds)
        said = score_range(span.low, span.high, thresholds)
        short = short_score_range(span.low, span.high, thresholds)
        self._show(short, said, f"Pourquoi {short}\u202f?", plain=False)

    def show_none(self, short: str) -> None:
        """No score, and why in two or three words: no bar is drawn."""
        self._show(short, short, "Voir les questions de ce thème", plain=True)

    def _show(self, short: str, said: str, hint: str, *, plain: bool) -> None:
        if self._shown == (short, said, hint):
            return
        self._shown = (short, said, hint)
        self._describe()
        if self._plain != plain:
            self._dress(plain=plain)
        self._value.setText(short)

    def _dress(self, *, plain: bool) -> None:
        """Words instead of figures, or the other way round."""
        self._plain = plain
        self._place(plain=plain)
        self._value.setProperty("strong", "" if plain else "true")
        self._value.setProperty("tone", "ink2" if plain or self._muted else "")
        set_property(self._value, "role", "caption" if plain else "card")
        self._fit()

    def _place(self, *, plain: bool) -> None:
        """The figures and the arrow beside the bar; without a bar, beside the name."""
        words = self._words
        words.addWidget(self._name, 1, 0, 1, 1 if plain else 3)
        words.addWidget(self._bar, 2, 0)  # before it is shown: alone, it would be a window
        self._bar.setVisible(not plain)
        for column, widget in enumerate((self._value, self._arrow), 1):
            words.addWidget(widget, 1 if plain else 2, column)

    def _fit(self) -> None:
        """The figures of every row in one column, however few they have."""
        metrics = QFontMetrics(self._theme.font("card", bold=True))
        self._value.setMinimumWidth(0 if self._plain else metrics.horizontalAdvance(WIDEST))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())
