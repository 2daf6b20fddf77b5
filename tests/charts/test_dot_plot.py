# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The plot of a published share: what is written stays inside, whatever the share and the width."""

from functools import cache

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from autodiag.charts.dot_plot import Share, dot_axis, dot_plot, share_plot
from autodiag.charts.look import Look, load_look
from autodiag.text.shares import share_label
from tests.sources import ROOT


@cache
def look() -> Look:
    return load_look(ROOT / "resources")


def written(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.findobj(Text) if text.get_text()]


@pytest.mark.parametrize("value", [0, 1.87, 24, 50, 77, 100])
@pytest.mark.parametrize("width", [122, 264, 360])
@pytest.mark.parametrize("axis", [True, False])
@pytest.mark.parametrize("lack", [True, False])
def test_the_label_of_a_share_stays_inside_the_plot(
    value: float, width: int, axis: bool, lack: bool
) -> None:
    figure = share_plot(look(), Share(value, "environ", True, lack=lack), width, axis=axis)
    FigureCanvasAgg(figure).draw()
    wide, high = figure.get_size_inches() * figure.dpi
    for text in figure.findobj(Text):
        if text.get_text():
            box = text.get_window_extent()
            assert box.x0 >= -1
            assert box.x1 <= wide + 1
            assert -1 <= box.y0 <= box.y1 <= high + 1


def test_the_figures_of_the_marks_are_given_once_above_bare_plots() -> None:
    assert written(dot_axis(look(), 264)) == ["0\u00a0%", "25", "50", "75", "100\u00a0%"]
    assert written(share_plot(look(), Share(22, "exact", True), 264, axis=False)) == ["22\u00a0%"]


def test_B2_a_share_of_those_who_do_not_says_so() -> None:
    assert share_label(77, "exact", lack=True) == "77\u00a0%\u00a0ne le font pas"


def test_B2_a_share_of_those_who_do_not_has_no_place_on_the_axis_of_those_who_do() -> None:
    figure = share_plot(look(), Share(77, "exact", True, lack=True), 264)
    assert written(figure) == ["77\u00a0%\u00a0ne le font pas"]
    assert [type(drawn) for drawn in figure.artists] == [Text], "neither a disc nor an axis"


def test_B3_a_margin_is_drawn_only_when_it_is_given() -> None:
    bare = share_plot(look(), Share(40, "exact", True), 264)
    whisker = share_plot(look(), Share(40, "exact", True, interval=(37.2, 42.8)), 264)
    assert len(whisker.artists) == len(bare.artists) + 1


def test_a_plot_of_another_size_is_not_a_full_disc() -> None:
    full, hollow = (
        dot_plot(look(), 40, "exact", same_size=same, width=122).artists[3]
        for same in (True, False)
    )
    assert full.get_facecolor() != hollow.get_facecolor()  # type: ignore[attr-defined]
