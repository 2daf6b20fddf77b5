# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the real window: opened, walked through and grabbed, without a hook inside it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.support.desks import make_desk
from ui.app import dress
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.theme import PaletteName
from ui.widgets.scroll import bring_into_view

LONGEST = 60_000
STILL, TICK = 360, 20
"""Milliseconds without anything running before a picture is taken: fades and debounces are over."""


TURNS = 5
"""Of the event loop, at least: on a busy machine the time may be over before anything was done, and
what is done (a text grows, its page, what scrolls it) is done one turn after another."""


def wait(milliseconds: int) -> None:
    """Let the window live."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    for _ in range(TURNS):
        loop.processEvents()


def settle(desk: Desk) -> None:
    """Until nothing has been computed or written for a while: that many looks, for time alone
    passes too while the machine does something else."""
    end, quiet = time.monotonic() + LONGEST / 1000, 0
    while quiet < STILL // TICK:
        if time.monotonic() > end:
            raise TimeoutError("the window never comes to rest")
        wait(TICK)
        quiet = 0 if desk.work.busy or desk.disk.busy else quiet + 1


@contextmanager
def window_at(
    folder: Path, size: QSize, palette: PaletteName = "light", scale: float = 1.0
) -> Iterator[tuple[MainWindow, Desk]]:
    """The window on a desk of its own, shown at that size."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    dress(app)
    desk = make_desk(folder, palette, scale)
    window = MainWindow(desk)
    window.resize(size)
    window.show()
    try:
        wait(20)
        yield window, desk
    finally:
        if window.bridge is not None:
            window.bridge.finish()
        window.close()
        desk.work.shutdown()
        desk.disk.shutdown()
        window.deleteLater()
        wait(50)


def open_in(window: MainWindow, desk: Desk, path: Path) -> None:
    """The dossier of a file, its first page shown."""
    window.open_path(path)
    settle(desk)


def rewind(window: QWidget) -> None:
    """Pages at their top, then what has the focus in view: as a launch at that size would show
    them, and not as the size before left them."""
    for area in window.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)
    focused = window.focusWidget()
    if focused is not None and focused.isVisible():
        bring_into_view(focused, 8)


def grab(widget: QWidget, target: Path) -> Path:
    """What is seen now."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if not widget.grab().save(str(target)):
        raise OSError(f"not written: {target}")
    return target
