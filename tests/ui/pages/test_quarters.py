# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The board by quarter, on a real dossier and a real plan (contract R3, R6, R8)."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from autodiag.model.roadmap import HORIZONS, Capacity, OwnAction, Span
from autodiag.roadmap.calendar import horizon_of, quarter_of
from autodiag.roadmap.schedule import Schedule
from tests.ui.eye import everything
from tests.ui.pages.planned import DONE, OpenCopy, settle, show_view
from tests.ui.pages.walks import nameless
from tests.ui.rounds import OFFICE, SMALL, Shown, calm
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages import quarters_moves as moves
from ui.pages.quarters import QuartersView
from ui.pages.quarters_card import CARRIED, carried_key
from ui.pages.quarters_column import QuarterColumn
from ui.widgets.action_card import ActionCard

ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bridge(open_copy: OpenCopy, dated_file: Path) -> Bridge:
    return open_copy(dated_file)


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, bridge: Bridge) -> QuartersView:
    view = show_view(qtbot, QuartersView, desk, bridge)
    settle(qtbot, view)
    return view


def made(view: QuartersView) -> Schedule:
    assert view._schedule is not None
    return view._schedule


def movable(view: QuartersView) -> ActionCard:
    """A card that has a quarter after its own."""
    last = len(view.board.columns) - 1
    cards = view.board.cards()
    return next(card for card in cards if card.face.kind == "action" and card.face.horizon < last)


def drop(column: QuarterColumn, key: str) -> QMimeData:
    """A card that was carried is put down in a column; the data lives as long as the caller."""
    data = QMimeData()
    data.setData(CARRIED, key.encode())
    action, at = Qt.DropAction.MoveAction, QPoint(20, 60)
    QApplication.sendEvent(column, QDragEnterEvent(at, action, data, LEFT, NONE))
    QApplication.sendEvent(column, QDropEvent(QPointF(at), action, data, LEFT, NONE))
    return data


def read(column: QuarterColumn) -> str:
    labels = (one for one in column.findChildren(QLabel) if one.isVisibleTo(column))
    return "\n".join(one.text() for one in labels)


def test_each_planned_action_is_in_the_quarter_where_it_is_due(view: QuartersView) -> None:
    shown = {card.face.key: rank for rank, c in enumerate(view.board.columns) for card in c.cards}
    for key, slot in made(view).slots.items():
        if key in view.bridge.knowledge.actions.actions:
            assert made(view).quarters[shown[key]] == slot.quarter
    assert len(shown) > 5


def test_a_quarter_has_its_real_dates_its_days_and_what_is_written_at_its_head(
    view: QuartersView,
) -> None:
    first, second = (read(column) for column in view.board.columns[:2])
    assert "1er\u00a0trimestre 2027" in first
    assert "janvier à mars" in first
    assert "pour 4 disponibles" in first
    assert "Fermé en mars\u00a0: Vote du budget" in first
    assert "Dotation\u00a0: à demander du 1er\u00a0février 2027 au 28\u00a0février 2027" in first
    assert "pour 6 disponibles" in second
    assert "en ce moment" not in first  # the roadmap begins after today
    assert "Fermé" not in second
    assert "Dotation" not in second


def test_a_card_says_when_it_begins_and_is_due(view: QuartersView) -> None:
    card = movable(view)
    slot = made(view).slots[card.face.key]
    assert str(slot.last.year) in card.face.late
    assert card.face.late in card.accessibleName()
    assert "€" in card.accessibleName()


def test_no_column_is_ever_narrow(view: QuartersView) -> None:
    for width, seen in ((1366, 4), (1024, 3), (720, 2), (500, 1)):
        view.resize(width, 580)
        QApplication.processEvents()
        columns = [column for column in view.board.columns if column.isVisible()]
        assert len(columns) == seen
        assert all(column.width() >= 290 for column in columns)


def test_all_that_the_keyboard_reaches_has_a_name(view: QuartersView) -> None:
    assert nameless(view) == []


def test_the_pages_are_turned_to_the_last_quarter_and_back(view: QuartersView) -> None:
    view.paging.earlier.setFocus()
    assert not view.paging.earlier.isEnabled()
    for _ in view.board.columns:
        view.paging.later.click()
    assert view.board.columns[-1].isVisible()
    assert len(view.board.seen) == 4
    assert not view.paging.later.isEnabled()
    view.paging.earlier.click()
    assert view.board.seen.start == len(view.board.columns) - 8


@pytest.mark.long
def test_R6_alt_right_retains_for_the_next_quarter_and_the_focus_follows(
    view: QuartersView, qtbot: QtBot
) -> None:
    card = movable(view)
    key, rank = card.face.key, card.face.horizon
    card.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card, Qt.Key.Key_Right, ALT)
    decision = view.bridge.snapshot.decisions[key]
    goal = made(view).quarters[rank + 1]
    assert decision.state == "retenue"
    assert decision.day == f"{goal.last:%Y-%m}"
    assert decision.horizon == HORIZONS[horizon_of(made(view).start, goal.last) or 0]
    assert "à finir en" in view.said.text
    settle(qtbot, view)
    assert made(view).slots[key].quarter == goal
    assert view.board.focused() == key
    assert "mois choisi" in view.board.columns[rank + 1].card(key).face.late  # type: ignore[union-attr]


def test_R6_a_card_put_down_in_another_quarter_goes_there(view: QuartersView, qtbot: QtBot) -> None:
    key = movable(view).face.key
    column = view.board.columns[6]
    drop(column, key)
    qtbot.waitUntil(lambda: key in view.bridge.snapshot.decisions, timeout=2000)
    settle(qtbot, view)
    assert made(view).slots[key].quarter == made(view).quarters[6]
    assert column.card(key) is not None
    assert column.isVisible()


def test_a_drop_that_is_refused_says_why(view: QuartersView, qtbot: QtBot) -> None:
    card = movable(view)
    drop(view.board.columns[card.face.horizon], card.face.key)
    qtbot.waitUntil(lambda: view.said.text == moves.SAME_QUARTER, timeout=2000)
    drop(view.board.columns[3], "renseigner")
    qtbot.waitUntil(lambda: view.said.text == moves.FIRST, timeout=2000)
    assert list(view.bridge.snapshot.decisions) == [DONE]


def test_a_card_held_over_a_quarter_is_told_where_it_would_go(view: QuartersView) -> None:
    card, column = movable(view), view.board.columns[3]
    data = QMimeData()
    data.setData(CARRIED, card.face.key.encode())
    action = Qt.DropAction.MoveAction
    QApplication.sendEvent(column, QDragEnterEvent(QPoint(9, 9), action, data, LEFT, NONE))
    assert f"Déposer ici\u00a0: {column.head.name.text()}" in read(column)
    QApplication.sendEvent(column, QEvent(QEvent.Type.DragLeave))


def test_a_card_that_is_pulled_is_carried_and_does_not_open(
    view: QuartersView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The virtual screen of the tests ends a drag at once: nothing is put down."""
    card, carried, opened = movable(view), list[str](), list[str]()

    carry = QDrag.exec

    def seen(drag: QDrag, action: Qt.DropAction) -> Qt.DropAction:
        carried.append(carried_key(drag.mimeData()))
        return carry(drag, action)

    monkeypatch.setattr(QDrag, "exec", seen)
    card.opened.connect(opened.append)
    start = QPoint(60, 20)
    QTest.mousePress(card, LEFT, NONE, start)
    QTest.mouseMove(card, start + QPoint(2, 0))
    assert not carried
    pulled = QPointF(start + QPoint(60, 20))
    move = QMouseEvent(
        QEvent.Type.MouseMove, pulled, card.mapToGlobal(pulled), Qt.MouseButton.NoButton, LEFT, NONE
    )
    QApplication.sendEvent(card, move)
    QTest.mouseRelease(card, LEFT, NONE, start)
    assert carried == [card.face.key]
    assert not opened
    assert list(view.bridge.snapshot.decisions) == [DONE]


def test_a_click_opens_the_detail_among_the_periods(view: QuartersView, qtbot: QtBot) -> None:
    card = movable(view)
    with qtbot.waitSignal(view.went_to) as went:
        QTest.mouseClick(card, LEFT, NONE, QPoint(60, 20))
    assert went.args == ["feuille", card.face.key]


def test_the_menu_chooses_any_quarter(view: QuartersView) -> None:
    card = movable(view)
    texts = [text for _, text, _ in view._entries(card.face)]
    assert texts[1:4] == ["Trimestre précédent", "Trimestre suivant", "Choisir un trimestre…"]
    offered = view._quarters(card.face.key)
    assert len(offered) == len(view.board.columns)
    assert [on for _, _, on in offered].count(False) == 1  # where it is already
    view._on_asked("5", card.face.key)
    decision = view.bridge.snapshot.decisions[card.face.key]
    assert decision.day == f"{made(view).quarters[5].last:%Y-%m}"


def test_R8_a_quarter_over_its_days_says_by_how_much(view: QuartersView, qtbot: QtBot) -> None:
    actions = view.bridge.knowledge.actions.actions
    alone = (k for k in made(view).slots if k in actions and not actions[k].prerequisites)
    quick = (k for k in alone if actions[k].delay_months <= 3)
    key = max(quick, key=lambda k: actions[k].effort.high)
    view._on_asked("1", key)
    view.bridge.set_capacity(Capacity(0.1, 100_000))
    settle(qtbot, view)
    slot = made(view).slots[key]
    column = view.board.columns[made(view).quarters.index(slot.quarter)]
    assert "trop" in read(column)
    assert "de plus que le temps disponible" in read(column)


@pytest.mark.long
def test_a_move_before_what_it_waits_for_is_accepted_and_said(
    view: QuartersView, qtbot: QtBot
) -> None:
    actions = view.bridge.knowledge.actions.actions
    pairs = [
        (key, need)
        for key in made(view).slots
        for need in (actions[key].prerequisites if key in actions else ())
        if need in made(view).slots and made(view).slots[key].horizon == 1
    ]
    key, need = pairs[0]
    last = len(made(view).quarters) - 1
    rank = made(view).quarters.index(made(view).slots[need].quarter)
    view._on_asked(str(min(rank + 1, last)), need)  # what it waits for, later
    settle(qtbot, view)
    due = made(view).slots[need].last
    earlier = made(view).quarters.index(quarter_of(due)) - 1
    view._on_asked(str(earlier), key)
    assert f"Attend «\u202f{actions[need].title}\u202f»" in view.said.text
    assert view.bridge.snapshot.decisions[key].state == "retenue"


@pytest.mark.long
def test_R6_an_own_action_moves_as_another_does(view: QuartersView, qtbot: QtBot) -> None:
    own = OwnAction("a-nous-1", "Changer les écrans", Span(1, 1), Span(200, 200), "6-18")
    view.bridge.set_own_action(own)
    settle(qtbot, view)
    rank = made(view).quarters.index(made(view).slots["a-nous-1"].quarter) + 1
    view._move_to_rank("a-nous-1", rank)
    settle(qtbot, view)
    slot, (own,) = made(view).slots["a-nous-1"], view.bridge.snapshot.own_actions
    assert (slot.quarter, slot.chosen) == (made(view).quarters[rank], True)
    assert own.horizon == HORIZONS[slot.horizon]


@pytest.mark.long
@pytest.mark.parametrize("shown", ["rempli"], indirect=True)
@pytest.mark.parametrize("name", ["trimestres", "frise"])
def test_nothing_is_cut_in_a_small_window_with_large_letters(shown: Shown, name: str) -> None:
    assert wrong(shown, name, ((2.0, SMALL),)) == []


@pytest.mark.long
@pytest.mark.parametrize("shown", ["rempli", "vide"], indirect=True)
@pytest.mark.parametrize("name", ["trimestres", "frise"])
def test_nothing_is_cut_at_any_size(shown: Shown, name: str) -> None:
    assert wrong(shown, name, ((1.0, SMALL), (1.0, OFFICE), (1.5, OFFICE), (2.0, OFFICE))) == []


def wrong(shown: Shown, name: str, ways: Sequence[tuple[float, QSize]]) -> list[str]:
    """What an eye sees wrong on a view, at each size of the text and of the window."""
    window, desk = shown
    window.go("feuille", name)
    found: list[str] = []
    for scale, size in ways:
        desk.theme.set_scale(scale)
        window.resize(size)
        calm(window, desk)
        found += [f"{scale:.0%} {size.width()}: {line}" for line in everything(window)]
    desk.theme.set_scale(1.0)
    return found
