# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The rosace and the pictograms: lengths, hatches that read in grey, nothing where nothing is."""

from dataclasses import replace
from math import hypot

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text

from autodiag.charts.icons import Icons, load_icon, sector
from autodiag.charts.range_bars import ScoreRow
from autodiag.charts.rosace import rosace
from autodiag.model.result import Range
from tests.charts.test_charts import look, span
from tests.sources import ROOT
from tests.support.shipped import shipped_questionnaire

SIZE = 300.0


def rows(*ranges: Range | None) -> list[ScoreRow]:
    themes = shipped_questionnaire().themes
    return [
        ScoreRow(theme.title, one, theme.id, i)
        for i, (theme, one) in enumerate(zip(themes, ranges, strict=False), 1)
    ]


def petals(figure: Figure, *, hatched: bool) -> list[PathPatch]:
    primary = look().primary
    found = [patch for patch in figure.findobj(PathPatch) if bool(patch.get_hatch()) is hatched]
    if hatched:
        return found
    centred = [p for p in found if p.get_facecolor() == _rgba(primary)]
    return [p for p in centred if len(points(p.get_path())) == 9]


def _rgba(color: str) -> tuple[float, ...]:
    return (*(int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)), 1.0)


def reach(patch: PathPatch) -> float:
    return max(hypot(x - SIZE / 2, y - SIZE / 2) for x, y in points(patch.get_path())[:4:3])


def points(path: Path) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in np.asarray(path.vertices)]


def test_a_petal_is_as_long_as_its_prudent_score_and_hatched_to_the_highest() -> None:
    ranges = [span("1"), span("2", "3"), span("4")] + [span("1")] * 6
    figure = rosace(look(), rows(*ranges), SIZE)
    FigureCanvasAgg(figure).draw()
    lengths = [reach(petal) for petal in petals(figure, hatched=False)]
    assert len(lengths) == 9
    assert lengths[1] - lengths[0] == pytest.approx((lengths[2] - lengths[0]) / 3)
    (doubt,) = petals(figure, hatched=True)
    assert reach(doubt) == pytest.approx((lengths[2] + lengths[1]) / 2)


def test_a_score_of_zero_is_seen_and_what_is_not_concerned_or_answered_has_no_petal() -> None:
    ranges = [span("0"), None, *[span("2")] * 7]
    assert len(petals(rosace(look(), rows(*ranges), SIZE), hatched=False)) == 8
    empty = rosace(look(), rows(*[span("0", "4")] * 9), SIZE, petals=False)
    assert petals(empty, hatched=False) == petals(empty, hatched=True) == []
    FigureCanvasAgg(empty).draw()


def test_a_theme_without_a_pictogram_keeps_its_number() -> None:
    other = [replace(row, theme="autre") for row in rows(*[span("2")] * 4)]
    texts = [text.get_text() for text in rosace(look(), other, SIZE).findobj(Text)]
    assert sorted(texts) == ["1", "1", "2", "2", "3", "3", "4", "4"]  # the rings have theirs


def test_every_pictogram_of_ours_is_read_and_stays_in_its_square() -> None:
    files = sorted((ROOT / "resources" / "icons").glob("*.svg"))
    assert len(files) > 30
    for file in files:
        icon = load_icon(file)
        assert icon.strokes
        for stroke in icon.strokes:
            values = [value for point in points(stroke.path) for value in point]
            assert min(values) >= -0.5, file.name
            assert max(values) <= icon.size + 0.5, file.name


def test_each_theme_has_its_pictogram_and_an_unknown_one_has_none() -> None:
    icons = Icons(ROOT / "resources" / "icons")
    assert all(icons.theme(theme.id) for theme in shipped_questionnaire().themes)
    assert icons.theme("autre") is None
    assert icons.named("absent") is None


def test_a_sector_stands_between_its_radii() -> None:
    path = sector((0, 0), (10, 20), (0, 90))
    ends = [hypot(x, y) for i, (x, y) in enumerate(points(path)) if i in (0, 3, 4, 7)]
    assert ends == pytest.approx([20, 20, 10, 10])
