# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The marks of the charts say themselves: where they are drawn, in sentences that are true."""

from fractions import Fraction
from functools import cache
from itertools import pairwise

import pytest
from matplotlib.patches import Circle

from autodiag.charts.dot_plot import Share, ShareSaid, share_plot, share_spots
from autodiag.charts.look import Look, load_look
from autodiag.charts.map_frame import Place
from autodiag.charts.map_said import map_said
from autodiag.charts.map_spots import MapSaid, map_spots
from autodiag.charts.profile_map import MapWords, profile_map
from autodiag.charts.spots import spot_at
from autodiag.model.authority import LocalAuthority
from autodiag.model.questionnaire import Scoring
from autodiag.model.result import Range
from autodiag.scoring.said import Naming
from autodiag.text.sentences import read_sentences
from tests.sources import ROOT
from tests.support.shipped import shipped_knowledge, shipped_questionnaire

RESOURCES = ROOT / "resources"
SIZE = (280.0, 300.0)
SAID = MapSaid(
    "ici",
    "doute",
    "chemin",
    "ensuite",
    "reste",
    {"retardataire": "début", "pragmatique": "route", "stratege": "cap"},
)


@cache
def look() -> Look:
    return load_look(RESOURCES)


@cache
def scoring() -> Scoring:
    found = shipped_questionnaire().scoring
    assert found is not None
    return found


@cache
def naming() -> Naming:
    asked, knowledge = shipped_questionnaire(), shipped_knowledge()
    town = LocalAuthority("Saint-Exemple", population=612)
    return Naming(read_sentences(RESOURCES), asked, knowledge, town)


def place(pilot: str, overall: str, wide: str = "0.4") -> Place:
    def span(low: str) -> Range:
        return Range(Fraction(low), Fraction(low) + Fraction(wide))

    return Place(span(pilot), span(overall))


NOW, THEN = place("1.4", "1.7"), place("2.8", "2.4")


def test_marks_come_in_the_order_of_reading_and_an_empty_sentence_is_none() -> None:
    spots = map_spots(scoring(), SAID, (NOW, THEN), SIZE)
    assert [spot.said for spot in spots] == [
        *("ici", "doute", "chemin", "ensuite", "reste"),
        *("début", "route", "cap"),
    ]
    quiet = MapSaid("ici", "", "", "", "", {"retardataire": "début"})
    assert [spot.said for spot in map_spots(scoring(), quiet, (NOW, None), SIZE)] == [
        "ici",
        "début",
    ]


def test_each_disc_says_itself_where_it_is_drawn() -> None:
    spots = map_spots(scoring(), SAID, (NOW, THEN), SIZE)
    figure = profile_map(look(), scoring(), MapWords("", "", {}), (NOW, THEN), SIZE)
    then, now = (disc.center for disc in figure.findobj(Circle))
    for (x, y), said in ((now, "ici"), (then, "ensuite")):
        rank = spot_at(spots, x, y)
        assert rank is not None
        assert spots[rank].said == said
    middle = (now[0] + then[0]) / 2, (now[1] + then[1]) / 2
    assert spot_at(spots, *middle) == 2, "the arrow between them"
    assert spot_at(spots, 3, 3) is None, "outside the axes"


def test_a_plan_that_leads_nowhere_has_no_way() -> None:
    spots = map_spots(scoring(), SAID, (NOW, NOW), SIZE)
    assert "chemin" not in [spot.said for spot in spots]


def test_the_ring_of_a_region_is_all_of_that_region() -> None:
    spots = {spot.said: spot for spot in map_spots(scoring(), SAID, (NOW, None), SIZE)}
    x, y, width, height = spots["route"].ring
    assert height > SIZE[1] * 0.4, "from its line to the top of the map"
    for i in range(1, 10):
        for j in range(1, 10):
            assert spots["route"].holds(x + width * i / 10, y + height * j / 10)


def test_S9_the_map_says_prudent_numbers_and_ranges_in_words() -> None:
    said = map_said(naming(), scoring(), (NOW, THEN), ("retardataire", "pragmatique"))
    assert "pilotage 1,4 sur\u00a04, score global 1,7 sur\u00a04" in said.today
    assert "Au début du chemin" in said.today
    assert "entre 1,4 et 1,8 sur\u00a04" in said.doubt
    assert "de 1,7 à 2,4" in said.way
    assert "En route" in said.later
    known = place("2", "2", "0")
    sure = map_said(naming(), scoring(), (known, None), ("pragmatique", None))
    assert (sure.doubt, sure.way, sure.later, sure.later_doubt) == ("", "", "", "")


def test_P6_a_region_says_its_bounds_and_the_condition_that_is_not_shown() -> None:
    said = map_said(naming(), scoring(), (NOW, None), ("retardataire", None)).regions
    assert "score global de 0 à 2." in said["retardataire"]
    assert said["pragmatique"].count("pilotage de") == 2
    assert "d’au moins 2,5" in said["stratege"]
    assert "Services aux usagers" in said["stratege"]


@pytest.mark.parametrize("axis", [True, False])
def test_B3_a_share_says_itself_and_its_margin_only_when_it_is_drawn(axis: bool) -> None:
    said = ShareSaid("le fait", "la marge")
    plain = Share(40, "exact", same_size=True)
    (disc,) = share_spots(plain, said, 300, axis=axis)
    figure = share_plot(look(), plain, 300, axis=axis)
    (drawn,) = figure.findobj(Circle)
    assert disc.holds(*drawn.center)
    measured = Share(40, "exact", same_size=True, interval=(30, 52))
    spots = share_spots(measured, said, 300, axis=axis)
    assert [spot.said for spot in spots] == ["le fait", "la marge"]
    assert spot_at(spots, *drawn.center) == 0, "the disc is over its margin"
    left, _, width, _ = spots[1].ring
    assert left < drawn.center[0] < left + width


def test_B2_a_share_of_those_who_do_not_is_found_on_its_words() -> None:
    (spot,) = share_spots(Share(40, "exact", True, lack=True), ShareSaid("le fait"), 300)
    assert spot.holds(100, 15)


def test_marks_of_the_map_never_leave_it() -> None:
    for pilot, overall in pairwise(("0", "1.3", "2.9", "3.6", "0")):
        for spot in map_spots(scoring(), SAID, (place(pilot, overall), None), SIZE)[1:]:
            x, y, width, height = spot.ring
            assert 0 <= x <= x + width <= SIZE[0]
            assert 0 <= y <= y + height <= SIZE[1]
