# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The map of profiles, and the same data as a table. Where there is no map, it says why."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from autodiag.model.questionnaire import PROFILES
from autodiag.text.numbers import decimal
from autodiag.text.sentences import unstarred
from ui.pages.results_reading import Reading
from ui.shown_year import when_shown
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.one_line import OneLine
from ui.widgets.spoken_chart import SpokenChart
from ui.widgets.words_table import WordsTable

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from autodiag.charts.look import Look
    from autodiag.charts.map_frame import Place
    from autodiag.charts.spots import Spot

LARGEST = 560
"""Logical pixels of the map at 100 %."""
ALONE = 440
"""Its height on a row of its own."""
TALLER = 1.2
"""How far the map may be from a square."""
TITLE = "La carte des profils"
HEAD = ("Où", "Pilotage", "Score global", "Étape")
KEYS = "Flèches gauche et droite\u00a0: d’un repère à l’autre. Entrée\u00a0: le calcul."
LATER, LATER_THAN_THEN = "Dans trois ans", "Trois ans après"
"""Where the roadmap leads, from today or from an older diagnosis."""


class MapCard(Card):
    """Today’s place with what is uncertain, and where the stored plan leads."""

    why_asked = Signal()
    """How the global score is made."""

    def __init__(self, theme: Theme, resources: Path) -> None:
        super().__init__(margin=16)
        self.body.setContentsMargins(16, 8, 16, 16)  # its title level with the first words beside
        self._theme, self._alone = theme, False
        self.in_words = button(theme, "Lire en mots", "quiet")
        self.chart = SpokenChart(theme, resources)
        self.legend = label("", "caption", tone="ink2")
        self.table = WordsTable(theme, f"{TITLE}, en mots", HEAD, (24, 28, 21, 27))
        self._build()
        self.in_words.clicked.connect(self._on_words_asked)
        self.chart.chosen.connect(self.why_asked)
        theme.changed.connect(self._fit)

    def _build(self) -> None:
        line = QWidget()
        line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout(line)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(OneLine(TITLE, "lead", bold=True), 1)
        head.addWidget(self.in_words)
        self.body.addWidget(line)
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self.table)
        self.body.addWidget(self.legend)
        self.body.addStretch(0)
        self.table.hide()
        self.chart.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fit()

    def lay(self, *, alone: bool) -> None:
        """Alone on its row, the map decides its height; else it takes that of its neighbours."""
        self._alone = alone
        self._fit()

    def show_reading(self, reading: Reading) -> bool:
        """Draw the map; False where a bound of today’s place is not known."""
        here, overall = reading.pilot, reading.result.overall
        profile = reading.result.profile.low
        if here is None or overall is None or profile is None:
            return False
        naming, later = reading.naming, reading.later
        data = (here, overall, later, _whose(reading), naming.questionnaire.sha256)
        self.chart.show_figure(partial(_figure, reading), data=data)
        self.chart.show_spots(partial(_spots, reading))
        kind = naming.kind(profile)
        summary = reading.say(
            "carte.alt", pilotage=naming.said(here), score=naming.said(overall), etape=kind
        )
        heard = " ".join(filter(None, (summary, _leads(reading), KEYS)))
        self.chart.describe(f"{TITLE}\u00a0: {kind}", heard)
        sure = here.exact and overall.exact
        framed = "carte.legende_projection" if later else "carte.legende"
        plain = "carte.legende_projection_sure" if later else "carte.legende_sure"
        self.legend.setText(unstarred(reading.say(plain if sure else framed)))
        self.table.name_column(1, _pilot(reading))
        self.table.show_rows(_rows(reading))
        return True

    @Slot()
    def _fit(self) -> None:
        side = round(LARGEST * self._theme.scale)
        self.chart.setMaximumSize(side * 2, side)
        self.chart.setMinimumHeight(round(ALONE * self._theme.scale) if self._alone else 0)

    @Slot()
    def _on_words_asked(self) -> None:
        """The map, or the same as a table."""
        words = self.table.isHidden()
        self.chart.setVisible(not words)
        self.legend.setVisible(not words)
        self.table.setVisible(words)
        self.in_words.setText("Voir la carte" if words else "Lire en mots")


def _leads(reading: Reading) -> str:
    later = reading.later
    if later is None:
        return ""
    pilot, overall = (reading.naming.said(span) for span in later)
    places = f"pilotage {pilot}, score global {overall}"
    return f"{_later(reading)}, avec la feuille de route\u00a0: {places}."


def _rows(reading: Reading) -> list[tuple[str, str, str, str]]:
    """The places, then one row a stage: a region of two rectangles has two lines in each cell."""
    from autodiag.charts.regions import cells

    naming, reached, later = reading.naming, reading.result.profile, reading.later
    rows: list[tuple[str, str, str, str]] = []
    if reading.pilot and reading.result.overall and reached.low and reached.high:
        stages = dict.fromkeys((naming.kind(reached.low), naming.kind(reached.high)))
        spans = naming.short(reading.pilot), naming.short(reading.result.overall)
        rows.append((" ".join(_whose(reading)), *spans, " ou ".join(stages)))
    if later is not None:
        stage = naming.kind(reading.later_profile) if reading.later_profile else ""
        rows.append((_later(reading), naming.short(later[0]), naming.short(later[1]), stage))
    scoring = naming.questionnaire.scoring
    found = cells(scoring) if scoring else ()
    for profile in PROFILES:
        own = [cell for cell in found if cell.profile == profile]
        if own:
            across = "\n".join(_from_to(cell.left, cell.right) for cell in own)
            up = "\n".join(_from_to(cell.bottom, cell.top) for cell in own)
            rows.append(("Zone de l’étape", across, up, naming.kind(profile)))
    return rows


def _whose(reading: Reading) -> tuple[str, str]:
    """The name and the time of the place that is answered."""
    return reading.name, when_shown(reading.snapshot)


def _later(reading: Reading) -> str:
    return LATER if reading.snapshot.is_latest else LATER_THAN_THEN


def _pilot(reading: Reading) -> str:
    """The axis across, by one name on the map and in the table."""
    scoring = reading.naming.questionnaire.scoring
    pilot = reading.naming.theme(scoring.classable.pilot_theme) if scoring else ""
    return reading.say("carte.horizontal", theme=pilot[:1].lower() + pilot[1:])


def _from_to(low: float, high: float) -> str:
    return f"de\u00a0{decimal(low)}\u00a0à\u00a0{decimal(high)}"


def _figure(reading: Reading, look: "Look", width: float, height: float) -> "Figure":
    """The builder of the report, at most as wide as it is high and a little more."""
    from autodiag.charts.profile_map import MapWords, profile_map

    scoring, naming = reading.naming.questionnaire.scoring, reading.naming
    assert scoring is not None
    words = MapWords(
        _pilot(reading),
        reading.say("carte.vertical"),
        {profile: naming.kind(profile) for profile in PROFILES},
        _whose(reading),
        (_later(reading), "avec la feuille de route"),
    )
    return profile_map(look, scoring, words, _places(reading), _size(width, height))


def _spots(reading: Reading, width: float, height: float) -> "tuple[Spot, ...]":
    """What each mark of that figure says."""
    from autodiag.charts.map_said import map_said
    from autodiag.charts.map_spots import map_spots

    scoring, places = reading.naming.questionnaire.scoring, _places(reading)
    assert scoring is not None
    stages = reading.result.profile.low, reading.later_profile
    said = map_said(reading.naming, scoring, places, stages)
    return map_spots(scoring, said, places, _size(width, height))


def _places(reading: Reading) -> "tuple[Place, Place | None]":
    """Today, and after the roadmap."""
    from autodiag.charts.map_frame import Place

    assert reading.pilot is not None
    assert reading.result.overall is not None
    today = Place(reading.pilot, reading.result.overall)
    return today, Place(*reading.later) if reading.later else None


def _size(width: float, height: float) -> tuple[float, float]:
    return min(width, height * TALLER), min(height, width * TALLER)
