# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Charts as plain figures: what is written on them, where things stand, nothing raster."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle
from matplotlib.text import Text

from autodiag.charts.dot_plot import dot_plot
from autodiag.charts.look import Look, load_look
from autodiag.charts.profile_map import MapWords, Place, profile_map
from autodiag.charts.radar import can_draw, radar
from autodiag.charts.range_bars import ScoreRow, range_bars, score_bar
from autodiag.charts.regions import cells, hidden_conditions
from autodiag.charts.timeline import meter, plan_axis, plan_bar
from autodiag.model.questionnaire import Scoring
from autodiag.model.result import Range
from tests.sources import ROOT
from tests.support.shipped import shipped_questionnaire

HOSTILE = "Bourg <b>Neuf</b> & $x^2$ \\frac{1} 🎉 \u202e{y} %s"
WORDS = MapWords(
    "Pilotage",
    "Score",
    {"retardataire": "Au début du chemin", "pragmatique": "En route", "stratege": "Cap tenu"},
)


@cache
def look() -> Look:
    return load_look(ROOT / "resources")


def scoring() -> Scoring:
    found = shipped_questionnaire().scoring
    assert found is not None
    return found


def span(low: str, high: str = "") -> Range:
    return Range(Fraction(low), Fraction(high or low))


def rows() -> list[ScoreRow]:
    ranges = [span("1.3", "1.9"), span("2"), None, *[span("0.5", "3")] * 6]
    return [ScoreRow(f"Thème {i}", one) for i, one in enumerate(ranges)]


def texts(figure: Figure) -> list[str]:
    return [artist.get_text() for artist in figure.findobj(Text) if artist.get_text()]


def figures() -> Iterator[Figure]:
    yield range_bars(look(), rows(), 260)
    yield score_bar(look(), span("1.6", "1.8"), 300, 2.0)
    yield radar(look(), rows(), 230)
    yield dot_plot(look(), 24.0, "exact", same_size=False, width=160)
    yield profile_map(
        look(), scoring(), WORDS, (Place(span("1", "2"), span("1.5", "2.2")), None), 300
    )
    yield plan_axis(look(), date(2026, 11, 21), 156)
    yield plan_bar(look(), (0, 3), 156, obligation=True)
    yield meter(look(), (3, 7), 6, 140)


@pytest.mark.parametrize("number", range(8))
def test_every_chart_draws_without_pyplot_and_stays_inside(number: int) -> None:
    figure = list(figures())[number]
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    width, height = figure.get_size_inches() * figure.dpi
    for text in figure.findobj(Text):
        if text.get_text():
            box = text.get_window_extent()
            assert box.x0 >= -1, text
            assert box.y0 >= -1, text
            assert box.x1 <= width + 1, text
            assert box.y1 <= height + 1, text


def test_charts_never_import_pyplot_nor_qt() -> None:
    code = (
        "import sys, autodiag.charts.timeline, autodiag.charts.profile_map, autodiag.charts.radar,"
        "autodiag.charts.dot_plot;"
        "sys.exit(any(m in sys.modules for m in ('matplotlib.pyplot', 'PySide6')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0


def test_hostile_text_is_drawn_as_plain_text() -> None:
    figure = range_bars(look(), [ScoreRow(HOSTILE, span("1"))], 495)
    FigureCanvasAgg(figure).draw()
    shown = " ".join(texts(figure))
    assert "<b>Neuf</b> & $x^2$" in shown
    assert "🎉" not in shown
    assert not any(text.get_parse_math() for text in figure.findobj(Text))


def test_a_text_too_long_is_cut_to_its_width() -> None:
    lines = look().wrap("Saint-Exemple " * 40, 9, 120)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(look().width(line, 9) <= 120 for line in lines)
    (word,) = look().wrap("x" * 300, 9, 120, 1)
    assert look().width(word, 9) <= 120


def test_P5_the_regions_of_the_map_are_those_of_the_rules() -> None:
    found = cells(scoring())
    assert {cell.profile for cell in found} == {"retardataire", "pragmatique", "stratege"}
    assert sum((c.right - c.left) * (c.top - c.bottom) for c in found) == pytest.approx(16)

    def at(x: float, y: float) -> object:
        (cell,) = [c for c in found if c.left <= x < c.right and c.bottom <= y < c.top]
        return cell.profile

    assert at(3.0, 2.5) == "stratege"
    assert at(2.99, 3.9) == "pragmatique"
    assert at(3.5, 2.49) == "pragmatique"
    assert at(3.9, 1.99) == "retardataire"
    assert at(0.0, 2.0) == "pragmatique"
    assert [t.measure.kind for t in hidden_conditions(scoring())] == ["moyenne"]


def test_P5_other_rules_give_another_map() -> None:
    (rule, *others) = scoring().profile_rules
    lower = tuple(replace(t, bound="1") for t in rule.thresholds)
    found = cells(replace(scoring(), profile_rules=(replace(rule, thresholds=lower), *others)))
    (stratege,) = [c for c in found if c.profile == "stratege"]
    assert (stratege.left, stratege.bottom) == (1.0, 1.0)


def test_the_disc_stands_at_the_prudent_corner_of_its_box() -> None:
    place = Place(span("1", "2"), span("1.5", "2.2"))
    figure = profile_map(look(), scoring(), WORDS, (place, None), 300)
    (disc,) = figure.findobj(Circle)
    boxes = [
        patch for patch in figure.findobj(Rectangle) if patch.get_xy() == pytest.approx(disc.center)
    ]
    assert len(boxes) == 1


def test_names_of_regions_cover_no_box() -> None:
    for low, high in (("0.1", "0.8"), ("1.4", "1.95"), ("2.1", "3.9"), ("3.1", "4")):
        place = Place(span(low, high), span(low, high))
        figure = profile_map(look(), scoring(), WORDS, (place, None), 300)
        (disc,) = figure.findobj(Circle)
        FigureCanvasAgg(figure).draw()
        centre = disc.get_transform().transform(disc.center)
        for text in figure.findobj(Text):
            if text.get_text() in WORDS.profiles.values():
                assert not text.get_window_extent().contains(*centre)


def test_sans_objet_is_written_and_has_no_bar() -> None:
    figure = range_bars(look(), [ScoreRow("Éducation", None)], 260)
    assert "sans objet" in texts(figure)
    assert len(figure.findobj(Rectangle)) == 1  # the figure’s own background


def test_a_radar_needs_three_themes() -> None:
    assert not can_draw(rows()[:3])
    assert can_draw(rows()[:4])


def test_B3_the_bound_of_a_share_is_written_and_an_estimate_takes_no_decimal() -> None:
    assert "> 96\u00a0%" in texts(dot_plot(look(), 96, "plus_de", same_size=True, width=160))
    assert "1,87\u00a0%" in texts(dot_plot(look(), 1.87, "exact", same_size=True, width=160))
    assert "environ 33\u00a0%" in texts(
        dot_plot(look(), 33.3, "environ", same_size=True, width=160)
    )
