# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The scale of what is felt: every line named and valued, marks told apart without colour."""

import pytest
from matplotlib.patches import Circle, Polygon
from matplotlib.text import Text

from autodiag.charts.felt_scale import felt_scale, scale_height
from autodiag.charts.look import load_look
from autodiag.scoring.felt_words import Line
from tests.sources import ROOT

LINES = (
    Line("reponses", "Vos réponses", 4.4, 5.0, "4,4\u00a0–\u00a05,0"),
    Line("depart", "Au départ", 7, 7, "7"),
    Line("elu", "Élue ou élu", 10, 10, "10"),
    Line("agent", "Agent", 0, 0, "0"),
)


@pytest.mark.parametrize("width", [200.0, 275.0, 460.0])
def test_every_line_is_named_and_valued_inside_the_figure(width: float) -> None:
    figure = felt_scale(load_look(ROOT / "resources"), LINES, width)
    written = [one.get_text() for one in figure.artists if isinstance(one, Text)]
    assert {line.name for line in LINES} | {line.value for line in LINES} <= set(written)
    assert written[-3:] == ["0", "5", "10"]
    assert figure.get_figwidth() * 72 == pytest.approx(width)
    assert figure.get_figheight() * 72 == pytest.approx(scale_height(LINES))


def test_each_voice_has_its_own_shape() -> None:
    look = load_look(ROOT / "resources")
    shapes: dict[str, tuple[int, int]] = {}
    for line in LINES[1:]:
        artists = felt_scale(look, [line], 275).artists
        corners = [len(one.get_xy()) for one in artists if isinstance(one, Polygon)]
        discs = sum(isinstance(one, Circle) for one in artists)
        shapes[line.kind] = (max(corners, default=0), discs)
    assert len(set(shapes.values())) == 3
