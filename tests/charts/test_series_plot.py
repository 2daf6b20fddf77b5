# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The chart of a series: no line across a break, every value written, nothing outside."""

from functools import cache
from itertools import pairwise

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.lines import Line2D
from matplotlib.text import Text

from autodiag.charts.look import Look, load_look
from autodiag.charts.series import HEIGHT, SeriesMark, series_plot, series_spots
from tests.sources import ROOT

BROKEN = (
    SeriesMark(40, 2019.8, "40\u00a0%", "nov. 2019", joined=False),
    SeriesMark(47, 2022.0, "47\u00a0%", "janv. 2022", joined=False),
    SeriesMark(52.1, 2025.75, "52,1\u00a0%", "oct. 2025", joined=True),
)
CLOSE = (
    SeriesMark(0, 2024.7, "0\u00a0%", "sept. 2024", joined=False),
    SeriesMark(100, 2025.4, "100\u00a0%", "juin 2025", joined=True),
    SeriesMark(93.5, 2025.7, "env.\u00a093,5\u00a0%", "sept. 2025", joined=True),
)


@cache
def look() -> Look:
    return load_look(ROOT / "resources")


def test_no_line_joins_two_points_across_a_break() -> None:
    figure = series_plot(look(), BROKEN, 220)
    thick = [line for line in figure.findobj(Line2D) if line.get_linewidth() == 1.6]
    assert len(thick) == 1
    spots = series_spots(look(), BROKEN, [("a", ""), ("b", "rupture"), ("c", "de plus")], 220)
    assert [spot.said for spot in spots] == ["a", "rupture", "b", "c de plus"]
    middles = [spot.ring[0] + spot.ring[2] / 2 for spot in spots]
    assert middles == sorted(middles), "the mark of the break stands between the two points"
    box = thick[0].get_path().get_extents()
    assert (box.x0, box.x1) == pytest.approx((middles[2], middles[3]))


@pytest.mark.parametrize("width", [180, 220, 360])
@pytest.mark.parametrize("marks", [BROKEN, CLOSE])
def test_each_value_and_date_is_written_inside_and_apart(
    marks: tuple[SeriesMark, ...], width: float
) -> None:
    figure = series_plot(look(), marks, width)
    FigureCanvasAgg(figure).draw()
    texts = {text.get_text(): text.get_window_extent() for text in figure.findobj(Text)}
    for mark in marks:
        for words in (mark.label, mark.when):
            box = texts[words]
            assert -1 <= box.x0 <= box.x1 <= width + 1
            assert -1 <= box.y0 <= box.y1 <= HEIGHT + 1
    boxes = [texts[mark.when] for mark in marks]
    assert all(one.x1 <= two.x0 for one, two in pairwise(boxes))
