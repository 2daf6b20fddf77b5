# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What every report must be, whatever is missing."""

import re
from itertools import pairwise

from autodiag.report.content import ReportContent
from autodiag.report.document import render
from tests.report.reader import Reading, read

SECTIONS = [
    "L’essentiel en une page",
    "Lire ce document",
    "Votre profil",
    "Thème par thème",
    "Et ailleurs ?",
    "Les obligations",
    "Votre feuille de route",
    "Les fiches actions",
    "Les questions posées",
    "La méthode",
    "Les mots du document",
    "Les sources",
]


def printed(what: ReportContent) -> Reading:
    data, pages = render(what)
    reading = read(data)
    assert len(reading.pages) == pages
    return reading


def sound(reading: Reading, *, other_scripts: bool = False) -> None:
    """What every report must be, whatever is missing; the fallback font only where it is needed."""
    assert reading.faults == []
    assert reading.images == 0
    skipped = [pair for pair in pairwise(reading.headings) if pair == ("H1", "H3")]
    assert skipped == []
    fallback = {"DejaVuSans", "NotoEmoji-Regular"} if other_scripts else set[str]()
    assert reading.fonts <= fallback | {
        "AutodiagSans-Regular",
        "AutodiagSans-Bold",
        "AutodiagSans-Italic",
        "AutodiagSans-BoldItalic",
    }
    titles = [title for title in reading.bookmarks if title in [fr(s) for s in SECTIONS]]
    assert titles == [fr(section) for section in SECTIONS]
    assert not re.search(r"(?<!\d)0/0(?!\d)", reading.flat)
    assert "■" not in reading.flat
    assert "None" not in reading.flat
    assert not any("{" in page for page in reading.pages)


def fr(text: str) -> str:
    """As it stands in a bookmark, with its no-break space."""
    return text.replace(" ?", "\u00a0?")
