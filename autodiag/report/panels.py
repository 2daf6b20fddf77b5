# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Parts of a composed page: cards of equal height, labels, halves of a page. Knows no text."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportCallIssue=false, reportOperatorIssue=false
# ruff: noqa: N803  (reportlab’s names)

from collections.abc import Sequence
from typing import Any, Literal

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from autodiag.report.flowables import P
from autodiag.report.styles import GAP

Shape = Literal["disc", "triangle", "square", ""]


class Stack(Flowable):
    """Flowables one under the other, never cut; at least `least` points high."""

    def __init__(self, inside: Sequence[Any], least: float = 0) -> None:
        super().__init__()
        self._inside, self._least = [*inside], least
        self._places: list[tuple[Any, float, float]] = []
        self._measured = 0.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As wide as there is room, as high as its parts; asked for several times over."""
        if self._measured != aW:
            self._measured = aW
            self._places, down, after = [], 0.0, 0.0
            for i, part in enumerate(self._inside):
                down += max(part.getSpaceBefore() if i else 0.0, after)
                _, height = part.wrapOn(getattr(self, "canv", None), aW, 10_000)
                self._places.append((part, down, height))
                down += height
                after = part.getSpaceAfter()
            self._tall = down
        self.width, self.height = aW, max(self._tall, self._least)
        return self.width, self.height

    def stretch(self, height: float) -> None:
        """Takes this height; the last part goes down to its bottom."""
        if self._places:
            part, down, own = self._places[-1]
            self._places[-1] = part, down + max(0.0, height - self._tall), own
        self.height = height

    def draw(self) -> None:
        """From the top."""
        for part, down, height in self._places:
            part.drawOn(self.canv, 0, self.height - down - height)


def height_of(inside: Sequence[Any], width: float) -> float:
    """Points that these flowables take, one under the other."""
    return Stack(inside).wrap(width, 10_000)[1]


class Cards(Flowable):
    """Boxes side by side, of equal height, their corners round."""

    def __init__(
        self,
        cells: Sequence[Sequence[Any]],
        colors: tuple[str, str],
        *,
        shares: Sequence[float] = (),
        pad: float = 10,
        pinned: bool = False,
    ) -> None:
        """`colors`: border and fill, "" for none; `shares`: of the width, equal where not given;
        `pinned`: the last part of each stands at its bottom."""
        super().__init__()
        self._stacks = [Stack(cell) for cell in cells]
        self._colors, self._pad, self._pinned = colors, pad, pinned
        self._shares = shares or [1] * len(cells)
        self.spaceBefore = self.spaceAfter = 7

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As high as the highest."""
        room = aW - GAP * (len(self._stacks) - 1)
        total = sum(self._shares)
        self._widths = [room * share / total for share in self._shares]
        highest = 0.0
        for stack, width in zip(self._stacks, self._widths, strict=True):
            _, height = stack.wrapOn(getattr(self, "canv", None), width - 2 * self._pad, aH)
            highest = max(highest, height)
        if self._pinned:
            for stack in self._stacks:
                stack.stretch(highest)
        self.width, self.height = aW, highest + 2 * self._pad - 2
        return self.width, self.height

    def draw(self) -> None:
        """The boxes, then what stands in each."""
        border, fill = self._colors
        x = 0.0
        for stack, width in zip(self._stacks, self._widths, strict=True):
            self.canv.saveState()
            if fill:
                self.canv.setFillColor(HexColor(fill))
            if border:
                self.canv.setStrokeColor(HexColor(border))
            self.canv.setLineWidth(0.75)
            box = (x, 0, width, self.height, 6)
            self.canv.roundRect(*box, stroke=int(bool(border)), fill=int(bool(fill)))
            self.canv.restoreState()
            stack.drawOn(self.canv, x + self._pad, self.height - self._pad + 1 - stack.height)
            x += width + GAP


class Tag(Flowable):
    """A short label in a coloured box, behind a shape that identifies without its colour."""

    def __init__(self, label: P, colors: tuple[str, str], shape: Shape = "") -> None:
        super().__init__()
        self._label, self._colors, self._shape = label, colors, shape
        self._indent = 20.0 if shape else 8.0
        self.spaceBefore, self.spaceAfter = 3, 5

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As wide as its words, on two lines where they need it."""
        _, height = self._label.wrap(aW - self._indent - 8, aH)
        lines = self._label.getActualLineWidths0()
        self.width = min(aW, max(lines, default=0.0) + self._indent + 9)
        self.height = height + 7
        return self.width, self.height

    def draw(self) -> None:
        """Box, shape, words."""
        canvas, (ink, fill) = self.canv, self._colors
        canvas.saveState()
        canvas.setFillColor(HexColor(fill))
        canvas.setStrokeColor(HexColor(ink))
        canvas.setLineWidth(1)
        canvas.roundRect(0, 0, self.width, self.height, 4.5, fill=1)
        canvas.setFillColor(HexColor(ink))
        y = self.height - 3.5 - self._label.style.leading / 2
        match self._shape:
            case "disc":
                canvas.circle(11, y, 3.6, stroke=0, fill=1)
            case "square":
                canvas.rect(7.6, y - 3.4, 6.8, 6.8, stroke=0, fill=1)
            case "triangle":
                shape = canvas.beginPath()
                shape.moveTo(11, y + 4.2)
                shape.lineTo(15, y - 3)
                shape.lineTo(7, y - 3)
                shape.close()
                canvas.drawPath(shape, stroke=0, fill=1)
            case _:
                pass
        canvas.restoreState()
        self._label.drawOn(canvas, self._indent, 3.5)


class Row(Flowable):
    """Flowables on one line, each in its share of the width, all against the top; the last ones
    may stand at the right edge of theirs."""

    def __init__(
        self, cells: Sequence[Sequence[Any]], widths: Sequence[float], *, middle: bool = False
    ) -> None:
        """`widths` in points, 0 for what is left; `middle`: centred upright."""
        super().__init__()
        self._stacks, self._wanted, self._middle = [Stack(c) for c in cells], widths, middle

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """As high as the highest."""
        free = sum(width == 0 for width in self._wanted)
        left = aW - sum(self._wanted)
        self._widths = [width or left / free for width in self._wanted]
        heights = [
            stack.wrapOn(getattr(self, "canv", None), width, aH)[1]
            for stack, width in zip(self._stacks, self._widths, strict=True)
        ]
        self.width, self.height = aW, max(heights, default=0.0)
        return self.width, self.height

    def draw(self) -> None:
        """From left to right."""
        x = 0.0
        for stack, width in zip(self._stacks, self._widths, strict=True):
            spare = self.height - stack.height
            stack.drawOn(self.canv, x, spare / 2 if self._middle else spare)
            x += width


class Rule(Flowable):
    """A thin line over the whole width."""

    def __init__(self, color: str, thick: float = 0.75) -> None:
        super().__init__()
        self._color, self._thick = color, thick
        self.spaceAfter = 5

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """A point."""
        self.width, self.height = aW, 1.0
        return self.width, self.height

    def draw(self) -> None:
        """The line."""
        self.canv.setStrokeColor(HexColor(self._color))
        self.canv.setLineWidth(self._thick)
        self.canv.line(0, 0.5, self.width, 0.5)


class Badge(Flowable):
    """A number in a disc, at the left; what stands at the right edge of its line."""

    def __init__(self, number: P, colors: tuple[str, str], right: Any = None) -> None:
        super().__init__()
        self._number, self._color, self._right = number, colors[0], right
        self.spaceAfter = 7

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """One line."""
        self.width, self.height = aW, 22.0
        self._number.wrap(22, aH)
        if self._right is not None:
            self._right.wrapOn(getattr(self, "canv", None), aW, aH)
        return self.width, self.height

    def draw(self) -> None:
        """The disc, its number, the picture."""
        self.canv.saveState()
        self.canv.setFillColor(HexColor(self._color))
        self.canv.circle(11, 11, 11, stroke=0, fill=1)
        self.canv.restoreState()
        self._number.drawOn(self.canv, 0, (22 - self._number.height) / 2 + 0.6)
        if self._right is not None:
            y = (22 - self._right.height) / 2
            self._right.drawOn(self.canv, self.width - self._right.width, y)
