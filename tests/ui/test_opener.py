# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Openings that are given up, asked for twice, or end after the window: no dossier stays locked."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from autodiag.dossier.opening import open_dossier
from autodiag.errors import AutodiagError
from tests.dossier.samples import author
from tests.support.desks import VILLAGE, write_dossier
from ui import opening
from ui.bridge import Bridge
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.notices import Notice
from ui.opener import Opener

LONG = 15_000


class Slow:
    """Stands for a share that answers when it is let: opens nothing before."""

    def __init__(self) -> None:
        self.answer = Event()
        self._open = opening.open_file
        self.asked: list[str] = []

    def open(self, path: Path, *more: object) -> opening.Opened:
        self.asked.append(path.stem)
        assert self.answer.wait(10)
        return self._open(path, *more)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    slow = Slow()
    monkeypatch.setattr(opening, "open_file", slow.open)
    yield slow
    slow.answer.set()


@pytest.fixture
def opened(desk: Desk) -> Iterator[list[Bridge]]:
    bridges: list[Bridge] = []
    yield bridges
    for bridge in bridges:
        bridge.close()


@pytest.fixture
def opener(desk: Desk, opened: list[Bridge]) -> Opener:
    opener = Opener(desk, desk.notices)
    opener.opened.connect(opened.append)
    return opener


def dossiers(folder: Path, *names: str) -> list[Path]:
    return [write_dossier(folder / f"{name}.autodiag", {"str-1": 2}) for name in names]


def is_free(path: Path) -> bool:
    with open_dossier(path, author("Paul")) as found:
        return found.access.why_read_only is None


def test_a_cancelled_opening_leaves_nothing_open_and_another_can_begin(
    opener: Opener, slow: Slow, opened: list[Bridge], qtbot: QtBot, tmp_path: Path
) -> None:
    desk = opener._desk
    keys: list[int] = []
    desk.disk.started.connect(lambda key, _label: keys.append(key))
    one, two = dossiers(tmp_path, "un", "deux")
    opener.open_file(one)
    qtbot.waitUntil(lambda: slow.asked == ["un"])
    desk.disk.cancel(keys[0])
    slow.answer.set()
    qtbot.waitUntil(lambda: not opener.busy, timeout=LONG)
    assert opened == []
    assert is_free(one)
    opener.open_file(two)
    qtbot.waitUntil(lambda: len(opened) == 1, timeout=LONG)
    assert opened[0].path == two


def test_what_is_asked_for_while_one_opens_is_opened_after_it(
    opener: Opener, slow: Slow, opened: list[Bridge], qtbot: QtBot, tmp_path: Path
) -> None:
    one, two, three = dossiers(tmp_path, "un", "deux", "trois")
    for path in (one, two, three):
        opener.open_file(path)
    slow.answer.set()
    qtbot.waitUntil(lambda: bool(opened), timeout=LONG)
    assert slow.asked == ["un", "trois"]
    assert [bridge.path for bridge in opened] == [three]
    assert is_free(one)


def test_asking_twice_for_the_same_opens_it_once(
    opener: Opener, desk: Desk, opened: list[Bridge], qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[Notice] = []
    desk.notices.posted.connect(told.append)
    path = tmp_path / "un.autodiag"
    for _ in range(2):
        opener.create(path, VILLAGE)
    qtbot.waitUntil(lambda: bool(opened), timeout=LONG)
    qtbot.wait(50)
    assert len(opened) == 1
    assert told == []


def test_an_opening_that_fails_lets_the_next_begin(
    opener: Opener, opened: list[Bridge], qtbot: QtBot, tmp_path: Path
) -> None:
    lost: list[Path] = []
    opener.gone.connect(lost.append)
    opener.open_file(tmp_path / "absent.autodiag")
    opener.open_file(dossiers(tmp_path, "un")[0])
    qtbot.waitUntil(lambda: bool(opened), timeout=LONG)
    assert lost == [tmp_path / "absent.autodiag"]


@pytest.mark.parametrize("ended", [False, True])
def test_a_window_closed_during_an_opening_leaves_no_lock(
    desk: Desk, slow: Slow, qtbot: QtBot, tmp_path: Path, ended: bool
) -> None:
    (one,) = dossiers(tmp_path, "un")
    window = MainWindow(desk)
    window.show()
    window.open_path(one)
    if ended:  # opened, and the window was not told yet
        slow.answer.set()
        assert desk.disk._pool.waitForDone(LONG)
    window.close()
    slow.answer.set()
    desk.disk.shutdown()  # as when the application ends: nobody is told any more
    assert not list(tmp_path.glob(".~*.verrou"))
    qtbot.wait(20)
    assert window.bridge is None
    assert is_free(one)
    window.deleteLater()


def test_a_dossier_that_opens_over_another_closes_it_first(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    one, two = dossiers(tmp_path, "un", "deux")
    window = MainWindow(desk)
    window.show()
    for path in (one, two):
        window.open_path(path)
        qtbot.waitUntil(
            lambda path=path: window.bridge is not None and window.bridge.path == path,
            timeout=LONG,
        )
    assert is_free(one)
    window.close()
    assert is_free(two)
    window.deleteLater()


def test_banners_of_a_dossier_leave_with_it(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (one,) = dossiers(tmp_path, "un")
    window = MainWindow(desk)
    window.show()
    window.open_path(one)
    qtbot.waitUntil(lambda: window.bridge is not None, timeout=LONG)
    homes: list[str] = []
    window.page_shown.connect(homes.append)
    desk.notices.tell("success", "Document enregistré.", key="impression")
    desk.notices.tell("error", "Sans clé.", actions=(("Réessayer", window.update),))
    desk.notices.tell_error(AutodiagError("dossier_introuvable", fichier="x"), key="ailleurs")
    assert len(window._banners.banners) == 3
    window.close_dossier()
    assert window._banners.banners == ()
    assert homes == ["accueil"]
    desk.notices.tell("warning", "Après.", key="après")
    assert [banner.notice.fact for banner in window._banners.banners] == ["Après."]
    window.close()
    window.deleteLater()
