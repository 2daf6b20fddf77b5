# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A mouse that carries a card and pulls a bar, in a process of its own: only there does Qt’s
`minimal` platform carry anything. Prints what is then decided."""

import sys
from pathlib import Path
from typing import cast

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from autodiag.roadmap.calendar import shifted
from tests.gallery.window import open_in, settle, wait, window_at
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.pages.plan import PlanPage
from ui.pages.quarters import QuartersView
from ui.pages.quarters_board import QuarterBoard
from ui.pages.quarters_paging import HELD_MS
from ui.pages.timeline import TimelineView
from ui.pages.timeline_chart import TimelineChart

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SOON = 100
"""Milliseconds after which Qt’s own loop of a drag runs."""


def planned(window: MainWindow, desk: Desk, name: str) -> QWidget:
    """A view of the roadmap, once its plan is made."""
    page = window.findChild(PlanPage)
    assert isinstance(page, PlanPage)
    page.show_view(name)
    while page.planner.computing or not page.planner.current:
        wait(20)
    settle(desk)
    return cast("QWidget", page.shown)


def pull(window: MainWindow, held: QPoint, *stops: tuple[QPoint, int]) -> None:
    """From a place in the window through others, staying so many milliseconds at each."""
    handle = window.windowHandle()

    def go() -> None:
        for place, still in stops:
            QTest.mouseMove(handle, place - QPoint(9, 0), 15)
            QTest.mouseMove(handle, place, 15)
            QTest.qWait(still)
        QTest.mouseRelease(handle, LEFT, NONE, stops[-1][0])

    QTest.mousePress(handle, LEFT, NONE, held)
    QTimer.singleShot(SOON, go)
    for far in (3, 30):
        QTest.mouseMove(handle, held + QPoint(far, 0), 20)
    wait(SOON + sum(still + 50 for _, still in stops) + 200)


def carry(window: MainWindow, desk: Desk, board: QuarterBoard, rank: int, *, turned: bool) -> None:
    """A card of the first quarter to one that is in sight, or that a held card brings there."""
    columns, last = board.columns, board.columns[board.seen.stop - 1]
    card = next(one for one in columns[0].cards if one.face.movable)
    side = last.mapTo(window, QPoint(last.width() - 9, 200))
    place = columns[rank % (board.seen.stop)].mapTo(window, QPoint(120, 200))
    way = [(side, HELD_MS + 150)] if turned else []
    pull(window, card.mapTo(window, card.rect().center()), *way, (place, 0))
    settle(desk)
    tell(window, card.face.key, columns[rank].head.name.text())


def draw(window: MainWindow, desk: Desk, chart: TimelineChart) -> None:
    """The first bar that moves, three months later."""
    places = chart.places
    assert places is not None
    row = next(row for row in places.bar_rows if row.bar and row.bar.movable)
    bar = row.bar
    assert bar is not None
    assert bar.first is not None
    assert bar.last is not None
    held = places.span(bar.first, bar.last, row.strip).toRect().center()
    to = held + QPoint(round(3 * places.month), 4)
    pull(window, chart.mapTo(window, held), (chart.mapTo(window, to), 0))
    settle(desk)
    tell(window, bar.key, f"{shifted(bar.last, 3):%Y-%m}")


def tell(window: MainWindow, key: str, wanted: str) -> None:
    """What was asked of an action, and the month that is decided for it."""
    assert window.bridge is not None
    decision = window.bridge.snapshot.decisions.get(key)
    print(wanted, decision.day if decision is not None else "", sep="=")


def main(path: Path) -> None:
    """Carry two cards and pull a bar in this dossier."""
    with window_at(path.parent, QSize(1366, 696)) as (window, desk):
        open_in(window, desk, path)
        window.go("feuille")
        board = planned(window, desk, "trimestres")
        assert isinstance(board, QuartersView)
        carry(window, desk, board.board, 1, turned=False)
        planned(window, desk, "trimestres")
        carry(window, desk, board.board, 4, turned=True)
        line = planned(window, desk, "frise")
        assert isinstance(line, TimelineView)
        draw(window, desk, line.chart)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
