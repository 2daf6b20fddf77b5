# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The map of profiles with what is written beside its places: nothing hides what matters."""

from fractions import Fraction
from functools import cache
from itertools import combinations, product

import pytest
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyBboxPatch
from matplotlib.text import Text

from autodiag.charts.look import Look, load_look
from autodiag.charts.profile_map import MapWords, Place, profile_map
from autodiag.charts.regions import borders, cells
from autodiag.model.questionnaire import Scoring
from autodiag.model.result import Range
from tests.sources import ROOT
from tests.support.shipped import shipped_questionnaire

LONG = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"
WORDS = MapWords(
    "Stratégie et gouvernance numériques, sur 4",
    "Score global, sur 4",
    {"retardataire": "Au début du chemin", "pragmatique": "En route", "stratege": "Cap tenu"},
    (LONG, "aujourd’hui"),
    ("Dans trois ans", "avec la feuille de route"),
)
"""Today and later, as long as they come."""


@cache
def look() -> Look:
    return load_look(ROOT / "resources")


@cache
def scoring() -> Scoring:
    found = shipped_questionnaire().scoring
    assert found is not None
    return found


def place(x: float, y: float, wide: float = 0.3) -> Place:
    def span(value: float) -> Range:
        return Range(Fraction(value), min(Fraction(value) + Fraction(wide), Fraction(4)))

    return Place(span(x), span(y))


def drawn(today: Place, later: Place | None, width: float = 279) -> Figure:
    figure = profile_map(look(), scoring(), WORDS, (today, later), (width, 300))
    with rc_context({"text.hinting": "none"}):  # as on the screen
        FigureCanvasAgg(figure).draw()
    return figure


def frames(figure: Figure) -> list[FancyBboxPatch]:
    """The frames of the callouts: the plates of the names have no edge."""
    return [f for f in figure.findobj(FancyBboxPatch) if f.get_linewidth() > 0]


@pytest.mark.parametrize(("x", "y"), list(product((0, 1.3, 2.4, 3.2, 3.7), repeat=2)))
def test_callouts_stay_on_the_map_apart_and_off_the_places(x: float, y: float) -> None:
    figure = drawn(place(x, y), place(min(x + 0.5, 4), min(y + 0.4, 4)))
    boxes = [frame.get_window_extent() for frame in frames(figure)]
    assert len(boxes) == 2
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    for box in boxes:
        assert box.x0 > 34
        assert box.x1 < 279
        for disc in figure.findobj(Circle):
            assert not box.overlaps(disc.get_window_extent())


@pytest.mark.parametrize("wide", [0.0, 0.3, 1.5, 3.9])
def test_names_and_callouts_do_not_hide_one_another(wide: float) -> None:
    figure = drawn(place(0.2, 0.2, wide), None)
    plates = [f.get_window_extent() for f in figure.findobj(FancyBboxPatch)]
    if wide < 3:  # a place that may be anywhere leaves no free corner
        assert not any(one.overlaps(other) for one, other in combinations(plates, 2))
    shown = [text.get_text() for text in figure.findobj(Text)]
    assert {"Au début du chemin", "En route", "Cap tenu", "aujourd’hui"} <= set(shown)


@pytest.mark.parametrize("width", [279, 450])
def test_the_name_of_a_region_does_not_seem_to_be_that_of_the_place(width: float) -> None:
    figure = drawn(place(1.44, 1.79), None, width)
    (disc,) = figure.findobj(Circle)
    around = disc.get_window_extent().expanded(5, 5)
    plates = [f for f in figure.findobj(FancyBboxPatch) if f.get_linewidth() == 0]
    assert len(plates) == 3
    assert not any(around.overlaps(plate.get_window_extent()) for plate in plates)


def test_a_callout_leaves_the_name_of_a_small_region_readable() -> None:
    figure = drawn(place(1.4, 1.7), place(2.9, 2.5))
    callouts = [frame.get_window_extent() for frame in frames(figure)]
    (name,) = [t for t in figure.findobj(Text) if t.get_text() == "Cap tenu"]
    assert not any(box.overlaps(name.get_window_extent()) for box in callouts)


@pytest.mark.parametrize("width", [279, 450])
@pytest.mark.parametrize(
    ("today", "later"),
    [((1.2, 0.4), (3.9, 3.9)), ((0.4, 2.6), (3.4, 3.4)), ((2.6, 2.6), (3.7, 3.7))],
)
def test_no_line_strikes_a_name(
    today: tuple[float, float], later: tuple[float, float], width: float
) -> None:
    """Towards 4 out of 4, where the small region has no other room for its name."""
    figure = drawn(place(*today), place(*later, 0), width)
    plates = [f for f in figure.findobj(FancyBboxPatch) if f.get_linewidth() == 0]
    lines = [line for line in figure.findobj(Line2D) if line.get_color() == look().ink]
    assert len(lines) == 3, "the arrow and both leaders"
    for plate, line in product(plates, lines):
        beside = not line.get_path().intersects_bbox(plate.get_window_extent(), filled=False)
        assert beside or plate.get_zorder() > line.get_zorder()


def test_a_long_name_is_cut_inside_its_frame() -> None:
    figure = drawn(place(1, 1), None)
    (frame,) = frames(figure)
    texts = [t for t in figure.findobj(Text) if t.get_text().startswith("Saint-Remy")]
    assert texts[0].get_text().endswith("…")
    width = look().width(texts[0].get_text(), 9, bold=True)
    assert texts[0].get_window_extent().x0 + width < frame.get_window_extent().x1


def test_a_map_may_be_taller_than_wide() -> None:
    assert tuple(drawn(place(1, 1), None, 240).get_size_inches() * 72) == (240, 300)


def test_P5_borders_run_only_between_two_profiles() -> None:
    found = list(borders(cells(scoring())))
    assert {border.profile for border in found} == {"pragmatique", "stratege"}
    (line,) = [border for border in found if border.start[0] == border.end[0]]
    assert (line.start, line.end) == ((3.0, 2.5), (3.0, 4.0))
    assert sum(b.end[0] - b.start[0] for b in found if b.profile == "pragmatique") == 4
