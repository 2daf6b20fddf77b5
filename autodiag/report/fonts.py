# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The fonts of the document, ours and a fallback: registering them, what characters they have."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportCallIssue=false, reportOperatorIssue=false

from pathlib import Path

import matplotlib
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from autodiag.report.installed import reading

REGULAR, BOLD, ITALIC, BOLD_ITALIC = (
    "AutodiagSans-Regular",
    "AutodiagSans-Bold",
    "AutodiagSans-Italic",
    "AutodiagSans-BoldItalic",
)
FALLBACK = "DejaVuSans"
"""Comes with matplotlib: Hebrew, Arabic, Greek, Cyrillic, many symbols, the faces."""
EMOJI = "NotoEmoji"
"""The other pictures that people type, drawn in one colour."""


class _MeasuredFont(TTFont):
    """Remembers how wide each word is: laying out a document asks the same ones again and again."""

    def __init__(self, name: str, file: str) -> None:
        # asciiReadable would number glyphs so that /ToUnicode no longer covers them all
        super().__init__(name, file, asciiReadable=0)
        self._widths: dict[str, float] = {}

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802
        """Points."""
        width = self._widths.get(text)
        if width is None:
            width = self._widths[text] = super().stringWidth(text, 1, encoding)
        return width * size


def register_fonts(resources: Path) -> frozenset[int]:
    """Makes the fonts known to reportlab; returns the code points that all of them have.

    Raises AutodiagError where a file is missing or damaged.
    """
    known: list[frozenset[int]] = []
    for name in (REGULAR, BOLD, ITALIC, BOLD_ITALIC):
        file = resources / "fonts" / f"{name}.ttf"
        with reading(file):
            font = _MeasuredFont(name, str(file))
            pdfmetrics.registerFont(font)
            known.append(frozenset(font.face.charToGlyph))
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC
    )
    return frozenset.intersection(*known)


def register_fallbacks(resources: Path) -> dict[str, frozenset[int]]:
    """Makes the fallback fonts known to reportlab; returns the code points of each, the first to
    ask first. One is embedded only in a document that shows a character of it."""
    folders = {
        FALLBACK: Path(matplotlib.get_data_path()) / "fonts" / "ttf",
        EMOJI: resources / "fonts",
    }
    return {name: _register_alone(name, folder) for name, folder in folders.items()}


def _register_alone(name: str, folder: Path) -> frozenset[int]:
    file = folder / f"{name}.ttf"
    with reading(file):
        font = _MeasuredFont(name, str(file))
        pdfmetrics.registerFont(font)
    family = dict.fromkeys(("normal", "bold", "italic", "boldItalic"), name)
    pdfmetrics.registerFontFamily(name, **family)
    return frozenset(font.face.charToGlyph)
