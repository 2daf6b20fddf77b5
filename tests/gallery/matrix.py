# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Every scene at every size of screen and of text, in every palette; several at a time."""

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.gallery.acts import to_grab
from tests.gallery.scene import Scene
from tests.gallery.scenes import SCENES
from tests.gallery.states import MORE_STATES, STATES
from tests.gallery.window import grab, open_in, rewind, settle, window_at
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.theme import PaletteName

SCREENS = {
    "1024x640": QSize(1024, 600),
    "1366x768": QSize(1366, 696),
    "1920x1080": QSize(1920, 1000),
}
"""A screen, and the window that it leaves between its title bar and its task bar."""


@dataclass(frozen=True, slots=True)
class Look:
    """A palette, at a size of text in per cent."""

    palette: PaletteName
    text: int

    def folder(self, screen: str) -> str:
        """«1366x768/sombre-150»."""
        names = {"light": "clair", "dark": "sombre", "projection": "projection"}
        return f"{screen}/{names[self.palette]}-{self.text}"


LOOKS = (
    *(Look(palette, text) for text in (100, 150, 200) for palette in ("light", "dark")),
    Look("projection", 150),
)
"""Projected text is never smaller than at 150 %."""


def every_variant(
    out: Path, only: Sequence[str] = (), looks: Sequence[Look] = LOOKS
) -> Iterator[Path]:
    """All pictures of the scenes whose names begin with one of `only`, as they come."""
    wanted = tuple(s.id for s in SCENES if not only or s.id.startswith(tuple(only)))
    if not wanted:
        return
    at_once = max(1, min(len(looks), os.cpu_count() or 1))
    with ProcessPoolExecutor(at_once, mp_context=get_context("spawn")) as pool:
        asked = [pool.submit(one_look, str(out), look, wanted) for look in looks]
        for done in as_completed(asked):
            yield from map(Path, done.result())


def one_look(out: str, look: Look, wanted: Sequence[str]) -> list[str]:
    """Every scene in one look, in one window: what each process does."""
    QApplication.instance() or QApplication([])
    scenes = [scene for scene in SCENES if scene.id in wanted]
    made: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder, where = Path(name), "premier"
        first = SCREENS["1366x768"]
        with window_at(folder, first, look.palette, look.text / 100) as (window, desk):
            for scene in scenes:
                if scene.where != where:
                    where = scene.where
                    _go_to(where, folder, window, desk)
                made += [str(path) for path in _at_each_size(Path(out), scene, look, window, desk)]
    refuse_twins(map(Path, made))
    return made


def refuse_twins(pictures: Iterable[Path]) -> None:
    """Fail for a picture that is, to the byte, that of another scene of the same look: one of them
    does not show what it is named for.

    Raises:
        AssertionError: naming both.
    """
    seen: dict[tuple[Path, str], Path] = {}
    twins: list[str] = []
    for picture in pictures:
        same = picture.parent, sha256(picture.read_bytes()).hexdigest()
        first = seen.setdefault(same, picture)
        if first != picture:
            twins.append(f"{picture} est la même image que {first.name}")
    if twins:
        raise AssertionError("\n".join(twins))


def _go_to(where: str, folder: Path, window: MainWindow, desk: Desk) -> None:
    if where == "reprendre":
        window.close_dossier()
        settle(desk)
        return
    state = next(state for state in (*STATES, *MORE_STATES) if state.id == where)
    path = folder / "Documents" / "Autodiag" / f"{state.id}.autodiag"
    path.parent.mkdir(parents=True, exist_ok=True)
    state.write(path, desk)
    open_in(window, desk, path)


def _at_each_size(
    out: Path, scene: Scene, look: Look, window: MainWindow, desk: Desk
) -> Iterator[Path]:
    for screen, size in SCREENS.items():
        if not scene.widths[0] <= size.width() / desk.theme.scale <= scene.widths[1]:
            continue
        window.resize(size)
        settle(desk)
        rewind(window)
        if scene.page:
            window.go(scene.page, scene.detail or None)
            settle(desk)
        if scene.act is not None:
            scene.act(window)
        settle(desk)
        yield grab(to_grab(window), out / look.folder(screen) / f"{scene.id}.png")
        if scene.undo is not None:
            scene.undo(window)
