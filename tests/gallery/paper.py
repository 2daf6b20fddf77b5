# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the printed pages, in colour and in grey, from the PDF itself."""

import tempfile
from collections.abc import Iterator
from datetime import datetime
from io import StringIO
from pathlib import Path

import pypdfium2

from autodiag.bundle import installed
from autodiag.cli.run import run
from autodiag.cli.surroundings import Surroundings
from tests.gallery.states import State
from tests.support.desks import NOON, make_desk

EDITIONS = (
    ("interne", ()),
    ("publique", ("--diffusion", "publique")),
    ("synthese", ("--modele", "synthese", "--diffusion", "publique")),
)
SCALE = 1.1
"""Pixels a point: a page is 655 wide, enough to read everything but the notes."""


def print_pages(out: Path, state: State) -> Iterator[Path]:
    """Each page of each edition of one dossier; the first edition also in grey."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dossier = folder / f"{state.id}.autodiag"
        state.write(dossier, make_desk(folder))
        for edition, options in EDITIONS:
            pdf = folder / f"{edition}.pdf"
            words = ["rapport", str(dossier), "-o", str(pdf), *options]
            _run(words, folder)
            yield from _pictures(pdf, out / edition)
            if state.id == "rempli" and edition == "interne":
                yield from _pictures(pdf, out / "gris", grey=True)


def _run(words: list[str], folder: Path) -> None:
    said = StringIO()
    surroundings = Surroundings(
        bundle=installed(),
        data=folder / "données",
        user="Marie",
        machine="MAIRIE-2",
        clock=_noon,
        out=StringIO(),
        err=said,
        version="0.0",
    )
    if run(words, surroundings):
        raise RuntimeError(said.getvalue())


def _noon() -> datetime:
    return NOON


def _pictures(pdf: Path, out: Path, *, grey: bool = False) -> Iterator[Path]:
    out.mkdir(parents=True, exist_ok=True)
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            target = out / f"page-{number:02}.png"
            page.render(scale=SCALE, grayscale=grey).to_pil().save(target)
            yield target
