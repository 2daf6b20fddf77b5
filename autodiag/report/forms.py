# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is filled in with a pen: boxes to tick and lines to write on, named for those who hear."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportCallIssue=false, reportOperatorIssue=false
# ruff: noqa: N803  (reportlab’s names)

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from autodiag.report.flowables import P
from autodiag.report.tags import Node

_BOX = 8.5
_INDENT = 15.0


def field_node(parent: Node, role: str, spoken: str) -> Node:
    """A field of a printed form (ISO 32000, PrintField); `role`: cb to tick, tv to write in."""
    state = " /checked /off" if role == "cb" else ""
    return Node("Form", parent, attrs=f"<< /O /PrintField /Role /{role}{state} >>", Alt=spoken)


class Tick(Flowable):
    """A box to tick, then what is to be done. `item` is its list item."""

    def __init__(self, body: P, item: Node, color: str, spoken: str) -> None:
        super().__init__()
        self._box = field_node(Node("Lbl", item), "cb", spoken)
        self._body, self._color = body, color
        body.node = Node("LBody", item)
        self.spaceAfter = body.style.spaceAfter

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width = aW
        self.height = self._body.wrap(aW - _INDENT, aH)[1]
        return aW, self.height

    def split(self, aW: float, aH: float) -> list[Any]:
        """Never: an item of a list to tick is short."""
        return []

    def draw(self) -> None:
        """The box beside the first line."""
        leading = self._body.style.leading
        with self.canv.all_of(self._box):
            draw_box(self.canv, 0.5, self.height - leading / 2 - _BOX / 2, self._color)
        self._body.drawOn(self.canv, _INDENT, 0)


def draw_box(canvas: Any, x: float, y: float, color: str) -> None:
    """An empty box to tick, its left bottom corner given."""
    canvas.setStrokeColor(HexColor(color))
    canvas.setLineWidth(0.9)
    canvas.roundRect(x, y, _BOX, _BOX, 1.5)


@dataclass(frozen=True)
class Blank:
    """A label `long` points long and a line to write on, together a `share` of the width; filled
    with `value` where that is known; after a box to tick where `tick`."""

    label: P
    long: float
    share: float
    value: P | None = None
    tick: bool = False


class FollowUp(Flowable):
    """Blanks on one line."""

    def __init__(self, blanks: Sequence[Blank], parent: Node, color: str) -> None:
        super().__init__()
        self._color = color
        self._cells: list[tuple[Blank, Node | None]] = []
        for blank in blanks:
            role, spoken = "cb" if blank.tick else "tv", blank.label.getPlainText()
            one = Node("P", parent)
            blank.label.node = Node("Span", one)
            if blank.value is not None:
                blank.value.node = Node("Span", one)
            field = field_node(one, role, spoken) if blank.value is None else None
            self._cells.append((blank, field))

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As wide as there is room; as high as the highest value needs."""
        self.width, self.height = aW, 17.0
        for blank, _ in self._cells:
            if blank.value is not None:
                room = self._room(blank)
                self.height = max(self.height, blank.value.wrap(room, aH)[1] + 4)
        return aW, self.height

    def _room(self, blank: Blank) -> float:
        return self.width * blank.share - blank.long - 14

    def draw(self) -> None:
        """Label, value or line, box."""
        x = 0.0
        for blank, field in self._cells:
            indent = _INDENT if blank.tick else 0.0
            width = blank.long
            blank.label.wrap(width + 1, 100)
            blank.label.drawOn(self.canv, x + indent, self.height - blank.label.height - 2)
            start, room = x + indent + width + 4, self._room(blank) - indent
            if blank.value is not None:
                blank.value.wrap(self._room(blank), 1000)
                blank.value.drawOn(self.canv, start, self.height - blank.value.height - 2)
            if field:
                with self.canv.all_of(field):
                    if blank.tick:
                        draw_box(self.canv, x + 0.5, self.height - 11.8, self._color)
                    self.canv.setStrokeColor(HexColor(self._color))
                    self.canv.setLineWidth(0.6)
                    self.canv.line(start, self.height - 12.5, start + room, self.height - 12.5)
            x += self.width * blank.share
