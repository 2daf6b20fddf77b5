# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The first painting: little is made before it, nothing moves after it, no letter is lost."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from ui import early
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.pages import home, page
from ui.theme import starting_palette, system_palette
from ui.turns import Turns

LATER = ("sqlite3", "ui.widgets.place_list", "ui.widgets.top_bar", "ui.pages.home_side")
FIRST_PAINTING = """
import sys
from datetime import datetime
from pathlib import Path
from PySide6 import QtCore
from ui import app
from autodiag.bundle import installed
from autodiag.dossier.author import Author
from ui.paths import Paths
qt = app._new_application()
home = Path(sys.argv[1])
desk = app.make_desk(qt, Paths(installed(), home, home), Author("Marie", datetime.now), "0.0")
window = app.MainWindow(desk, at_once=False)
desk.theme.dress()
window.show()
qt.processEvents()
print("Qt" in vars(QtCore), sorted(set(sys.modules) & set(sys.argv[2:])))
"""


@pytest.fixture
def first(desk: Desk, qtbot: QtBot) -> MainWindow:
    """A window of which only the first page’s beginning is made."""
    window = MainWindow(desk, at_once=False)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


def places(window: MainWindow) -> list[QPoint]:
    """Where the words that are painted first are."""
    shown = [label for label in window.findChildren(QLabel) if label.isVisible()]
    return [label.mapTo(window, QPoint()) for label in shown]


def stays(place: QPoint, after: list[QPoint]) -> bool:
    """At the same height; a scroll bar that comes takes half its width of each side."""
    return any(p.y() == place.y() and 0 <= place.x() - p.x() <= 7 for p in after)


def test_the_first_painting_waits_for_nothing_it_does_not_show(tmp_path: object) -> None:
    """Contract, speed 1: one member of `Qt` alone takes 14 ms, the place base and the rest more."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", FIRST_PAINTING, str(tmp_path), *LATER],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (0, "False []\n"), done.stderr


def test_what_is_typed_before_the_list_exists_is_looked_for(first: MainWindow) -> None:
    field = first._home.search.field
    assert field.hasFocus()
    QTest.keyClicks(field, "montb")
    next(first.growth)
    QTest.keyClicks(field, "r")
    first.finish()
    assert field.text() == "montbr"
    assert field.hasFocus()
    assert first._home.search.list.count() > 1
    assert not first._home.steps.isVisible()


@pytest.mark.long
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_nothing_moves_when_the_rest_comes(
    desk: Desk, qtbot: QtBot, width: int, scale: float
) -> None:
    desk.theme.set_scale(scale)
    window = MainWindow(desk, at_once=False)
    qtbot.addWidget(window)
    window.resize(width, 1000)
    window.show()
    QApplication.processEvents()
    before = places(window)
    assert len(before) == 7
    for _ in window.growth:
        QApplication.processEvents()
    for _ in range(3):  # large letters make the page scroll: it is laid out twice
        QApplication.processEvents()
    after = places(window)
    assert len(after) > len(before)
    assert [place for place in before if not stays(place, after)] == []


def test_no_piece_is_seen_outside_the_window(first: MainWindow) -> None:
    for _ in first.growth:
        assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [first]


def test_the_pieces_come_by_themselves_after_the_first_painting(desk: Desk, qtbot: QtBot) -> None:
    window = MainWindow(desk, at_once=False)
    qtbot.addWidget(window)
    shown: list[str] = []
    window.page_shown.connect(shown.append)
    window.show()
    Turns(window, window.growth)
    qtbot.waitUntil(lambda: shown == ["accueil"])
    assert window._ring.target is window.focusWidget()


def test_a_minimised_window_is_finished_too(desk: Desk, qtbot: QtBot) -> None:
    window = MainWindow(desk, at_once=False)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.page_shown):
        Turns(window, window.growth)


def test_the_numbers_used_early_are_those_of_their_names(qtbot: QtBot) -> None:
    label, area = QLabel("<b>a</b>"), QScrollArea()
    for widget in (label, area):
        qtbot.addWidget(widget)
    early.set_early(label, early.PLAIN_TEXT)
    early.set_early(area, early.NO_FOCUS)
    early.set_early(area, early.NO_SIDEWAYS_BAR)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_the_palette_is_guessed_as_the_system_says_it() -> None:
    code = "from PySide6.QtWidgets import QApplication\nfrom ui import theme\n"
    code += "app = QApplication([])\nprint(theme.starting_palette() == theme.system_palette())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"
    assert {starting_palette(), system_palette()} <= {"light", "dark"}


def test_the_welcome_page_is_narrow_when_the_others_are() -> None:
    assert home.NARROW == page.NARROW
