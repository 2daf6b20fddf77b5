# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Toutes les sources »: looked for, filtered, and the study of each figure."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from autodiag.benchmarks.browse import Wanted, found
from tests.ui.pages.walks import cut, kept, nameless, overflow, settle
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.comparison import ComparisonPage
from ui.pages.figures import AT_ONCE, FiguresPage
from ui.pages.figures_row import FigureRow

KEY = Qt.Key


@pytest.fixture
def page(desk: Desk, open_dossier_of: Callable[..., Bridge]) -> Iterator[FiguresPage]:
    with kept() as pages:
        made = FiguresPage(desk, open_dossier_of())
        made.resize(1366, 636)
        made.show()
        pages.append(made)
        settle()
        yield made


def shown(page: FiguresPage) -> list[FigureRow]:
    return [row for row in page.rows if not row.isHidden()]


def test_it_is_reached_from_the_comparison(
    desk: Desk, open_dossier_of: Callable[..., Bridge]
) -> None:
    with kept() as pages:
        comparison = ComparisonPage(desk, open_dossier_of())
        pages.append(comparison)
        asked: list[tuple[str, object]] = []
        comparison.went_to.connect(lambda *where: asked.append(where))
        comparison.head.sources.click()
        assert asked == [("sources", None)]


def test_every_figure_can_be_browsed_to(page: FiguresPage) -> None:
    assert len(shown(page)) == AT_ONCE
    while not page.more.isHidden():
        page.more.click()
    keys = {row.figure.key for row in shown(page) if row.figure}
    assert len(keys) == len(shown(page)) == len(page._every) > 350
    assert page.head.status.text().startswith(str(len(keys)))


def test_words_and_filters_list_what_they_say(page: FiguresPage) -> None:
    QTest.keyClicks(page.head.field, "delegue")
    box = page.head.stratum
    box.show_choice("region")
    box.chosen.emit("region")
    wanted = Wanted("delegue", stratum="region")
    expected = found(page._every, wanted)
    assert [row.figure for row in shown(page)] == list(expected) != []
    assert f"({len(expected)})" in box.currentText()
    assert page.head.status.text().endswith(f"sur {len(page._every)}")
    page.head.everything.click()
    assert len(shown(page)) == AT_ONCE
    assert page.head.wanted == Wanted()


def test_nothing_found_says_so_and_offers_everything_again(page: FiguresPage) -> None:
    QTest.keyClicks(page.head.field, "zzyx")
    assert (shown(page), page.empty.isHidden(), page.card.isHidden()) == ([], False, True)
    assert page.empty.button is not None
    page.empty.button.click()
    assert len(shown(page)) == AT_ONCE
    assert (page.empty.isHidden(), page.card.isHidden()) == (True, False)


def test_B1_a_row_chosen_shows_who_when_how_many_and_what_it_cannot_say(
    page: FiguresPage,
) -> None:
    page.head.field.setText("stratèges grandes")
    row = shown(page)[0]
    row.click()
    assert row.current
    assert "Son étude est affichée" in row.accessibleName()
    assert row.figure is not None
    study = row.figure.benchmark.study
    assert page.card._title.text() == study.title
    assert study.publisher in page.card._made.text()
    assert (page.card._panel.text(), page.card._limits.text()) == (study.panel, study.warning)
    assert page.card._size.text() == "39 au total."


def test_a_figure_asked_again_shows_its_series_and_another_shows_none(page: FiguresPage) -> None:
    QTest.keyClicks(page.head.field, "delegue")
    rows = {row.figure.key: row for row in shown(page) if row.figure}
    rows["dpo-2022-communes"].click()
    assert not page.card.series.isHidden()
    assert page.card.series.series is not None
    assert page.card.series.series.id == "dpo-communes"
    assert "rupture" in page.card.series.chart.accessibleDescription()
    rows["dpo-2022-plus-100000"].click()
    assert page.card.series.isHidden()


def test_the_other_figures_of_a_study_are_one_press_away(page: FiguresPage) -> None:
    page.head.field.setText("stratèges grandes")
    study = page._chosen.study if page._chosen else ""
    page.card.only.click()
    assert page.head.wanted == Wanted(study=study)
    assert {row.figure.study for row in shown(page) if row.figure} == {study}
    assert page.card.only.isHidden()


def test_the_arrows_go_from_the_field_through_the_rows_and_back(page: FiguresPage) -> None:
    QTest.keyClick(page.head.field, KEY.Key_Down)
    assert page.focusWidget() is page.rows[0]
    QTest.keyClick(page.rows[0], KEY.Key_Down)
    assert page.focusWidget() is page.rows[1]
    QTest.keyClick(page.rows[1], KEY.Key_Return)
    assert page.rows[1].current
    QTest.keyClick(page.rows[1], KEY.Key_Up)
    QTest.keyClick(page.rows[0], KEY.Key_Up)
    assert page.focusWidget() is page.head.field


def test_in_a_small_window_the_study_opens_under_its_row_and_closes(page: FiguresPage) -> None:
    page.resize(1024, 580)
    page.head.field.setText("cyber")
    assert page.card.isHidden()
    row = shown(page)[1]
    row.click()
    settle()
    assert page.card.y() > row.y()
    assert page.card.y() < shown(page)[2].y()
    row.click()
    assert page.card.isHidden()
    page.resize(1366, 636)
    assert not page.card.isHidden(), "at the side, never an empty room"
    assert page.rows[0].current


@pytest.mark.parametrize(("size", "scale"), [((1366, 636), 1.0), ((1024, 540), 1.5)])
def test_nothing_is_cut_nor_nameless_whatever_the_room(
    page: FiguresPage, desk: Desk, size: tuple[int, int], scale: float
) -> None:
    desk.theme.set_scale(scale)
    page.resize(*size)
    page.head.field.setText("sensibilisation")
    shown(page)[1].click()
    settle()
    assert cut(page) == []
    assert nameless(page) == []
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
    assert [overflow(area)[0] for area in areas] == [0] * len(areas)
    assert len(areas) == (2 if scale == 1.0 else 1)
