# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The roadmap page on real dossiers and real plans (contract R3, R5, R6, R8)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from autodiag.model.roadmap import HORIZONS, Capacity, Decision
from autodiag.text.typography import uncapitalised
from tests.support.desks import SHIPPED, every, open_bridge
from tests.support.shipped import shipped_questionnaire
from tests.ui.pages.planned import QUICK, OpenCopy, at_rest
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.roadmap import RoadmapPage
from ui.pages.roadmap_lists import due_titles
from ui.planning import Planner
from ui.widgets.action_card import ActionCard

OpenBridge = Callable[..., Bridge]
MakePage = Callable[..., RoadmapPage]


@pytest.fixture
def bridge(open_copy: OpenCopy, planned_file: Path) -> Bridge:
    return open_copy(planned_file)


@pytest.fixture
def make_page(qtbot: QtBot, desk: Desk) -> MakePage:
    """A page shown at a size, its plan made."""

    def make(bridge: Bridge, width: int = 1366, height: int = 636) -> RoadmapPage:
        page = RoadmapPage(desk, bridge, Planner(desk, bridge, seconds=QUICK))
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        at_rest(qtbot, page)
        return page

    return make


@pytest.fixture
def page(make_page: MakePage, bridge: Bridge) -> RoadmapPage:
    return make_page(bridge)


def card(page: RoadmapPage, rank: int = 0, place: int = 0) -> ActionCard:
    return page.board.columns[rank].cards[place]


def movable(page: RoadmapPage, rank: int) -> ActionCard:
    return next(c for c in page.board.columns[rank].cards if c.face.kind == "action")


def texts(page: RoadmapPage) -> list[str]:
    """What is read in the panel."""
    return [label.text() for label in page.board.panel.findChildren(QLabel) if label.text()]


def press(page: RoadmapPage, text: str) -> None:
    """Press the visible button of the page that begins so."""
    found = [b for b in page.findChildren(QPushButton) if b.text().startswith(text)]
    next(b for b in found if b.isVisible()).click()


def decision(page: RoadmapPage, key: str) -> Decision | None:
    return page.bridge.snapshot.decisions.get(key)


def test_another_questionnaire_begun_from_here_leaves_no_plan_to_show(
    page: RoadmapPage, qtbot: QtBot
) -> None:
    shown = page.planner.roadmap
    with qtbot.waitSignal(page.bridge.turned):
        page.bridge.begin("perception", page.desk.today())
    assert page.bridge.questionnaire.scoring is None
    assert (page.planner.roadmap, page.planner.computing) == (shown, False)


def test_each_column_holds_the_actions_of_its_horizon(page: RoadmapPage) -> None:
    roadmap = page.planner.roadmap
    assert roadmap is not None
    for column, horizon in zip(page.board.columns, roadmap.horizons, strict=True):
        planned = [a.id for a in horizon.actions if a.kind != "enquiry"]
        assert [c.face.key for c in column.cards if c.face.kind != "enquiry"] == planned
        assert planned


def test_an_obligation_is_said_with_its_reference(page: RoadmapPage) -> None:
    cards = [c for column in page.board.columns for c in column.cards]
    due = [c for c in cards if any(b.text == "Obligation" for b in c.face.badges)]
    assert due
    roadmap = page.planner.roadmap
    assert roadmap is not None
    planned = {a.id: a for h in roadmap.horizons for a in h.actions}
    for one in due:
        named = planned[one.face.key].obligations
        reference = page.bridge.knowledge.obligations[named[0]].reference
        assert reference in one.accessibleDescription()
        assert "Obligation" in one.accessibleName()


def test_a_card_says_title_effort_cost_and_horizon(page: RoadmapPage) -> None:
    one = movable(page, 1)
    name = one.accessibleName()
    assert name.startswith(one.face.title)
    assert "\u00a0j" in name
    assert "€" in name
    assert "6\u00a0–\u00a018\u00a0mois" in name


def test_nothing_answered_leads_to_the_questions(
    make_page: MakePage, open_dossier_of: OpenBridge, qtbot: QtBot
) -> None:
    page = make_page(open_dossier_of(folder=SHIPPED))
    assert not any(column.isVisible() for column in page.board.columns)
    assert not any(b.isVisible() for b in page.findChildren(QPushButton) if b.text() == "Imprimer")
    with qtbot.waitSignal(page.went_to) as went:
        press(page, "Répondre aux questions")
    assert went.args == ["questions", None]


def test_R1_all_unknown_asks_first_and_names_whom(
    make_page: MakePage, open_dossier_of: OpenBridge, qtbot: QtBot
) -> None:
    page = make_page(open_dossier_of(answers=every(shipped_questionnaire(), "nsp")))
    assert [len(column.cards) for column in page.board.columns] == [1, 0, 0]
    card(page).opened.emit(card(page).face.key)
    said = texts(page)
    assert any("secrétaire de mairie" in text for text in said)
    with qtbot.waitSignal(page.went_to) as went:
        press(page, "Répondre")
    assert went.args is not None
    assert went.args[0] == "questions"
    assert went.args[1] in shipped_questionnaire().questions


def test_R6_retained_here_it_stays_on_its_horizon(page: RoadmapPage, qtbot: QtBot) -> None:
    key = movable(page, 1).face.key
    page._teller.on_asked("keep", key)
    made = decision(page, key)
    assert made is not None
    assert (made.state, made.horizon) == ("retenue", HORIZONS[1])
    at_rest(qtbot, page)
    kept = page.board.face(key)
    assert kept is not None
    assert kept.horizon == 1
    assert [badge.text for badge in kept.badges][-1] == "retenue"


@pytest.mark.long
def test_R6_alt_right_postpones_and_the_focus_follows(page: RoadmapPage, qtbot: QtBot) -> None:
    one = movable(page, 0)
    key = one.face.key
    one.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(one, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    made = decision(page, key)
    assert made is not None
    assert (made.state, made.horizon) == ("reportee", HORIZONS[1])
    at_rest(qtbot, page)
    face = page.board.face(key)
    assert face is None or face.horizon >= 1
    if face is not None:
        assert page.board.focused() == key


def test_R6_alt_left_retains_earlier(page: RoadmapPage) -> None:
    one = movable(page, 2)
    QTest.keyClick(one, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    made = decision(page, one.face.key)
    assert made is not None
    assert (made.state, made.horizon) == ("retenue", HORIZONS[1])


def test_arrows_move_the_focus_and_change_nothing(page: RoadmapPage) -> None:
    page.board.columns[0].focus_card(0)
    first = card(page)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert page.board.focused() == card(page, 0, 1).face.key
    QTest.keyClick(card(page, 0, 1), Qt.Key.Key_Right)
    assert page.board.focused() == card(page, 1, 1).face.key
    QTest.keyClick(card(page, 1, 1), Qt.Key.Key_Up)
    QTest.keyClick(card(page, 1, 0), Qt.Key.Key_Left)
    assert page.board.focused() == first.face.key
    assert not page.bridge.snapshot.decisions


def test_the_menu_is_not_modal_and_offers_what_may_be_decided(page: RoadmapPage) -> None:
    one = movable(page, 1)
    one.menu_asked.emit(one.face.key, one.mapToGlobal(one.rect().center()))
    menu = page._menu
    assert menu is not None
    offered = {entry.text(): entry.isEnabled() for entry in menu.actions()}
    assert offered == {
        "Voir le détail": True,
        "Retenir ici": True,
        "Plus tôt": True,
        "Plus tard": True,
        "Refuser…": True,
        "Déjà fait": True,
        "Revenir à la proposition": False,
    }
    next(entry for entry in menu.actions() if entry.text() == "Déjà fait").trigger()
    made = decision(page, one.face.key)
    assert made is not None
    assert made.state == "faite"
    menu.hide()


@pytest.mark.long
def test_R6_refused_with_a_reason_in_place_then_taken_back(page: RoadmapPage, qtbot: QtBot) -> None:
    key = movable(page, 0).face.key
    page._teller.on_asked("refuse", key)
    field = next(f for f in page.board.panel.findChildren(QLineEdit) if f.isVisible())
    assert field.hasFocus()
    field.setText("fait par la communauté")
    QTest.keyClick(field, Qt.Key.Key_Return)
    made = decision(page, key)
    assert made is not None
    assert (made.state, made.reason) == ("refusee", "fait par la communauté")
    at_rest(qtbot, page)
    assert page.board.face(key) is None
    press(page, "Non retenues")
    assert any("fait par la communauté" in text for text in texts(page))
    press(page, "Revenir dessus")
    assert decision(page, key) is None


def test_R5_every_action_left_out_says_why_and_can_be_retained(page: RoadmapPage) -> None:
    roadmap = page.planner.roadmap
    assert roadmap is not None
    press(page, "Non retenues")
    said = texts(page)
    for one in roadmap.left_out:
        assert one.sentence in said
        assert page.bridge.knowledge.actions.actions[one.action].title in said
    press(page, "Retenir")
    (made,) = page.bridge.snapshot.decisions.values()
    assert (made.state, made.horizon) == ("retenue", None)


def test_the_detail_tells_why_how_who_and_when_it_is_done(page: RoadmapPage) -> None:
    one = movable(page, 0)
    QTest.keyClick(one, Qt.Key.Key_Return)
    action = page.bridge.knowledge.actions.actions[one.face.key]
    said = texts(page)
    assert action.why in said
    assert all(step in said for step in action.steps)
    assert any(uncapitalised(action.indicator) in text for text in said)
    assert page.bridge.knowledge.actions.warning in said
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.board.panel.isAncestorOf(focus)
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert page.board.panel.isHidden()
    assert page.board.focused() == one.face.key


def test_R6_who_and_when_are_noted_on_what_was_retained(page: RoadmapPage) -> None:
    one = movable(page, 0)
    key = one.face.key
    page._teller.on_asked("keep", key)
    page._teller.open_action(key)
    page._teller.on_asked("who", key, "Mme Roux")
    page._teller.on_asked("day", key, "32/13/2027")
    assert any("15/03/2027" in text and "comme" in text for text in texts(page))
    page._teller.on_asked("day", key, "15/03/2027")
    made = decision(page, key)
    assert made is not None
    assert (made.state, made.who, made.day) == ("retenue", "Mme Roux", "2027-03-15")


@pytest.mark.long
def test_R6_an_own_action_is_typed_in_its_column(page: RoadmapPage, qtbot: QtBot) -> None:
    column = page.board.columns[1]
    column._add.click()
    title, days, euros, _who = column._form.findChildren(QLineEdit)
    days.setText("beaucoup")
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert not page.bridge.snapshot.own_actions
    assert title.accessibleDescription()
    assert days.accessibleDescription()
    title.setText("Changer le standard")
    days.setText("1,5")
    euros.setText("1 200 €")
    QTest.keyClick(title, Qt.Key.Key_Return)
    (own,) = page.bridge.snapshot.own_actions
    assert (own.title, own.effort.high, own.cost.high, own.horizon) == (
        "Changer le standard",
        1.5,
        1200,
        "6-18",
    )
    at_rest(qtbot, page)
    face = page.board.face(own.id)
    assert face is not None
    assert (face.kind, face.horizon) == ("own", 1)
    page._teller.on_asked("earlier", own.id)
    assert page.bridge.snapshot.own_actions[0].horizon == "0-6"
    page._teller.on_asked("remove", own.id)
    assert not page.bridge.snapshot.own_actions


def test_R8_the_means_are_a_hypothesis_until_changed(page: RoadmapPage) -> None:
    labels = [label.text() for label in page.findChildren(QLabel)]
    assert "Temps\n(hypothèse)" in labels
    assert "Budget\n(hypothèse)" in labels
    page._header.days._more.click()
    capacity = page.bridge.snapshot.capacity
    assert capacity is not None
    assert (capacity.days_per_month, capacity.days_assumed) == (3.0, False)
    assert (capacity.euros_per_year, capacity.euros_assumed) == (2400.0, True)
    page._foot.euros._less.click()
    capacity = page.bridge.snapshot.capacity
    assert capacity is not None
    assert (capacity.euros_per_year, capacity.euros_assumed) == (2000.0, False)
    press(page, "Revenir aux hypothèses")
    assert page.bridge.snapshot.capacity is None


@pytest.mark.long
def test_R3_retained_over_capacity_is_shown_too_much(page: RoadmapPage, qtbot: QtBot) -> None:
    page._decider.give_days(0.0)
    at_rest(qtbot, page)
    for rank in (0, 1, 2):
        for one in page.board.columns[rank].cards:
            assert one.face.kind != "action"
    first = next(iter(page.bridge.knowledge.actions.actions))
    page._teller.on_asked("keep_any", first)
    at_rest(qtbot, page)
    words = [column._meter._word.text() for column in page.board.columns]
    assert "trop" in words


def test_read_only_looks_and_changes_nothing(
    make_page: MakePage, bridge: Bridge, desk: Desk
) -> None:
    bridge.set_capacity(Capacity(1.0, 1_000))  # the plan of the file is no longer current
    assert bridge.finish()
    second = open_bridge(desk, bridge.path)
    page = make_page(second)
    one = movable(page, 0)
    assert "Alt" not in one.accessibleDescription()
    QTest.keyClick(one, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    page._teller.on_asked("done", one.face.key)
    assert not second.snapshot.decisions
    one.menu_asked.emit(one.face.key, one.mapToGlobal(one.rect().center()))
    assert page._menu is not None
    assert [entry.text() for entry in page._menu.actions()] == ["Voir le détail"]
    page._menu.hide()
    assert not any(column._add.isVisible() for column in page.board.columns)
    assert not page._header.days._more.isEnabled()
    assert any("lecture" in label.text() for label in page.findChildren(QLabel))
    page.hide()
    second.close()


@pytest.mark.parametrize(("width", "seen"), [(1024, 1), (1366, 3), (1920, 3)])
def test_the_columns_that_a_width_holds(
    make_page: MakePage, bridge: Bridge, width: int, seen: int
) -> None:
    page = make_page(bridge, width)
    assert sum(column.isVisible() for column in page.board.columns) == seen
    page._teller.open_action(movable(page, 0).face.key)
    beside = {1024: 1, 1366: 2, 1920: 3}[width]
    assert sum(column.isVisible() for column in page.board.columns) == beside
    assert page.board.panel.isVisible()
    assert page.board._row.geometry().right() <= page.width()


def test_the_panel_leaves_the_column_of_its_card(make_page: MakePage, bridge: Bridge) -> None:
    page = make_page(bridge, 1366)
    page._teller.open_action(movable(page, 2).face.key)
    assert [column.isVisible() for column in page.board.columns] == [False, True, True]


def test_R4_the_shortest_path_and_the_ways_out(page: RoadmapPage, qtbot: QtBot) -> None:
    press(page, "Plus court chemin")
    content = page.board.panel.content
    assert content is not None
    assert content.parts
    with qtbot.waitSignal(page.went_to) as went:
        press(page, "Imprimer")
    assert went.args == ["imprimer", None]
    with qtbot.waitSignal(page.went_to) as went:
        press(page, "Obligations")
    assert went.args == ["obligations", None]


def test_cards_keep_their_widget_when_the_plan_is_shown_again(page: RoadmapPage) -> None:
    before = [c for column in page.board.columns for c in column.cards]
    page.refresh()
    assert [c for column in page.board.columns for c in column.cards] == before


def test_no_card_is_painted_lower_than_its_text_when_another_plan_comes(
    page: RoadmapPage, qtbot: QtBot
) -> None:
    words, roadmap = page._say.words(), page.planner.roadmap
    assert roadmap is not None
    every_face = [f for i, h in enumerate(roadmap.horizons) for f in words.faces(h, i)]
    column = page.board.columns[0]
    column.show_horizon(every_face, None, writable=True)
    assert [c.height() for c in column.cards] == [c.heightForWidth(c.width()) for c in column.cards]


def test_the_form_of_an_own_action_is_seen_once_opened(page: RoadmapPage) -> None:
    column = page.board.columns[1]
    column._add.click()
    seen = column._scroll.viewport().rect()
    top = column._form.mapTo(column._scroll.viewport(), QPoint())
    if column._form.height() <= seen.height():
        assert seen.contains(QRect(top, column._form.size()), proper=False)
    else:
        assert 0 <= top.y() <= 10


def test_R7_duties_without_a_date_are_told_above_the_columns(
    make_page: MakePage, bridge: Bridge, qtbot: QtBot
) -> None:
    bridge.set_capacity(Capacity(0, 0, days_assumed=False, euros_assumed=False))
    page = make_page(bridge)
    roadmap = page.planner.roadmap
    assert roadmap is not None
    left = due_titles(roadmap, page.planner.situation())
    assert left
    assert page._due.text.startswith(f"{len(left)}\u00a0obligation")
    page._due.button.click()
    content = page.board.panel.content
    assert content is not None
    assert content.key == "left_out"


def test_the_page_gives_the_focus_to_its_first_card(page: RoadmapPage) -> None:
    page.begin()
    assert page.window().focusWidget() is page.board.columns[0].cards[0]
