# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The roadmap page at every width and size of text: nothing cut, everything named, nothing left."""

import gc
import weakref
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.support.shipped import shipped_questionnaire
from tests.ui.pages.walks import cut, kept, nameless, overflow, settle
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.roadmap import RoadmapPage
from ui.planning import Planner, Seconds

OpenBridge = Callable[..., Bridge]
SIZES = [(1024, 580), (1366, 636), (1920, 940)]


@pytest.fixture
def planned(qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge) -> Bridge:
    """A dossier with its plan."""
    answers = {q.id: 1 for q in shipped_questionnaire().themes[0].questions} | {"usa-1": "nsp"}
    bridge = open_dossier_of(answers=answers)
    planner = Planner(desk, bridge, seconds=Seconds(1.0, 1.0))
    planner.follow()
    qtbot.waitUntil(lambda: planner.stored and not planner.computing, timeout=15_000)
    planner.deleteLater()
    return bridge


def first_action(page: RoadmapPage) -> str:
    return next(c for c in page.board.columns[0].cards if c.face.kind == "action").face.key


@pytest.mark.long
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_at_any_width(planned: Bridge, desk: Desk, scale: float) -> None:
    desk.theme.set_scale(scale)
    with kept() as pages:
        for width, height in SIZES:
            page = RoadmapPage(desk, planned)
            pages.append(page)
            page.resize(width, height)
            page.show()
            settle()
            assert page.width() == width
            assert not cut(page)
            area = page.findChildren(QScrollArea)[0]
            assert overflow(area)[0] <= 0
            page._teller.open_action(first_action(page))
            assert not cut(page)
            page._teller.show("left_out")
            assert not cut(page)
            assert not nameless(page)
    desk.theme.set_scale(1.0)


def test_at_1366_the_page_itself_does_not_scroll(planned: Bridge, desk: Desk) -> None:
    with kept() as pages:
        page = RoadmapPage(desk, planned)
        pages.append(page)
        page.resize(1366, 636)
        page.show()
        page._teller.open_action(first_action(page))
        settle()
        assert page.findChildren(QScrollArea)[0].verticalScrollBar().maximum() == 0


def test_tab_goes_in_the_order_of_reading(planned: Bridge, desk: Desk) -> None:
    with kept() as pages:
        page = RoadmapPage(desk, planned)
        pages.append(page)
        page.resize(1366, 636)
        page.show()
        settle()
        cards = page.board.columns[0].cards
        following = [reached(page, card) for card in cards]
        assert all(widget is card for widget, card in zip(following, cards[1:], strict=False))
        tops = [card.mapTo(page, QPoint()).y() for card in cards]
        assert all(above < below for above, below in pairwise(tops))


def reached(page: QWidget, start: QWidget) -> QWidget:
    """What Tab goes to next."""
    widget = start.nextInFocusChain()
    while not (widget.isVisibleTo(page) and widget.focusPolicy().value & 1):
        widget = widget.nextInFocusChain()
    return widget


@pytest.mark.long
def test_a_closed_page_is_freed_at_once(qtbot: QtBot, planned: Bridge, desk: Desk) -> None:
    page = RoadmapPage(desk, planned)
    page.resize(1366, 636)
    page.show()
    settle()
    page._teller.open_action(first_action(page))
    page._teller.show("left_out")
    left = [weakref.ref(part) for part in (page, page.board, page.board.panel, page.planner)]
    gc.collect()
    gc.disable()
    try:
        page.close()
        page.deleteLater()
        del page
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        settle()
        assert [ref() for ref in left] == [None] * 4
    finally:
        gc.enable()
