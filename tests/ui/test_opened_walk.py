# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a page shows only once something is asked for, and a diagnosis taken over from last year:
nothing cut, too small, unsaid or too pale (house.md section 7)."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QWidget

from tests.gallery.scene import Scene
from tests.gallery.scenes import SCENES
from tests.gallery.window import wait
from tests.ui.rounds import OFFICE, TICK, Shown, calm
from tests.ui.test_accessible_roles import (
    otherwise_named,
    twice_said,
    unnamed,
    unnamed_groups,
    unsaid,
    without_role,
    wordless,
    wrong_states,
)
from tests.ui.test_contrast import pale
from tests.ui.test_layout_walk import SMALL, looked_at
from tests.ui.test_targets import small
from ui.theme import PaletteName

WHOLE = ("rempli", "vide")
"""Dossiers whose pages are walked through elsewhere, as they open."""
OPENED = [s for s in SCENES if s.page and (s.act if s.where in WHOLE else s.where)]
SAID = (without_role, otherwise_named, wrong_states, twice_said, unnamed_groups, unsaid)
SAID += (wordless, unnamed)
SHORT = {"questions-raisons", "resultats-calcul", "comparaison-sources", "feuille-detail"}
"""One of each kind of page: the others are opened in the long run."""

scenes = pytest.mark.parametrize(
    ("shown", "scene"),
    [
        pytest.param(
            scene.where, scene, id=scene.id, marks=() if scene.id in SHORT else pytest.mark.long
        )
        for scene in OPENED
    ],
    indirect=["shown"],
    scope="module",  # of what is shown: a dossier is opened once for all its scenes
)


@contextmanager
def seen(shown: Shown, scene: Scene) -> Iterator[Shown]:
    """In a window where there is such a thing to see, at 100 %."""
    window, desk = shown
    size = SMALL if scene.widths[1] < OFFICE.width() else OFFICE
    desk.theme.set_scale(1.0)
    window.resize(size)
    window.go(scene.page, scene.detail or None)
    calm(window, desk)
    if scene.act:
        scene.act(window)
        calm(window, desk)
        while any(one.graphicsEffect() for one in window.findChildren(QWidget)):
            wait(TICK)  # what fades in is seen through
    yield shown
    if scene.undo:
        scene.undo(window)


@scenes
def test_what_a_page_opens_is_whole_large_enough_said_and_readable(
    shown: Shown, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    with seen(shown, scene) as (window, desk):
        found = small(window) + pale(window, monkeypatch)
        found += [line for look in SAID for line in look(window)]
        found += looked_at(window, desk, ((1.0, window.size()), (2.0, SMALL)))
    assert found == []


@pytest.mark.long
@pytest.mark.parametrize("palette", ["dark", "projection"])
@scenes
def test_what_a_page_opens_is_readable_in_the_other_themes(
    shown: Shown, scene: Scene, palette: PaletteName, monkeypatch: pytest.MonkeyPatch
) -> None:
    with seen(shown, scene) as (window, desk):
        desk.theme.set_palette(palette)
        calm(window, desk)
        found = pale(window, monkeypatch)
        desk.theme.set_palette("light")
    assert found == []
