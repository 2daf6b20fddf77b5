# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which font shows each character: ours, else one of many scripts, else one of pictures, else a
middle dot.

The fallbacks are opened only by a text that needs them. Knows nothing of where the text stands.
"""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false

import re
import unicodedata
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics

from autodiag.report.fonts import FALLBACK, register_fallbacks
from autodiag.text.typography import printable

_RIGHT_TO_LEFT = ("R", "AL")
_MAY_RUN_LEFT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U0001efff]")
"""The blocks of such letters: asking each letter of a French text takes as long as drawing it."""
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_LOST = "·"
_JOINERS = "\u200d\ufe0e\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
"""What only asks a font for another drawing of the same picture."""


class Letters:
    """`lost`: whether a character that no font has was replaced so far; `apart`: whether Arabic
    letters were printed, which no font of ours joins."""

    def __init__(self, known: frozenset[int], resources: Path) -> None:
        self._known, self._resources = known, resources
        self._ours = frozenset(map(chr, known))
        self._more: dict[str, frozenset[int]] = {}
        self.lost = self.apart = False

    def remarks(self) -> list[str]:
        """The keys in «general» of what is to be said, once, of what was printed so far."""
        said = {"caracteres_absents": self.lost, "lettres_detachees": self.apart}
        return [key for key, true in said.items() if true]

    def _all_ours(self, text: str) -> bool:
        return self._ours.issuperset(text)

    def printable(self, text: str) -> str:
        """The text with only characters that one of the fonts has."""
        if self._all_ours(text):
            return text
        self._more = self._more or register_fallbacks(self._resources)
        text = "".join(c for c in text if c not in _JOINERS)
        self.apart = self.apart or _ARABIC.search(text) is not None
        safe = printable(text, lambda code: code in self._known or bool(self._other(code)))
        self.lost = self.lost or safe.count(_LOST) > text.count(_LOST)
        return safe

    def _other(self, code: int) -> str:
        """The first fallback that has a character, "" where none has."""
        return next((name for name, codes in self._more.items() if code in codes), "")

    def _font_of(self, c: str) -> str:
        return "" if ord(c) in self._known or c in "\n\t" else self._other(ord(c))

    def runs(self, text: str) -> list[tuple[str, str]]:
        """Printable text in pieces of one font: "" for ours, or the name of a fallback; the one of
        scripts takes the spaces between its own."""
        if self._all_ours(text):
            return [(text, "")]
        out: list[tuple[str, str]] = []
        for other, group in groupby(text, self._font_of):
            piece = "".join(group)
            between = len(out) > 1 and not out[-1][0].strip() and out[-2][1] == other
            if between and other == FALLBACK:  # the spaces of pictures are twice as wide
                space, _ = out.pop()
                piece = out.pop()[0] + space + piece
            out.append((piece, other))
        return out

    def dressed(self, safe: str) -> str:
        """Printable markup, each piece that our fonts lack in the fallback."""
        return "".join(
            f'<font face="{other}">{piece}</font>' if other else piece
            for piece, other in self.runs(safe)
        )

    def width(self, text: str, font: str, size: float) -> float:
        """Points."""
        return sum(
            pdfmetrics.stringWidth(piece, other or font, size) for piece, other in self.runs(text)
        )

    def draw(self, canvas: Any, place: tuple[float, float], text: str, font: str) -> None:
        """Draws printable text at the canvas’s current size, from `place`."""
        size = canvas._fontsize  # noqa: SLF001  (reportlab’s own)
        line = canvas.beginText(*place)
        for piece, other in self.runs(text):
            line.setFont(other or font, size)
            line.textOut(piece)
        canvas.drawText(line)


def in_visual_order(text: str) -> str:
    """Words written from right to left, as they stand on paper from left to right; joined Arabic
    forms are not looked for."""
    if not _MAY_RUN_LEFT.search(text) or not any(
        unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text
    ):
        return text
    kinds = "".join(_kind(c) for c in text)
    out, at = [], 0
    for run in re.finditer(r"R[RM]*(?: +R[RM]*)*", kinds):
        start, end = run.span()
        clusters = re.findall(r"[R ]M*", kinds[start:end])
        out.append(text[at:start])
        pieces: list[str] = []
        for cluster in clusters:  # a mark stays after its letter
            pieces.append(text[start : start + len(cluster)])
            start += len(cluster)
        out.append("".join(reversed(pieces)))
        at = end
    return "".join([*out, text[at:]])


def _kind(c: str) -> str:
    if c in " \u00a0":
        return " "
    direction = unicodedata.bidirectional(c)
    return "R" if direction in _RIGHT_TO_LEFT else "M" if direction == "NSM" else "-"
