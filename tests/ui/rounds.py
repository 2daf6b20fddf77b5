# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Goes round the real window: one window for many looks, and a way to know that it is at rest."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from autodiag.dossier.author import Author
from autodiag.dossier.opening import open_dossier
from tests.gallery.states import MORE_STATES, STATES, State
from tests.gallery.window import wait, window_at
from ui.desk import Desk
from ui.main_window import MainWindow

PAGES = ("collectivite", "questions", "resultats", "comparaison", "feuille", "imprimer")
PAGES += ("obligations", "passation", "sources")
BY_ID = {state.id: state for state in (*STATES, *MORE_STATES)}
OFFICE, SMALL = QSize(1366, 696), QSize(1024, 600)
Shown = tuple[MainWindow, Desk]
LONGEST = 20
TICK = 15
"""Milliseconds between two looks that must be the same."""


def calm(window: QWidget, desk: Desk) -> None:
    """Until nothing is computed or written and nothing moves any more."""
    before: list[tuple[object, bool]] = []
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        wait(TICK)
        if desk.work.busy or desk.disk.busy:
            before = []
            continue
        children = window.findChildren(QWidget)
        now = [(child.geometry().getRect(), child.isVisible()) for child in children]
        if now == before:
            return
        before = now
    raise TimeoutError("the window never comes to rest")


def open_at_rest(window: MainWindow, desk: Desk, path: Path) -> None:
    """Open the dossier of a file, and wait for its first page."""
    window.open_path(path)
    end = time.monotonic() + LONGEST
    while window.bridge is None:
        if time.monotonic() > end:
            raise TimeoutError("the dossier does not open")
        wait(TICK)
    calm(window, desk)


@contextmanager
def opened(folder: Path, state: State) -> Iterator[tuple[MainWindow, Desk]]:
    """The window on a dossier in that state, as its user opens it."""
    path = folder / "Documents" / "Autodiag" / f"{state.id}.autodiag"
    path.parent.mkdir(parents=True)
    with window_at(folder, OFFICE) as (window, desk), ExitStack() as others:
        state.write(path, desk)
        if state.held:
            somebody = Author("Paul", desk.author.clock, "ACCUEIL")
            others.enter_context(open_dossier(path, somebody))
        open_at_rest(window, desk, path)
        yield window, desk
        window.close_dossier()
        calm(window, desk)


def press(
    window: MainWindow,
    desk: Desk,
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """A key, where the keyboard is, until all is at rest again."""
    QTest.keyClick(QApplication.focusWidget() or window, key, held)
    calm(window, desk)


def level(window: MainWindow, question: str) -> int | None:
    """The level that is answered to a question of the dossier that is open."""
    assert window.bridge is not None
    return window.bridge.snapshot.assessment.level(question)
