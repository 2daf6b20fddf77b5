# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""`python -m tests.gallery [FOLDER] [--only PAGE…] [--quick] [--beside FOLDER] [--docs]`.

Every page at every size of screen and of text in every palette, in each state that a dossier can
be in, and every printed page, as pictures from real dossiers, for human eyes: nothing is compared.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from autodiag.dossier.author import Author
from autodiag.dossier.opening import open_dossier
from tests.gallery.matrix import LOOKS, SCREENS, every_variant
from tests.gallery.paper import print_pages
from tests.gallery.sheets import beside_drawings, contact_sheets
from tests.gallery.states import STATES, State
from tests.gallery.window import grab, open_in, settle, window_at

PAGES = ("collectivite", "questions", "resultats", "comparaison", "feuille", "imprimer")
PAGES += ("obligations", "passation")
OFFICE = SCREENS["1366x768"]
DOCS = {"resultats": "1366x768/clair-100/resultats.png"}


def walk(out: Path, state: State, size: QSize = OFFICE) -> Iterator[Path]:
    """Every page of one dossier."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Documents" / "Autodiag" / f"{state.id}.autodiag"
        path.parent.mkdir(parents=True)
        with window_at(Path(folder), size) as (window, desk):
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


def every_picture(out: Path, words: argparse.Namespace) -> Iterator[Path]:
    """All of them, the most looked at first; the sheets last, which are made from the others."""
    looks = LOOKS[:1] if words.quick else LOOKS
    yield from every_variant(out, words.only, looks)
    if not words.quick and not words.only:
        for state in STATES[1:]:
            yield from walk(out / "etats" / state.id, state)
        for state in STATES:
            yield from print_pages(out / "rapport" / state.id, state)
    yield from contact_sheets(out)
    if words.beside is not None:
        yield from beside_drawings(out, words.beside)


def read_words() -> argparse.Namespace:
    """What is asked on the command line."""
    words = argparse.ArgumentParser(prog="tests.gallery")
    words.add_argument("folder", nargs="?", type=Path, default=Path("sortie") / "galerie")
    words.add_argument("--only", nargs="+", default=(), help="scenes that begin so, nothing else")
    words.add_argument("--quick", action="store_true", help="light, 100 %%: three screens, no more")
    words.add_argument("--beside", type=Path, help="a folder of drawings to put them beside")
    words.add_argument("--docs", action="store_true", help="renew the pictures of the README")
    return words.parse_args()


def main() -> int:
    """The folder is made again each time."""
    words = read_words()
    QApplication.instance() or QApplication([])
    shutil.rmtree(words.folder, ignore_errors=True)
    number = 0
    for picture in every_picture(words.folder, words):
        print(picture, flush=True)
        number += 1
    if words.docs:
        for name, source in DOCS.items():
            target = Path("docs") / "images" / f"{name}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(words.folder / source, target)
    print(f"{number} images dans {words.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
