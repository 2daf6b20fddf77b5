# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is filled in by hand: boxes with their code, lines to write on. Each is told to who listens
as the field that it is. Knows nothing of the questions asked."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportCallIssue=false, reportOperatorIssue=false
# ruff: noqa: N803  (reportlab’s names)

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from autodiag.report.flowables import P
from autodiag.report.forms import field_node
from autodiag.report.tags import Node

_GAP = 8.0
_WRITING = 24.0
"""Points from a line to the next: what a hand needs."""


class BoxField(Flowable):
    """A box to tick, alone, in the middle of its cell. `node` is its field."""

    def __init__(self, spoken: str, color: str, side: float = 13.0) -> None:
        super().__init__()
        self.node = field_node(Node("P"), "cb", spoken)
        self._color, self._side = color, side

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width, self.height = aW, self._side + 3
        return self.width, self.height

    def draw(self) -> None:
        """The box."""
        with self.canv.all_of(self.node):
            left = (self.width - self._side) / 2
            draw_square(self.canv, (left, 1.5), self._side, self._color)


class BoxFields(Flowable):
    """Boxes to tick, each after its code, in one cell; as many a line as there is room for."""

    _EACH, _HIGH, _SIDE = 26.5, 18.0, 13.0

    def __init__(self, boxes: Sequence[tuple[P, str]], color: str) -> None:
        """`boxes`: the code of each, and how it is told."""
        super().__init__()
        self.node = Node("P")
        self._color = color
        self._boxes: list[tuple[P, Node]] = []
        for code, spoken in boxes:
            code.node = Node("Span", self.node)
            self._boxes.append((code, field_node(self.node, "cb", spoken)))

    def _each_line(self) -> int:
        return max(1, int(self.width // self._EACH))

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width = aW
        self.height = -(-len(self._boxes) // self._each_line()) * self._HIGH
        return self.width, self.height

    def draw(self) -> None:
        """Code, box, code, box."""
        for i, (code, field) in enumerate(self._boxes):
            line, place = divmod(i, self._each_line())
            x, y = place * self._EACH, self.height - (line + 1) * self._HIGH + 2.5
            code.wrap(self._EACH, 100)
            code.drawOn(self.canv, x, y - 1.5)
            with self.canv.all_of(field):
                draw_square(self.canv, (x + 10, y), self._SIDE, self._color)


class Dotted(Flowable):
    """A line to write on, alone in its cell but for its unit, if it has one. `node` is its field;
    with a unit, what holds both."""

    def __init__(self, spoken: str, color: str, unit: tuple[P, float] | None = None) -> None:
        """`unit`: its words, and how long they are, in points."""
        super().__init__()
        holder = Node("P")
        field = field_node(holder, "tv", spoken)
        self._color, self._field, self._unit = color, field, unit
        self.node = holder if unit else field
        if unit:
            unit[0].node = Node("Span", holder)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width, self.height = aW, _WRITING
        return self.width, self.height

    def draw(self) -> None:
        """The line, then the unit."""
        end = self.width
        if self._unit:
            words, long = self._unit
            end -= long + 5
            words.wrap(long + 2, 100)
            words.drawOn(self.canv, end + 5, 3)
        with self.canv.all_of(self._field):
            self.canv.setStrokeColor(HexColor(self._color))
            self.canv.setLineWidth(0.7)
            self.canv.line(0, 5, end, 5)


class Option(Flowable):
    """A box, its code, what it means: an item of a list. The code is what is typed afterwards."""

    def __init__(self, code: P | None, body: P, item: Node, spoken: str, color: str) -> None:
        super().__init__()
        label = Node("Lbl", item)
        self._box = field_node(label, "cb", spoken)
        self._code, self._body, self._color = code, body, color
        if code is not None:
            code.node = Node("Span", label)
        body.node = Node("LBody", item)
        self._side = body.style.fontSize
        self.spaceAfter = body.style.spaceAfter

    def _indents(self) -> tuple[float, float]:
        """Where the code and where the words begin."""
        code = self._side + _GAP
        return code, code + (self._side * 1.15 if self._code is not None else 0.0)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As wide as there is room."""
        code, words = self._indents()
        self.width = aW
        if self._code is not None:
            self._code.wrap(words - code, aH)
        self.height = self._body.wrap(aW - words, aH)[1]
        return aW, self.height

    def split(self, aW: float, aH: float) -> list[Any]:
        """Never: a box stays with what it means."""
        return []

    def draw(self) -> None:
        """Box, code, words, on the same first line."""
        code, words = self._indents()
        middle = self.height - self._body.style.leading / 2
        with self.canv.all_of(self._box):
            at = (0.6, middle - self._side / 2 - 0.5)
            draw_square(self.canv, at, self._side, self._color)
        if self._code is not None:
            self._code.drawOn(self.canv, code, self.height - self._code.height)
        self._body.drawOn(self.canv, words, 0)


class Writing(Flowable):
    """Labels on one line, each before a line to write on; more empty lines under them."""

    def __init__(
        self, labels: Sequence[tuple[P, float]], parent: Node, color: str, *, lines: int = 1
    ) -> None:
        """`labels`: each with how long its words are, in points, and all share the width alike."""
        super().__init__()
        self._color, self._lines = color, lines
        self._cells: list[tuple[P, float, Node]] = []
        for label, long in labels:
            one = Node("P", parent)
            label.node = Node("Span", one)
            field = field_node(one, "tv", label.getPlainText())
            self._cells.append((label, long, field))
        self.spaceAfter = 6

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width, self.height = aW, self._lines * _WRITING
        return self.width, self.height

    def draw(self) -> None:
        """Each label, its line; the empty lines belong to the last field."""
        each = self.width / len(self._cells)
        base = self.height - _WRITING + 4
        for i, (label, long, field) in enumerate(self._cells):
            x = i * each
            label.wrap(long + 2, 100)
            label.drawOn(self.canv, x, base - 3.5)
            with self.canv.all_of(field):
                self._line(x + long + 6, x + each - (_GAP if i + 1 < len(self._cells) else 0), base)
                if i + 1 == len(self._cells):
                    for more in range(1, self._lines):
                        self._line(0, self.width, base - more * _WRITING)

    def _line(self, first: float, last: float, y: float) -> None:
        self.canv.setStrokeColor(HexColor(self._color))
        self.canv.setLineWidth(0.7)
        self.canv.line(first, y, last, y)


def draw_square(canvas: Any, at: tuple[float, float], side: float, color: str) -> None:
    """An empty box, its left bottom corner given."""
    canvas.setStrokeColor(HexColor(color))
    canvas.setLineWidth(1.1)
    canvas.roundRect(*at, side, side, 2)
