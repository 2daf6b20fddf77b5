# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Nothing moves for whoever asks for less motion, here or in the settings of the system."""

import plistlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from autodiag.bundle import installed
from autodiag.dossier.author import Author
from tests.sources import sources
from tests.support.desks import NOON
from ui.app import make_desk
from ui.motion import desktop_asks, mac_asks, motion_reduced, reduce_motion
from ui.paths import Paths
from ui.preferences import Preferences
from ui.widgets.fade import fade_in

MOVES = re.compile(r"\bQ(?:Property|Variant|Sequential|Parallel)?Animation\w*|QTimeLine|QMovie")


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    yield
    reduce_motion(on=False)


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
