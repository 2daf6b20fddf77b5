# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Reads a PDF with poppler’s tools, as a reader’s computer would: text, fonts, pictures, facts."""

import subprocess
from pathlib import Path


def text_of(pdf: Path) -> str:
    """The whole text as it stands on the pages, on one line, every kind of space alike."""
    return " ".join(_run("pdftotext", "-layout", str(pdf), "-").split())


def words_of(pdf: Path) -> str:
    """The text in reading order, on one line: sentences are whole, columns do not mix."""
    return " ".join(_run("pdftotext", str(pdf), "-").split())


def fonts_of(pdf: Path) -> list[tuple[str, bool, bool]]:
    """Each font: its name, whether it is embedded, and whether it tells its characters."""
    fonts: list[tuple[str, bool, bool]] = []
    for line in _run("pdffonts", str(pdf)).splitlines()[2:]:
        embedded, _subset, unicode = line.split()[-5:-2]
        fonts.append((line.split()[0].split("+")[-1], embedded == "yes", unicode == "yes"))
    return fonts


def images_of(pdf: Path) -> list[str]:
    """One line a picture."""
    return _run("pdfimages", "-list", str(pdf)).splitlines()[2:]


def facts_of(pdf: Path) -> dict[str, str]:
    """What pdfinfo says."""
    lines = _run("pdfinfo", str(pdf)).splitlines()
    return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stderr == b"", done.stderr
    return done.stdout.decode()
