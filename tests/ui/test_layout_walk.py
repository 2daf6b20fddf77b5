# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Every page and dialog at three sizes of window and three of text: nothing cut, piled up, or
out of sight at the right (house.md section 7)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from tests.gallery.scenes import SCENES
from tests.gallery.window import wait
from tests.ui.eye import everything
from tests.ui.rounds import OFFICE, PAGES, Shown, calm
from ui.desk import Desk
from ui.dialogs.crash_dialog import CrashDialog
from ui.dialogs.help_dialog import HelpDialog
from ui.dialogs.unwritten_dialog import UnwrittenDialog
from ui.main_window import MainWindow

SMALL, WIDE, PROJECTOR = QSize(1024, 600), QSize(1920, 1000), QSize(1024, 696)
WORST = ((1.0, SMALL), (1.0, WIDE), (2.0, SMALL))
"""Text and window: what is large in what is small, above all."""
BETWEEN = ((1.0, OFFICE), (1.5, SMALL), (2.0, OFFICE))
Ways = tuple[tuple[float, QSize], ...]


on_the_welcome_page = pytest.mark.parametrize("shown", ["accueil"], indirect=True)
on_a_dossier = pytest.mark.parametrize(
    "shown", ["rempli", pytest.param("vide", marks=pytest.mark.long)], indirect=True
)


def looked_at(window: MainWindow, desk: Desk, ways: Ways = WORST) -> list[str]:
    """What is wrong, at each size of the text and of the window."""
    found: list[str] = []
    for scale, size in ways:
        if desk.theme.scale != scale:
            desk.theme.set_scale(scale)
        window.resize(size)
        calm(window, desk)
        seen = f"{size.width()}×{size.height()} {scale:.0%}"
        assert window.size() == size, f"{seen}: {window.size().toTuple()}"
        found += [f"{seen} {line}" for line in everything(window)]
    return found


def test_no_picture_is_listed_twice() -> None:
    names = [scene.id for scene in SCENES]
    assert len(set(names)) == len(names)


@on_a_dossier
@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_on_a_page(shown: Shown, page: str) -> None:
    window, desk = shown
    window.go(page)
    assert looked_at(window, desk) == []


@pytest.mark.long
@on_a_dossier
@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_on_a_page_at_the_sizes_between(shown: Shown, page: str) -> None:
    window, desk = shown
    window.go(page)
    assert looked_at(window, desk, BETWEEN) == []


@pytest.mark.long
@pytest.mark.parametrize("shown", ["rempli"], indirect=True)
def test_nothing_is_cut_when_projected(shown: Shown) -> None:
    """The one palette that changes sizes: on a screen of 768 lines, as most projectors are."""
    window, desk = shown
    desk.theme.set_scale(1.0)
    desk.theme.set_palette("projection")
    found: list[str] = []
    for page in PAGES:
        window.go(page)
        found += looked_at(window, desk, ((desk.theme.scale, PROJECTOR),))
    desk.theme.set_palette("light")
    assert found == []


@on_the_welcome_page
def test_nothing_is_cut_on_the_welcome_page(shown: Shown) -> None:
    assert looked_at(*shown, WORST + BETWEEN) == []


@on_the_welcome_page
@pytest.mark.parametrize("typed", ["champagne", "zzyx"])
def test_nothing_is_cut_while_a_name_is_looked_for(shown: Shown, typed: str) -> None:
    window, desk = shown
    window._home.search.field.setText(typed)
    assert looked_at(window, desk) == []
    window._home.search.clear()


@on_the_welcome_page
@pytest.mark.parametrize("way", ["atelier", "territoire"])
def test_nothing_is_cut_on_what_comes(shown: Shown, way: str) -> None:
    window, desk = shown
    window._home.way_chosen.emit(way)
    assert looked_at(window, desk) == []
    window._on_back_from_way("accueil", None)


def dialogs(window: MainWindow, desk: Desk) -> Iterator[QDialog]:
    yield HelpDialog(desk, window)
    yield CrashDialog("Traceback (most recent call last):\n  …", lambda: 2, window)
    yield UnwrittenDialog(desk.theme, 12, window)


@on_the_welcome_page
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_in_a_dialog(shown: Shown, scale: float) -> None:
    window, desk = shown
    desk.theme.set_scale(scale)
    found: list[str] = []
    for dialog in dialogs(window, desk):
        dialog.open()
        wait(30)
        calm(dialog, desk)
        found += [f"{scale:.0%} {line}" for line in everything(dialog)]
        dialog.reject()
        dialog.deleteLater()
    assert found == []


@on_the_welcome_page
def test_the_window_is_never_smaller_than_what_it_shows(shown: Shown) -> None:
    window, _ = shown
    window.resize(600, 400)
    assert window.size() == window.minimumSize()
    assert (window.width(), window.height()) >= (1000, 560)
    assert window.width() <= SMALL.width()
