# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the window share: a desk, and a dossier open on a real file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gallery.window import window_at
from tests.support.desks import FIVE, make_desk, open_bridge, write_dossier
from tests.ui.rounds import BY_ID, OFFICE, Shown, opened
from ui.app import dress
from ui.bridge import Bridge
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.notices import Notice

OpenBridge = Callable[..., Bridge]


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A desk with its own folders; its threads have ended when the test ends."""
    dress(qapp)
    desk = make_desk(tmp_path)
    yield desk
    desk.disk.shutdown()
    desk.work.shutdown()


@pytest.fixture
def open_dossier_of(desk: Desk, tmp_path: Path) -> Iterator[OpenBridge]:
    """Opens a dossier written from `answers`, `authority`, `facts`, `folder` (the questionnaire's;
    the shipped one unless told)."""
    opened: list[Bridge] = []

    def make(**contents: Any) -> Bridge:
        path = write_dossier(tmp_path / f"mairie-{len(opened)}.autodiag", **contents)
        opened.append(open_bridge(desk, path))
        return opened[-1]

    yield make
    for bridge in opened:
        bridge.close()


@pytest.fixture
def bridge(open_dossier_of: OpenBridge) -> Bridge:
    """An empty dossier on the questionnaire of five questions, one of each type."""
    return open_dossier_of(folder=FIVE)


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    """On the welcome page; what was opened in it is written when the test ends."""
    window = MainWindow(desk)
    window.show()
    qtbot.waitExposed(window)
    yield window
    if window.bridge is not None:
        window.bridge.finish()
    window.close()
    window.deleteLater()


@pytest.fixture
def told(desk: Desk) -> list[Notice]:
    """Every notice posted, in order."""
    posted: list[Notice] = []
    desk.notices.posted.connect(posted.append)
    return posted


@pytest.fixture(scope="module")
def shown(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shown]:
    """One window at a time: a style sheet dresses all those that are there. On a dossier in a
    state of the gallery, else on the welcome page."""
    folder = tmp_path_factory.mktemp(request.param)
    state = BY_ID.get(request.param)
    with opened(folder, state) if state else window_at(folder, OFFICE) as shown:
        yield shown
