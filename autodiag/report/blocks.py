# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Blocks that no page break cuts: several to a page, or in balanced columns. Knows no text."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportCallIssue=false, reportOperatorIssue=false
# ruff: noqa: N803  (reportlab’s names; parts of the same)

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Paragraph

Block = list[Any]
"""Flowables that stay together, top to bottom."""

_LEAST = 48.0
"""Points: columns shorter than this go to the next page instead."""
_SHEET_PAD = 6.5
_CUT = 4
"""Lines of a paragraph that stay together."""
_WHOLE_PAGE = 600.0
_MOST_SPREAD = 40.0


class _Stack:
    """Measured flowables, one under the other; space before the first is dropped at a top."""

    def __init__(self, block: Block, canvas: Any, width: float) -> None:
        self.block, self.height = block, 0.0
        self.before: float = block[0].getSpaceBefore()
        self._places: list[tuple[Any, float]] = []
        """Each with how far down its bottom stands."""
        after = 0.0
        for i, flowable in enumerate(block):
            self.height += max(flowable.getSpaceBefore(), after) if i else 0.0
            height = flowable.wrapOn(canvas, width, 10_000)[1]
            self.height += height
            self._places.append((flowable, self.height))
            after = flowable.getSpaceAfter()
        self.after = after

    def gap(self, above: "_Stack | None") -> float:
        """The room between the one above and this one."""
        return max(above.after, self.before) if above else 0.0

    def draw(self, canvas: Any, x: float, top: float) -> None:
        """With its top at `top`."""
        for flowable, down in self._places:
            flowable.drawOn(canvas, x, top - down)


def _stacks(block: Block, canvas: Any, width: float) -> list[_Stack]:
    """One; but a long paragraph alone is cut every few lines, so that columns can share it."""
    out: list[_Stack] = []
    while len(block) == 1 and isinstance(block[0], Paragraph):
        paragraph, leading = block[0], block[0].style.leading
        if paragraph.wrap(width, 10_000)[1] < 2 * _CUT * leading:
            break
        parts = paragraph.split(width, _CUT * leading + 0.1)
        if len(parts) < 2:
            break
        out.append(_Stack([parts[0]], canvas, width))
        out[-1].after = 0.0
        block = [parts[1]]
    return [*out, _Stack(block, canvas, width)]


class Columns(Flowable):
    """Blocks that fill columns of equal height, on as many pages as it takes."""

    def __init__(self, blocks: list[Block], columns: int, gap: float) -> None:
        super().__init__()
        self._blocks, self._columns, self._gap = [b for b in blocks if b], columns, gap
        self._stacks: list[_Stack] = []
        self.spaceAfter = 8

    def _part(self, stacks: list[_Stack]) -> "Columns":
        """The same, with some of its measured blocks."""
        part = Columns([], self._columns, self._gap)
        part._stacks = stacks
        return part

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """The least height that holds them all, whatever room there is."""
        self._measure(aW)
        low = max((s.height for s in self._stacks), default=0.0)
        high = max(low, sum(s.height + max(s.after, s.before) for s in self._stacks))
        while high - low > 1:
            middle = (low + high) / 2
            if self._held(middle) == len(self._stacks):
                high = middle
            else:
                low = middle
        if high > aH and self._held(aH) == len(self._stacks):
            high = aH  # the search ends up to a point too high
        self.width, self.height = aW, high
        return aW, high

    def _each(self, width: float) -> float:
        return (width - self._gap * (self._columns - 1)) / self._columns

    def _measure(self, width: float) -> None:
        if self._blocks and not self._stacks:
            canvas, each = getattr(self, "canv", None), self._each(width)
            self._stacks = [s for block in self._blocks for s in _stacks(block, canvas, each)]

    def _filled(self, height: float) -> list[list[_Stack]]:
        """What each column holds at this height; what does not hold is left."""
        out: list[list[_Stack]] = [[]]
        used = 0.0
        for stack in self._stacks:
            gap = stack.gap(out[-1][-1] if out[-1] else None)
            if out[-1] and used + gap + stack.height > height:
                if len(out) == self._columns:
                    break
                out.append([])
                used = gap = 0.0
            if stack.height > height + 0.01:
                break
            out[-1].append(stack)
            used += gap + stack.height
        return out

    def _held(self, height: float) -> int:
        return sum(len(column) for column in self._filled(height))

    def split(self, aW: float, aH: float) -> list[Any]:
        """What holds on this page, then the rest; a block larger than a page is let loose."""
        self._measure(aW)
        held = self._held(aH) if aH >= _LEAST else 0
        least = 2 * self._columns  # what goes over is never a block or two
        if 2 * least <= held < len(self._stacks):
            held = min(held, len(self._stacks) - least)
        if held:
            return [self._part(self._stacks[:held]), self._part(self._stacks[held:])]
        if not self._stacks or self._stacks[0].height <= aH or aH < _WHOLE_PAGE:
            return []
        return [*self._stacks[0].block, self._part(self._stacks[1:])]

    def draw(self) -> None:
        """Column after column."""
        for i, column in enumerate(self._filled(self.height + 0.01)):
            x, top, above = i * (self._each(self.width) + self._gap), self.height, None
            for stack in column:
                top -= stack.gap(above)
                stack.draw(self.canv, x, top)
                top -= stack.height
                above = stack


class Sheets(Flowable):
    """Blocks under a rule each, as many to a page as hold whole, spread over its height."""

    def __init__(self, blocks: list[Block], rule: str, *, page: float = 0.0) -> None:
        super().__init__()
        self._blocks, self._rule, self._page = blocks, rule, page
        self._stacks: list[_Stack] = []

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """The page when it fills one; else what they take."""
        if not self._stacks:
            canvas = getattr(self, "canv", None)
            self._stacks = [_Stack(block, canvas, aW) for block in self._blocks]
        self.width = aW
        self.height = self._page or sum(s.height + 2 * _SHEET_PAD for s in self._stacks)
        return aW, self.height

    def split(self, aW: float, aH: float) -> list[Any]:
        """What holds on this page spread over it, then the rest."""
        held, used = 0, 0.0
        for stack in self._stacks:
            used += stack.height + 2 * _SHEET_PAD
            if used > aH:
                break
            held += 1
        rest = self._part(max(held, 1), len(self._blocks))
        if held:
            return [self._part(0, held, page=aH - 0.01), rest]
        return [*self._blocks[0], rest] if aH > _WHOLE_PAGE else []

    def _part(self, first: int, last: int, *, page: float = 0.0) -> "Sheets":
        """Some of them, already measured."""
        part = Sheets(self._blocks[first:last], self._rule, page=page)
        part._stacks = self._stacks[first:last]
        return part

    def draw(self) -> None:
        """A rule above each, the spare room between them."""
        taken = sum(s.height + 2 * _SHEET_PAD for s in self._stacks)
        spread = min((self.height - taken) / max(len(self._stacks) - 1, 1), _MOST_SPREAD)
        top = self.height
        self.canv.setStrokeColor(HexColor(self._rule))
        self.canv.setLineWidth(1.1)
        for stack in self._stacks:
            self.canv.line(0, top, self.width, top)
            stack.draw(self.canv, 0, top - _SHEET_PAD)
            top -= stack.height + 2 * _SHEET_PAD + spread
