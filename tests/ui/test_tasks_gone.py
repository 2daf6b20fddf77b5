# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A page that closed while its work was done is not told: nothing fails in the window for it."""

from functools import partial

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.tasks import Progress, TaskRunner


class Page(QLabel):
    """Shows what it is told."""

    def take(self, outcome: object, more: object = None) -> None:
        self.setText(f"{outcome} {more}")

    def fail(self, error: BaseException) -> None:
        raise error


def work(_progress: Progress) -> str:
    return "fait"


@pytest.mark.parametrize("more", [False, True])
def test_what_was_deleted_is_not_told(qtbot: QtBot, more: bool) -> None:
    runner, page = TaskRunner(), Page()
    told = partial(page.take, "encore") if more else page.take
    with qtbot.waitSignal(runner.ended):
        runner.submit(work, done=told, failed=page.fail)
        delete(page)
    assert not runner.busy
    runner.shutdown()


def test_what_is_there_is_told(qtbot: QtBot) -> None:
    runner, page = TaskRunner(), Page()
    qtbot.addWidget(page)
    with qtbot.waitSignal(runner.ended):
        runner.submit(work, done=page.take, failed=page.fail)
    assert page.text() == "fait None"
    runner.shutdown()
