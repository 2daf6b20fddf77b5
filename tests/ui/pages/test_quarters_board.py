# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The columns of the board by quarter alone, without a plan: where the focus goes, what it says."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from autodiag.roadmap.calendar import Quarter
from ui.desk import Desk
from ui.pages.quarters_board import QuarterBoard
from ui.pages.quarters_words import MOVES, NOTHING, QuarterFace, going_on
from ui.widgets.action_face import ActionFace, MeterFace

METER = MeterFace(0, 0, 3, "0 jour pour 3 disponibles", "à l’aise", "ok", "", "ink2")
MANY = 8


def quarters(*ranks: int) -> list[QuarterFace]:
    """Eight quarters; the card «a0» in the first of these ranks, «a1» in the second…"""
    found: list[QuarterFace] = []
    for rank in range(MANY):
        here = [place for place, one in enumerate(ranks) if one == rank]
        cards = [
            ActionFace(f"a{n}", "action", f"Action {n}", ("1 j",), rank, name=f"A{n}", moves=MOVES)
            for n in here
        ]
        quarter = Quarter(2027 + rank // 4, rank % 4 + 1)
        name = f"Trimestre {rank}"
        found.append(QuarterFace(quarter, name, "mois", (), (), METER, tuple(cards), "Rien."))
    return found


@pytest.fixture
def board(qtbot: QtBot, desk: Desk) -> Iterator[QuarterBoard]:
    """Between two buttons, where a focus that is lost would go."""
    window = QWidget()
    board = QuarterBoard(desk.theme, lambda _key, _rank: "")
    row = QHBoxLayout(window)
    for part in (QPushButton("Accueil"), board, QPushButton("Après")):
        row.addWidget(part)
    qtbot.addWidget(window)
    window.resize(1366, 500)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield board
    window.close()


def test_R6_the_focus_follows_its_card_to_another_page(board: QuarterBoard) -> None:
    board.show_quarters(quarters(0, 1), writable=True)
    board.focus_on("a0")
    for rank in (3, 7, 0):
        board.show_quarters(quarters(rank, 1), writable=True)
        assert board.focused() == "a0"
        assert rank in board.seen


def test_R6_the_focus_of_a_card_that_is_gone_stays_on_the_board(board: QuarterBoard) -> None:
    board.show_quarters(quarters(1, 0), writable=True)
    board.focus_on("a1")
    board.show_quarters(quarters(1), writable=True)
    assert board.focused() == "a0"


def test_an_answer_to_find_is_not_called_an_action() -> None:
    assert [plain(going_on(done, asked)) for done, asked in ((0, 0), (1, 0), (0, 4), (2, 1))] == [
        f"{NOTHING}.",
        f"{NOTHING} : 1 action commencée finit plus tard.",
        f"{NOTHING} : 4 réponses à préciser plus tard.",
        f"{NOTHING} : 2 actions commencées finissent plus tard, 1 réponse à préciser aussi.",
    ]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_card_that_cannot_be_moved_does_not_say_how(board: QuarterBoard) -> None:
    for writable in (True, False):
        board.show_quarters(quarters(0), writable=writable)
        heard = board.columns[0].cards[0].accessibleDescription()
        assert (MOVES in heard) == writable


def test_a_card_that_is_held_at_a_side_turns_the_page_where_there_is_one(
    board: QuarterBoard, qtbot: QtBot
) -> None:
    board.show_quarters(quarters(0), writable=True)
    board._held.setInterval(1)
    seen = board.seen
    for rank, side in ((0, -1), (1, 1), (seen.stop - 1, 0)):
        board.columns[rank].edge_held.emit(rank, side)
        assert not board._held.isActive()
    last = seen.stop - 1
    board.columns[last].edge_held.emit(last, 1)
    qtbot.waitUntil(lambda: board.seen.start == seen.stop)
    assert not board._held.isActive()


def test_where_nothing_moves_no_card_is_carried_and_why_is_asked(
    board: QuarterBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.show_quarters(quarters(0), writable=False)
    (card,) = board.cards()
    asked, carried = list[tuple[str, int]](), list[object]()
    board.move_asked.connect(lambda key, step: asked.append((key, step)))
    monkeypatch.setattr(QDrag, "exec", carried.append)
    start = QPoint(60, 20)
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(card, start + QPoint(60, 0))
    assert asked == [("a0", 0)]
    assert not carried
