# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The visit of the first start: in nobody's way, skipped with one key, never back by itself."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from autodiag.model.assessment import Answered
from tests.support.desks import write_dossier
from tests.ui.rounds import calm, open_at_rest
from tests.ui.strangers import watched_strangers
from ui import tour as ui_tour
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.tour import Tour


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    desk.preferences.tour_seen = False
    window = MainWindow(desk)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield window
    if window.bridge is not None:
        window.bridge.finish()
    window.close()
    window.deleteLater()


def tour_of(window: MainWindow) -> Tour:
    (found,) = window.findChildren(Tour)
    return found


def test_it_waits_beside_the_field_which_keeps_the_letters(window: MainWindow, desk: Desk) -> None:
    tour = tour_of(window)
    calm(window, desk)
    assert tour.at_home.isVisible()
    assert window._home.search.field.hasFocus()
    assert not window._home.steps.isVisible()
    QTest.keyClicks(window._home.search.field, "montb")
    assert not tour.at_home.isVisible(), "what is found takes its place"
    assert window._home.search.field.text() == "montb"


def test_four_steps_each_announced_then_it_never_comes_back(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(ui_tour, "announce", lambda _widget, text: heard.append(text))
    tour = tour_of(window)
    tour.at_home.next.setFocus()
    for _ in range(3):
        QTest.keyClick(tour.at_home.next, Qt.Key.Key_Return)
    assert [said.partition(".")[0] for said in heard] == [f"Visite, {n} sur 4" for n in (2, 3, 4)]
    assert not tour.at_home.next.isVisible()
    assert tour.at_home.end.hasFocus()
    tour.at_home.end.click()
    calm(window, desk)
    assert desk.preferences.tour_seen
    assert window.findChildren(Tour) == []
    assert window._home.steps.isVisible()


def test_escape_in_the_empty_field_skips_it(window: MainWindow, desk: Desk) -> None:
    field = window._home.search.field
    QTest.keyClicks(field, "a")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not desk.preferences.tour_seen, "the first one empties the field"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    calm(window, desk)
    assert desk.preferences.tour_seen
    assert field.hasFocus()


def test_in_a_dossier_it_points_at_the_steps_and_ends_at_the_first_answer(
    window: MainWindow, desk: Desk
) -> None:
    open_at_rest(window, desk, write_dossier(desk.paths.dossiers / "mairie.autodiag"))
    tour = tour_of(window)
    card = tour.under_bar
    assert "Visite, 2 sur 4" in [part.text() for part in card.findChildren(QLabel)]
    assert card.isVisible()
    bar, stepper = window._bar, window._bar.stepper
    window.go("resultats")
    calm(window, desk)
    assert card.said.startswith("Visite, 3 sur 4. Lisez vos résultats")
    tip = card.mapTo(window, tour._aim_at_bar(card)).x()
    assert stepper.tab_of("resultats").contains(tip - stepper.mapTo(window, bar.pos()).x(), 5)
    window.bridge.answer("str-1", Answered(2))
    calm(window, desk)
    assert desk.preferences.tour_seen
    assert window.findChildren(Tour) == []


def test_f6_leads_to_it_and_on(window: MainWindow, desk: Desk) -> None:
    tour = tour_of(window)
    field = window._home.search.field
    QTest.keyClick(field, Qt.Key.Key_F6)
    assert tour.at_home.next.hasFocus()
    QTest.keyClick(tour.at_home.next, Qt.Key.Key_F6)
    assert field.hasFocus()
    open_at_rest(window, desk, write_dossier(desk.paths.dossiers / "mairie.autodiag"))
    window.go("imprimer")
    calm(window, desk)
    window._bar.stepper.setFocus()
    QTest.keyClick(window._bar.stepper, Qt.Key.Key_F6)
    assert tour.under_bar.end.hasFocus()
    QTest.keyClick(tour.under_bar.end, Qt.Key.Key_F6)
    assert window._page("imprimer").isAncestorOf(QApplication.focusWidget())


@pytest.mark.long
def test_with_large_letters_in_a_low_window_none_of_it_is_cut(
    window: MainWindow, desk: Desk
) -> None:
    desk.theme.set_scale(2.0)
    window.resize(1024, 600)
    calm(window, desk)
    tour, field = tour_of(window), window._home.search.field
    for seen in (field, tour.at_home.next):
        assert seen.visibleRegion().boundingRect().height() == seen.height()
    open_at_rest(window, desk, write_dossier(desk.paths.dossiers / "mairie.autodiag"))
    for page in ("collectivite", "questions", "resultats", "imprimer"):
        window.go(page)
        calm(window, desk)
        for part in tour.under_bar.findChildren(QLabel):
            assert part.height() >= part.heightForWidth(part.width()), part.text()
        assert tour.strip.height() >= tour.strip.minimumSizeHint().height(), page


def test_escape_on_a_page_that_has_no_use_for_it_skips_it_too(
    window: MainWindow, desk: Desk
) -> None:
    open_at_rest(window, desk, write_dossier(desk.paths.dossiers / "mairie.autodiag"))
    focus = QApplication.focusWidget()
    assert window._page("collectivite").isAncestorOf(focus)
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    calm(window, desk)
    assert window.findChildren(Tour) == []
    assert QApplication.focusWidget() is focus


def test_it_is_shown_again_when_the_help_asks_for_it(window: MainWindow, desk: Desk) -> None:
    tour_of(window).end()
    open_at_rest(window, desk, write_dossier(desk.paths.dossiers / "mairie.autodiag"))
    window.start_tour()
    calm(window, desk)
    assert tour_of(window).under_bar.said.startswith("Visite, 1 sur 4. Votre commune")
    window.close_dossier()
    calm(window, desk)
    assert tour_of(window).at_home.isVisible()


def test_asked_for_while_a_name_is_looked_for_it_takes_the_place_of_what_was_found(
    window: MainWindow, desk: Desk
) -> None:
    tour_of(window).end()
    QTest.keyClicks(window._home.search.field, "zzyx")
    window.start_tour()
    calm(window, desk)
    assert tour_of(window).at_home.isVisible()
    assert window._home.search.field.text() == ""


def test_asked_for_in_a_dossier_it_never_shows_as_a_window_of_its_own(
    window: MainWindow, desk: Desk, qapp: QApplication
) -> None:
    tour_of(window).end()
    open_at_rest(window, desk, write_dossier(desk.paths.dossiers / "mairie.autodiag"))
    with watched_strangers(qapp) as strangers:
        window.start_tour()
        calm(window, desk)
    assert tour_of(window).under_bar.isVisible()
    assert strangers.seen == []


@pytest.mark.parametrize(("page", "way_out"), [("questions", "skip"), ("imprimer", "end")])
def test_its_end_gives_the_keyboard_back(
    window: MainWindow, desk: Desk, page: str, way_out: str
) -> None:
    open_at_rest(window, desk, write_dossier(desk.paths.dossiers / "mairie.autodiag"))
    window.go(page)
    calm(window, desk)
    before, button = QApplication.focusWidget(), getattr(tour_of(window).under_bar, way_out)
    assert window._page(page).isAncestorOf(before)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    calm(window, desk)
    assert window.findChildren(Tour) == []
    assert QApplication.focusWidget() is before


def test_back_on_the_welcome_page_it_says_the_step_of_that_page(
    window: MainWindow, desk: Desk
) -> None:
    open_at_rest(window, desk, write_dossier(desk.paths.dossiers / "mairie.autodiag"))
    window.go("imprimer")
    window.close_dossier()
    calm(window, desk)
    tour = tour_of(window)
    assert tour.at_home.said.startswith("Visite, 1 sur 4. Trouvez votre commune")
    assert tour._aim_at_field(tour.at_home) is not None


def test_a_dossier_opened_after_its_last_step_is_visited_from_where_one_is(
    window: MainWindow, desk: Desk
) -> None:
    for _ in range(3):
        tour_of(window).at_home.next.click()
    open_at_rest(window, desk, write_dossier(desk.paths.dossiers / "mairie.autodiag"))
    assert window.dossier.shown == "collectivite"
    assert tour_of(window).under_bar.said.startswith("Visite, 2 sur 4")


def test_the_tabulation_key_goes_to_it_where_it_is_read(window: MainWindow, desk: Desk) -> None:
    calm(window, desk)
    card, link = tour_of(window).at_home, window._home.by_hand_link
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Tab)
    assert card.isAncestorOf(QApplication.focusWidget())
    open_at_rest(window, desk, write_dossier(desk.paths.dossiers / "mairie.autodiag"))
    window._bar.help.setFocus()
    calm(window, desk)
    QTest.keyClick(window._bar.help, Qt.Key.Key_Tab)
    assert tour_of(window).under_bar.isAncestorOf(QApplication.focusWidget())
