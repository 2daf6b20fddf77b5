# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is late is said once when a dossier is opened, and leads to its page (contract R6)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.ui.pages.planned import OpenCopy
from ui.bridge import Bridge
from ui.desk import Desk
from ui.follow_notice import FollowNotice
from ui.notices import Notice


@pytest.fixture
def bridge(open_copy: OpenCopy, planned_file: Path) -> Bridge:
    return open_copy(planned_file)


@pytest.fixture
def parent() -> Iterator[QObject]:
    parent = QObject()
    yield parent
    parent.deleteLater()


def test_R6_what_is_late_is_said_at_the_opening_and_leads_there(
    bridge: Bridge, desk: Desk, told: list[Notice], parent: QObject, qtbot: QtBot
) -> None:
    bridge.set_start("2026-03")
    notice = FollowNotice(desk, bridge, parent)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    (one,) = told
    assert "ont dépassé leur date" in one.fact
    assert one.kind == "warning"
    ((words, go),) = one.actions
    assert words == "Voir"
    with qtbot.waitSignal(notice.went_to) as went:
        go()
    assert went.args == ["feuille", "follow"]


def test_R6_nothing_late_nothing_said(
    bridge: Bridge, desk: Desk, told: list[Notice], parent: QObject, qtbot: QtBot
) -> None:
    FollowNotice(desk, bridge, parent)
    qtbot.waitUntil(lambda: not desk.work.busy, timeout=10_000)
    assert not told
