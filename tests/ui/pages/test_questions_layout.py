# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Every shipped question fits a laptop; choosing moves nothing; a small window scrolls."""

import gc
import weakref

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from autodiag.model.authority import LocalAuthority
from autodiag.text.terms import Terms
from tests.support.desks import FIVE, VILLAGE, every
from tests.support.shipped import shipped_knowledge, shipped_questionnaire
from tests.ui.conftest import OpenBridge
from tests.ui.pages.questions_support import LAPTOP, press, shown
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.questions import QuestionsPage

TOWN = LocalAuthority("Valbrelle", population=12_000)
EPCI = LocalAuthority(
    "Communauté de communes des Vallons et du Grand Plateau", "epci", population=18_500
)
VARIANTS = {"": VILLAGE, "grande": TOWN, "epci": EPCI}


def inside(page: QuestionsPage, widget: QWidget) -> bool:
    """Whether a widget of the column is seen whole, without scrolling."""
    viewport = page.view.area.viewport()
    corner = widget.mapTo(viewport, QPoint(0, 0))
    return viewport.rect().contains(QRect(corner, widget.size()))


@pytest.mark.parametrize("variant", list(VARIANTS))
@pytest.mark.parametrize("size", [LAPTOP, (1024, 580)])
def test_every_question_in_every_wording_fits_without_scrolling(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge, variant: str, size: tuple[int, int]
) -> None:
    """1366 × 768 less its bars at 100 %, and the smallest window: nothing of the centre is cut."""
    bridge = open_dossier_of(authority=VARIANTS[variant], answers={"str-1": 1})
    page = shown(qtbot, desk, bridge, size=size)
    column = page.view.column
    seen = 0
    for question in shipped_questionnaire().questions.values():
        if bridge.variant(question.id) != variant:
            continue
        seen += 1
        page.show_detail(question.id)
        wording = question.wording(variant)
        assert column.title.text() == wording.text
        cards = column.body.levels.cards
        assert [card.face.sentence.text for card in cards] == list(wording.levels)
        assert page.view.area.verticalScrollBar().maximum() == 0, question.id
        for widget in (column.crumb, column.title, *cards, column.row):
            assert inside(page, widget), (question.id, widget)
        for card in cards:
            needed = card.face.sentence.height(
                desk.theme.font("card", bold=True), card.face._text_width(card.width())
            )
            assert needed <= card.height(), question.id
    assert seen == len(
        [q for q in shipped_questionnaire().questions.values() if _read_by(q.wordings, variant)]
    )


def _read_by(wordings: dict[str, object], variant: str) -> bool:
    """Whether a collectivité of that size and kind reads this wording of a question."""
    order = {"": ("",), "grande": ("grande", ""), "epci": ("epci", "grande", "")}[variant]
    return next(one for one in order if one in wordings) == variant


def test_choosing_moves_nothing(qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge) -> None:
    bridge = open_dossier_of(answers={"str-2": 0})
    page = shown(qtbot, desk, bridge, "str-6")
    column = page.view.column

    def places() -> list[QRect]:
        parts = (*column.body.levels.cards, column.title, column.body, column.row)
        return [QRect(part.mapTo(page, QPoint(0, 0)), part.size()) for part in parts]

    before = places()
    press(page, Qt.Key.Key_4)  # and the remark about str-2 comes below
    assert column.remarks[0].isVisible()
    assert places() == before
    press(page, Qt.Key.Key_N)
    assert places() == before


def test_the_last_question_said_to_be_without_object_does_not_scroll(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(answers=every(shipped_questionnaire(), 2))
    page = shown(qtbot, desk, bridge, "cyb-8")
    page.view.column.not_concerned.click()
    reason = "Notre intercommunalité tient seule l’informatique de la mairie, et en répond."
    page.view.column.body.reasons.reason_chosen.emit(reason)
    assert [remark.isVisible() for remark in page.view.column.remarks] == [True, False]
    assert page.view.area.verticalScrollBar().maximum() == 0


def test_below_640_the_centre_scrolls_and_the_bar_stays(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(answers={"str-1": 1})
    page = shown(qtbot, desk, bridge, "str-4", (1024, 420))
    assert page.view.area.verticalScrollBar().maximum() > 0
    bar = page.view.bar
    assert bar.isVisible()
    assert bar.geometry().bottom() == page.view.rect().bottom()
    assert page.view.area.geometry().bottom() < bar.geometry().top()
    for _ in range(4):
        press(page, Qt.Key.Key_Down)
    assert inside(page, page.view.column.body.levels.cards[4]), "the focused card is scrolled to"


@pytest.mark.parametrize("size", [LAPTOP, (1024, 540)])
def test_the_nine_themes_are_seen_at_once_whatever_is_left_to_do_in_them(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge, size: tuple[int, int]
) -> None:
    themes = shipped_questionnaire().themes
    bridge = open_dossier_of(answers={theme.questions[0].id: "nsp" for theme in themes})
    for theme in themes:
        bridge.set_to_review(theme.questions[0].id, True)
    page = shown(qtbot, desk, bridge, "adm-1", size)
    rail = page.view.rail
    QTest.qWait(30)
    assert len(rail.rows) == len(themes) == 9
    assert all("1 à préciser, 1 à revoir" in _plain(row) for row in rail.rows)
    for row in rail.rows:
        assert row.height() >= row.heightForWidth(row.width())
        assert row.visibleRegion().boundingRect() == row.rect()
    assert not [bar for bar in rail.findChildren(QScrollBar) if bar.isVisible()]


def _plain(row: QWidget) -> str:
    return row.accessibleName().replace(" · ", ", ").replace("\u00a0", " ")


@pytest.mark.parametrize("size", [(1366, 600), (1024, 502)])
def test_at_200_per_cent_the_title_and_the_bar_leave_room_for_the_answers(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge, size: tuple[int, int]
) -> None:
    """At 200 %, under the top bar of the smallest screens: almost two answers are seen."""
    desk.theme.set_scale(2.0)
    page = shown(qtbot, desk, open_dossier_of(answers={"str-1": 1}), "adm-2", size)
    QTest.qWait(30)
    column, bar = page.view.column, page.view.bar
    assert bar.height() < 1.5 * bar.next.height()
    cards = column.body.levels.cards
    seen = [card.visibleRegion().boundingRect().height() / card.height() for card in cards]
    assert sum(seen) > 1.75


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1024, 580), LAPTOP, (1920, 940)])
def test_nothing_is_cut_at_any_size_of_text(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge, size: tuple[int, int], scale: float
) -> None:
    desk.theme.set_scale(scale)
    bridge = open_dossier_of(answers={"usa-2": 1, "str-1": "nsp"})
    page = shown(qtbot, desk, bridge, "usa-2", size)
    QApplication.processEvents()
    column, view = page.view.column, page.view
    for area in page.findChildren(QAbstractScrollArea):
        if area.isVisible():
            assert area.horizontalScrollBar().maximum() == 0
    for card in column.body.levels.cards:
        assert card.height() >= card.face.height(card.width())
        assert card.geometry().right() <= column.body.width()
    for button in (view.bar.previous, view.bar.next):
        assert view.rect().contains(QRect(button.mapTo(view, QPoint(0, 0)), button.size()))
        assert button.width() >= button.sizeHint().width()
    for row in view.rail.rows:
        assert row.height() >= row.heightForWidth(row.width())
    assert view.rail.geometry().right() < view.area.geometry().left()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_start_fits_at_any_size_of_text(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge, scale: float
) -> None:
    desk.theme.set_scale(scale)
    page = shown(qtbot, desk, open_dossier_of(), size=(1024, 580))
    start = page.view.start
    assert start.isVisible()
    for widget in (start.express, start.whole):
        assert start.rect().contains(widget.geometry())
        assert widget.width() >= widget.sizeHint().width()


def test_under_1200_the_help_is_a_drawer_that_the_keyboard_opens_and_closes(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = shown(qtbot, desk, bridge, "out-1", (1024, 580))
    view = page.view
    assert not view.help.isVisible()
    view.column.help.setFocus()
    press(page, Qt.Key.Key_Return)
    assert view.help.isVisible()
    assert view.help.close_drawer.hasFocus()
    assert view.help.geometry().right() == view.rect().right()
    press(page, Qt.Key.Key_Escape)
    assert not view.help.isVisible()
    assert view.column.help.hasFocus()
    page.resize(*LAPTOP)
    assert view.help.isVisible()
    assert not view.column.help.isVisible()


def test_each_focusable_widget_has_a_name(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = shown(qtbot, desk, bridge)
    for question in ("", *bridge.questionnaire.questions):
        page.show_detail(question)
        for widget in page.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
                assert name, (question, widget)


def test_cards_are_radio_buttons_that_say_their_level(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    press(page, Qt.Key.Key_1)
    card = QAccessible.queryAccessibleInterface(page.view.column.body.levels.cards[1])
    assert card.role() == QAccessible.Role.RadioButton
    assert card.state().checked
    name = card.text(QAccessible.Text.Name)
    assert name == "Niveau 1 sur 4. On en parle, sans rien décider. 1\u00a0: réflexion engagée."
    page.show_detail("acc-2")
    box = QAccessible.queryAccessibleInterface(page.view.column.body.several.cards[0])
    assert box.role() == QAccessible.Role.CheckBox


def test_tabulation_follows_the_reading_order(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = shown(qtbot, desk, bridge, "out-2")
    press(page, Qt.Key.Key_1)
    view, column = page.view, page.view.column
    wanted = [
        view.rail.find_button,
        view.rail.rows[0],
        column.body.levels.cards[0],  # the arrows go to the others
        column.unknown,
        column.not_concerned,
        column.review,
        column.clear,
        view.bar.previous,
        view.bar.next,
        view.help.note,
    ]
    view.rail.find_button.setFocus()
    order = []
    for _ in wanted:
        order.append(QApplication.focusWidget())
        press(page, Qt.Key.Key_Tab)
    assert order == wanted


def test_a_difficult_word_is_underlined_and_explained(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    page = shown(qtbot, desk, open_dossier_of(answers={"str-1": 1}), "str-4")
    (found,) = Terms(shipped_knowledge().glossary).find(page.view.column.title.text())
    assert page.view.column.title.words == (found,)
    assert page.view.help.texts.words.text.startswith("Syndicat informatique\u00a0: ")
    page.show_detail("str-5")
    assert "Syndicat" not in page.view.help.texts.words.text


@pytest.mark.long
def test_a_page_that_is_closed_is_freed_at_once(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    """With the collector off: nothing keeps it, no signal comes back to it."""
    bridge = open_dossier_of(folder=FIVE, answers={"out-1": 1})
    gc.collect()
    gc.disable()
    try:
        page = QuestionsPage(desk, bridge)
        page.show()
        page.show_detail("acc-2")
        kept = weakref.ref(page)
        with qtbot.waitSignal(page.destroyed):
            page.deleteLater()
        del page
        assert kept() is None
    finally:
        gc.enable()
    desk.theme.changed.emit()
    bridge.changed.emit()
