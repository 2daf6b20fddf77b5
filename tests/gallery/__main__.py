# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""`python -m tests.gallery [FOLDER] [--docs]`: every page and every printed page as a picture.

From real dossiers, for human eyes: nothing is compared. `--docs` also renews the pictures that
the README shows.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLineEdit

from autodiag.dossier.author import Author
from autodiag.dossier.opening import open_dossier
from tests.gallery.paper import print_pages
from tests.gallery.states import STATES, State
from tests.gallery.window import grab, open_in, settle, typed, window_at
from ui.theme import PaletteName

PAGES = ("collectivite", "questions", "resultats", "comparaison", "feuille", "imprimer")
PAGES += ("obligations",)
OFFICE = QSize(1366, 696)
SIZES = {"1024x600": QSize(1024, 600), "1920x1000": QSize(1920, 1000)}
PALETTES: tuple[PaletteName, ...] = ("dark", "projection")
SCALES = {"150": 1.5, "200": 2.0}
DOCS = {"resultats": "1366x696/rempli/resultats.png"}


def walk(
    out: Path,
    state: State,
    size: QSize,
    palette: PaletteName = "light",
    scale: float = 1.0,
) -> Iterator[Path]:
    """Every page of one dossier."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Documents" / "Autodiag" / f"{state.id}.autodiag"
        path.parent.mkdir(parents=True)
        with window_at(Path(folder), size, palette, scale) as (window, desk):
            state.write(path, desk)
            with ExitStack() as others:
                if state.held:
                    somebody = Author("Paul", desk.author.clock, "ACCUEIL")
                    others.enter_context(open_dossier(path, somebody))
                open_in(window, desk, path)
                for page in PAGES:
                    window.go(page)
                    settle(desk)
                    yield grab(window, out / f"{page}.png")


def welcome(
    out: Path, size: QSize, palette: PaletteName = "light", scale: float = 1.0
) -> Iterator[Path]:
    """The welcome page: bare, while a name is typed, with a dossier to resume, and what comes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Documents" / "Autodiag" / "Montbrelle.autodiag"
        path.parent.mkdir(parents=True)
        with window_at(Path(folder), size, palette, scale) as (window, desk):
            yield grab(window, out / "accueil-premier.png")
            STATES[2].write(path, desk)
            open_in(window, desk, path)
            window.close_dossier()
            settle(desk)
            yield grab(window, out / "accueil-reprendre.png")
            field = window.findChild(QLineEdit)
            assert field is not None
            for name, text in (("recherche", "champagne"), ("rien", "zzyx")):
                field.clear()
                typed(field, text)
                settle(desk)
                yield grab(window, out / f"accueil-{name}.png")


def every_picture(out: Path) -> Iterator[Path]:
    """All of them, the most looked at first."""
    yield from welcome(out / "1366x696", OFFICE)
    for state in STATES:
        yield from walk(out / "1366x696" / state.id, state, OFFICE)
    for name, size in SIZES.items():
        yield from welcome(out / name, size)
        yield from walk(out / name, STATES[0], size)
    for palette in PALETTES:
        yield from welcome(out / palette, OFFICE, palette)
        yield from walk(out / palette, STATES[0], OFFICE, palette)
    for name, scale in SCALES.items():
        yield from welcome(out / f"texte-{name}", OFFICE, scale=scale)
        yield from walk(out / f"texte-{name}", STATES[0], OFFICE, scale=scale)
    for state in STATES:
        yield from print_pages(out / "rapport" / state.id, state)


def main() -> int:
    """The folder is made again each time."""
    words = argparse.ArgumentParser(prog="tests.gallery")
    words.add_argument("folder", nargs="?", type=Path, default=Path("sortie") / "galerie")
    words.add_argument("--docs", action="store_true")
    given = words.parse_args()
    QApplication.instance() or QApplication([])
    shutil.rmtree(given.folder, ignore_errors=True)
    number = 0
    for picture in every_picture(given.folder):
        print(picture, flush=True)
        number += 1
    if given.docs:
        for name, source in DOCS.items():
            target = Path("docs") / "images" / f"{name}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(given.folder / source, target)
    print(f"{number} images dans {given.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
