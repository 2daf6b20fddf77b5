# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Long work: said after 0.3 s, with its real progress and a way to stop it, then gone."""

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.tasks import Progress
from ui.widgets.progress_strip import ProgressStrip


class Work:
    """Goes on until it is let go; tells its progress."""

    def __init__(self) -> None:
        self.let_go = Event()
        self.settled: list[object] = []

    def __call__(self, progress: Progress) -> str:
        progress(9, 28, "Page 9 sur 28")
        while not self.let_go.wait(0.01):
            progress(9, 28, "Page 9 sur 28")
        return "fini"

    def done(self, outcome: object) -> None:
        self.settled.append(outcome)

    def failed(self, error: BaseException) -> None:
        self.settled.append(error)

    def dropped(self) -> None:
        self.settled.append("arrêté")


@pytest.fixture
def strip(desk: Desk, qtbot: QtBot) -> ProgressStrip:
    strip = ProgressStrip(desk.theme, (desk.disk, desk.work))
    qtbot.addWidget(strip)
    return strip


def test_short_work_never_shows(strip: ProgressStrip, desk: Desk, qtbot: QtBot) -> None:
    work = Work()
    work.let_go.set()
    desk.work.submit(work, done=work.done, failed=work.failed, label="Création du document…")
    assert strip.isHidden()
    qtbot.waitUntil(lambda: work.settled == ["fini"])
    qtbot.wait(350)
    assert strip.isHidden()


def test_long_work_shows_its_progress_then_leaves(
    strip: ProgressStrip, desk: Desk, qtbot: QtBot
) -> None:
    work = Work()
    desk.work.submit(work, done=work.done, failed=work.failed, label="Création du document…")
    qtbot.waitUntil(strip.isVisible)
    assert not strip.isModal()
    assert strip.words == ("Création du document…", "Page 9 sur 28")
    assert (strip.bar.value(), strip.bar.maximum()) == (9, 28)
    assert strip.bar.accessibleName() == "Création du document…"
    work.let_go.set()
    qtbot.waitUntil(lambda: work.settled == ["fini"])
    qtbot.waitUntil(strip.isHidden)


def test_work_can_be_stopped(strip: ProgressStrip, desk: Desk, qtbot: QtBot) -> None:
    work = Work()
    desk.disk.submit(work, done=work.done, failed=work.failed, dropped=work.dropped, label="Copie…")
    qtbot.waitUntil(strip.isVisible)
    strip.cancel_button.click()
    assert strip.words == ("Copie…", "Arrêt en cours…")
    assert not strip.cancel_button.isEnabled()
    qtbot.waitUntil(lambda: work.settled == ["arrêté"])
    qtbot.waitUntil(strip.isHidden)


def test_the_next_work_can_be_stopped_too(strip: ProgressStrip, desk: Desk, qtbot: QtBot) -> None:
    first, second = Work(), Work()
    for work in (first, second):
        desk.work.submit(work, done=work.done, failed=work.failed, label="Plan…")
    qtbot.waitUntil(strip.isVisible)
    strip.cancel_button.click()
    qtbot.waitUntil(strip.cancel_button.isEnabled)
    assert strip.words in (("Plan…", "Page 9 sur 28"), ("Plan…", ""))
    second.let_go.set()
    qtbot.waitUntil(strip.isHidden)


def test_work_without_a_label_says_nothing(strip: ProgressStrip, desk: Desk, qtbot: QtBot) -> None:
    work = Work()
    desk.disk.submit(work, done=work.done, failed=work.failed)
    qtbot.wait(350)
    assert strip.isHidden()
    work.let_go.set()
    qtbot.waitUntil(lambda: bool(work.settled))
