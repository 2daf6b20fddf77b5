# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Nothing moves for whoever asks for less motion, here or in the settings of the system."""

import plistlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from autodiag.bundle import installed
from autodiag.dossier.author import Author
from tests.sources import sources
from tests.support.desks import NOON
from ui.app import make_desk
from ui.desk import Desk
from ui.display import Display
from ui.motion import _system_asks, desktop_asks, mac_asks, motion_reduced, reduce_motion
from ui.paths import Paths
from ui.preferences import Preferences
from ui.widgets.fade import fade_in

MOVES = re.compile(r"\bQ(?:Property|Variant|Sequential|Parallel)?Animation\w*|QTimeLine|QMovie")


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    _system_asks.cache_clear()
    yield
    reduce_motion(on=False)
    _system_asks.cache_clear()


def test_what_appears_fades_in_unless_less_motion_is_ticked() -> None:
    widget = QWidget()
    fade_in(widget)
    assert widget.graphicsEffect() is not None
    still = QWidget()
    reduce_motion(on=True)
    assert motion_reduced()
    fade_in(still)
    assert still.graphicsEffect() is None


def test_everything_that_moves_goes_through_one_place() -> None:
    moving = [source.path for source in sources("ui") if MOVES.search(source.text)]
    assert moving == ["ui/widgets/fade.py"]


@pytest.mark.parametrize(
    ("file", "text", "less"),
    [
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("kdeglobals", "[KDE\nAnimation", False),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
    ],
)
def test_the_settings_of_the_desktop_are_followed(
    tmp_path: Path, file: str, text: str, *, less: bool
) -> None:
    assert not desktop_asks(tmp_path)
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(text, encoding="utf-8")
    assert desktop_asks(tmp_path) is less


def test_the_settings_of_a_mac_are_followed(tmp_path: Path) -> None:
    file = tmp_path / "com.apple.universalaccess.plist"
    assert not mac_asks(file)
    file.write_bytes(plistlib.dumps({"reduceMotion": True}, fmt=plistlib.FMT_BINARY))
    assert mac_asks(file)
    file.write_bytes(b"bplist00 spoilt")
    assert not mac_asks(file)


def test_a_tick_of_another_day_is_taken_at_the_start(qapp: QApplication, tmp_path: Path) -> None:
    paths = Paths(installed(), tmp_path / "données", tmp_path / "Documents")
    preferences = Preferences(paths.settings)
    preferences.less_motion = True
    preferences.save()
    desk = make_desk(qapp, paths, Author("Marie", lambda: NOON, "MAIRIE-2"), "0.0")
    assert motion_reduced()
    desk.work.shutdown()
    desk.disk.shutdown()


@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own settings")
def test_what_the_system_asks_for_is_obeyed_without_any_tick(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)
    assert not motion_reduced()
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config" / "kdeglobals").write_text("[KDE]\nAnimationDurationFactor=0\n")
    _system_asks.cache_clear()  # as at the next start
    assert motion_reduced()
    still = QWidget()
    fade_in(still)
    assert still.graphicsEffect() is None


def test_the_tick_of_the_menu_stops_what_moves_at_once(desk: Desk) -> None:
    display = Display(desk)
    desk.preferences.less_motion = True
    still = QWidget()
    fade_in(still)
    assert still.graphicsEffect() is None
    desk.preferences.less_motion = False
    fade_in(still)
    assert still.graphicsEffect() is not None
    display.deleteLater()
