# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Paragraphs, list items, figures and contents lines that belong to structure elements."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportCallIssue=false, reportOperatorIssue=false
# ruff: noqa: N802, N803  (reportlab’s names and hooks)

import re
from html import unescape
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus.paraparser import ParaFrag

from autodiag.report.fonts import BOLD, BOLD_ITALIC, ITALIC
from autodiag.report.styles import FRAME_TOP
from autodiag.report.tagged import TaggedCanvas
from autodiag.report.tags import Node

_FONTS = {(1, 0): BOLD, (0, 1): ITALIC, (1, 1): BOLD_ITALIC}


class P(Paragraph):
    """A paragraph that belongs to a Node, and whose halves still do after a page break."""

    node: Node | None = None
    outline: tuple[int, str, str] | None = None
    """Level, title and bookmark key, for a heading."""

    _wrapped_at: float | None = None

    def __init__(self, text: str | None, style: Any = None, frags: Any = None, **kw: Any) -> None:
        if frags is None and text and "<a " not in text:
            frags = _fragments(text, style)
        super().__init__(text or "", style, frags=frags, **kw)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its size in points; tables and kept-together parts ask for it several times over."""
        if self._wrapped_at != availWidth or not hasattr(self, "blPara"):
            super().wrap(availWidth, availHeight)
            self._wrapped_at = availWidth
        return self.width, self.height

    def drawOn(self, canvas: TaggedCanvas, x: float, y: float, _sW: float = 0) -> None:
        """Draws the text as content of its node, and the bookmark of a heading."""
        if self.outline:
            self._bookmark(canvas, y)
        with canvas.text_of(self.node):
            links = {tuple(getattr(f, "link", None) or ()) for f in self.frags}
            if self.node and len(links) == 1 and (whole := next(iter(links))):
                with canvas.text_of(canvas.link_node(whole[0])):
                    super().drawOn(canvas, x, y, _sW)
            else:
                super().drawOn(canvas, x, y, _sW)

    def _bookmark(self, canvas: TaggedCanvas, y: float) -> None:
        assert self.outline is not None
        level, title, key = self.outline
        canvas.bookmarkHorizontalAbsolute(key, canvas.absolutePosition(0, y + self.height)[1])
        if level <= 1:
            canvas.addOutlineEntry(title, key, level, closed=False)
        canvas.heading_page[key] = canvas.getPageNumber()
        if level == 0:
            canvas.section = canvas.labels.get(key, title)
            if canvas.absolutePosition(0, y + self.height)[1] > FRAME_TOP - 2:
                canvas.header = canvas.section

    def split(self, aW: float, aH: float) -> list[Any]:
        """The halves keep the node; only the first keeps the bookmark."""
        parts = super().split(aW, aH)
        for i, part in enumerate(parts):
            part.node = self.node
            part.outline = self.outline if i == 0 else None
        return parts


def _fragments(text: str, style: Any) -> list[ParaFrag]:
    """Text with only <b>, <i> and another font, as reportlab’s parser would, six times sooner."""
    out: list[ParaFrag] = []
    bold = italic = 0
    other = ""
    for piece in re.split(r'(</?[bi]>|<font face="\w+">|</font>)', text):
        match piece:
            case "<b>" | "</b>":
                bold = int(piece == "<b>")
            case "<i>" | "</i>":
                italic = int(piece == "<i>")
            case "":
                continue
            case _ if piece.startswith(("<font ", "</font")):
                other = piece[12:-2]
            case _:
                own = style.fontName if not bold + italic else _FONTS[bold, italic]
                out.append(
                    ParaFrag(
                        text=unescape(piece),
                        fontName=other or own,
                        fontSize=style.fontSize,
                        textColor=style.textColor,
                        bold=bold,
                        italic=italic,
                        rise=0,
                        greek=0,
                        link=[],
                        us_lines=[],
                    )
                )
    return out


class TocLine(Flowable):
    """One line of the contents: a link to a heading, and its page number."""

    def __init__(self, text: P, key: str, node: Node) -> None:
        super().__init__()
        self._text, self._key, self.node = text, key, node

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width = aW
        _, self.height = self._text.wrap(aW - 34, aH)
        return aW, self.height

    def draw(self) -> None:
        """Draws the title, then the page number, known only when the document ends."""
        canvas = self.canv
        form = canvas.page_forms.setdefault(self._key, "page-" + self._key)
        canvas.parts[self._key] = self._text.getPlainText()
        self._text.drawOn(canvas, 0, 0)
        with canvas.all_of(self.node):
            canvas.translate(self.width - 30, 4)
            canvas.doForm(form)


class Item(Flowable):
    """A list item: a label (a number, a bullet or a box to tick) and a body that can split."""

    def __init__(self, label: P | None, body: P, indent: float = 14, tick: str = "") -> None:
        super().__init__()
        self._label, self._body, self._indent, self._tick = label, body, indent, tick
        self.spaceAfter = body.style.spaceAfter

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width = aW
        if self._label:
            self._label.wrap(self._indent, aH)
        _, self.height = self._body.wrap(aW - self._indent, aH)
        return aW, self.height

    def split(self, aW: float, aH: float) -> list[Any]:
        """Only the first half keeps the label."""
        parts = self._body.split(aW - self._indent, aH)
        return [
            Item(self._label if i == 0 else None, part, self._indent, self._tick if i == 0 else "")
            for i, part in enumerate(parts)
        ]

    def draw(self) -> None:
        """Draws the label or the box, then the body."""
        if self._label:
            self._label.drawOn(self.canv, 0, self.height - self._label.height)
        if self._tick:
            self.canv.setStrokeColor(HexColor(self._tick))
            self.canv.setLineWidth(0.9)
            self.canv.roundRect(0.5, self.height - 11.5, 8.5, 8.5, 1.5)
        self._body.drawOn(self.canv, self._indent, 0)


class Figure(Flowable):
    """Any flowable as one Figure with its alternative text."""

    def __init__(self, inner: Flowable, node: Node) -> None:
        super().__init__()
        self._inner, self.node = inner, node
        self.spaceAfter = 6

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As its content."""
        self.width, self.height = self._inner.wrap(aW, aH)
        return self.width, self.height

    def draw(self) -> None:
        """Draws the content as one marked sequence, and notes where it stands."""
        x, y = self.canv.absolutePosition(0, 0)
        box = f"{x:.1f} {y:.1f} {x + self.width:.1f} {y + self.height:.1f}"
        self.node.attrs = f"<< /O /Layout /Placement /Block /BBox [{box}] >>"
        with self.canv.all_of(self.node):
            self._inner.drawOn(self.canv, 0, 0)
