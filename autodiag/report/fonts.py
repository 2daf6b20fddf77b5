# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Our four fonts in the document: registering them, and knowing which characters they have."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportCallIssue=false, reportOperatorIssue=false

from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD, ITALIC, BOLD_ITALIC = (
    "AutodiagSans-Regular",
    "AutodiagSans-Bold",
    "AutodiagSans-Italic",
    "AutodiagSans-BoldItalic",
)


def register_fonts(resources: Path) -> frozenset[int]:
    """Makes the fonts known to reportlab; returns the code points that all of them have.

    Raises reportlab’s TTFError where a file is missing.
    """
    known: list[frozenset[int]] = []
    for name in (REGULAR, BOLD, ITALIC, BOLD_ITALIC):
        # asciiReadable would number glyphs so that /ToUnicode no longer covers them all
        font = TTFont(name, str(resources / "fonts" / f"{name}.ttf"), asciiReadable=0)
        pdfmetrics.registerFont(font)
        known.append(frozenset(font.face.charToGlyph))
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC
    )
    return frozenset.intersection(*known)
