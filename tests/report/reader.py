# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Reads a PDF with pdfium, another program than the one that wrote it: text, fonts, pictures, and
an audit of its structure."""

import ctypes
from collections import Counter
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as c


@dataclass
class Reading:
    """What was found. `faults` is empty when the structure is sound."""

    pages: list[str] = field(default_factory=list)
    fonts: set[str] = field(default_factory=set)
    images: int = 0
    headings: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)
    """The alternative texts of figures and fields."""

    @property
    def text(self) -> str:
        return "\n".join(self.pages)

    @property
    def flat(self) -> str:
        """The whole text on one line, every kind of space alike."""
        return " ".join(self.text.split())


def read(data: bytes) -> Reading:
    """Everything at once: each page is opened once."""
    reading = Reading()
    with pypdfium2.PdfDocument(data) as document:
        reading.bookmarks = [entry.get_title() for entry in document.get_toc()]
        if not c.FPDFCatalog_IsTagged(document):
            reading.faults.append("not tagged")
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            reading.pages.append(text.get_text_bounded())
            _objects(reading, page, number)
            _structure(reading, page, number)
            text.close()
            page.close()
    return reading


def _objects(reading: Reading, page: pypdfium2.PdfPage, number: int) -> None:
    """Fonts and pictures; every object is either in the structure or an artifact."""
    for shown in page.get_objects(max_depth=4):
        if shown.type == c.FPDF_PAGEOBJ_IMAGE:
            reading.images += 1
        if shown.type == c.FPDF_PAGEOBJ_TEXT:
            reading.fonts.add(_font(shown.raw))
        if shown.level == 0 and not _marks(shown.raw):
            reading.faults.append(f"page {number}: an object is neither tagged nor an artifact")


def _font(text: object) -> str:
    font = c.FPDFTextObj_GetFont(text)
    buffer = ctypes.create_string_buffer(200)
    c.FPDFFont_GetBaseFontName(font, buffer, 200)
    return buffer.value.decode().split("+")[-1]


def _marks(shown: object) -> int:
    return c.FPDFPageObj_CountMarks(shown)


def _structure(reading: Reading, page: pypdfium2.PdfPage, number: int) -> None:
    """Each mark of the page belongs to exactly one element, and each element’s mark is there."""
    on_page = {
        mark
        for shown in page.get_objects(max_depth=1)
        if (mark := c.FPDFPageObj_GetMarkedContentID(shown.raw)) >= 0
    }
    tree = c.FPDF_StructTree_GetForPage(page)
    owned: Counter[int] = Counter()
    if tree:
        for i in range(c.FPDF_StructTree_CountChildren(tree)):
            _element(reading, c.FPDF_StructTree_GetChildAtIndex(tree, i), owned, number)
        c.FPDF_StructTree_Close(tree)
    if on_page - owned.keys():
        reading.faults.append(f"page {number}: marks outside the tree {on_page - owned.keys()}")
    if owned.keys() - on_page:
        reading.faults.append(f"page {number}: marks not drawn {owned.keys() - on_page}")
    if any(times > 1 for times in owned.values()):
        reading.faults.append(f"page {number}: a mark belongs to two elements")


def _element(reading: Reading, element: object, owned: Counter[int], number: int) -> None:
    kind = _string(c.FPDF_StructElement_GetType, element)
    reading.kinds[kind] += 1
    if kind in ("H1", "H2", "H3"):
        reading.headings.append(kind)
    spoken = _string(c.FPDF_StructElement_GetAltText, element)
    if spoken:
        reading.spoken.append(spoken)
    if kind in ("Figure", "Form") and not spoken:
        reading.faults.append(f"page {number}: a figure or a field without alternative text")
    before = ""
    for i in range(max(c.FPDF_StructElement_CountChildren(element), 0)):
        child = c.FPDF_StructElement_GetChildAtIndex(element, i)
        mark = c.FPDF_StructElement_GetChildMarkedContentID(element, i)
        if child:
            _element(reading, child, owned, number)
            inside = _string(c.FPDF_StructElement_GetType, child)
            if inside == before == "L":
                reading.faults.append(f"page {number}: a list that goes on as another list")
            before = inside
        elif mark >= 0:
            owned[mark] += 1


def _string(function: object, element: object) -> str:
    size = function(element, None, 0)  # type: ignore[operator]
    buffer = ctypes.create_string_buffer(max(size, 2))
    function(element, buffer, size)  # type: ignore[operator]
    return buffer.raw[: max(size - 2, 0)].decode("utf-16-le")
