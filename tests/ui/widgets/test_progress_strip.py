# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Long work: said after 0.3 s, with its real progress and a way to stop it, then gone."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.motion import reduce_motion
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


class Unmeasured(Work):
    """Does not say how far it is."""

    def __call__(self, progress: Progress) -> str:
        while not self.let_go.wait(0.01):
            pass
        return "fini"


@pytest.fixture
def motion_again() -> Iterator[None]:
    yield
    reduce_motion(on=False)


def pictures(strip: ProgressStrip, qtbot: QtBot) -> list[QImage]:
    """What is seen over a third of a second."""
    found: list[QImage] = []
    for _ in range(4):
        found.append(strip.grab().toImage())
        qtbot.wait(80)
    return found


@pytest.mark.parametrize("less", [False, True])
def test_nothing_moves_where_less_motion_is_asked_for(
    strip: ProgressStrip, desk: Desk, qtbot: QtBot, motion_again: None, *, less: bool
) -> None:
    """Of a job that does not say how far it is: the bar moves, or words say that it goes on."""
    reduce_motion(on=less)
    desk.theme.apply()
    strip.resize(900, 60)
    work = Unmeasured()
    desk.work.submit(work, done=work.done, failed=work.failed, label="Calcul du plan…")
    qtbot.waitUntil(strip.isVisible)
    first, *others = pictures(strip, qtbot)
    assert all(other == first for other in others) is less
    assert strip.words == ("Calcul du plan…", "En cours…" if less else "")
    work.let_go.set()
    qtbot.waitUntil(strip.isHidden)
