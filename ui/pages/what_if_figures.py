# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The pictures of a trial: bars, map, radar. Laid out side by side, or one under the other."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from autodiag.model.result import Result
from ui.pages.what_if_bars import TrialBars
from ui.pages.what_if_map import TrialMap
from ui.pages.what_if_radar import FEWEST, TrialRadar
from ui.pages.what_if_words import TrialWords
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.labels import label
from ui.widgets.words_table import WordsTable

LEAST, MAP, RADAR = 200, 420, 340
"""The least height of both, and the most of each, in pixels at 100 %."""
SHARES, UNMAPPED = (12, 11, 9), (12, 9)
"""Of the width, for bars, map and radar; and without the map."""
PLACES = {
    3: ((0, 0, 1), (0, 1, 1), (0, 2, 1)),
    2: ((0, 0, 2), (0, 1, 1), (1, 1, 1)),
    1: ((0, 0, 1), (1, 0, 1), (2, 0, 1)),
}
"""By number of columns, the row and column of each, and how many rows it takes."""
WIDE, TWO = 760, 460
"""The width from which there are three columns, then two, in pixels at 100 %."""
GAP = 20
IN_WORDS = "Lire en mots"
HEAD = ("Thème", "Aujourd’hui, puis avec ces actions")
BARS_READ = (
    "Fin et gris\u00a0: aujourd’hui. Épais\u00a0: avec ces actions. Hachures\u00a0: incertain."
)
RADAR_READ = "Pointillé\u00a0: aujourd’hui. Trait plein\u00a0: avec ces actions."
MAP_READ = "Disque plein\u00a0: aujourd’hui. Disque creux\u00a0: avec ces actions."


class Figure(QWidget):
    """A title, a picture, how to read it."""

    def __init__(self, title: str, picture: QWidget, read: str) -> None:
        super().__init__()
        self.read = label(read, "caption", tone="ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(title, "body", bold=True, heading=True))
        column.addWidget(picture)
        column.addWidget(self.read)
        column.addStretch(1)


class TrialFigures(QWidget):
    """What moves at each tick."""

    def __init__(self, theme: Theme, resources: Path) -> None:
        super().__init__()
        self._theme = theme
        self.bars = TrialBars(theme)
        self.map, self.radar = TrialMap(theme, resources), TrialRadar(theme, resources)
        self._parts = (
            Figure("Les thèmes", self.bars, BARS_READ),
            Figure("La carte des profils", self.map, MAP_READ),
            Figure("Le radar", self.radar, RADAR_READ),
        )
        self._duties = tuple(label("", "caption", tone="ink2") for _ in range(2))
        self.in_words = button(theme, IN_WORDS, "quiet")
        self.table = WordsTable(theme, "Le résultat de l’essai, en mots", HEAD, (55, 45))
        self._rows: list[tuple[str, str]] = []
        self.table.hide()
        self.in_words.clicked.connect(self._on_in_words_clicked)
        self._laid = (0, True)
        self._mapped, self._width = True, WIDE
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP)
        self.lay(WIDE)

    def lay(self, width: int) -> None:
        """Place the pictures in that many pixels."""
        room = width / self._theme.scale
        columns = 3 if room >= WIDE and self._mapped else 2 if room >= TWO else 1
        shares = (SHARES if self._mapped else UNMAPPED)[:columns]
        self._width = width
        self._fit(width - GAP * (columns - 1), shares)
        if (columns, self._mapped) == self._laid:
            return
        self._laid = (columns, self._mapped)
        below = (*self._duties, self.in_words, self.table)
        for part in (*self._parts, *below):
            self._grid.removeWidget(part)
        shown = self._parts if self._mapped else (self._parts[0], self._parts[2])
        for part, (row, column, high) in zip(shown, PLACES[columns], strict=False):
            self._grid.addWidget(part, row, column, high, 1)
        for row, part in enumerate(below, 3):
            self._grid.addWidget(part, row, 0, 1, columns)
        self._grid.setAlignment(self.in_words, Qt.AlignmentFlag.AlignLeft)
        for column in range(len(SHARES)):
            self._grid.setColumnStretch(column, shares[column] if column < columns else 0)
        self._grid.setRowStretch(3 + len(below), 1)

    def _fit(self, width: int, shares: tuple[int, ...]) -> None:
        """The map nearly a square, the radar a square, neither larger than is pleasant."""
        scale, last = self._theme.scale, len(shares) - 1
        radar = last if len(shares) == 3 or not self._mapped else min(1, last)
        both = ((self.map, min(1, last), MAP, 1.1), (self.radar, radar, RADAR, 1.0))
        for picture, column, most, taller in both:
            wide = width * shares[column] / sum(shares)
            high = round(min(wide * taller, most * scale))
            picture.setFixedHeight(max(high, round(LEAST * scale)))

    def show_duties(self, settled: str, left: str) -> None:
        """The obligations that would be settled, and those that would stay due."""
        said = (("Obligations réglées", settled), ("Obligations qui restent à faire", left))
        for words, (lead, titles) in zip(self._duties, said, strict=True):
            words.setText(f"{lead}\u00a0: {titles}." if titles else "")
            words.setVisible(bool(titles))

    def show_ground(self, words: TrialWords) -> None:
        """What does not move with the ticks."""
        ground, today = words.ground(), words.place(words.before)
        self._mapped = ground is not None and today is not None
        self._parts[1].setVisible(self._mapped)
        self.lay(self._width)
        if ground is not None and today is not None:
            self.map.show_ground(ground, today)
        axes = words.axes()
        self._parts[2].setVisible(sum(axis.today is not None for axis in axes) >= FEWEST)
        self.radar.show_axes(axes)

    def show_result(self, words: TrialWords, result: Result) -> None:
        """Where the ticked actions lead."""
        bars = words.bars(result)
        said = " ".join(f"{face.title}\u00a0: {face.shown}." for face in bars)
        self.bars.show_bars(bars)
        self.bars.describe("Scores par thème", said)
        self.radar.show_later(tuple(theme.range for theme in result.themes))
        self.radar.describe("Radar des thèmes", said)
        self._rows = [(face.title, face.shown) for face in bars]
        place = words.place(result)
        if place is not None:
            self.map.show_later(place)
            self.map.describe("Carte des profils", words.place_said(result))
            self._rows.append(("Carte des profils", words.place_said(result)))
        self._fill()

    def _fill(self) -> None:
        """Only where it is read: a tick must not wait for it."""
        if not self.table.isHidden():
            self.table.show_rows(self._rows)

    @Slot()
    def _on_in_words_clicked(self) -> None:
        self.table.setVisible(self.table.isHidden())
        self.in_words.setText(IN_WORDS if self.table.isHidden() else "Fermer le tableau")
        self._fill()
