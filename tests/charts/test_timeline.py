# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The calendar of a plan and its meters: where bars, signs and ticks stand."""

from datetime import date
from itertools import pairwise

import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, PathPatch, Rectangle
from matplotlib.text import Text

from autodiag.charts.look import load_look
from autodiag.charts.timeline import meter, plan_axis, plan_bar
from tests.sources import ROOT

LOOK = load_look(ROOT / "resources")
WIDTH = 144.0
"""Four points a month."""


def bar_of(figure: Figure) -> tuple[float, float]:
    (bar,) = figure.findobj(FancyBboxPatch)
    box = bar.get_path().get_extents()
    return box.x0, box.x1


def test_a_bar_lasts_from_its_month_to_the_other() -> None:
    assert bar_of(plan_bar(LOOK, (6, 18), WIDTH)) == pytest.approx((24, 72), abs=0.1)


def test_a_bar_of_no_time_is_still_seen() -> None:
    first, last = bar_of(plan_bar(LOOK, (3, 3), WIDTH))
    assert last - first >= 5


@pytest.mark.parametrize("end", [8, 35, 36])
def test_the_sign_of_an_obligation_stays_inside_and_off_the_bar(end: int) -> None:
    figure = plan_bar(LOOK, (end - 6, end), WIDTH, obligation=True)
    first, last = bar_of(figure)
    signs = [p.get_path().get_extents() for p in figure.findobj(PathPatch)]
    assert signs
    for sign in signs:
        assert sign.x0 >= 0
        assert sign.x1 <= WIDTH
        assert sign.x1 <= first or sign.x0 >= last
    assert not plan_bar(LOOK, (0, 6), WIDTH).findobj(PathPatch)


@pytest.mark.parametrize("month", range(1, 13))
def test_the_axis_dates_each_boundary_and_no_date_touches_another(month: int) -> None:
    figure = plan_axis(LOOK, date(2026, month, 21), WIDTH)
    texts = [text for text in figure.findobj(Text) if text.get_text()]
    assert len(texts) == 8
    if month == 11:
        said = [text.get_text() for text in texts]
        assert said == ["nov.", "2026", "mai", "2027", "mai", "2028", "oct.", "2029"]
    for line in (texts[::2], texts[1::2]):
        boxes = [text.get_window_extent() for text in line]
        assert all(a.x1 < b.x0 for a, b in pairwise(boxes))


@pytest.mark.parametrize(
    ("needed", "available"), [((3, 7), 6), ((0, 0), 12), ((40, 90), 6), ((2, 2), 0)]
)
def test_a_meter_holds_the_estimates_and_the_tick_of_what_there_is(
    needed: tuple[float, float], available: float
) -> None:
    figure = meter(LOOK, needed, available, WIDTH)
    boxes = [patch for patch in figure.findobj(Rectangle) if patch is not figure.patch]
    assert any(box.get_hatch() for box in boxes) is (needed[1] > needed[0])
    assert all(box.get_x() >= 0 and box.get_x() + box.get_width() <= WIDTH for box in boxes)
    (tick,) = figure.findobj(Line2D)
    at = float(tick.get_xdata()[0])  # type: ignore[index, arg-type]
    assert 0 <= at <= WIDTH
    if needed[1]:
        high = max(box.get_x() + box.get_width() for box in boxes)
        assert (at < high - 0.01) is (available < needed[1])
