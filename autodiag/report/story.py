# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Builds what is printed and its structure together: the order of calls is the reading order.

Every text passes here, and only here becomes what the font can show.
"""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportCallIssue=false, reportOperatorIssue=false

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from matplotlib.figure import Figure as Chart
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    PageBreak,
    Spacer,
    Table,
)

from autodiag.charts.look import Look
from autodiag.report.chart_canvas import ChartFlowable
from autodiag.report.flowables import Figure, Item, P, TocLine
from autodiag.report.fonts import BOLD, REGULAR
from autodiag.report.letters import Letters
from autodiag.report.markup import markup
from autodiag.report.panels import Shape, Tag
from autodiag.report.styles import (
    ROOM_AFTER,
    WIDTH,
    box_style,
    layout_style,
    paragraph_styles,
    table_style,
)
from autodiag.report.tags import Node
from autodiag.text.typography import for_pdf

Cell = str | tuple[str, str] | Sequence[Flowable]
"""Text, text with its style, or ready flowables."""


DISC, DECIMAL, NO_SIGN = (
    f"<< /O /List /ListNumbering /{sign} >>" for sign in ("Disc", "Decimal", "None")
)
"""What a list’s element says of its signs."""


class Story:
    """The document being written. `flow` is what reportlab lays out, `tree` its structure."""

    def __init__(self, look: Look, letters: Letters) -> None:
        self.look, self.letters = look, letters
        self.tree = Node("Document")
        self.flow: list[Any] = []
        self.seen: list[str] = []
        """Every text printed so far: the glossary keeps the words that are used."""
        self._styles = paragraph_styles(look)
        self._parent = self.tree
        self.left = 0.0
        """Points that a section knows it leaves at the foot of its last page."""
        self._headings = 0
        self._nested = 0

    # ---- text

    def _p(self, text: str, style: str, node: Node | None) -> P:
        safe = self.letters.printable(for_pdf(markup(text)))
        self.seen.append(safe)
        paragraph = P(self.letters.dressed(safe), self._styles[style])
        paragraph.node = node
        return paragraph

    def text(self, text: str, style: str = "P") -> None:
        """One paragraph."""
        self.flow.append(self._p(text, style, Node("P", self._parent)))

    def heading(self, level: int, text: str, key: str = "", style: str = "") -> None:
        """A heading of level 1 to 3, with its bookmark; `key` when the contents point to it.

        A level is never skipped, whatever the size wanted: `style` changes the look alone.
        """
        self._headings += 1
        if not self._nested:  # a heading never ends a page
            self.need(ROOM_AFTER[level])
        paragraph = self._p(text, style or f"H{level}", Node(f"H{level}", self._parent))
        plain = self.letters.printable(for_pdf(text))
        paragraph.outline = (level - 1, plain, key or f"titre-{self._headings}")
        self.flow.append(paragraph)

    def section(self, text: str, key: str, room: float = 220) -> None:
        """A heading of level 1, on a new page unless `room` points are left: what comes first in
        the section must hold there."""
        self.need(room)
        self.heading(1, text, key)

    def items(self, items: Sequence[str], style: str = "P", kind: str = "Disc") -> None:
        """A list, or more of the one it is written inside; `kind`: Disc, Decimal, or Tick for
        boxes to tick."""
        top = self._parent
        if top.kind != "L":
            top = Node("L", top, attrs=DECIMAL if kind == "Decimal" else DISC)
        for i, text in enumerate(items, 1):
            item = Node("LI", top)
            label = None
            if kind != "Tick":
                sign = f"{i}." if kind == "Decimal" else "•"
                label = self._p(sign, style, Node("Lbl", item, once=True))
            body = self._p(text, style, Node("LBody", item))
            tick = self.look.control if kind == "Tick" else ""
            self.flow.append(Item(label, body, 18 if kind == "Decimal" else 15, tick))

    def contents(self, entries: Sequence[tuple[str, str]]) -> None:
        """`entries`: (key, title) of the headings that follow."""
        top = Node("TOC", self._parent)
        for key, title in entries:
            item = Node("TOCI", top)
            link = f'<a href="#{key}">{markup(title)}</a>'
            text = self._raw(link, Node("Reference", item))
            self.flow.append(TocLine(text, key, Node("Span", item)))

    def _raw(self, safe: str, node: Node) -> P:
        paragraph = P(safe, self._styles["P"])
        paragraph.node = node
        return paragraph

    # ---- tables, boxes, columns, figures

    def table(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        widths: Sequence[float],
        *,
        tight: bool = False,
    ) -> None:
        """A table whose first column heads its rows. `widths` are shares of the page width;
        `tight`: little white in its rows."""
        top = Node("Table", self._parent)
        thead, tbody = Node("THead", top), Node("TBody", top)
        data = [self._row(head, thead, ["Column"] * len(head))]
        data += [self._row(cells, tbody, ["Row"] + [""] * (len(cells) - 1)) for cells in rows]
        total = sum(widths)
        columns = [WIDTH * width / total for width in widths]
        table = Table(
            data, colWidths=columns, repeatRows=1, style=table_style(self.look, tight=tight)
        )
        table.spaceAfter = 8
        self.flow.append(table)

    def _row(self, cells: Sequence[Cell], section: Node, scopes: Sequence[str]) -> list[Any]:
        line = Node("TR", section)
        head = section.kind == "THead"
        out: list[Any] = []
        for scope, cell in zip(scopes, cells, strict=True):
            attrs = f"<< /O /Table /Scope /{scope} >>" if scope else ""
            node = Node("TH" if scope else "TD", line, attrs=attrs)
            out.append(self._cell(cell, node, head=head))
        return out

    def _cell(self, cell: Cell, node: Node, *, head: bool) -> list[Any]:
        match cell:
            case str():
                text, style = cell, "Head" if head else "Cell"
            case (str(text), str(style)):
                pass
            case _:
                for flowable in cell:
                    self._adopt(flowable, node)
                return [*cell]
        return [self._p(text, style, Node("P", node, once=head))]

    def _adopt(self, flowable: Any, node: Node) -> None:
        """A ready flowable’s element, made before its cell, moves into it."""
        own: Node = flowable.node
        if own.parent is not None:
            own.parent.kids.remove(own)
        own.parent = node
        node.kids.append(own)

    def cell_figure(self, chart: Chart, alt: str) -> Figure:
        """A chart to put in a table’s cell."""
        return Figure(self._chart(chart), Node("Figure", Alt=self._spoken(alt)))

    def cell_text(self, text: str, style: str = "Cell") -> P:
        """A paragraph to put in a table’s cell."""
        return self._p(text, style, Node("P"))

    def figure(self, chart: Chart, alt: str) -> None:
        """A chart with its alternative text."""
        node = Node("Figure", self._parent, Alt=self._spoken(alt))
        self.flow.append(Figure(self._chart(chart), node))

    def decoration(self, chart: Chart) -> None:
        """A drawing that says nothing the text does not: passed over by who listens."""
        self.flow.append(self._chart(chart))

    def _chart(self, chart: Chart) -> ChartFlowable:
        return ChartFlowable(chart, (REGULAR, BOLD), self.letters)

    def _spoken(self, text: str) -> str:
        return self.letters.printable(for_pdf(text))

    def tag(self, text: str, name: str, colors: tuple[str, str], shape: Shape = "") -> None:
        """A short label in a box of its colour; `name` says which style its words take."""
        label = self._p(text, f"Tag-{name}", Node("P", self._parent))
        self.flow.append(Tag(label, colors, shape))

    @contextmanager
    def box(self, fill: str | None = None, border: str | None = None) -> Iterator[None]:
        """What is written inside stands in a rounded box that no page break cuts."""
        with self.apart() as inside:
            yield
        style = box_style(border or self.look.line, fill)
        table = Table([[inside]], colWidths=[WIDTH], style=style)
        table.spaceAfter = table.spaceBefore = 7
        self.flow.append(table)

    @contextmanager
    def columns(self, widths: Sequence[float]) -> Iterator[list[list[Any]]]:
        """Side by side: the yielded list takes one list of flowables per column (see `take`)."""
        cells: list[list[Any]] = []
        with self.apart():
            yield cells
        total = sum(widths)
        columns = [WIDTH * width / total for width in widths]
        self.flow.append(Table([cells], colWidths=columns, style=layout_style()))

    @contextmanager
    def inside(self, kind: str, attrs: str = "") -> Iterator[None]:
        """What is written inside belongs to one element of this kind."""
        outer, self._parent = self._parent, Node(kind, self._parent, attrs=attrs)
        try:
            yield
        finally:
            self._parent = outer

    @contextmanager
    def apart(self) -> Iterator[list[Any]]:
        """What is written inside goes to the yielded list."""
        outer, inside = self.flow, []
        self.flow, self._nested = inside, self._nested + 1
        try:
            yield inside
        finally:
            self.flow, self._nested = outer, self._nested - 1

    def take(self) -> list[Any]:
        """What was written since the last call, inside `columns`."""
        taken = [*self.flow]
        self.flow.clear()
        return taken

    # ---- places

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is written inside stays on one page where it fits on one."""
        with self.apart() as inside:
            yield
        self.flow.append(KeepTogether(inside))

    def move_back(self, at: int, number: int) -> None:
        """The last `number` elements are read before what was written since `at`."""
        kids = self._parent.kids
        kids[at:at] = kids[-number:]
        del kids[-number:]

    def new_page(self) -> None:
        """A page break."""
        self.flow.append(PageBreak())

    def need(self, height: float) -> None:
        """A page break unless `height` points are left."""
        self.flow.append(CondPageBreak(height))

    def size_of(self, style: str) -> float:
        """Points: how large the letters of a style are."""
        return self._styles[style].fontSize

    def space(self, height: float) -> None:
        """White space."""
        self.flow.append(Spacer(1, height))
