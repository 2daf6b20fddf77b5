# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Small painted things: what they are called, what they say aloud, and what is drawn."""

from fractions import Fraction

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from autodiag.model.questionnaire import ProfileId
from ui.desk import Desk
from ui.theme import PaletteName
from ui.widgets.pips import Pips
from ui.widgets.profile_tag import ProfileTag, paint_marker
from ui.widgets.progress_ring import ProgressRing
from ui.widgets.range_bar import RangeBar

NINE = (7, 7, 6, 7, 8, 6, 6, 5, 7)


def drawn(widget: QWidget, ink: QColor) -> int:
    """How many pixels have that colour exactly."""
    image = widget.grab().toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y) == ink for x, y in places)


def spoken(widget: QWidget) -> tuple[QAccessible.Role, str]:
    told = QAccessible.queryAccessibleInterface(widget)
    return told.role(), told.text(QAccessible.Text.Name)


@pytest.fixture
def bar(desk: Desk, qtbot: QtBot) -> RangeBar:
    bar = RangeBar(desk.theme)
    qtbot.addWidget(bar)
    bar.resize(400, 14)
    return bar


def test_S9_a_range_is_said_with_its_two_bounds(bar: RangeBar) -> None:
    bar.show_range("Cybersécurité", Fraction(9, 10), Fraction(14, 10))
    assert spoken(bar) == (QAccessible.Role.Graphic, "Cybersécurité, entre 0,9 et 1,4 sur\u00a04")
    bar.show_range("Cybersécurité", Fraction(17, 10), Fraction(17, 10))
    assert spoken(bar)[1] == "Cybersécurité, 1,7 sur\u00a04"
    bar.show_nothing("Cybersécurité")
    assert spoken(bar)[1] == "Cybersécurité, pas encore de score"


def test_S3_a_bar_is_solid_to_the_low_bound_and_hatched_to_the_high_one(
    bar: RangeBar, desk: Desk
) -> None:
    bar.show_range("Thème", Fraction(1), Fraction(2))
    image = bar.grab().toImage()
    primary, surface = desk.theme.color("primary"), desk.theme.color("surface")

    def inks(start: int, end: int) -> set[str]:
        return {image.pixelColor(x, 7).name() for x in range(start, end)}

    assert inks(2, 98) == {primary.name()}
    assert {primary.name(), surface.name()} <= inks(103, 198)
    assert inks(204, 298) == {desk.theme.color("sunken").name()}


def test_a_ring_is_a_progress_bar_that_counts(desk: Desk, qtbot: QtBot) -> None:
    ring = ProgressRing(desk.theme, 52)
    qtbot.addWidget(ring)
    ring.show_progress(tuple((min(4, n), n) for n in NINE))
    assert spoken(ring) == (QAccessible.Role.ProgressBar, "36\u00a0questions vues sur 59")
    assert (ring.value(), ring.maximum()) == (36, 59)
    ring.show_progress(((1, 7), (0, 7)))
    assert ring.accessibleName() == "1\u00a0question vue sur 14"


def test_a_ring_fills_with_the_answers_and_stays_round(desk: Desk, qtbot: QtBot) -> None:
    ring = ProgressRing(desk.theme, 52)
    qtbot.addWidget(ring)
    ring.show()
    assert ring.size().width() == ring.size().height() == 52
    filled = []
    for done in (0, 3, 5):
        ring.show_progress(tuple((done, 5) for _ in NINE))
        filled.append(drawn(ring, desk.theme.color("primary")))
    assert filled[0] == 0
    assert filled[0] < filled[1] < filled[2]
    desk.theme.set_scale(2.0)
    assert ring.size().width() == 104


@pytest.mark.parametrize("palette", ["light", "dark", "projection"])
def test_pips_fill_with_the_level(desk: Desk, qtbot: QtBot, palette: PaletteName) -> None:
    desk.theme.set_palette(palette)
    pips = Pips(desk.theme)
    qtbot.addWidget(pips)
    pips.resize(pips.sizeHint())
    filled = []
    for level in range(5):
        pips.set_level(level)
        filled.append(drawn(pips, desk.theme.color("primary")))
        assert spoken(pips)[1] == f"Niveau {level} sur 4"
    assert filled == sorted(set(filled))


def shape(profile: ProfileId) -> frozenset[tuple[int, int]]:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_marker(painter, profile, QRectF(QPointF(0, 0), QPointF(20, 20)), QColor("black"))
    painter.end()
    places = ((x, y) for x in range(20) for y in range(20))
    return frozenset(at for at in places if image.pixelColor(*at).lightness() < 128)


def test_profiles_are_told_apart_by_shape_without_colour(desk: Desk) -> None:
    square, triangle, disc = shape("stratege"), shape("pragmatique"), shape("retardataire")
    assert len(square) > len(disc) > len(triangle) > 100


def test_a_tag_says_its_words_and_cuts_them_only_without_room(desk: Desk, qtbot: QtBot) -> None:
    words = "Profil «\u202fretardataire\u202f»"
    tag = ProfileTag(desk.theme, "retardataire", words)
    qtbot.addWidget(tag)
    tag.resize(tag.sizeHint())
    tag.grab()
    assert spoken(tag)[1] == words
    assert tag.toolTip() == ""
    tag.resize(90, tag.height())
    tag.grab()
    assert tag.toolTip() == words
