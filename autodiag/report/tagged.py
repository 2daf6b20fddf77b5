# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A reportlab canvas that tags what it draws.

Everything drawn is an artifact unless a Node is current: headers, footers, rules, backgrounds and
table lines need no code at all. Knows nothing of the report’s sections.
"""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportCallIssue=false, reportOperatorIssue=false
# ruff: noqa: N802, N803, SLF001  (reportlab’s names and hooks)

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from autodiag.report.fonts import REGULAR
from autodiag.report.letters import in_visual_order
from autodiag.report.tags import LANGUAGE, Node, write_metadata, write_tree

_FIRST_ANNOTATION = 100_000
"""Keys of annotations in the ParentTree: above any page number."""


@dataclass(frozen=True, slots=True)
class _Stamp:
    """The date written in the document’s properties, in the form reportlab wants."""

    YMDhms: tuple[int, int, int, int, int, int]
    dhh: int = 0
    dmm: int = 0


class _TaggedText(PDFTextObject):
    """A text object whose marks open and close inside BT … ET, so that a link can split them."""

    def _formatText(self, text: str) -> str:
        return super()._formatText(in_visual_order(text))

    def _textOut(self, text: str, TStar: int = 0) -> None:
        if TStar and text and text[-1] not in " -\u00ad":
            text += " "  # else readers run the last word of a line into the next one
        super()._textOut(text, TStar)

    def _linkRecord(self, link: Any, what: str) -> None:
        canvas: TaggedCanvas = self._canvas
        if canvas.node is None or canvas.inside or canvas.node.kind == "Link":
            return
        node = canvas.link_node(link) if what == "start" else canvas.node
        at = len(self._code) - (what == "start")  # 'start' comes one text operator too late
        at = canvas.close_mark(self._code, at)
        self._code.insert(at, canvas.open_mark(node))


class TaggedCanvas(Canvas):
    """See the module. `tree` collects the elements while the document is drawn."""

    def __init__(self, target: Any, *, tree: Node, title: str, day: date, **kw: Any) -> None:
        self.node: Node | None = None  # current structure element
        self.inside = False  # already in a marked sequence (a figure): add no marks
        self.section = ""  # the last first-level title drawn
        self.header = ""  # what the page header says: the section at the top of the page
        self.labels: dict[str, str] = {}  # heading key → the short title that headers show
        self.parts: dict[str, str] = {}  # heading key → the title that a link to it shows
        self.foot = 9.0  # points: the size of page numbers
        self.page_forms: dict[str, str] = {}  # heading key → form that shows its page
        self.heading_page: dict[str, int] = {}
        self._pending: Node | None = None
        self._marks: list[Node] = []
        self._links: dict[tuple[int, Any], Node] = {}
        self._tagged_pages: list[list[Node]] = []
        self._annots: list[tuple[int, Node]] = []
        kw = {**kw, "lang": LANGUAGE, "pdfVersion": (1, 7), "invariant": 1}
        super().__init__(target, **kw)
        self._doc._timeStamp = _Stamp((day.year, day.month, day.day, 0, 0, 0))
        self._tree, self._day, self._title = tree, day, title
        self.setTitle(title)
        self.setViewerPreference("DisplayDocTitle", "true")

    # ---- marks

    def _startPage(self) -> None:
        super()._startPage()
        self._marks = []

    def open_mark(self, node: Node) -> str:
        """The operator that opens a marked sequence belonging to `node` on this page."""
        mark = len(self._marks)
        self._marks.append(node)
        node.kids.append((self._pageNumber - 1, mark))
        node.drawn = True
        return f"/{node.kind} <</MCID {mark}>> BDC"

    def close_mark(self, code: list[str], at: int) -> int:
        """Closes the mark open at a place of `code`, or takes it back where it shows no text;
        returns where to go on."""
        last = len(self._marks) - 1
        opening = f"/{self._marks[last].kind} <</MCID {last}>> BDC"
        for i in reversed(range(at)):
            if code[i] == opening:
                self._marks.pop().kids.remove((self._pageNumber - 1, last))
                del code[i]
                return at - 1
            if "Tj" in code[i] or "TJ" in code[i]:
                break
        code.insert(at, "EMC")
        return at + 1

    def _leave_artifact(self) -> None:
        if self._code and self._code[-1] == "/Artifact BMC":
            self._code.pop()
        else:
            self._code.append("EMC")

    @contextmanager
    def text_of(self, node: Node | None) -> Iterator[None]:
        """Text drawn here belongs to `node`; rules and backgrounds stay artifacts."""
        old = self.node
        if not self.inside:
            # drawn again (a repeated table head), it is decoration
            self.node = old if node is None else None if node.once and node.drawn else node
        try:
            yield
        finally:
            self.node = old

    @contextmanager
    def all_of(self, node: Node) -> Iterator[None]:
        """Everything drawn here (lines, fills, text, forms) is one marked sequence of `node`."""
        self._leave_artifact()
        self._code.append(self.open_mark(node))
        old, self.inside = self.inside, True
        try:
            yield
        finally:
            self.inside = old
            self._code += ["EMC", "/Artifact BMC"]

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> Any:
        """A text object that opens a mark when a node is current."""
        text = _TaggedText(self, x, y, direction=direction)
        if self.node is not None and not self.inside:
            text._code[:1] = ["BT", self.open_mark(self.node)]
        return text

    def drawText(self, aTextObject: Any) -> None:
        """Draws the text outside the artifact that surrounds it."""
        if self.inside or self.node is None:
            super().drawText(aTextObject)
            return
        self.close_mark(aTextObject._code, len(aTextObject._code))
        self._leave_artifact()
        super().drawText(aTextObject)
        self._code.append("/Artifact BMC")

    # ---- links

    def link_node(self, link: tuple[int, str]) -> Node:
        """The Link element of one <a> of the current paragraph (one, even over several lines)."""
        key = (id(self.node), tuple(link))
        if key not in self._links:
            self._links[key] = Node("Link", self.node, live=True)
        self._links[id(self.node), link[1]] = self._links[key]  # newest with that target
        return self._links[key]

    def _on_link(self, target: str) -> Node | None:
        if self.node is None or self.node.kind == "Link":
            return self.node
        return self._links.get((id(self.node), target)) or self.link_node((0, target))

    def linkURL(self, url: str, rect: Any, relative: int = 0, **kw: Any) -> Any:
        """A link to an address, with its spoken description."""
        self._pending = self._on_link(url)
        kw.setdefault("Contents", PDFString(f"Lien : {url}"))
        try:
            return super().linkURL(url, rect, relative=relative, **kw)
        finally:
            self._pending = None

    def linkRect(self, contents: str, destinationname: str, Rect: Any = None, **kw: Any) -> Any:
        """A link to a heading of the document."""
        self._pending = self._on_link("#" + destinationname)
        try:
            label = contents or self.parts[destinationname]
            return super().linkRect(label, destinationname, Rect, **kw)
        finally:
            self._pending = None

    def _addAnnotation(self, annotation: Any, name: Any = None, addtopage: int = 1) -> None:
        node = self._pending
        if node is not None:
            key = _FIRST_ANNOTATION + len(self._annots)
            self._annots.append((key, node))
            if isinstance(annotation, PDFDictionary):
                annotation["StructParent"] = key
            else:
                annotation.otherkw["StructParent"] = key
                kind = type(annotation)
                kind.permitted = tuple({*kind.permitted, "StructParent"})
        super()._addAnnotation(annotation, name, addtopage)
        if node is not None:
            node.kids.append(("annot", self._annotationrefs[-1], self._pageNumber - 1))

    # ---- pages and the end

    def showPage(self) -> None:
        """Ends the page, with what tagging adds to it."""
        self._code.insert(0, "/Artifact BMC")
        self._leave_artifact()
        marks = self._marks
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.StructParents = len(self._tagged_pages)
        page.Tabs = PDFName("S")
        self._tagged_pages.append(marks)

    def save(self) -> None:
        """Writes the forms that show page numbers, the tree and the metadata, then the file."""
        if len(self._code):
            self.showPage()
        for key, form in self.page_forms.items():  # now that every heading has its page
            self._page_number_form(form, str(self.heading_page[key]))
        self._page_number_form("page-total", f" / {len(self._tagged_pages)}", left=True)
        write_tree(self._doc, self._tree, self._tagged_pages, self._annots)
        write_metadata(self._doc, self._title, self._day)
        super().save()

    def _page_number_form(self, name: str, text: str, *, left: bool = False) -> None:
        self.inside = True
        self.beginForm(name, 0, -5, 40, 24)
        self.setFont(REGULAR, self.foot)
        if left:
            self.drawString(0, 0, text)
        else:
            self.drawRightString(30, 0, text)
        self.endForm()
        self.inside = False
