# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The series and the readings of the 2019 study, under the comparators."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from autodiag.model.assessment import Answered
from tests.support.desks import every
from tests.support.shipped import shipped_questionnaire
from tests.ui.pages.walks import settle
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.comparison_readings import ReadingsAside
from ui.pages.comparison_series import SeriesAside
from ui.widgets.callout import told_in
from ui.widgets.fold import Fold
from ui.widgets.range_bar import RangeBar
from ui.widgets.series_cell import SeriesCell

Open = Callable[..., Bridge]


@pytest.fixture
def bridge(open_dossier_of: Open) -> Bridge:
    return open_dossier_of(answers=every(shipped_questionnaire(), 2))


def texts(card: SeriesAside | ReadingsAside) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel)]


def test_a_few_series_then_all_of_them_each_with_its_sources(desk: Desk, bridge: Bridge) -> None:
    card = SeriesAside(desk)
    assert card.show_beside(bridge)
    card.resize(1200, 600)
    card.show()
    cells = card.findChildren(SeriesCell)
    assert len(cells) == 3
    assert len({cell.series.theme for cell in cells if cell.series}) == 3
    card.findChildren(Fold)[0].set_open(True)
    assert len(card.findChildren(SeriesCell)) == 11
    said = texts(card)
    for cell in card.findChildren(SeriesCell):
        assert cell.series is not None
        assert cell.series.label in said
        for point in cell.series.points:
            assert f"{point.when}, {point.label}" in cell.chart.accessibleDescription()
    assert not [one for one in said if "EY" in one], "no figure of large cities"
    settle()
    beside = [cell.chart.mapTo(card, cell.chart.rect().topLeft()).y() for cell in cells]
    assert len(set(beside)) == 1, "whatever the lines of their titles"
    card.hide()


def test_a_point_and_a_break_say_themselves_to_the_keyboard(desk: Desk, bridge: Bridge) -> None:
    card = SeriesAside(desk)
    card.show_beside(bridge)
    card.resize(1200, 600)
    card.show()
    chart = card.findChildren(SeriesCell)[0].chart
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert [spot.said.partition("\u00a0:")[0] for spot in chart.spots] == [
        "nov. 2019", "De nov. 2019 à janv. 2022", "janv. 2022", "oct. 2025",
    ]  # fmt: skip
    QTest.keyClick(chart, Qt.Key.Key_Right)
    told = told_in(card)
    assert told is not None
    assert "rupture" in told.text
    card.hide()


def test_the_same_series_in_words(desk: Desk, bridge: Bridge) -> None:
    card = SeriesAside(desk)
    card.show_beside(bridge)
    card.show()
    card.in_words.click()
    assert card.table.isVisible()
    assert card.table.rowCount() == 25
    assert not card.findChildren(SeriesCell)[0].isVisible()
    card.in_words.click()
    assert card.findChildren(SeriesCell)[0].isVisible()
    card.hide()


def test_nothing_is_made_again_when_an_answer_changes(desk: Desk, bridge: Bridge) -> None:
    series, readings = SeriesAside(desk), ReadingsAside(desk)
    assert series.show_beside(bridge)
    assert readings.show_beside(bridge)
    cells, rows = series.findChildren(SeriesCell), [*readings.rows]
    bridge.note("cyb-2", "demander au syndicat")
    assert series.show_beside(bridge)
    assert readings.show_beside(bridge)
    assert series.findChildren(SeriesCell) == cells
    assert readings.rows == rows


def test_each_reading_of_2019_stands_beside_the_themes_that_it_is_about(
    desk: Desk, bridge: Bridge
) -> None:
    card = ReadingsAside(desk)
    assert card.show_beside(bridge)
    said = "\n".join(texts(card))
    assert "Ce n’est pas votre taille" in said
    assert "aucun ne se détache" in said, "every theme is at 2"
    assert "pas celle de l’étude" in said
    bars = [bar.accessibleName() for bar in card.findChildren(RangeBar)]
    assert "Services aux usagers, 2,0 sur\u00a04" in bars
    for row, one in zip(card.rows, card._shown, strict=True):
        drawn = one.rows if one.reading.kind == "ensemble" else ()
        assert len(row.findChildren(RangeBar)) == len(drawn), "at an end, in words"
    for name in ("adm-1", "adm-2", "usa-1"):
        bridge.answer(name, Answered(4))
    assert card.show_beside(bridge)
    now = [label.text() for row in card.rows for label in row.findChildren(QLabel)]
    assert [one for one in now if "où vous êtes le plus avancés sont" in one]


def test_S6_no_reading_without_enough_answers(desk: Desk, open_dossier_of: Open) -> None:
    card = ReadingsAside(desk)
    assert not card.show_beside(open_dossier_of(answers={"str-1": 2}))
