# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The card of a study: who, when, how many, what it cannot say; then what to know of one figure."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel

from autodiag.benchmarks.browse import StudyCard
from autodiag.benchmarks.citing import CitingWords
from autodiag.benchmarks.series_shown import ShownSeries
from ui.theme import Theme
from ui.widgets.address_button import AddressButton
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.series_cell import SeriesCell


class FiguresCard(Card):
    """Filled again for each figure that is chosen."""

    study_asked = Signal()
    """Only the figures of that study are to be listed."""

    def __init__(self, theme: Theme, resources: Path, words: CitingWords) -> None:
        super().__init__(margin=16)
        self._theme = theme
        self._title = label("", "lead", bold=True, heading=True)
        self._made = label("", "caption", tone="ink2")
        self._panel, self._size, self._limits = (label("", "body") for _ in range(3))
        self._remarks: list[QLabel] = []
        self._who = label("", "body", bold=True)
        self._about = label("À savoir sur ce chiffre", "body", bold=True)
        self._remark = label("", "body")
        self._over_years = label("D’une année à l’autre", "body", bold=True)
        self.series = SeriesCell(theme, resources, words)
        self._address: AddressButton | None = None
        self.only = button(theme, "Tous les chiffres de cette étude")
        self._build()
        self.only.clicked.connect(self._on_clicked)

    def _build(self) -> None:
        self.body.setSpacing(2)
        self.body.addWidget(self._title)
        self.body.addWidget(self._made)
        for heading, text in (
            (self._who, self._panel),
            (label("Combien", "body", bold=True), self._size),
            (label("Ce que cette étude ne peut pas dire", "body", bold=True), self._limits),
        ):
            self.body.addSpacing(8)
            self.body.addWidget(heading)
            self.body.addWidget(text)
        self.body.addSpacing(8)
        self.body.addWidget(self._about)
        self.body.addWidget(self._remark)
        self.body.addSpacing(8)
        self.body.addWidget(self._over_years)
        self.body.addWidget(self.series)
        self.body.addSpacing(8)
        self.body.addWidget(self.only)

    def show_study(self, study: StudyCard, remarks: Sequence[str], link: str) -> None:
        """A study, and what to know of the figure chosen; `link`: where it was read."""
        self._title.setText(study.title)
        self._made.setText(study.made)
        self._who.setText(study.about)
        self._panel.setText(study.panel)
        self._size.setText(study.size)
        self._limits.setText(study.limits)
        self._remark.setText("\n".join(f"{one[:1].upper()}{one[1:]}" for one in remarks))
        for part in (self._about, self._remark):
            part.setVisible(bool(remarks))
        if self._address is not None:
            self.body.removeWidget(self._address)
            self._address.hide()
            self._address.deleteLater()
            self._address = None
        if link:
            self._address = AddressButton(self._theme, link)
            self.body.addWidget(self._address)  # last, as it is made: Tab reaches it last

    def show_series(self, shown: ShownSeries | None) -> None:
        """The same figure over the years, with its breaks; None where it was asked once."""
        if shown is not None:
            self.series.show_series(shown)
        for part in (self._over_years, self.series):
            part.setVisible(shown is not None)

    @Slot()
    def _on_clicked(self) -> None:
        self.study_asked.emit()
